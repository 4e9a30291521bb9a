/* Patterns over the text itself, for what words and classes do not describe: the
 * numbers of a firm's forms, names of a code. The one door to PCRE2. */
#ifndef VT_ENGINE_ENTITY_TEXT_H
#define VT_ENGINE_ENTITY_TEXT_H

#include "base/memory.h"
#include "dict/dictionary.h"

typedef struct text_patterns text_patterns;

/* *out is NULL where the dictionary has none. VT_ERR_DICTIONARY: one does not
 * compile; *err says which and why. */
vt_status text_patterns_new(const vt_dictionary *dictionary, const vt_allocator *memory,
                            text_patterns **out, vt_error *err);
void text_patterns_free(text_patterns *t); /* NULL is fine */

/* What they find in `text`, together with the `count` entities of `given`, which
 * give way where the two overlap. False: no memory. */
bool text_patterns_add(text_patterns *t, vt_span text, arena *scratch, vt_entity **entities,
                       size_t *count);

/* How often a search was given up because it took too many steps. */
uint64_t text_patterns_given_up(const text_patterns *t); /* NULL: 0 */

#endif

/* Entities of a segment: people, places, organs, posts, dates, documents,
 * quantities, as corpus marks want them: flat, longest, short forms inside.
 *
 * What is found depends only on the text, its short forms and the dictionary:
 * word classes and patterns over them, both data (dictionaries/entities). A
 * finder belongs to one thread. Time is linear in the segment; in steady state
 * nothing is allocated but from the arena. */
#ifndef VT_ENGINE_ENTITY_H
#define VT_ENGINE_ENTITY_H

#include "base/memory.h"
#include "dict/dictionary.h"

typedef struct entity_finder entity_finder;

/* A finder for the types in `types` (bit 1u << vt_entity_type). The dictionary
 * must outlive it. VT_ERR_DICTIONARY: a pattern of the dictionary is at fault,
 * *err says which. On failure *out is NULL. */
vt_status entity_finder_new(const vt_dictionary *dictionary, uint32_t types,
                            const vt_allocator *memory, entity_finder **out, vt_error *err)
    __attribute__((warn_unused_result));
void entity_finder_free(entity_finder *finder); /* NULL is fine */

/* Forget the document: which province and district it speaks of. */
void entity_finder_reset(entity_finder *finder);

/* The entities of `text`, by start. `shorts` are all its short forms, kept ones
 * too, by start, not overlapping. The result lives in `scratch`; so do its texts.
 * VT_ERR_MEMORY is the only failure. */
vt_status entity_find(entity_finder *finder, vt_span text, const vt_short *shorts,
                      size_t short_count, arena *scratch, const vt_entity **out, size_t *count)
    __attribute__((warn_unused_result));

/* How often a match was given up because it took too many steps. */
uint64_t entity_finder_given_up(const entity_finder *finder);

#endif

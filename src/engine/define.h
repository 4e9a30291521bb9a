/* Definitions in the text: "lực lượng vũ trang (LLVT)", "LLVT (lực lượng vũ
 * trang)", "(sau đây gọi tắt là …)", "“LLVT” là …", lists. The place of definition
 * stays; later uses take the defined sense. */
#ifndef VT_ENGINE_DEFINE_H
#define VT_ENGINE_DEFINE_H

#include "base/buffer.h"
#include "engine/match.h"

/* What a document has defined so far: form key → long form. Owns its text. */
typedef struct definition {
  size_t key, key_size, long_form, long_size; /* places in `text` */
  uint32_t hash;
} definition;

typedef struct definitions {
  buffer text;
  definition *items;
  size_t count, capacity, limit;
  uint64_t dropped; /* over the limit */
} definitions;

void definitions_init(definitions *d, const vt_allocator *memory, size_t limit);
void definitions_forget(definitions *d); /* a new document */
void definitions_clear(definitions *d);

/* The long form that the document gave the form; false: none. */
bool definitions_find(const definitions *d, const char *key, size_t size, vt_span *long_form);
/* Remember it; a later definition of the same form replaces the earlier. False:
 * no memory. */
bool definitions_add(definitions *d, const char *key, size_t size, vt_span long_form);

/* Could it be? A cheap look at the signs around; false for nearly all forms. */
bool define_may(passage *p, const match *m);
/* Is the form m defined where it stands? m->entry may be NULL; `known`, if not
 * empty, is one more long form it may have. *long_form: what it stands for. */
bool define_detect(passage *p, const match *m, vt_span known, vt_span *long_form);

#endif

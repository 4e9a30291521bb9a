/* What a document has said of forms so far: form key → long form.
 *
 * Finding one takes the same time however many there are, and memory is bounded by
 * the limit: a form defined again and again keeps one place. */
#ifndef VT_ENGINE_DEFINITIONS_H
#define VT_ENGINE_DEFINITIONS_H

#include "base/buffer.h"

typedef struct definition {
  size_t key, key_size, long_form, long_size; /* places in `text` */
  size_t long_room;
  uint32_t hash;
  uint32_t next; /* the one before it in the same row, + 1; 0: none */
} definition;

typedef struct definitions {
  buffer text;
  definition *items;
  size_t count, capacity, limit;
  uint32_t *rows; /* by hash: the latest item of the row, + 1 */
  size_t row_count;
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

/* Forget those that were added since there were `count`, the others of which were
 * not defined anew in between. */
void definitions_rewind(definitions *d, size_t count);

#endif

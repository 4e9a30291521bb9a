/* How an entry stands to what lies below it: to earlier files of the same
 * dictionary and to the dictionary it is laid over. */
#ifndef VT_DICT_LAYER_H
#define VT_DICT_LAYER_H

#include "dict/draft.h"

/* The entry below that has a form; `found` false: none. */
typedef struct layer_below {
  bool found;
  const image_header *image; /* NULL: it is an entry of the draft */
  const image_entry *entry;
  uint32_t draft_entry;
} layer_below;

/* Give `key` to the entry made last. A form twice in one dictionary is a fault;
 * a later dictionary's takes the place of the earlier's. */
void layer_claim(draft *d, vt_span key, source_place at);

layer_below layer_find(const draft *d, vt_span key);
/* Give the entry made last the forms of the one below, and its senses, too, where
 * some are to be added. */
void layer_take(draft *d, const layer_below *below, bool with_senses);

/* Take a whole image in, as a file that was read. */
void layer_image(draft *d, const image_header *image);

#endif

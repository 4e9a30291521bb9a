/* Sorting without moving: the order of items as a list of their indices. */
#ifndef VT_BASE_SORT_H
#define VT_BASE_SORT_H

#include "base/memory.h"

/* Below, equal or above zero, as item `a` belongs before, beside or after `b`. */
typedef int sort_compare(const void *context, uint32_t a, uint32_t b);

/* The indices 0 … count − 1 in sorted order; equal items keep theirs. The caller
 * frees the list. NULL: no memory. Any count, also 0. */
uint32_t *sort_order(const vt_allocator *memory, size_t count, sort_compare *compare,
                     const void *context);

/* The same for items that are sorted by a text, bytewise. */
typedef vt_span sort_text(const void *context, uint32_t item);
uint32_t *sort_order_of_texts(const vt_allocator *memory, size_t count, sort_text *text_of,
                              const void *context);

/* Bytewise; a prefix comes first. */
int span_compare(vt_span a, vt_span b);
bool span_equal(vt_span a, vt_span b);

#endif

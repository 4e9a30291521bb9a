/* Identifiers: document numbers, plates, models, addresses, file names. Nothing
 * inside one is ever expanded. */
#ifndef VT_ENGINE_IDENTIFY_H
#define VT_ENGINE_IDENTIFY_H

#include "dict/dictionary.h"
#include "engine/passage.h"

/* Is the word [start, end) part of an identifier? *span_start and *span_end: the
 * whole identifier. */
bool identify(const vt_dictionary *dictionary, passage *p, size_t start, size_t end,
              size_t *span_start, size_t *span_end);

#endif

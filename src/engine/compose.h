/* Forms that no dictionary lists, put together from known parts: e95, cBB1, eT,
 * QK5, CHQSTP, BCĐPCTT. Patterns and parts are data (dictionaries/compositions.yaml). */
#ifndef VT_ENGINE_COMPOSE_H
#define VT_ENGINE_COMPOSE_H

#include "base/memory.h"
#include "dict/dictionary.h"

typedef struct composed {
  vt_span long_form; /* in the arena */
  vt_span kind;
  bool sure, military;
} composed;

/* Try to put the form key together. False: no pattern fits, or no memory. */
bool compose(const vt_dictionary *dictionary, vt_span key, arena *scratch, composed *out);

#endif

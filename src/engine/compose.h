/* Forms that no dictionary lists, put together from known parts: e95, cBB1, eT,
 * QK5, CHQSTP, BCĐPCTT. Patterns and parts are data (dictionaries/compositions.yaml). */
#ifndef VT_ENGINE_COMPOSE_H
#define VT_ENGINE_COMPOSE_H

#include "base/memory.h"
#include "dict/dictionary.h"

enum { COMPOSE_PARTS = 5, COMPOSE_ROWS = 64 };

/* One pattern, read. */
typedef struct compose_piece {
  vt_span literal; /* empty: a part */
  uint8_t part;    /* term_part     */
} compose_piece;
typedef struct compose_row {
  const image_header *image;
  const image_composition *row;
  uint8_t count;
  compose_piece pieces[COMPOSE_PARTS];
} compose_row;

/* The patterns of a dictionary and its bases, read once for a session. */
typedef struct composer {
  size_t count;
  compose_row rows[COMPOSE_ROWS];
  uint64_t first[4]; /* bytes that a composed form can begin with */
} composer;

void composer_init(composer *c, const vt_dictionary *dictionary);

typedef struct composed {
  vt_span long_form; /* in the arena */
  vt_span kind;
  bool sure, military;
} composed;

/* Try to put the form key together. False: no pattern fits, or no memory. */
bool compose(const composer *c, vt_span key, arena *scratch, composed *out);

#endif

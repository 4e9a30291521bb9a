/* A segment cut wherever a find begins or ends, for markup that nests: an entity
 * outside, a short form inside. Where a short form crosses an entity's border it
 * is closed and opened again. */
#ifndef VT_WRITE_PIECES_H
#define VT_WRITE_PIECES_H

#include "viettat.h"

typedef struct piece {
  size_t start, end;
  const vt_entity *entity; /* around it, or NULL */
  const vt_short *brief;   /* around it, or NULL */
  bool opens_entity, opens_short, closes_short, closes_entity;
} piece;

typedef struct pieces {
  const vt_segment *segment;
  size_t at, next_short, next_entity;
} pieces;

void pieces_begin(pieces *p, const vt_segment *segment);
bool pieces_next(pieces *p, piece *out); /* false: the segment is done */

/* The finds of both kinds by start, an entity before a short form at its start;
 * exactly one of *entity and *brief is set. False: no more. */
bool pieces_next_find(pieces *p, const vt_entity **entity, const vt_short **brief);

#endif

/* Where in a file something stands, followed segment by segment. */
#ifndef VT_CLI_PLACE_H
#define VT_CLI_PLACE_H

#include "viettat.h"

typedef struct place {
  const vt_segment *segment;
  size_t offset;         /* in the segment                          */
  vt_position at;        /* of that offset                          */
  uint64_t next_offset;  /* where the next segment begins, if it is */
  size_t next_column_cp; /* … a piece of the same line              */
} place;

void place_begin(place *p, const vt_segment *segment);
/* Offsets must not decrease until place_end. */
vt_position place_at(place *p, size_t offset);
void place_end(place *p);

#endif

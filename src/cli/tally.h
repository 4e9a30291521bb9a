/* Forms counted, each with the first place where it stands. */
#ifndef VT_CLI_TALLY_H
#define VT_CLI_TALLY_H

#include "work.h"

enum { TALLY_ROWS = 100000 }; /* different forms; more are counted as dropped */

typedef struct tally_row {
  char *form, *reading; /* the key, with the status; owned, as all strings here */
  unsigned status;
  char *english, *field, *context, *proposals; /* NULL: none */
  char *file;                                  /* the first place */
  vt_position at;
  size_t count;
} tally_row;

typedef struct tally {
  tally_row *rows; /* in the order of first places */
  size_t count, room;
  size_t *slots; /* row + 1, 0: free; open addressing */
  size_t slot_count;
  size_t dropped;
} tally;

/* Count one; *row is new when its count is 1, NULL when there is no room for it. */
vt_status tally_count(tally *t, vt_span form, vt_span reading, unsigned status, tally_row **row);
/* Add the rows of `from`, which is empty afterwards. */
vt_status tally_merge(tally *t, tally *from);
void tally_clear(tally *t);
/* Warn when there were too many. */
void tally_say_dropped(const tally *t, output *err);
/* A copy of the span with NUL behind it, control characters as blanks. */
char *tally_text(vt_span text);

/* The parts of a work that keeps one tally for each job and one, r->state, for
 * all. */
vt_status tally_open(job *j);
vt_status tally_merge_job(job *j);
void tally_close(job *j);

#endif

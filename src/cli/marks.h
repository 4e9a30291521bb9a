/* Marked passages, as the examples of the dictionaries are written: ⟦TT→thông tư⟧
 * is expanded so (| between accepted ones), ⟦30/2020→=code⟧ stays, ⟪LOC:…⟫ is an
 * entity. */
#ifndef VT_CLI_MARKS_H
#define VT_CLI_MARKS_H

#include "viettat.h"

typedef struct mark {
  size_t start, end;   /* in the text without marks               */
  vt_span wanted;      /* the expansions; empty: it stays         */
  vt_entity_type type; /* VT_ENTITY_TYPES: a short form           */
} mark;

typedef struct marked {
  char *text; /* without marks */
  size_t size;
  mark *marks;
  size_t count;
  bool entities; /* some mark is one */
} marked;

/* False: *fault says what is wrong with the marks, or NULL for no memory.
 * `out` is to be cleared in either case. */
bool marked_read(vt_span passage, marked *out, const char **fault);
void marked_clear(marked *m);
/* Whether the long form is one of those the mark accepts. */
bool mark_accepts(const mark *m, vt_span long_form);

#endif

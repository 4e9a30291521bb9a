/* One row a find, for tsv and csv: the same columns, each format with its own way
 * to write a cell. */
#ifndef VT_WRITE_TABLE_H
#define VT_WRITE_TABLE_H

#include "write/odd.h"
#include "write/writer.h"

/* What was changed in a row's cells; named in its last column. */
typedef enum table_note {
  NOTE_INVALID = 1, /* U+FFFD stands for a byte that is not UTF-8        */
  NOTE_CONTROL = 2, /* ␀ … stand for control characters                  */
  NOTE_ESCAPED = 4, /* \t \n \r \\ stand for tab, newline, CR, backslash */
  NOTE_GUARDED = 8  /* ' was put before = + - @, against spreadsheets    */
} table_note;

typedef struct table {
  const char *separator, *line_end;
  unsigned (*cell)(pen *p, vt_span text); /* returns notes */
} table;

/* How a format writes markup, a break or a direction sign; returns notes. */
typedef unsigned table_sign(pen *p, const odd *o);

/* A cell's text: those by `sign`, what no table can take as a picture. */
unsigned table_text(pen *p, vt_span text, table_sign *sign);

void table_begin(vt_writer *writer, const table *t); /* BOM and names */
void table_segment(vt_writer *writer, const vt_segment *segment, const table *t);

/* Would a spreadsheet take it for a formula? */
bool table_is_formula(vt_span text);

#endif

/* Tab-separated values as shell tools and Miller read them: one line a find, and
 * tab, newline, carriage return and backslash written \t \n \r \\. */
#include "write/table.h"

static unsigned tsv_sign(pen *p, const odd *o) {
  if (o->kind == ODD_BREAK) {
    pen_byte(p, '\\');
    pen_byte(p, o->c == '\t' ? 't' : o->c == '\n' ? 'n' : 'r');
    return NOTE_ESCAPED;
  }
  if (o->c == '\\') {
    PEN_TEXT(p, "\\\\");
    return NOTE_ESCAPED;
  }
  pen_code_point(p, o->c);
  return 0;
}

static unsigned tsv_cell(pen *p, vt_span text) {
  unsigned notes = 0;
  if (table_is_formula(text) && text.text[0] >= ' ') {
    pen_byte(p, '\'');
    notes = NOTE_GUARDED;
  }
  return notes | table_text(p, text, tsv_sign);
}

static const table TSV = {"\t", "\n", tsv_cell};

static void tsv_begin(vt_writer *w) { table_begin(w, &TSV); }
static void tsv_segment(vt_writer *w, const vt_segment *s) { table_segment(w, s, &TSV); }

const format format_tsv = {
    .name = "tsv", .begin = tsv_begin, .segment = tsv_segment, .counts_from_document = true};

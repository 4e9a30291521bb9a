/* Tab-separated values as shell tools and Miller read them: one line a find, and
 * tab, newline, carriage return and backslash written \t \n \r \\. */
#include "write/table.h"

static unsigned put_odd(pen *p, const odd *o) {
  switch (o->kind) {
  case ODD_MARKUP:
    if (o->c != '\\') break;
    PEN_TEXT(p, "\\\\");
    return NOTE_ESCAPED;
  case ODD_BREAK:
    pen_byte(p, '\\');
    pen_byte(p, o->c == '\t' ? 't' : o->c == '\n' ? 'n' : 'r');
    return NOTE_ESCAPED;
  case ODD_BIDI: break;
  case ODD_INVALID: pen_code_point(p, odd_picture(o)); return NOTE_INVALID;
  case ODD_CONTROL:
  case ODD_C1:
  case ODD_NONCHARACTER: pen_code_point(p, odd_picture(o)); return NOTE_CONTROL;
  }
  pen_code_point(p, o->c);
  return 0;
}

static unsigned tsv_cell(pen *p, vt_span text) {
  unsigned notes = 0;
  odd o;
  if (table_is_formula(text) && text.text[0] >= ' ') {
    pen_byte(p, '\'');
    notes = NOTE_GUARDED;
  }
  for (size_t at = 0; at < text.size; at = o.at + o.length) {
    bool found = odd_find(text, at, &o);
    pen_put(p, text.text + at, o.at - at);
    if (found) notes |= put_odd(p, &o);
  }
  return notes;
}

static const table TSV = {"\t", "\n", tsv_cell};

static void tsv_begin(vt_writer *w) { table_begin(w, &TSV); }
static void tsv_segment(vt_writer *w, const vt_segment *s) { table_segment(w, s, &TSV); }

const format format_tsv = {
    .name = "tsv", .begin = tsv_begin, .segment = tsv_segment, .counts_from_document = true};

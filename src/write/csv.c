/* Comma-separated values after RFC 4180: CR LF ends a row, a cell with a comma, a
 * quote or a line break is quoted and keeps it. */
#include "write/table.h"

static bool needs_quotes(vt_span s) {
  for (size_t i = 0; i < s.size; i++)
    if (memchr(",\"\r\n", s.text[i], 4)) return true;
  return s.size && (s.text[0] == ' ' || s.text[s.size - 1] == ' '); /* some readers trim */
}

static unsigned put_odd(pen *p, const odd *o) {
  switch (o->kind) {
  case ODD_MARKUP:
    if (o->c == '"') pen_byte(p, '"');
    break;
  case ODD_BREAK:
  case ODD_BIDI: break;
  case ODD_INVALID: pen_code_point(p, odd_picture(o)); return NOTE_INVALID;
  case ODD_CONTROL:
  case ODD_C1:
  case ODD_NONCHARACTER: pen_code_point(p, odd_picture(o)); return NOTE_CONTROL;
  }
  pen_code_point(p, o->c);
  return 0;
}

static unsigned csv_cell(pen *p, vt_span text) {
  unsigned notes = 0;
  odd o;
  bool quoted = needs_quotes(text);
  if (quoted) pen_byte(p, '"');
  if (table_is_formula(text)) {
    pen_byte(p, '\'');
    notes = NOTE_GUARDED;
  }
  for (size_t at = 0; at < text.size; at = o.at + o.length) {
    bool found = odd_find(text, at, &o);
    pen_put(p, text.text + at, o.at - at);
    if (found) notes |= put_odd(p, &o);
  }
  if (quoted) pen_byte(p, '"');
  return notes;
}

static const table CSV = {",", "\r\n", csv_cell};

static void csv_begin(vt_writer *w) { table_begin(w, &CSV); }
static void csv_segment(vt_writer *w, const vt_segment *s) { table_segment(w, s, &CSV); }

const format format_csv = {
    .name = "csv", .begin = csv_begin, .segment = csv_segment, .counts_from_document = true};

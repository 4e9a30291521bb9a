/* Comma-separated values after RFC 4180: CR LF ends a row, a cell with a comma, a
 * quote or a line break is quoted and keeps it. */
#include "write/table.h"

static bool needs_quotes(vt_span s) {
  for (size_t i = 0; i < s.size; i++)
    if (memchr(",\"\r\n", s.text[i], 4)) return true;
  return s.size && (s.text[0] == ' ' || s.text[s.size - 1] == ' '); /* some readers trim */
}

static unsigned csv_sign(pen *p, const odd *o) {
  if (o->c == '"') pen_byte(p, '"');
  pen_code_point(p, o->c);
  return 0;
}

static unsigned csv_cell(pen *p, vt_span text) {
  unsigned notes = 0;
  bool quoted = needs_quotes(text);
  if (quoted) pen_byte(p, '"');
  if (table_is_formula(text)) {
    pen_byte(p, '\'');
    notes = NOTE_GUARDED;
  }
  notes |= table_text(p, text, csv_sign);
  if (quoted) pen_byte(p, '"');
  return notes;
}

static const table CSV = {",", "\r\n", csv_cell};

static void csv_begin(vt_writer *w) { table_begin(w, &CSV); }
static void csv_segment(vt_writer *w, const vt_segment *s) { table_segment(w, s, &CSV); }

const format format_csv = {
    .name = "csv", .begin = csv_begin, .segment = csv_segment, .counts_from_document = true};

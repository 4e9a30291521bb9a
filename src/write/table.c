#include "write/table.h"

#include "text/unicode.h"
#include "write/pieces.h"

static const char *const COLUMNS[] = {
    "doc",    "line",   "start",      "end",   "unit",   "type", "surface", "normal", "english",
    "action", "reason", "confidence", "entry", "domain", "code", "detail",  "dict",   "note"};
enum { COLUMN_COUNT = sizeof COLUMNS / sizeof *COLUMNS };

/* A sign that stands alone is text everywhere. */
bool table_is_formula(vt_span s) { return s.size > 1 && memchr("=+-@\t\r\n", s.text[0], 7); }

static unsigned put_odd(pen *p, const odd *o, table_sign *sign) {
  switch (o->kind) {
  case ODD_MARKUP:
  case ODD_BREAK:
  case ODD_BIDI: return sign(p, o);
  case ODD_INVALID: pen_code_point(p, odd_picture(o)); return NOTE_INVALID;
  case ODD_CONTROL:
  case ODD_C1:
  case ODD_NONCHARACTER: pen_code_point(p, odd_picture(o)); return NOTE_CONTROL;
  }
  return 0;
}

unsigned table_text(pen *p, vt_span text, table_sign *sign) {
  unsigned notes = 0;
  odd o;
  for (size_t at = 0; at < text.size; at = o.at + o.length) {
    bool found = odd_find(text, at, &o);
    pen_put(p, text.text + at, o.at - at);
    if (found) notes |= put_odd(p, &o, sign);
  }
  return notes;
}

void table_begin(vt_writer *w, const table *t) {
  if (w->options.bom) PEN_TEXT(&w->out, "\xEF\xBB\xBF");
  for (size_t i = 0; i < COLUMN_COUNT; i++) {
    if (i) pen_cstr(&w->out, t->separator);
    pen_cstr(&w->out, COLUMNS[i]);
  }
  pen_cstr(&w->out, t->line_end);
}

typedef struct row {
  const table *table;
  pen *out;
  unsigned notes;
} row;

static void put_cell(row *r, vt_span text) {
  r->notes |= r->table->cell(r->out, text);
  pen_cstr(r->out, r->table->separator);
}

static void put_number(row *r, uint64_t number) {
  pen_number(r->out, number);
  pen_cstr(r->out, r->table->separator);
}

static void put_empty(row *r, int cells) {
  while (cells-- > 0) pen_cstr(r->out, r->table->separator);
}

static void put_notes(row *r) {
  static const char *const NAMES[] = {"invalid", "control", "escaped", "guarded"};
  bool first = true;
  for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
    if (!(r->notes >> i & 1)) continue;
    if (!first) pen_byte(r->out, ' ');
    pen_cstr(r->out, NAMES[i]);
    first = false;
  }
  pen_cstr(r->out, r->table->line_end);
}

static void put_short(row *r, const vt_segment *segment, const vt_short *s) {
  put_cell(r, span_cstr("SHORT"));
  put_cell(r, short_surface(segment, s));
  bool expanded = s->action == VT_EXPAND;
  put_cell(r, expanded ? s->long_form : (vt_span){NULL, 0});
  put_cell(r, expanded ? s->english : (vt_span){NULL, 0});
  put_cell(r, span_cstr(expanded ? "expand" : "keep"));
  put_cell(r, span_cstr(vt_reason_text(s->reason)));
  pen_hundredths(r->out, s->confidence);
  put_empty(r, 1);
  put_cell(r, s->entry);
  put_cell(r, s->domain);
  put_empty(r, 2);
}

static void put_entity(row *r, const vt_segment *segment, const vt_entity *e) {
  vt_span surface = entity_surface(segment, e);
  put_cell(r, span_cstr(vt_entity_type_text(e->type)));
  put_cell(r, surface);
  put_cell(r, e->normal.size ? e->normal : surface);
  put_empty(r, 6);
  put_cell(r, e->code);
  put_cell(r, e->detail);
}

void table_segment(vt_writer *w, const vt_segment *segment, const table *t) {
  const vt_entity *entity;
  const vt_short *brief;
  uint64_t line = segment->line;
  size_t seen = 0;
  counter c;
  pieces p;
  counter_init(&c, segment, w->options.unit);
  pieces_begin(&p, segment);
  while (pieces_next_find(&p, &entity, &brief)) {
    size_t start = entity ? entity->start : brief->start, end = entity ? entity->end : brief->end;
    row r = {t, &w->out, 0};
    line += newline_count(segment->text + seen, start - seen);
    seen = start;
    put_cell(&r, buffer_span(&w->document));
    put_number(&r, line);
    range units = counter_range(&c, start, end);
    put_number(&r, w->base + units.start);
    put_number(&r, w->base + units.end);
    put_cell(&r, span_cstr(unit_name(w->options.unit)));
    if (entity) put_entity(&r, segment, entity);
    else put_short(&r, segment, brief);
    put_cell(&r, span_cstr(w->dictionary));
    put_notes(&r);
  }
}

/* brat standoff: the .ann beside the document, which is the .txt. Every find is one
 * T line; its fragments are separated where the text has a line break or a tab,
 * which a line of brat cannot hold. What a short form stands for, and the normal
 * form of an entity, are notes. The first note of a document names it, the unit of
 * the offsets and the dictionary; identifiers begin again with each document. */
#include "write/odd.h"
#include "write/pieces.h"
#include "write/writer.h"

typedef struct standoff {
  uint64_t finds, notes;
} standoff;

/* The text that a fragment shows: its bytes, one sign for each that cannot be. */
static void put_shown(pen *p, vt_span s, odd_counts *changed) {
  odd o;
  for (size_t at = 0; at < s.size; at = o.at + o.length) {
    bool found = odd_find(s, at, &o);
    pen_put(p, s.text + at, o.at - at);
    if (!found) break;
    bool stays = o.kind == ODD_MARKUP || o.kind == ODD_BIDI;
    bool blank = o.kind == ODD_BREAK || o.kind == ODD_C1;
    pen_code_point(p, stays ? o.c : blank ? ' ' : odd_picture(&o));
    changed->invalid += o.kind == ODD_INVALID;
    changed->pictured += o.kind == ODD_CONTROL || o.kind == ODD_NONCHARACTER;
  }
}

/* Characters at which some reader ends a line. */
static bool breaks(const odd *o) {
  return o->kind == ODD_BREAK || o->kind == ODD_C1 ||
         (o->kind == ODD_CONTROL &&
          ((o->c >= 0x0B && o->c <= 0x0C) || (o->c >= 0x1C && o->c <= 0x1E)));
}

/* The next fragment of text[*at, end), which is not empty; false: no more. */
static bool next_fragment(const char *text, size_t *at, size_t end, size_t *from) {
  vt_span s = {text, end};
  odd o;
  *from = *at;
  for (size_t look = *at; look < end;) {
    bool found = odd_find(s, look, &o);
    look = o.at + o.length;
    if (!found || !breaks(&o)) continue;
    if (o.at > *from) {
      *at = o.at;
      return true;
    }
    *from = look;
  }
  *at = end;
  return *from < end;
}

static void put_fragment(vt_writer *w, counter *c, char before, size_t start, size_t end) {
  pen_byte(&w->out, before);
  pen_number(&w->out, w->base + counter_to(c, start));
  pen_byte(&w->out, ' ');
  pen_number(&w->out, w->base + counter_to(c, end));
}

static void put_fragments(vt_writer *w, counter *c, size_t start, size_t end) {
  counter ahead = *c;
  size_t from;
  char before = ' ';
  for (size_t at = start; next_fragment(c->text, &at, end, &from); before = ';')
    put_fragment(w, &ahead, before, from, at);
  if (before == ' ') put_fragment(w, &ahead, before, start, end); /* nothing but breaks */
}

/* T1<tab>ORG 0 4;5 13<tab>Ban CHQS quận */
static odd_counts put_find(vt_writer *w, counter *c, const char *type, size_t start, size_t end) {
  standoff *state = w->state;
  pen *p = &w->out;
  odd_counts changed = {0, 0};
  size_t from;
  pen_byte(p, 'T');
  pen_number(p, ++state->finds);
  pen_byte(p, '\t');
  pen_cstr(p, type);
  (void)counter_to(c, start);
  put_fragments(w, c, start, end);
  char before = '\t';
  for (size_t at = start; next_fragment(c->text, &at, end, &from); before = ' ') {
    pen_byte(p, before);
    put_shown(p, (vt_span){c->text + from, at - from}, &changed);
  }
  if (before == '\t') PEN_TEXT(p, "\t ");
  pen_byte(p, '\n');
  return changed;
}

static void begin_note(vt_writer *w) {
  standoff *state = w->state;
  pen_byte(&w->out, '#');
  pen_number(&w->out, ++state->notes);
  PEN_TEXT(&w->out, "\tAnnotatorNotes T");
  pen_number(&w->out, state->finds);
  pen_byte(&w->out, '\t');
}

static void put_note(vt_writer *w, const char *what, vt_span text) {
  odd_counts ignored = {0, 0};
  begin_note(w);
  pen_cstr(&w->out, what);
  put_shown(&w->out, text, &ignored);
  pen_byte(&w->out, '\n');
}

static void put_changed(vt_writer *w, odd_counts changed) {
  if (changed.invalid + changed.pictured == 0) return;
  begin_note(w);
  pen_number(&w->out, changed.invalid);
  PEN_TEXT(&w->out, " invalid bytes and ");
  pen_number(&w->out, changed.pictured);
  PEN_TEXT(&w->out, " control characters are shown by signs\n");
}

static void put_origin(vt_writer *w) {
  odd_counts ignored = {0, 0};
  begin_note(w);
  PEN_TEXT(&w->out, "viettat " VT_VERSION "; unit ");
  pen_cstr(&w->out, unit_name(w->options.unit));
  if (w->dictionary[0]) PEN_TEXT(&w->out, "; dictionary ");
  pen_cstr(&w->out, w->dictionary);
  PEN_TEXT(&w->out, "; document ");
  put_shown(&w->out, buffer_span(&w->document), &ignored);
  pen_byte(&w->out, '\n');
}

static odd_counts put_entity(vt_writer *w, counter *c, const vt_entity *e) {
  odd_counts changed = put_find(w, c, vt_entity_type_text(e->type), e->start, e->end);
  vt_span surface = {c->text + e->start, e->end - e->start};
  if (e->normal.size && !span_equal(e->normal, surface)) put_note(w, "normal: ", e->normal);
  if (e->code.size) put_note(w, "code: ", e->code);
  if (e->detail.size) put_note(w, "", e->detail);
  return changed;
}

static odd_counts put_short(vt_writer *w, counter *c, const vt_short *s) {
  bool expanded = s->action == VT_EXPAND;
  odd_counts changed = put_find(w, c, expanded ? "SHORT" : "KEPT", s->start, s->end);
  if (expanded) put_note(w, "long: ", s->long_form);
  if (expanded && s->english.size) put_note(w, "english: ", s->english);
  if (!expanded) put_note(w, "kept: ", span_cstr(vt_reason_text(s->reason)));
  return changed;
}

static void brat_segment(vt_writer *w, const vt_segment *segment) {
  const standoff *state = w->state;
  const vt_entity *entity;
  const vt_short *brief;
  counter c;
  pieces p;
  counter_init(&c, segment, w->options.unit);
  pieces_begin(&p, segment);
  while (pieces_next_find(&p, &entity, &brief)) {
    odd_counts changed = entity ? put_entity(w, &c, entity) : put_short(w, &c, brief);
    put_changed(w, changed);
    if (state->finds == 1) put_origin(w);
  }
}

const format format_brat = {.name = "brat",
                            .segment = brat_segment,
                            .state_bytes = sizeof(standoff),
                            .counts_from_document = true};

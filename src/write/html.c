/* One self-contained page, written as the text comes: a section for each document,
 * its text in paragraphs that keep every blank and newline, what was found marked
 * in place, and the counts below it, in a bar that sticks to the window's foot.
 *
 * Without its tags and footers the text is the document's, but for what HTML cannot
 * hold: invalid bytes and control characters are shown as one sign each whose title
 * names them, a CR before LF is left out, and the footer says how often. Bidi
 * controls stand alone in <bdi>, where they turn nothing around. */
#include "write/html_page.h"
#include "write/markup.h"
#include "write/pieces.h"
#include "write/writer.h"

typedef struct page {
  bool paragraph; /* one is open */
  uint64_t entities[VT_ENTITY_TYPES], expanded, kept;
  uint64_t invalid, pictured, returns;
} page;

/* What is around the text at hand. */
typedef struct place {
  vt_writer *w;
  const vt_segment *segment;
  counter c;
} place;

static void html_begin(vt_writer *w) { html_page_begin(&w->out, w->options.title, w->dictionary); }

static void html_document(vt_writer *w) {
  vt_span name = buffer_span(&w->document);
  PEN_TEXT(&w->out, "<article>\n<h2>");
  if (span_equal(name, span_cstr("-"))) PEN_TEXT(&w->out, "Văn bản");
  else markup_plain(&w->out, name);
  PEN_TEXT(&w->out, "</h2>\n<div class=\"text\">");
}

static void put_sign(pen *p, const odd *o) {
  PEN_TEXT(p, "<span class=\"x\" title=\"");
  pen_cstr(p, o->kind == ODD_INVALID ? "byte " : "U+");
  pen_hex(p, o->c, o->kind == ODD_INVALID ? 2 : 4);
  PEN_TEXT(p, "\">");
  pen_code_point(p, odd_picture(o));
  PEN_TEXT(p, "</span>");
}

static void put_bidi(pen *p, const odd *o) {
  PEN_TEXT(p, "<bdi class=\"x\" title=\"U+");
  pen_hex(p, o->c, 4);
  PEN_TEXT(p, "\">");
  pen_code_point(p, o->c);
  PEN_TEXT(p, "</bdi>");
}

/* `next`: the byte behind it, or NUL. */
static void put_odd(pen *p, page *state, const odd *o, char next) {
  switch (o->kind) {
  case ODD_MARKUP:
    if (o->c == '"' || !markup_escape(p, o->c)) pen_code_point(p, o->c);
    return;
  case ODD_BREAK:
    if (o->c != '\r') pen_byte(p, (char)o->c);
    else if (next == '\n') state->returns++;
    else break;
    return;
  case ODD_C1:
    if (o->c < 0x100) break;
    pen_code_point(p, o->c);
    return;
  case ODD_BIDI: put_bidi(p, o); return;
  case ODD_INVALID: state->invalid++; break;
  case ODD_CONTROL:
  case ODD_NONCHARACTER: break;
  }
  state->pictured += o->kind != ODD_INVALID;
  put_sign(p, o);
}

static void put_text(pen *p, page *state, vt_span s) {
  odd o;
  for (size_t at = 0; at < s.size; at = o.at + o.length) {
    bool found = odd_find(s, at, &o);
    pen_put(p, s.text + at, o.at - at);
    size_t behind = o.at + o.length;
    if (found) put_odd(p, state, &o, behind < s.size ? s.text[behind] : '\0');
  }
}

/* data-cp="12-20" */
static void put_range(place *at, size_t start, size_t end) {
  pen *p = &at->w->out;
  range r = counter_range(&at->c, start, end);
  PEN_TEXT(p, " data-");
  pen_cstr(p, unit_name(at->w->options.unit));
  PEN_TEXT(p, "=\"");
  pen_number(p, at->w->base + r.start);
  pen_byte(p, '-');
  pen_number(p, at->w->base + r.end);
  pen_byte(p, '"');
}

static void open_entity(place *at, const vt_entity *e) {
  pen *p = &at->w->out;
  vt_span surface = entity_surface(at->segment, e);
  bool regular = e->normal.size && !span_equal(e->normal, surface);
  PEN_TEXT(p, "<span class=\"e ");
  pen_cstr(p, vt_entity_type_text(e->type));
  pen_byte(p, '"');
  put_range(at, e->start, e->end);
  if (regular || e->code.size) {
    PEN_TEXT(p, " tabindex=\"0\" title=\"");
    markup_attribute(p, regular ? e->normal : surface);
    if (e->code.size) PEN_TEXT(p, " · ");
    markup_attribute(p, e->code);
    pen_byte(p, '"');
  }
  pen_byte(p, '>');
}

static void open_expanded(place *at, const vt_short *s) {
  pen *p = &at->w->out;
  PEN_TEXT(p, "<abbr");
  put_range(at, s->start, s->end);
  PEN_TEXT(p, " tabindex=\"0\" title=\"");
  markup_attribute(p, s->long_form);
  if (s->english.size) {
    PEN_TEXT(p, "\" data-en=\"");
    markup_attribute(p, s->english);
  }
  PEN_TEXT(p, "\">");
}

static void open_kept(place *at, const vt_short *s) {
  pen *p = &at->w->out;
  PEN_TEXT(p, "<span class=\"k\"");
  put_range(at, s->start, s->end);
  PEN_TEXT(p, " tabindex=\"0\" title=\"");
  pen_cstr(p, html_page_reason(s->reason));
  for (size_t i = 0; i < s->alternative_count; i++) {
    pen_cstr(p, i ? "; " : ": ");
    markup_attribute(p, s->alternatives[i].long_form);
  }
  PEN_TEXT(p, "\">");
}

/* The tag of a short form; NULL: nobody needs to look at it. */
static const char *short_tag(const vt_short *s) {
  if (s->action == VT_EXPAND) return "abbr";
  return html_page_reason(s->reason) ? "span" : NULL;
}

static void open_short(place *at, const vt_short *s) {
  if (s->action == VT_EXPAND) open_expanded(at, s);
  else if (short_tag(s)) open_kept(at, s);
}

static void close_short(pen *p, const vt_short *s) {
  if (!short_tag(s)) return;
  PEN_TEXT(p, "</");
  pen_cstr(p, short_tag(s));
  pen_byte(p, '>');
}

static void count(page *state, const vt_segment *segment) {
  for (size_t i = 0; i < segment->entity_count; i++) state->entities[segment->entities[i].type]++;
  for (size_t i = 0; i < segment->short_count; i++) {
    const vt_short *s = &segment->shorts[i];
    state->expanded += s->action == VT_EXPAND;
    state->kept += s->action == VT_KEEP && short_tag(s);
  }
}

static void html_segment(vt_writer *w, const vt_segment *segment) {
  pen *out = &w->out;
  page *state = w->state;
  place at = {.w = w, .segment = segment};
  pieces all;
  piece p;
  counter_init(&at.c, segment, w->options.unit);
  if (!state->paragraph) PEN_TEXT(out, "<p>");
  for (pieces_begin(&all, segment); pieces_next(&all, &p);) {
    if (p.opens_entity) open_entity(&at, p.entity);
    if (p.opens_short) open_short(&at, p.brief);
    put_text(out, state, (vt_span){segment->text + p.start, p.end - p.start});
    if (p.closes_short) close_short(out, p.brief);
    if (p.closes_entity) PEN_TEXT(out, "</span>");
  }
  state->paragraph = segment->size == 0 || segment->text[segment->size - 1] != '\n';
  if (!state->paragraph) PEN_TEXT(out, "</p>");
  count(state, segment);
}

static void put_count(pen *p, uint64_t number, const char *what) {
  if (number == 0) return;
  PEN_TEXT(p, "<li>");
  pen_cstr(p, what);
  PEN_TEXT(p, " <b>");
  pen_number(p, number);
  PEN_TEXT(p, "</b></li>");
}

static void html_document_end(vt_writer *w) {
  pen *p = &w->out;
  page *state = w->state;
  if (state->paragraph) PEN_TEXT(p, "</p>");
  PEN_TEXT(p, "</div>\n<footer><ul>");
  put_count(p, state->expanded, "<span class=\"s\">chữ viết tắt</span>");
  put_count(p, state->kept, "<span class=\"k\">để nguyên</span>");
  for (int type = 0; type < VT_ENTITY_TYPES; type++) {
    if (state->entities[type] == 0) continue;
    PEN_TEXT(p, "<li>");
    html_page_type(p, (vt_entity_type)type);
    PEN_TEXT(p, " <b>");
    pen_number(p, state->entities[type]);
    PEN_TEXT(p, "</b></li>");
  }
  put_count(p, state->invalid, "byte không phải UTF-8, hiện là �:");
  put_count(p, state->pictured, "ký tự điều khiển, hiện bằng ký hiệu:");
  put_count(p, state->returns, "dòng kết thúc bằng CR LF:");
  PEN_TEXT(p, "</ul></footer>\n</article>\n");
}

static void html_finish(vt_writer *w) { html_page_end(&w->out); }

const format format_html = {.name = "html",
                            .begin = html_begin,
                            .document = html_document,
                            .segment = html_segment,
                            .document_end = html_document_end,
                            .finish = html_finish,
                            .state_bytes = sizeof(page),
                            .counts_from_document = true};

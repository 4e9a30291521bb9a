/* TEI P5, written as the text comes: a teiCorpus with one TEI a document, its text
 * in <ab> with every blank and newline kept.
 *
 * Leaving out <expan>, <reg> and the headers gives the document's text, but for what
 * XML cannot hold: an invalid byte or control character is a <g> with one sign in
 * its place and its number in @n. @n of a find is "unit:start-end". */
#include "write/markup.h"
#include "write/pieces.h"
#include "write/xml_date.h"

typedef struct tei {
  bool block, any; /* an <ab> is open; was written */
} tei;

/* What is around the text at hand. */
typedef struct place {
  vt_writer *w;
  const vt_segment *segment;
  counter c;
  size_t next_short; /* the first that may lie in what follows */
  bool in_idno;      /* where TEI allows no <lb>               */
  bool in_orig;      /* the open entity has a <reg> to come    */
} place;

static void put_title(pen *p, vt_span title) {
  PEN_TEXT(p, "<titleStmt><title>");
  markup_plain(p, title);
  PEN_TEXT(p, "</title></titleStmt>\n");
}

static void xml_begin(vt_writer *w) {
  pen *p = &w->out;
  vt_span title =
      span_cstr(w->options.title ? w->options.title : "Chữ viết tắt và thực thể trong văn bản");
  PEN_TEXT(p, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"vi\">\n"
              "<teiHeader xml:lang=\"en\">\n<fileDesc>\n");
  put_title(p, title);
  PEN_TEXT(p, "<publicationStmt><p>Annotated by a program; not published.</p></publicationStmt>\n"
              "<sourceDesc><p>Each TEI element names its document.</p></sourceDesc>\n"
              "</fileDesc>\n<encodingDesc>\n<editorialDecl><p>Line breaks and blanks are those of "
              "the document. @n of what was found is unit:start-end, half open, counted from the "
              "document's beginning in ");
  pen_cstr(p, w->options.unit == VT_UNIT_CP     ? "code points (cp)"
              : w->options.unit == VT_UNIT_BYTE ? "bytes (byte)"
                                                : "UTF-16 code units (utf16)");
  PEN_TEXT(p, " of the file as it was read. g stands for a byte that is not UTF-8 or a character "
              "that XML does not allow; its @n says which.</p></editorialDecl>\n"
              "<appInfo><application ident=\"viettat\" version=\"" VT_VERSION "\">"
              "<label>viettat</label><desc>dictionary ");
  markup_plain(p, span_cstr(w->dictionary[0] ? w->dictionary : "not named"));
  PEN_TEXT(p, "</desc></application></appInfo>\n</encodingDesc>\n</teiHeader>\n");
}

static void xml_document(vt_writer *w) {
  pen *p = &w->out;
  vt_span name = buffer_span(&w->document);
  PEN_TEXT(p, "<TEI>\n<teiHeader>\n<fileDesc>\n");
  put_title(p, name);
  PEN_TEXT(p, "<publicationStmt><p/></publicationStmt>\n<sourceDesc><p>");
  markup_plain(p, name);
  PEN_TEXT(p, "</p></sourceDesc>\n</fileDesc>\n</teiHeader>\n<text>\n<body>\n");
}

static void put_sign(pen *p, const odd *o) {
  pen_cstr(p,
           o->kind == ODD_INVALID ? "<g type=\"invalid\" n=\"byte " : "<g type=\"control\" n=\"U+");
  pen_hex(p, o->c, o->kind == ODD_INVALID ? 2 : 4);
  PEN_TEXT(p, "\">");
  pen_code_point(p, odd_picture(o));
  PEN_TEXT(p, "</g>");
}

/* `next`: the byte behind it in the segment, or NUL. */
static void put_odd(const place *at, const odd *o, char next) {
  pen *p = &at->w->out;
  switch (o->kind) {
  case ODD_MARKUP:
    if (!markup_escape(p, o->c)) pen_code_point(p, o->c);
    return;
  case ODD_BREAK:
    if (o->c == '\r') PEN_TEXT(p, "&#13;");
    else pen_byte(p, (char)o->c);
    if (o->c == '\n' && next && next != '\n' && next != '\r' && !at->in_idno) PEN_TEXT(p, "<lb/>");
    return;
  case ODD_C1:
  case ODD_BIDI: pen_code_point(p, o->c); return;
  case ODD_CONTROL:
    if (o->c != 0x7F) break;
    pen_code_point(p, o->c);
    return;
  case ODD_NONCHARACTER:
  case ODD_INVALID: break;
  }
  put_sign(p, o);
}

static void put_text(const place *at, size_t start, size_t end) {
  const char *text = at->segment->text;
  vt_span s = {text, end};
  odd o;
  for (size_t from = start; from < end; from = o.at + o.length) {
    bool found = odd_find(s, from, &o);
    pen_put(&at->w->out, text + from, o.at - from);
    size_t behind = o.at + o.length;
    if (found) put_odd(at, &o, behind < at->segment->size ? text[behind] : '\0');
  }
}

/* ` n="cp:12-20"` */
static void put_range(place *at, size_t start, size_t end) {
  pen *p = &at->w->out;
  range r = counter_range(&at->c, start, end);
  PEN_TEXT(p, " n=\"");
  pen_cstr(p, unit_name(at->w->options.unit));
  pen_byte(p, ':');
  pen_number(p, at->w->base + r.start);
  pen_byte(p, '-');
  pen_number(p, at->w->base + r.end);
  pen_byte(p, '"');
}

static const char *entity_tag(vt_entity_type type) {
  switch (type) {
  case VT_PER: return "persName";
  case VT_LOC: return "placeName";
  case VT_ORG: return "orgName";
  case VT_TITLE: return "roleName";
  case VT_DATE: return "date";
  case VT_DOC: return "bibl";
  case VT_QUANTITY: return "measure";
  case VT_ENTITY_TYPES: break;
  }
  return "rs"; /* a referring string of any kind */
}

/* Does the normal form say more than the text with its short forms expanded? */
static bool needs_regular(const place *at, const vt_entity *e) {
  vt_span normal = e->normal;
  const char *text = at->segment->text;
  size_t from = e->start, matched = 0;
  if (normal.size == 0 || (e->type == VT_DATE && xml_date_known(normal))) return false;
  for (size_t i = at->next_short; i < at->segment->short_count; i++) {
    const vt_short *s = &at->segment->shorts[i];
    if (s->end > e->end) break;
    if (s->start < e->start || s->action != VT_EXPAND) continue;
    size_t before = s->start - from;
    if (matched + before + s->long_form.size > normal.size) return true;
    if (memcmp(normal.text + matched, text + from, before) != 0) return true;
    matched += before;
    if (memcmp(normal.text + matched, s->long_form.text, s->long_form.size) != 0) return true;
    matched += s->long_form.size;
    from = s->end;
  }
  vt_span rest = {normal.text + matched, normal.size - matched};
  return !span_equal(rest, (vt_span){text + from, e->end - from});
}

static void open_entity(place *at, const vt_entity *e) {
  pen *p = &at->w->out;
  pen_byte(p, '<');
  pen_cstr(p, entity_tag(e->type));
  if (e->type >= VT_ENTITY_TYPES) {
    PEN_TEXT(p, " type=\"");
    pen_cstr(p, vt_entity_type_text(e->type));
    pen_byte(p, '"');
  }
  put_range(at, e->start, e->end);
  if (e->type == VT_LOC && e->code.size) {
    PEN_TEXT(p, " key=\"");
    markup_attribute(p, e->code);
    pen_byte(p, '"');
  }
  if (e->type == VT_DATE) xml_date_put(p, e->normal);
  pen_byte(p, '>');
  at->in_orig = needs_regular(at, e);
  if (at->in_orig) PEN_TEXT(p, "<choice><orig>");
}

static void close_entity(place *at, const vt_entity *e) {
  pen *p = &at->w->out;
  if (at->in_orig) {
    PEN_TEXT(p, "</orig><reg>");
    markup_plain(p, e->normal);
    PEN_TEXT(p, "</reg></choice>");
  }
  PEN_TEXT(p, "</");
  pen_cstr(p, entity_tag(e->type));
  pen_byte(p, '>');
}

/* What a form that stayed is; NULL: nothing to mark. */
static const char *kept_tag(vt_reason reason) {
  if (reason == VT_REASON_WORD || reason == VT_REASON_NUMERAL) return NULL;
  return reason == VT_REASON_IDENTIFIER ? "idno" : "abbr";
}

static void put_short(place *at, const piece *p) {
  const vt_short *s = p->brief;
  pen *out = &at->w->out;
  bool expanded = s->action == VT_EXPAND && p->start == s->start;
  const char *tag = s->action == VT_EXPAND ? "abbr" : kept_tag(s->reason);
  if (expanded) {
    PEN_TEXT(out, "<choice");
    put_range(at, s->start, s->end);
    PEN_TEXT(out, "><abbr>");
  } else if (tag) {
    pen_byte(out, '<');
    pen_cstr(out, tag);
    put_range(at, s->start, s->end);
    if (s->action == VT_KEEP && s->reason != VT_REASON_IDENTIFIER) {
      PEN_TEXT(out, " type=\"");
      pen_cstr(out, vt_reason_text(s->reason));
      pen_byte(out, '"');
    }
    pen_byte(out, '>');
  }
  at->in_idno = tag && strcmp(tag, "idno") == 0;
  put_text(at, p->start, p->end);
  at->in_idno = false;
  if (!tag) return;
  PEN_TEXT(out, "</");
  pen_cstr(out, tag);
  pen_byte(out, '>');
  if (!expanded) return;
  PEN_TEXT(out, "<expan cert=\"");
  pen_hundredths(out, s->confidence);
  PEN_TEXT(out, "\">");
  markup_plain(out, s->long_form);
  PEN_TEXT(out, "</expan></choice>");
}

static void open_block(vt_writer *w, const vt_segment *segment) {
  tei *state = w->state;
  if (state->block) return;
  PEN_TEXT(&w->out, "<ab n=\"line:");
  pen_number(&w->out, segment->line);
  PEN_TEXT(&w->out, "\" xml:space=\"preserve\">");
  state->block = state->any = true;
}

static void xml_segment(vt_writer *w, const vt_segment *segment) {
  tei *state = w->state;
  place at = {.w = w, .segment = segment};
  pieces all;
  piece p;
  counter_init(&at.c, segment, w->options.unit);
  open_block(w, segment);
  for (pieces_begin(&all, segment); pieces_next(&all, &p);) {
    at.next_short = all.next_short;
    if (p.opens_entity) open_entity(&at, p.entity);
    if (p.brief) put_short(&at, &p);
    else put_text(&at, p.start, p.end);
    if (p.closes_entity) close_entity(&at, p.entity);
  }
  if (segment->size && segment->text[segment->size - 1] == '\n') {
    PEN_TEXT(&w->out, "</ab>\n");
    state->block = false;
  }
}

static void xml_document_end(vt_writer *w) {
  const tei *state = w->state;
  if (state->block) PEN_TEXT(&w->out, "</ab>\n");
  if (!state->any) PEN_TEXT(&w->out, "<ab/>\n"); /* a body must not be empty */
  PEN_TEXT(&w->out, "</body>\n</text>\n</TEI>\n");
}

static void xml_finish(vt_writer *w) { PEN_TEXT(&w->out, "</teiCorpus>\n"); }

const format format_xml = {.name = "xml",
                           .begin = xml_begin,
                           .document = xml_document,
                           .segment = xml_segment,
                           .document_end = xml_document_end,
                           .finish = xml_finish,
                           .state_bytes = sizeof(tei),
                           .counts_from_document = true};

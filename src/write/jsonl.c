/* JSON Lines: one object a segment (design of the fields: README, "Formats"). The
 * text is valid UTF-8: each invalid byte becomes U+FFFD and is named under
 * "invalid" as [byte offset, length].
 *
 * Besides what JSON wants, U+0085, U+2028 and U+2029 are escaped: programs that
 * split at Unicode's line ends still get one object a line. Most strings hold
 * nothing to escape; they are scanned sixteen bytes at a time. */
#include "text/unicode.h"
#include "write/writer.h"

static bool is_suspect(unsigned char c) {
  return c < 0x20 || c == '"' || c == '\\' || c == 0xC2 || c == 0xE2;
}

#if defined(__SSE2__)
#include <emmintrin.h>

/* One bit a byte of the sixteen: is it suspect? */
static unsigned suspects(const char *sixteen) {
  __m128i v = _mm_loadu_si128((const __m128i *)(const void *)sixteen);
  __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1F)), v);
  __m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
  __m128i slash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
  __m128i lead = _mm_or_si128(v, _mm_set1_epi8(0x20)); /* C2 and E2 differ by that bit */
  lead = _mm_cmpeq_epi8(lead, _mm_set1_epi8((char)0xE2));
  return (unsigned)_mm_movemask_epi8(
      _mm_or_si128(_mm_or_si128(control, quote), _mm_or_si128(slash, lead)));
}
#else
static unsigned suspects(const char *sixteen) {
  unsigned found = 0;
  for (unsigned i = 0; i < 16; i++) found |= (unsigned)is_suspect((unsigned char)sixteen[i]) << i;
  return found;
}
#endif

static size_t find_suspect(const char *text, size_t size, size_t at) {
  for (; at + 16 <= size; at += 16) {
    unsigned found = suspects(text + at);
    if (found) return at + (unsigned)__builtin_ctz(found);
  }
  if (at < size && size >= 16) { /* the rest together with what is before it */
    unsigned found = suspects(text + size - 16) >> (at + 16 - size);
    return found ? at + (unsigned)__builtin_ctz(found) : size;
  }
  while (at < size && !is_suspect((unsigned char)text[at])) at++;
  return at;
}

static void put_escape(pen *p, uint32_t c) {
  if (c == '"' || c == '\\') {
    pen_byte(p, '\\');
    pen_byte(p, (char)c);
  } else if (c == '\n') {
    PEN_TEXT(p, "\\n");
  } else {
    PEN_TEXT(p, "\\u");
    pen_hex(p, c, 4);
  }
}

static bool needs_escape(uint32_t c) {
  return c < 0x20 || c == '"' || c == '\\' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static void put_valid(pen *p, vt_span s) {
  size_t done = 0, length;
  for (size_t at = find_suspect(s.text, s.size, 0); at < s.size;
       at = find_suspect(s.text, s.size, at + length)) {
    uint32_t c = utf8_decode(s.text + at, s.size - at, &length);
    if (!needs_escape(c)) continue;
    pen_put(p, s.text + done, at - done);
    put_escape(p, c);
    done = at + length;
  }
  pen_put(p, s.text + done, s.size - done);
}

static void put_any(pen *p, vt_span s) {
  while (s.size > 0) {
    size_t valid = utf8_valid_size(s.text, s.size);
    put_valid(p, (vt_span){s.text, valid});
    if (valid < s.size) PEN_TEXT(p, "\xEF\xBF\xBD");
    size_t done = valid + (valid < s.size);
    s = (vt_span){s.text + done, s.size - done};
  }
}

/* A string with its quotes. */
static void put_string(pen *p, vt_span s) {
  pen_byte(p, '"');
  put_any(p, s);
  pen_byte(p, '"');
}

#define PUT_FIELD(p, name, value) (PEN_TEXT(p, ",\"" name "\":"), put_string(p, value))

/* Text of the segment, whose validity is known. */
static void put_text(pen *p, const counter *c, const char *name, size_t start, size_t end) {
  vt_span s = {c->text + start, end - start};
  PEN_TEXT(p, ",\"");
  pen_cstr(p, name);
  PEN_TEXT(p, "\":\"");
  if (c->valid) put_valid(p, s);
  else put_any(p, s);
  pen_byte(p, '"');
}

static void put_range(pen *p, counter *c, size_t start, size_t end) {
  PEN_TEXT(p, "{\"start\":");
  pen_number(p, counter_to(c, start));
  PEN_TEXT(p, ",\"end\":");
  pen_number(p, counter_to(c, end));
}

static void put_alternatives(pen *p, const vt_short *s) {
  const char *before = "{\"long\":";
  PEN_TEXT(p, ",\"alternatives\":[");
  for (size_t i = 0; i < s->alternative_count; i++) {
    const vt_alternative *a = &s->alternatives[i];
    if (s->action == VT_EXPAND && span_equal(a->long_form, s->plain)) continue;
    pen_cstr(p, before);
    put_string(p, a->long_form);
    PEN_TEXT(p, ",\"score\":");
    pen_hundredths(p, a->score);
    pen_byte(p, '}');
    before = ",{\"long\":";
  }
  pen_byte(p, ']');
}

static void put_short(pen *p, counter *c, const vt_short *s) {
  put_range(p, c, s->start, s->end);
  put_text(p, c, "surface", s->start, s->end);
  if (s->action == VT_EXPAND) {
    PEN_TEXT(p, ",\"action\":\"expand\"");
    PUT_FIELD(p, "long", s->long_form);
    PUT_FIELD(p, "english", s->english);
    PUT_FIELD(p, "sense", s->plain);
    PUT_FIELD(p, "kind", s->kind);
    PUT_FIELD(p, "domain", s->domain);
  } else {
    PEN_TEXT(p, ",\"action\":\"keep\"");
  }
  PUT_FIELD(p, "entry", s->entry);
  PEN_TEXT(p, ",\"reason\":\"");
  pen_cstr(p, vt_reason_text(s->reason));
  PEN_TEXT(p, "\",\"confidence\":");
  pen_hundredths(p, s->confidence);
  put_alternatives(p, s);
  pen_byte(p, '}');
}

/* "type=…;number=…" as an object. */
static void put_detail(pen *p, vt_span detail) {
  char before = '{';
  PEN_TEXT(p, ",\"detail\":");
  for (size_t at = 0, end; at < detail.size; at = end + 1) {
    const char *text = detail.text + at;
    const char *semicolon = memchr(text, ';', detail.size - at);
    end = semicolon ? (size_t)(semicolon - detail.text) : detail.size;
    const char *equals = memchr(text, '=', end - at);
    size_t name = equals ? (size_t)(equals - text) : 0;
    if (name == 0) continue;
    pen_byte(p, before);
    put_string(p, (vt_span){text, name});
    pen_byte(p, ':');
    put_string(p, (vt_span){equals + 1, end - at - name - 1});
    before = ',';
  }
  if (before == '{') pen_byte(p, '{');
  pen_byte(p, '}');
}

static void put_entity(pen *p, counter *c, const vt_entity *e) {
  put_range(p, c, e->start, e->end);
  put_text(p, c, "surface", e->start, e->end);
  PEN_TEXT(p, ",\"type\":\"");
  pen_cstr(p, vt_entity_type_text(e->type));
  pen_byte(p, '"');
  if (e->normal.size) PUT_FIELD(p, "normal", e->normal);
  else put_text(p, c, "normal", e->start, e->end);
  if (e->code.size) PUT_FIELD(p, "code", e->code);
  if (e->detail.size) put_detail(p, e->detail);
  pen_byte(p, '}');
}

static void put_invalid(pen *p, const vt_segment *segment) {
  const char *before = ",\"invalid\":[[";
  for (size_t at = 0;
       (at += utf8_valid_size(segment->text + at, segment->size - at)) < segment->size; at++) {
    pen_cstr(p, before);
    pen_number(p, at);
    PEN_TEXT(p, ",1]");
    before = ",[";
  }
  pen_byte(p, ']');
}

static void jsonl_segment(vt_writer *w, const vt_segment *segment) {
  pen *p = &w->out;
  counter c;
  counter_init(&c, segment, w->options.unit);
  PEN_TEXT(p, "{\"doc\":");
  put_string(p, buffer_span(&w->document));
  PEN_TEXT(p, ",\"offset\":");
  pen_number(p, segment->offset);
  PEN_TEXT(p, ",\"line\":");
  pen_number(p, segment->line);
  PEN_TEXT(p, ",\"unit\":\"");
  pen_cstr(p, unit_name(w->options.unit));
  pen_byte(p, '"');
  if (w->dictionary[0]) PUT_FIELD(p, "dict", span_cstr(w->dictionary));
  put_text(p, &c, "text", 0, segment->size);
  if (!c.valid) put_invalid(p, segment);
  PEN_TEXT(p, ",\"shorts\":[");
  for (size_t i = 0; i < segment->short_count; i++) {
    if (i) pen_byte(p, ',');
    put_short(p, &c, &segment->shorts[i]);
  }
  PEN_TEXT(p, "],\"entities\":[");
  for (size_t i = 0; i < segment->entity_count; i++) {
    if (i) pen_byte(p, ',');
    put_entity(p, &c, &segment->entities[i]);
  }
  PEN_TEXT(p, "]}\n");
}

const format format_jsonl = {.name = "jsonl", .segment = jsonl_segment};

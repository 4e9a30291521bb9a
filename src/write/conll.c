/* CoNLL with IOB2 tags: token, start:end, remarks, tag, with tabs between; an empty
 * line behind each sentence. No field holds a blank, since readers split there.
 *
 * A token is one syllable, number or sign. A run of characters without a blank that
 * holds a digit or touches a short form stays whole (30/2020/NĐ-CP, QP-AN, 07h30),
 * but for signs around it and commas and semicolons before other than digits. The
 * border of an entity always ends a token.
 *
 * Remarks are as in CoNLL-U's MISC: Long (what the token reads with its short forms
 * expanded; ^: it belongs to the form begun before), Normal and Code of the entity
 * that begins, SpaceAfter=No, Invalid and Control (how many were replaced by signs).
 * Blanks in them are _, and | is %7C. A -DOCSTART- line names document, unit and
 * dictionary. */
#include "text/unicode.h"
#include "write/odd.h"
#include "write/writer.h"

typedef struct sentence {
  bool open; /* tokens without an empty line behind them */
} sentence;

/* The walk over a segment. */
typedef struct walk {
  vt_writer *w;
  const vt_segment *segment;
  counter c;
  size_t at, next_short, next_entity;
  size_t run_end;          /* of the run that k->at is in, if it is in one */
  size_t last_digit;       /* of the run, plus one; 0: it holds none       */
  const vt_entity *tagged; /* has had its first token */
} walk;

static const vt_short *short_from(walk *k) {
  const vt_segment *s = k->segment;
  while (k->next_short < s->short_count && s->shorts[k->next_short].end <= k->at) k->next_short++;
  return k->next_short < s->short_count ? &s->shorts[k->next_short] : NULL;
}

static const vt_entity *entity_from(walk *k) {
  const vt_segment *s = k->segment;
  while (k->next_entity < s->entity_count && s->entities[k->next_entity].end <= k->at)
    k->next_entity++;
  return k->next_entity < s->entity_count ? &s->entities[k->next_entity] : NULL;
}

/* What str.split() of Python, and so some reader, takes for a blank. */
static bool is_blank(uint32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0x1680 ||
         c == 0x2028 || c == 0x2029 || c == 0x205F || unicode_is_space(c);
}

static uint32_t decode(const walk *k, size_t at, size_t *length) {
  return utf8_decode(k->segment->text + at, k->segment->size - at, length);
}

static bool is_wordlike(uint32_t c) {
  return unicode_is_letter(c) || unicode_is_digit(c) || c == UNICODE_INVALID;
}

/* Find the run that begins at k->at; it ends at a blank or an entity's border. */
static void begin_run(walk *k) {
  const vt_entity *e = entity_from(k);
  size_t end = k->segment->size, at = k->at;
  if (e) end = e->start > at ? e->start : e->end;
  k->last_digit = 0;
  for (size_t length; at < end; at += length) {
    uint32_t c = decode(k, at, &length);
    if (is_blank(c)) break;
    if (unicode_is_digit(c)) k->last_digit = at + 1;
  }
  k->run_end = at;
}

/* Is there a short form, or a digit, in the rest of the run? */
static bool stays_whole(walk *k) {
  const vt_short *s = short_from(k);
  bool touches = s && s->start < k->run_end && s->reason != VT_REASON_WORD;
  return touches || k->last_digit > k->at;
}

/* One sign, or the letters up to the next sign. */
static size_t syllable_end(const walk *k) {
  size_t at = k->at, end = k->run_end, length;
  if (!is_wordlike(decode(k, at, &length))) return at + length;
  while (at < end && is_wordlike(decode(k, at, &length))) at += length;
  return at;
}

static bool ends_in_short(const walk *k, size_t end) {
  const vt_segment *s = k->segment;
  for (size_t i = k->next_short; i < s->short_count && s->shorts[i].start < end; i++)
    if (s->shorts[i].end >= end) return true;
  return false;
}

/* The run without the signs behind it, up to an inner comma or semicolon. What looks
 * like the line of a document's beginning is cut. */
static size_t whole_end(walk *k) {
  const vt_short *s = short_from(k);
  size_t end = k->run_end, length, first;
  bool in_short = s && s->start <= k->at;
  if (!in_short && !is_wordlike(decode(k, k->at, &first))) return k->at + first;
  for (size_t at = k->at; at + 1 < end; at++) {
    char c = k->segment->text[at];
    if (at > k->at && (c == ',' || c == ';') &&
        !unicode_is_digit((unsigned char)k->segment->text[at + 1]) && !ends_in_short(k, at + 1))
      end = at;
  }
  while (end > k->at && !ends_in_short(k, end)) {
    uint32_t last = utf8_decode_before(k->segment->text, end, &length);
    if (is_wordlike(last) || last == '%' || end - length <= k->at) break;
    end -= length;
  }
  vt_span token = {k->segment->text + k->at, end - k->at};
  return span_equal(token, span_cstr("-DOCSTART-")) ? k->at + 1 : end;
}

/* A field: blanks as _, signs for what it cannot hold. */
static void put_field(pen *p, vt_span s, odd_counts *changed) {
  odd o;
  for (size_t at = 0; at < s.size;) {
    bool found = odd_find(s, at, &o);
    for (size_t length; at < o.at; at += length) {
      uint32_t c = utf8_decode(s.text + at, o.at - at, &length);
      if (is_blank(c)) pen_byte(p, '_');
      else pen_put(p, s.text + at, length);
    }
    at = o.at + o.length;
    if (!found) break;
    if (is_blank(o.c) && o.kind != ODD_INVALID) pen_byte(p, '_');
    else if (o.kind == ODD_MARKUP || o.kind == ODD_BIDI) pen_code_point(p, o.c);
    else {
      pen_code_point(p, odd_picture(&o));
      changed->invalid += o.kind == ODD_INVALID;
      changed->pictured += o.kind != ODD_INVALID;
    }
  }
}

static void put_remark_text(pen *p, vt_span s) {
  odd_counts ignored = {0, 0};
  for (size_t at = 0; at < s.size;) {
    const char *bar = memchr(s.text + at, '|', s.size - at);
    size_t end = bar ? (size_t)(bar - s.text) : s.size;
    put_field(p, (vt_span){s.text + at, end - at}, &ignored);
    if (bar) PEN_TEXT(p, "%7C");
    at = end + (bar != NULL);
  }
}

static void put_key(pen *p, const char **before, const char *key) {
  pen_cstr(p, *before);
  pen_cstr(p, key);
  *before = "|";
}

static void put_long(walk *k, size_t start, size_t end, const char **before) {
  const vt_segment *s = k->segment;
  pen *p = &k->w->out;
  size_t from = start;
  for (size_t i = k->next_short; i < s->short_count && s->shorts[i].start < end; i++) {
    const vt_short *brief = &s->shorts[i];
    if (brief->action != VT_EXPAND) continue;
    if (from == start) put_key(p, before, "Long=");
    if (brief->start < start) {
      pen_byte(p, '^');
    } else {
      put_remark_text(p, (vt_span){s->text + from, brief->start - from});
      put_remark_text(p, brief->long_form);
    }
    from = brief->end;
  }
  if (from > start && from < end) put_remark_text(p, (vt_span){s->text + from, end - from});
}

static void put_count(pen *p, const char **before, const char *key, uint64_t number) {
  if (number == 0) return;
  put_key(p, before, key);
  pen_number(p, number);
}

static void put_remarks(walk *k, const vt_entity *begins, size_t start, size_t end,
                        const odd_counts *changed) {
  pen *p = &k->w->out;
  const char *before = "";
  size_t length;
  put_long(k, start, end, &before);
  if (begins && begins->normal.size) {
    put_key(p, &before, "Normal=");
    put_remark_text(p, begins->normal);
  }
  if (begins && begins->code.size) {
    put_key(p, &before, "Code=");
    put_remark_text(p, begins->code);
  }
  if (end < k->segment->size && !is_blank(decode(k, end, &length)))
    put_key(p, &before, "SpaceAfter=No");
  put_count(p, &before, "Invalid=", changed->invalid);
  put_count(p, &before, "Control=", changed->pictured);
  if (!before[0]) pen_byte(p, '_');
}

static void put_token(walk *k, size_t end) {
  pen *p = &k->w->out;
  odd_counts changed = {0, 0};
  const vt_entity *e = entity_from(k);
  if (e && e->start > k->at) e = NULL;
  bool begins = e && e != k->tagged;
  k->tagged = e;
  (void)short_from(k);
  put_field(p, (vt_span){k->segment->text + k->at, end - k->at}, &changed);
  pen_byte(p, '\t');
  range r = counter_range(&k->c, k->at, end);
  pen_number(p, k->w->base + r.start);
  pen_byte(p, ':');
  pen_number(p, k->w->base + r.end);
  pen_byte(p, '\t');
  put_remarks(k, begins ? e : NULL, k->at, end, &changed);
  pen_cstr(p, !e ? "\tO" : begins ? "\tB-" : "\tI-");
  if (e) pen_cstr(p, vt_entity_type_text(e->type));
  pen_byte(p, '\n');
}

static void end_sentence(vt_writer *w) {
  sentence *state = w->state;
  if (state->open) pen_byte(&w->out, '\n');
  state->open = false;
}

/* Does a sentence end between the token that ends at `end` and the text at `next`?
 * After . ! ? …, and at a line's end after : ; or before what begins a line, unless a
 * small letter follows or a short form or an entity goes on. */
static bool sentence_ends(walk *k, size_t end, size_t next) {
  const char *text = k->segment->text;
  size_t length;
  if (next >= k->segment->size) return text[k->segment->size - 1] == '\n';
  uint32_t last = utf8_decode_before(text, end, &length);
  bool line = memchr(text + end, '\n', next - end) != NULL;
  bool stop = last == '.' || last == '!' || last == '?' || last == 0x2026;
  const vt_short *s = short_from(k);
  const vt_entity *e = entity_from(k);
  if ((s && s->start < next) || (e && e->start < end)) return false;
  if (next == end || (!line && !stop)) return false;
  return !unicode_is_lower(decode(k, next, &length));
}

static size_t skip_blanks(const walk *k, size_t at) {
  for (size_t length; at < k->segment->size; at += length)
    if (!is_blank(decode(k, at, &length))) break;
  return at;
}

static void conll_segment(vt_writer *w, const vt_segment *segment) {
  sentence *state = w->state;
  walk k = {.w = w, .segment = segment};
  counter_init(&k.c, segment, w->options.unit);
  k.at = skip_blanks(&k, 0);
  if (k.at >= segment->size && memchr(segment->text, '\n', segment->size)) end_sentence(w);
  while (k.at < segment->size) {
    if (k.at >= k.run_end) begin_run(&k);
    size_t end = stays_whole(&k) ? whole_end(&k) : syllable_end(&k);
    size_t next = skip_blanks(&k, end);
    put_token(&k, end);
    state->open = true;
    if (sentence_ends(&k, end, next)) end_sentence(w);
    k.at = next;
  }
}

static void conll_document(vt_writer *w) {
  pen *p = &w->out;
  PEN_TEXT(p, "-DOCSTART-\t-\tUnit=");
  pen_cstr(p, unit_name(w->options.unit));
  if (w->dictionary[0]) PEN_TEXT(p, "|Dict=");
  put_remark_text(p, span_cstr(w->dictionary));
  PEN_TEXT(p, "|Doc=");
  put_remark_text(p, buffer_span(&w->document));
  PEN_TEXT(p, "\tO\n\n");
}

const format format_conll = {.name = "conll",
                             .document = conll_document,
                             .segment = conll_segment,
                             .document_end = end_sentence,
                             .state_bytes = sizeof(sentence),
                             .counts_from_document = true};

/* A long form is checked by initials: one letter of the form for each syllable, Đ
 * apart from D, marks and case aside; function words between may be skipped. Where
 * the dictionary's own long form stands beside the form, that is a definition
 * whatever the initials say. */
#include "engine/define.h"

#include <string.h>

#include "text/normal.h"
#include "text/unicode.h"

enum {
  MAX_LETTERS = 16, /* of a form that can be defined            */
  MAX_LONG_BYTES = 240,
  WIDE_WORDS = 30, /* how far back "gọi tắt là" may refer      */
  LIST_WORDS = 18, /* how far back the forms of a list may     */
  HEAD_WORDS = 7,  /* how far back a shortened head may stand  */
  BRACKET_REACH = 120,
  INNER_BYTES = 48 /* of other text before the form in a bracket */
};

/* ---------------------------------------------------------- initials -- */

typedef struct letters {
  uint32_t at[MAX_LETTERS];
  size_t count;
} letters;

/* Capitals and digits of the form, without marks. */
static bool read_letters(const match *m, letters *out) {
  out->count = 0;
  for (size_t at = 0, length; at < m->key_size; at += length) {
    uint32_t c = utf8_decode(m->key + at, m->key_size - at, &length);
    if (!unicode_is_upper(c) && !unicode_is_digit(c)) continue;
    if (out->count == MAX_LETTERS) return false;
    out->at[out->count++] = normal_base(c);
  }
  return out->count >= 2;
}

static uint32_t initial(const passage *p, size_t start) {
  size_t length;
  return normal_base(unicode_upper(unicode_fold_d(passage_at(p, start, &length))));
}

static bool is_function_word(const passage *p, size_t start, size_t end) {
  static const char *const WORDS[] = {"và",   "của",   "về", "các",   "cho",   "với",  "tại",
                                      "trên", "trong", "từ", "thuộc", "những", "theo", "đối"};
  for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
    if (passage_is(p, start, end, WORDS[i])) return true;
  return false;
}

/* Blanks and the signs that stand inside long forms. */
static size_t skip_between(const passage *p, size_t at) {
  size_t length, behind = passage_skip(p, at, true);
  uint32_t c = passage_at(p, behind, &length);
  if (c == ',' || unicode_is_dash(c)) return passage_skip(p, behind + length, true);
  return behind;
}

static size_t skip_between_back(const passage *p, size_t at) {
  size_t length, before = passage_skip_back(p, at, true);
  uint32_t c = passage_before(p, before, &length);
  if (before > 0 && (c == ',' || unicode_is_dash(c)))
    return passage_skip_back(p, before - length, true);
  return before;
}

/* Do the words that end at `end` spell the letters? *start: of the first. */
static bool spelled_back(const passage *p, size_t end, const letters *l, size_t *start) {
  *start = end;
  size_t left = l->count, at = end;
  while (left > 0 && end - at < MAX_LONG_BYTES) {
    size_t word = passage_word_start(p, at);
    if (word == at) return false;
    if (initial(p, word) == l->at[left - 1]) left--;
    else if (left == l->count || !is_function_word(p, word, at)) return false;
    *start = word;
    if (left > 0) at = skip_between_back(p, word);
  }
  return left == 0;
}

/* Do the words from `start` spell the letters? *end: of the last. */
static bool spelled(const passage *p, size_t start, const letters *l, size_t *end) {
  size_t read = 0, at = start;
  while (read < l->count && at - start < MAX_LONG_BYTES) {
    size_t word_end = passage_word_end(p, at);
    if (word_end == at) return false;
    if (initial(p, at) == l->at[read]) read++;
    else if (read == 0 || !is_function_word(p, at, word_end)) return false;
    *end = word_end;
    if (read < l->count) at = skip_between(p, word_end);
  }
  return read == l->count;
}

/* The nearest words, at most `words` before `end`, that spell the letters. */
static bool spelled_near(const passage *p, size_t end, int words, const letters *l, vt_span *out) {
  for (size_t at = end; words > 0; words--) {
    size_t start, length;
    if (spelled_back(p, at, l, &start)) {
      *out = (vt_span){p->text + start, at - start};
      return true;
    }
    size_t word = passage_word_start(p, at);
    if (word == at) { /* a sign other than a sentence's end may be passed */
      uint32_t c = passage_before(p, at, &length);
      if (at == 0 || c == '.' || c == '!' || c == '?') return false;
      word = at - length;
      words++;
    }
    at = passage_skip_back(p, word, true);
    if (at == 0) return false;
  }
  return false;
}

/* ------------------------------------------------------ dictionary's -- */

static bool same_word(const char *a, size_t a_size, const char *b, size_t b_size) {
  char a_key[WORD_KEY_BYTES], b_key[WORD_KEY_BYTES];
  size_t n = fold_word(a, a_size, a_key);
  return n > 0 && n == fold_word(b, b_size, b_key) && memcmp(a_key, b_key, n) == 0;
}

/* Does the text before `end` end with the words of `words`? */
static bool ends_with(const passage *p, size_t end, vt_span words, size_t *start) {
  passage w;
  passage_init(&w, words.text, words.size, false);
  size_t at = end, i = words.size;
  for (;;) {
    size_t a = passage_word_start(p, at), b = passage_word_start(&w, i);
    if (a == at || b == i || !same_word(p->text + a, at - a, words.text + b, i - b)) return false;
    *start = a;
    i = skip_between_back(&w, b);
    if (i == 0) return true;
    at = skip_between_back(p, a);
  }
}

static bool begins_with(const passage *p, size_t start, vt_span words, size_t *end) {
  passage w;
  passage_init(&w, words.text, words.size, false);
  size_t at = start, i = 0;
  for (;;) {
    size_t a = passage_word_end(p, at), b = passage_word_end(&w, i);
    if (a == at || b == i || !same_word(p->text + at, a - at, words.text + i, b - i)) return false;
    *end = a;
    i = skip_between(&w, b);
    if (i >= words.size) return true;
    at = skip_between(p, a);
  }
}

/* A form at its place, and what it may stand for. */
typedef struct candidate {
  const match *m;
  vt_span known;
  letters letters;
} candidate;

static bool stands_there(const passage *p, size_t before, size_t behind, vt_span words) {
  size_t border;
  return words.size && ((before && ends_with(p, before, words, &border)) ||
                        (behind && begins_with(p, behind, words, &border)));
}

/* Does a long form of the form end before `before`, or begin at `behind`? 0: not asked. */
static bool known_long_form(const passage *p, const candidate *c, size_t before, size_t behind,
                            vt_span *out) {
  *out = c->known;
  if (stands_there(p, before, behind, c->known)) return true;
  uint32_t count = c->m->entry ? c->m->entry->sense_count : 0;
  for (uint32_t i = 0; i < count; i++) {
    *out = image_text(c->m->image, entry_senses(c->m->image, c->m->entry)[i].long_form);
    if (stands_there(p, before, behind, *out)) return true;
  }
  return false;
}

/* ------------------------------------------------------------ places -- */

static bool contains(const char *text, size_t size, const char *needle) {
  size_t n = strlen(needle);
  for (size_t i = 0; i + n <= size; i++)
    if (memcmp(text + i, needle, n) == 0) return true;
  return false;
}

/* The bracket that opens before `at` in the same line, or SIZE_MAX. */
static size_t open_bracket(passage *p, size_t at) {
  size_t least = at > BRACKET_REACH ? at - BRACKET_REACH : 0;
  if (!passage_has_bracket(p)) return SIZE_MAX;
  while (at > least) {
    char c = p->text[--at];
    if (c == '(') return at;
    if (c == ')') return SIZE_MAX;
  }
  return SIZE_MAX;
}

/* Does the bracket close behind the form, with at most a few letters between? */
static bool closes_soon(const passage *p, size_t end) {
  for (size_t at = end; at < p->size && at - end < 64; at++) {
    if (p->text[at] == ')') return true;
    if (p->text[at] == '(') return false;
  }
  return false;
}

/* "Ban Chỉ huy quân sự cấp huyện (BCH huyện)": the words behind the form in the
 * bracket end the long form, too, and do not belong to it; nor does "cấp". */
static bool defined_with_tail(const passage *p, const match *m, size_t before, const letters *l,
                              vt_span *out) {
  size_t tail = passage_skip(p, m->end, false), tail_end = passage_word_end(p, tail);
  if (tail_end >= p->size || p->text[tail_end] != ')') return false;
  size_t word = passage_word_start(p, before);
  if (!same_word(p->text + word, before - word, p->text + tail, tail_end - tail)) return false;
  size_t end = passage_skip_back(p, word, true), level = passage_word_start(p, end);
  if (same_word(p->text + level, end - level, "cấp", strlen("cấp")))
    end = passage_skip_back(p, level, true);
  if (!spelled_near(p, end, HEAD_WORDS, l, out)) return false;
  out->size = (size_t)(p->text + end - out->text);
  return true;
}

/* Words that stand apart from the bracket and spell two letters may do so by
 * chance, above all two of a name's ("Điện Hà"): only common nouns count. */
static bool spelled_apart(const passage *p, size_t end, int words, const letters *l, vt_span *out) {
  if (!spelled_near(p, end, words, l, out)) return false;
  if (l->count > 2) return true;
  for (size_t i = 1; i + 1 < out->size; i++) {
    size_t length;
    if (out->text[i - 1] == ' ' &&
        unicode_is_upper(utf8_decode(out->text + i, out->size - i, &length)))
      return false;
  }
  return true;
}

/* long (SHORT), long (sau đây gọi tắt là SHORT), a, b (A, B), … (tổ SHORT) */
static bool defined_in_bracket(passage *p, const candidate *c, vt_span *out) {
  const match *m = c->m;
  const letters *l = &c->letters;
  size_t open = open_bracket(p, m->start);
  if (open == SIZE_MAX || !closes_soon(p, m->end)) return false;
  const char *inner = p->text + open + 1;
  size_t inner_size = m->start - open - 1, before = passage_skip_back(p, open, true);
  size_t length;
  uint32_t quote = passage_before(p, before, &length);
  if (quote == 0x201D || quote == '"') before = passage_skip_back(p, before - length, false);
  if (contains(inner, inner_size, "tắt") || contains(inner, inner_size, "gọi "))
    return known_long_form(p, c, before, 0, out) || spelled_near(p, before, WIDE_WORDS, l, out);
  bool first = passage_skip_back(p, m->start, true) == open + 1;
  if (!first) return inner_size < INNER_BYTES && spelled_apart(p, before, LIST_WORDS, l, out);
  if (known_long_form(p, c, before, 0, out) || spelled_near(p, before, 1, l, out)) return true;
  if (p->text[m->end] == ',') return spelled_near(p, before, LIST_WORDS, l, out); /* a, b (A, B) */
  if (p->text[m->end] == ')') /* only the head was shortened: Thao trường huấn luyện (TT) */
    return spelled_apart(p, before, HEAD_WORDS, l, out) &&
           unicode_is_upper(utf8_decode(out->text, out->size, &length));
  return defined_with_tail(p, m, before, l, out);
}

/* Where the words "gọi tắt là" or "viết tắt là" begin that stand before the form,
 * with a quotation mark or not; 0: they do not. */
static size_t called_before(const passage *p, size_t start) {
  static const char *const CALLS[] = {"gọi tắt là", "viết tắt là"};
  size_t length, at = start;
  uint32_t c = at > 0 ? passage_before(p, at, &length) : 0;
  if (c == 0x201C || c == '"') at -= length;
  at = passage_skip_back(p, at, false);
  if (at < 2 || memcmp(p->text + at - 2, "\xC3\xA0", 2) != 0) return 0; /* the à of là */
  for (size_t i = 0; i < sizeof CALLS / sizeof *CALLS; i++) {
    size_t size = strlen(CALLS[i]);
    if (at > size && memcmp(p->text + at - size, CALLS[i], size) == 0) return at - size;
  }
  return 0;
}

/* long, (sau đây) gọi tắt là SHORT */
static bool defined_by_call(const passage *p, const candidate *c, vt_span *out) {
  size_t before = called_before(p, c->m->start);
  if (before == 0) return false;
  before = passage_skip_back(p, before, true);
  return known_long_form(p, c, before, 0, out) ||
         spelled_near(p, before, WIDE_WORDS, &c->letters, out);
}

/* Where a bracket opens behind the form, its dot between or not (TM. (thay mặt));
 * p->size: nowhere. */
static size_t bracket_behind(const passage *p, const match *m) {
  size_t end = m->end;
  if (end < p->size && p->text[end] == '.') end++;
  size_t at = passage_skip(p, end, true);
  return at < p->size && p->text[at] == '(' ? at : p->size;
}

/* SHORT (long) */
static bool defines_bracket(const passage *p, const candidate *c, vt_span *out) {
  size_t at = bracket_behind(p, c->m), end, length;
  if (at == p->size) return false;
  size_t inner = passage_skip(p, at + 1, false);
  if (known_long_form(p, c, 0, inner, out)) return true;
  if (!spelled(p, inner, &c->letters, &end)) return false;
  uint32_t behind = passage_at(p, passage_skip(p, end, false), &length);
  *out = (vt_span){p->text + inner, end - inner};
  return behind == ')' || behind == ',' || behind == ';';
}

/* "SHORT" là long; SHORT: long; SHORT – long. Two letters need the quotes. */
static bool defines_behind(const passage *p, const candidate *c, vt_span *out) {
  const letters *l = &c->letters;
  size_t length, at = c->m->end;
  uint32_t sign = passage_at(p, at, &length);
  bool quoted = sign == 0x201D || sign == '"';
  if (quoted) at += length;
  at = passage_skip(p, at, false);
  sign = passage_at(p, at, &length);
  if (sign == ':' || sign == '=' || unicode_is_dash(sign)) at += length;
  else if (p->size - at > 3 && memcmp(p->text + at, "l\xC3\xA0 ", 4) == 0) at += 3;
  else return false;
  size_t start = passage_skip(p, at, false), end;
  if (start == at || (l->count < 3 && !quoted) || !spelled(p, start, l, &end)) return false;
  *out = (vt_span){p->text + start, end - start};
  return true;
}

bool define_may(passage *p, const match *m) {
  size_t length;
  uint32_t c = passage_at(p, m->end, &length);
  if (c == 0x201D || c == '"' || c == ':' || c == '=' || unicode_is_dash(c)) return true;
  size_t at = passage_skip(p, m->end, true);
  c = passage_at(p, at, &length);
  if (c == '(' || c == ':' || c == '=' || unicode_is_dash(c)) return true;
  if (c == '.' && bracket_behind(p, m) < p->size) return true;
  if (c == 'l' && p->size - at > 3 && memcmp(p->text + at, "là ", strlen("là ")) == 0) return true;
  return called_before(p, m->start) > 0 || open_bracket(p, m->start) != SIZE_MAX;
}

bool define_detect(passage *p, const match *m, vt_span known, vt_span *long_form) {
  candidate c = {m, known, {{0}, 0}};
  if (m->key_size == 0 || !define_may(p, m)) return false;
  if (!read_letters(m, &c.letters)) { /* no initials to go by: only what is known */
    size_t behind = bracket_behind(p, m), open = open_bracket(p, m->start);
    if (behind < p->size &&
        known_long_form(p, &c, 0, passage_skip(p, behind + 1, false), long_form))
      return true;
    return open != SIZE_MAX && passage_skip_back(p, m->start, true) == open + 1 &&
           known_long_form(p, &c, passage_skip_back(p, open, true), 0, long_form);
  }
  return defines_bracket(p, &c, long_form) || defined_in_bracket(p, &c, long_form) ||
         defined_by_call(p, &c, long_form) || defines_behind(p, &c, long_form);
}

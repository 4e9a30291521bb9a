#include "engine/passage.h"

#include <string.h>

#include "text/unicode.h"

enum { SENTENCE_REACH = 150, WRAP_MIN_BYTES = 40, MAX_SMALL_LETTERS = 8 };

void passage_init(passage *p, const char *text, size_t size, bool continues) {
  *p = (passage){.text = text,
                 .size = size,
                 .continues = continues,
                 .line_start = SIZE_MAX,
                 .cell_start = SIZE_MAX};
}

bool passage_has_bracket(passage *p) {
  if (!p->bracket_sought) p->bracket = p->size > 0 && memchr(p->text, '(', p->size) != NULL;
  p->bracket_sought = true;
  return p->bracket;
}

static bool is_word(uint32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c | 0x20) - 'a' < 26;
  return unicode_is_letter(c);
}

/* Letters and digits of Vietnamese by their bytes: 1 stands alone, 2 and 3 begin a
 * letter of two or three bytes; 0 is something to look at. */
#define WORD_ROW(v) v, v, v, v, v, v, v, v, v, v
#define WORD_ABC(v) WORD_ROW(v), WORD_ROW(v), v, v, v, v, v, v
static const unsigned char WORD_BYTES[256] = {
    ['0'] = WORD_ROW(1), ['A'] = WORD_ABC(1), ['a'] = WORD_ABC(1), [0xC3] = 2, 2, 2, 2, [0xE1] = 3};

static inline bool continues_letter(unsigned char b) { return (b & 0xC0) == 0x80; }

/* Bytes of the letter that begins at `t`, of which `left` bytes can be read; 0: none
 * that is told by its bytes. */
static inline size_t letter_size(const unsigned char *t, size_t left) {
  if (left < 3 || !continues_letter(t[1])) return 0;
  switch (WORD_BYTES[t[0]]) {
  case 2: return t[0] == 0xC3 && (t[1] == 0x97 || t[1] == 0xB7) ? 0 : 2; /* × ÷ */
  case 3: return t[1] >= 0xB8 && t[1] <= 0xBB && continues_letter(t[2]) ? 3 : 0;
  default: return 0;
  }
}

size_t passage_word_end(const passage *p, size_t at) {
  const unsigned char *t = (const unsigned char *)p->text;
  for (size_t length; at < p->size; at += length) {
    if (t[at] < 0x80) {
      length = WORD_BYTES[t[at]];
      if (length == 0) break;
    } else if ((length = letter_size(t + at, p->size - at)) == 0 &&
               !is_word(passage_at(p, at, &length))) {
      break;
    }
  }
  return at;
}

size_t passage_word_start(const passage *p, size_t end) {
  const unsigned char *t = (const unsigned char *)p->text;
  for (size_t length; end > 0; end -= length) {
    length = 1;
    if (t[end - 1] < 0x80) {
      if (!WORD_BYTES[t[end - 1]]) break;
    } else if (end >= 3 && letter_size(t + end - 3, 3) == 3) {
      length = 3;
    } else if (end >= 3 && WORD_BYTES[t[end - 2]] == 2 && continues_letter(t[end - 1])) {
      length = 2;
      if (t[end - 2] == 0xC3 && (t[end - 1] == 0x97 || t[end - 1] == 0xB7)) break;
    } else if (!is_word(passage_before(p, end, &length))) {
      break;
    }
  }
  return end;
}

size_t passage_skip_any(const passage *p, size_t at, bool over_break) {
  for (size_t length; at < p->size; at += length) {
    uint32_t c = passage_at(p, at, &length);
    if (c == '\r' && over_break) continue;
    if (c == '\n' && over_break) over_break = false;
    else if (!unicode_is_space(c)) break;
  }
  return at;
}

size_t passage_skip_back_any(const passage *p, size_t at, bool over_break) {
  for (size_t length; at > 0; at -= length) {
    uint32_t c = passage_before(p, at, &length);
    if (c == '\r' && over_break) continue;
    if (c == '\n' && over_break) over_break = false;
    else if (!unicode_is_space(c)) break;
  }
  return at;
}

static size_t line_end(const passage *p, size_t at) {
  const char *found = at < p->size ? memchr(p->text + at, '\n', p->size - at) : NULL;
  return found ? (size_t)(found - p->text) : p->size;
}

static size_t line_start(const passage *p, size_t at) {
  while (at > 0 && p->text[at - 1] != '\n') at--;
  return at;
}

/* Written for the compiler's vectors: no early end. */
static bool has_gaps(const char *text, size_t size) {
  unsigned char found = 0;
  for (size_t i = 0; i + 2 < size; i++)
    found |= (unsigned char)((text[i] == ' ') & (text[i + 1] == ' ') & (text[i + 2] == ' ')) |
             (text[i] == '\t') | (text[i] == '|');
  return found;
}

/* Forms come in order, so lines are mostly found forward, each once. */
void passage_line(passage *p, size_t at) {
  bool held = p->line_start != SIZE_MAX;
  if (held && at >= p->line_start && at <= p->line_end) return;
  if (held && at > p->line_end) {
    do {
      p->line_start = p->line_end + 1;
      p->line_end = line_end(p, p->line_start);
    } while (at > p->line_end);
  } else {
    p->line_start = line_start(p, at);
    p->line_end = line_end(p, at);
  }
  p->line_gaps = has_gaps(p->text + p->line_start, p->line_end - p->line_start);
}

static bool is_roman(char c) { return c == 'I' || c == 'V' || c == 'X'; }

/* "1", "12", "1.2", "a", "đ", "II": what may stand before the mark's ). or /. */
static size_t list_label(const passage *p, size_t at, size_t end) {
  size_t from = at, length;
  while (at < end && at - from < 8 &&
         (unicode_is_digit((unsigned char)p->text[at]) ||
          (p->text[at] == '.' && at + 1 < end && unicode_is_digit((unsigned char)p->text[at + 1]))))
    at++;
  if (at > from) return at;
  while (at < end && at - from < 6 && is_roman(p->text[at])) at++;
  if (at > from) return at;
  uint32_t c = passage_at(p, at, &length);
  return unicode_is_lower(c) || (c >= 'A' && c <= 'H') ? at + length : from;
}

size_t passage_list_mark(const passage *p, size_t start, size_t end) {
  size_t at = passage_skip(p, start, false), length;
  if (at >= end) return start;
  uint32_t c = passage_at(p, at, &length);
  if (unicode_is_dash(c) || c == '+' || c == '*' || c == 0x2022 || c == 0x25CF || c == 0x2023) {
    size_t behind = passage_skip(p, at + length, false);
    return behind > at + length ? behind : start;
  }
  bool open = c == '(';
  size_t label = list_label(p, at + open, end);
  if (label == at + open || label >= end) return start;
  char mark = p->text[label];
  if (mark == ' ' && !open && unicode_is_digit((unsigned char)p->text[label - 1])) {
    size_t wide = passage_skip(p, label, false); /* a table's row: "2  HL DBĐV" */
    return wide >= label + 2 ? wide : start;
  }
  if (mark != ')' && (open || (mark != '.' && mark != '/'))) return start;
  size_t behind = passage_skip(p, label + 1, false);
  return behind > label + 1 ? behind : start;
}

static bool ends_sentence(uint32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == ';' || c == ':';
}

/* Text set in lines of one width: the line before is long, does not end a
 * sentence, and this line is no list item and not much longer. */
bool passage_is_wrap(const passage *p, size_t start) {
  if (start == 0) return p->continues;
  size_t before_end = start - 1, length;
  if (before_end > 0 && p->text[before_end - 1] == '\r') before_end--;
  size_t before_start = line_start(p, before_end);
  size_t before = before_end - before_start, end = line_end(p, start);
  if (before < WRAP_MIN_BYTES || end - start > before + before / 2 + 20) return false;
  size_t last = passage_skip_back(p, before_end, false);
  if (ends_sentence(passage_before(p, last, &length))) return false;
  return passage_list_mark(p, start, end) == start;
}

static bool is_opening(uint32_t c) {
  return c == '(' || c == '[' || c == '"' || c == '\'' || c == 0x201C || c == 0x2018 || c == 0xAB;
}

/* A dot that belongs to a short form or an initial, not to a sentence's end:
 * "TP.", "V.A." */
static bool is_abbreviation_dot(const passage *p, size_t dot) {
  if (p->dotted_end == dot + 1) return true;
  size_t start = passage_word_start(p, dot), length;
  if (start == dot || !unicode_is_upper(passage_at(p, start, &length))) return false;
  size_t before = passage_skip_back(p, start, false);
  bool opens_line = before == 0 || p->text[before - 1] == '\n';
  return start + length == dot && !opens_line; /* one capital: initial, not "A. " */
}

static bool is_unit_number(const passage *p, size_t at) {
  char c = p->text[at];
  bool letter = (c >= 'a' && c <= 'f') || c == 'l';
  return letter && at + 1 < p->size && p->text[at + 1] >= '0' && p->text[at + 1] <= '9';
}

/* Between gaps of three blanks, tabs or bars. */
static void find_cell(passage *p, size_t at) {
  passage_line(p, at);
  p->cell_start = p->line_start;
  p->cell_end = p->line_end;
  p->cell_caps = CAPS_UNKNOWN;
  if (!p->line_gaps) return;
  const char *t = p->text;
  size_t start = at, end = at;
  while (start > p->line_start && t[start - 1] != '\t' && t[start - 1] != '|' &&
         !(start - p->line_start >= 3 && memcmp(t + start - 3, "   ", 3) == 0))
    start--;
  while (end < p->line_end && t[end] != '\t' && t[end] != '|' &&
         !(p->line_end - end >= 3 && memcmp(t + end, "   ", 3) == 0))
    end++;
  p->cell_start = start;
  p->cell_end = end;
}

static void find_cell_around(passage *p, size_t at) {
  if (p->cell_start == SIZE_MAX || at < p->cell_start || at >= p->cell_end) find_cell(p, at);
}

bool passage_starts_cell(passage *p, size_t at) {
  find_cell_around(p, at);
  return p->cell_start > p->line_start && passage_skip(p, p->cell_start, false) == at;
}

/* “QP toàn dân”: a quotation of several words begins with the form. */
static bool opens_quoted_words(const passage *p, size_t at) {
  size_t length;
  if (passage_before(p, at, &length) != 0x201C) return false;
  size_t behind = passage_word_end(p, at);
  return unicode_is_space(passage_at(p, behind, &length));
}

/* One blank and a letter, digit or comma before: nothing begins here. */
static bool is_within_words(const passage *p, size_t at) {
  const unsigned char *t = (const unsigned char *)p->text + at;
  if (at < 4 || t[-1] != ' ') return false;
  if (t[-2] >= 0x80) return t[-4] != 0xE2 && t[-3] != 0xC2;
  return t[-2] == ',' || (unsigned)((t[-2] | 0x20) - 'a') < 26;
}

bool passage_starts_sentence(passage *p, size_t at) {
  if (is_within_words(p, at)) return false;
  size_t length, back = at;
  bool quoted = false;
  if (opens_quoted_words(p, at)) return true;
  for (;;) { /* over blanks and opening marks */
    size_t before = passage_skip_back(p, back, false);
    uint32_t c = passage_before(p, before, &length);
    if (!is_opening(c) || before == 0) break;
    quoted |= c != '(' && c != '[';
    back = before - length;
  }
  size_t before = passage_skip_back(p, back, false);
  uint32_t c = passage_before(p, before, &length);
  passage_line(p, at);
  if (c == '\n') {
    if (before > 0 || !p->continues) return !passage_is_wrap(p, p->line_start);
    return false;
  }
  size_t body = passage_list_mark(p, p->line_start, p->line_end);
  if (body > p->line_start && back <= body) return true;
  if (passage_starts_cell(p, back)) return true;
  if (c == ':') return quoted;
  if (c == '.' && (before == back || is_abbreviation_dot(p, before - 1))) return false;
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static bool is_sentence_end(const passage *p, size_t at, size_t *length) {
  unsigned char byte = (unsigned char)p->text[at];
  *length = 1;
  if (byte != '\n' && byte != '.' && byte != '!' && byte != '?' && byte != 0xE2) return false;
  uint32_t c = passage_at(p, at, length);
  if (c == '\n') return !passage_is_wrap(p, at + 1);
  if (c != '.' && c != '!' && c != '?' && c != 0x2026) return false;
  size_t unused;
  uint32_t next = passage_at(p, at + *length, &unused);
  return (unicode_is_space(next) || next == '\n') && !(c == '.' && is_abbreviation_dot(p, at));
}

vt_span passage_sentence(const passage *p, size_t at) {
  size_t start = at, end = at, length;
  size_t least = at > SENTENCE_REACH ? at - SENTENCE_REACH : 0;
  size_t most = p->size - at > SENTENCE_REACH ? at + SENTENCE_REACH : p->size;
  while (start > least && !is_sentence_end(p, start - 1, &length)) start--;
  while (end < most && !is_sentence_end(p, end, &length)) end++;
  return (vt_span){p->text + start, end - start};
}

static bool is_toned_vowel(uint32_t c) {
  return c >= 0xC0 && c != 0x110 && c != 0xD0 && c != 0x189 && c != 0x1AF && unicode_is_letter(c);
}

/* CAPS_YES needs a word that is no short form (one with a marked vowel), and at
 * most one small letter for eight capitals ("GỌI 0232.xxx.911"). Text in small
 * letters is known after a word or two. */
static passage_caps caps_of(const passage *p, size_t start, size_t end) {
  bool word = false, begins = true;
  size_t upper = 0, lower = 0;
  for (size_t at = start, length; at < end && lower <= upper + MAX_SMALL_LETTERS; at += length) {
    uint32_t c = passage_at(p, at, &length);
    upper += unicode_is_upper(c);
    lower += unicode_is_lower(c) && !(begins && is_unit_number(p, at));
    word |= is_toned_vowel(c);
    begins = !is_word(c);
  }
  if (upper == 0 || lower * 8 > upper) return CAPS_NO;
  return word ? CAPS_YES : CAPS_ONLY_FORMS;
}

static bool has_lower(const passage *p, size_t start, size_t end) {
  for (size_t at = start, length; at < end; at += length)
    if (unicode_is_lower(passage_at(p, at, &length))) return true;
  return false;
}

/* Words in small letters on both sides: running text, known without its line. */
static bool look_around(const passage *p, size_t at) {
  size_t word_end = passage_word_end(p, at), start = at, end;
  while (start > 0 && p->text[start - 1] == ' ') start--;
  end = start;
  start = passage_word_start(p, end);
  if (end == at || !has_lower(p, start, end)) return false;
  while (word_end < p->size && p->text[word_end] == ' ') word_end++;
  return has_lower(p, word_end, passage_word_end(p, word_end));
}

static bool is_among_small(passage *p, size_t at) {
  if (p->small_sought != at + 1) p->small = look_around(p, at);
  p->small_sought = at + 1;
  return p->small;
}

/* A cell between bars whose row has others in small letters: a row under a title,
 * not a column of a letterhead. */
static bool is_in_small_row(const passage *p) {
  bool barred = (p->cell_start > p->line_start && p->text[p->cell_start - 1] == '|') ||
                (p->cell_end < p->line_end && p->text[p->cell_end] == '|');
  return barred && caps_of(p, p->line_start, p->line_end) == CAPS_NO;
}

passage_caps passage_cell_caps(passage *p, size_t at) {
  if (is_among_small(p, at)) return CAPS_NO;
  find_cell_around(p, at);
  if (p->cell_caps == CAPS_UNKNOWN) {
    p->cell_caps = caps_of(p, p->cell_start, p->cell_end);
    if (p->cell_caps == CAPS_ONLY_FORMS && !is_in_small_row(p)) { /* look at the lines beside it */
      size_t before = p->line_start, behind = p->line_end;
      if (before > 0 && caps_of(p, line_start(p, before - 1), before - 1) == CAPS_YES)
        p->cell_caps = CAPS_YES;
      else if (behind < p->size && caps_of(p, behind + 1, line_end(p, behind + 1)) == CAPS_YES)
        p->cell_caps = CAPS_YES;
    }
  }
  return p->cell_caps;
}

bool word_is_caps(vt_span word) {
  size_t letters = 0;
  for (size_t at = 0, length; at < word.size; at += length) {
    uint32_t c = utf8_decode(word.text + at, word.size - at, &length);
    if (unicode_is_mark(c)) continue;
    if (!unicode_is_upper(c) && !unicode_is_digit(c)) return false;
    letters += unicode_is_upper(c);
  }
  return letters >= 2;
}

bool word_is_capitalised(vt_span word) {
  size_t length;
  if (word.size == 0 || !unicode_is_upper(utf8_decode(word.text, word.size, &length))) return false;
  for (size_t at = length; at < word.size; at += length) {
    uint32_t c = utf8_decode(word.text + at, word.size - at, &length);
    if (!unicode_is_lower(c) && !unicode_is_mark(c)) return false;
  }
  return true;
}

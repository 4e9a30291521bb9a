/* The *run* around a word is the stretch without blanks, less the punctuation at
 * its ends. What it is can be told from its signs and the order of its letters and
 * digits; a word with blanks on both sides has no run and is decided at once,
 * unless a number with spaced slashes stands before it (12 / QĐ - UBND). */
#include "engine/identify.h"

#include <string.h>

#include "text/fold.h"
#include "text/unicode.h"

enum { RUN_REACH = 256 };

typedef struct run {
  const char *text;
  size_t start, end;
} run;

static bool ends_run(uint32_t c) {
  return unicode_is_space(c) || c == '\n' || c == '\r' || c == 0x201C || c == 0x201D || c == '(' ||
         c == ')' || c == '"' || c == ';' || c == ',' || c == '|' || c == 0x2013 || c == 0x2014 ||
         c == 0x2026;
}

static bool is_trailing(char c) {
  return c == '.' || c == ':' || c == '!' || c == '?' || c == '\'';
}

static run find_run(const passage *p, size_t start, size_t end) {
  size_t length;
  size_t from = start > RUN_REACH ? start - RUN_REACH : 0;
  while (start > from && !ends_run(passage_before(p, start, &length))) start -= length;
  size_t to = p->size - end > RUN_REACH ? end + RUN_REACH : p->size;
  while (end < to && !ends_run(passage_at(p, end, &length))) end += length;
  while (end > start && is_trailing(p->text[end - 1])) end--;
  return (run){p->text, start, end};
}

static bool run_has(const run *r, const char *needle) {
  size_t size = strlen(needle);
  for (size_t i = r->start; i + size <= r->end; i++)
    if (memcmp(r->text + i, needle, size) == 0) return true;
  return false;
}

static bool has_file_extension(const run *r) {
  static const char *const ENDINGS[] = {".doc",  ".docx", ".xls",  ".xlsx", ".ppt", ".pptx",
                                        ".pdf",  ".txt",  ".csv",  ".zip",  ".rar", ".jpg",
                                        ".jpeg", ".png",  ".html", ".htm",  ".xml", ".json",
                                        ".mp3",  ".mp4",  ".vn",   ".com",  ".org", ".net"};
  for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
    size_t size = strlen(ENDINGS[i]);
    if (r->end - r->start > size && memcmp(r->text + r->end - size, ENDINGS[i], size) == 0)
      return true;
  }
  return false;
}

static bool is_address(const run *r) {
  return run_has(r, "@") || run_has(r, "://") || run_has(r, "\\") || run_has(r, "_") ||
         run_has(r, "www.") || has_file_extension(r);
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_joint(char c) { return c == '-' || c == '/' || c == '.'; }

/* 30/2020/NĐ-CP, 12/QĐ-UBND, 847-NQ/QUTW, 61C-201.xx, 0912-UBND; also with the
 * number left out: /QĐ-UBND, …/BC-BCH. A number joined to a unit with ± letters
 * only ("01/3") is none. */
static bool is_numbered(const passage *p, const run *r) {
  size_t at = r->start;
  bool blank = r->text[at] == '/' || r->text[at] == '-' || r->text[at] == '.';
  if (!blank && !is_digit(r->text[at])) return false;
  bool joined = false, capital = false;
  for (size_t length; at < r->end; at += length) {
    uint32_t c = passage_at(p, at, &length);
    if (is_joint((char)c) && c < 0x80) joined = true;
    else if (unicode_is_upper(c)) capital = true;
  }
  return joined && capital && (!blank || r->end - r->start >= 5);
}

/* AK-47, UH-1, COVID-19, TS-17.408: letters, a dash, digits. */
static bool is_model(const passage *p, const run *r) {
  size_t at = r->start, length;
  while (at < r->end && unicode_is_letter(passage_at(p, at, &length))) at += length;
  if (at == r->start || at + 1 >= r->end || r->text[at] != '-' || !is_digit(r->text[at + 1]))
    return false;
  for (at += 1; at < r->end; at++)
    if (!is_digit(r->text[at]) && !is_joint(r->text[at]) &&
        !(r->text[at] >= 'A' && r->text[at] <= 'Z'))
      return false;
  return true;
}

/* 7-2-l968: a date in which l was read for 1. */
static bool is_misread_date(const run *r) {
  size_t joints = 0;
  if (!is_digit(r->text[r->start])) return false;
  for (size_t at = r->start; at < r->end; at++) {
    if (r->text[at] == '-' || r->text[at] == '/') joints++;
    else if (!is_digit(r->text[at]) && r->text[at] != 'l') return false;
  }
  return joints == 2;
}

/* Does the byte before a blank end a word, so that no sign stands there? */
static bool ends_word(const passage *p, size_t end) {
  const unsigned char *t = (const unsigned char *)p->text;
  unsigned char last = t[end - 1];
  if (last >= 0x80) return end > 2 && t[end - 2] != 0xC2 && t[end - 3] != 0xE2;
  return last == ',' || (unsigned)((last | 0x20) - 'a') < 26 || is_digit((char)last);
}

/* The number "12/" or "12 / " that ends before `end`; false: none stands there. */
static bool number_before(const passage *p, size_t end, size_t *start) {
  size_t length, slash = passage_skip_back(p, end, false);
  if (slash == 0 || passage_before(p, slash, &length) != '/') return false;
  size_t at = passage_skip_back(p, slash - 1, false);
  *start = at;
  while (*start > 0 && (is_digit(p->text[*start - 1]) || p->text[*start - 1] == '/')) *start -= 1;
  return *start < at;
}

/* Does "12/" or "12/QĐ -" stand before, with blanks around the signs? */
static bool follows_spaced_number(const passage *p, size_t start, size_t *span_start) {
  if (start >= 2 && p->text[start - 1] == ' ' && ends_word(p, start - 1)) return false;
  size_t length, at = passage_skip_back(p, start, false);
  uint32_t c = passage_before(p, at, &length);
  if (c != '/' && !unicode_is_dash(c)) return false;
  size_t sign = at - length, before = passage_skip_back(p, sign, false);
  if (before == sign && at == start && (c == '/' || c == '-')) return false; /* the run tells */
  if (before == 0) return false;
  if (c == '/' && is_digit(p->text[before - 1])) {
    size_t number = before;
    while (number > 0 && (is_digit(p->text[number - 1]) || p->text[number - 1] == '/')) number--;
    if (before == sign && (number == 0 || p->text[number - 1] == '\n'))
      return false; /* "2/ …": a list */
    *span_start = number;
    return true;
  }
  run r = find_run(p, before - 1, before);
  size_t slashes = 0, dashes = 0;
  for (size_t i = r.start; i < r.end; i++) {
    slashes += r.text[i] == '/';
    dashes += r.text[i] == '-';
  }
  *span_start = r.start;
  if (!unicode_is_dash(c)) return false;
  if (slashes == 0 && dashes == 0) return number_before(p, r.start, span_start);
  /* "12/QĐ - UBND", "05/2018/TTLT-VKSNDTC- TANDTC" */
  return slashes > 0 && is_numbered(p, &r) && (dashes == 0 || before == sign);
}

static bool is_number_word(const passage *p, size_t start, size_t end) {
  return passage_is(p, start, end, "số") || passage_is(p, start, end, "Số");
}

/* The text of SECTION_… that is [text, text + size), in any layer. */
static bool is_listed(const vt_dictionary *dictionary, image_section_id section, const char *text,
                      size_t size) {
  for (const vt_dictionary *d = dictionary; d; d = d->base) {
    const image_pair *pairs = image_items(d->image, section);
    size_t low = 0, high = image_count(d->image, section);
    while (low < high) {
      size_t middle = (low + high) / 2;
      vt_span known = image_text(d->image, pairs[middle].text);
      int order = memcmp(known.text, text, known.size < size ? known.size : size);
      if (order == 0) order = (known.size > size) - (known.size < size);
      if (order == 0) return true;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
  }
  return false;
}

/* A code that names type and issuer (QĐ-UBND, NQ/TW) as the tail of a number. */
static bool is_code(const vt_dictionary *dictionary, const run *r) {
  char key[FORM_KEY_BYTES];
  size_t size;
  return r->end - r->start <= FORM_KEY_BYTES &&
         fold_form(r->text + r->start, r->end - r->start, key, &size) &&
         is_listed(dictionary, SECTION_CODES, key, size);
}

/* Is a part of the run a document's type (the NĐ of BNV/NC/NĐ)? */
static bool names_type(const vt_dictionary *dictionary, const run *r) {
  for (size_t at = r->start, end; at < r->end; at = end + 1) {
    for (end = at; end < r->end && !is_joint(r->text[end]);) end++;
    if (end > at && is_listed(dictionary, SECTION_CODE_TYPES, r->text + at, end - at)) return true;
  }
  return false;
}

/* "số 118 BNV/NC/NĐ", "Nghị quyết 11 NQ/CP": the number stands apart. That of a unit
 * ("QK5 NQ/CP") is none of the document's. */
static bool follows_number_apart(const vt_dictionary *dictionary, const passage *p, const run *r,
                                 size_t *span_start) {
  if (!memchr(r->text + r->start, '/', r->end - r->start)) return false;
  size_t end = passage_skip_back(p, r->start, false), number = end;
  while (number > 0 && is_digit(p->text[number - 1])) number--;
  if (number == end || number != passage_word_start(p, end) || !names_type(dictionary, r))
    return false;
  *span_start = number;
  return true;
}

/* "TCVN/QS 1822:2021": a standard's number and year follow. */
static bool precedes_standard(const passage *p, size_t end) {
  size_t at = end + 1, digits = 0;
  if (at >= p->size || p->text[end] != ' ' || !is_digit(p->text[at])) return false;
  while (at < p->size && (is_digit(p->text[at]) || p->text[at] == '-')) at++;
  if (at >= p->size || p->text[at] != ':') return false;
  while (digits < 5 && at + 1 < p->size && is_digit(p->text[at + 1])) at++, digits++;
  return digits == 4;
}

/* "mẫu BM-BCTH", "Mẫu số TP/HT-2010": a blank form's name. */
static bool names_blank_form(const passage *p, const run *r) {
  size_t joints = 0;
  for (size_t at = r->start; at < r->end; at++) joints += is_joint(r->text[at]);
  if (joints == 0) return false;
  size_t end = passage_skip_back(p, r->start, false), word = passage_word_start(p, end);
  if (is_number_word(p, word, end)) {
    end = passage_skip_back(p, word, false);
    word = passage_word_start(p, end);
  }
  return passage_is(p, word, end, "mẫu") || passage_is(p, word, end, "Mẫu");
}

static bool is_plain_border(uint32_t c) {
  return unicode_is_space(c) || c == '\n' || c == ',' || c == ';' || c == '(' || c == ')' ||
         c == '"' || c == 0x201C || c == 0x201D;
}

/* Judged once for all words of a run: a long chain (d1/d1/d1 …) stays linear. */
static bool is_identifier_run(const vt_dictionary *dictionary, passage *p, run r) {
  bool held = p->run_end > 0 && r.start >= p->run_start && r.end <= p->run_end;
  if (!held) {
    p->run_identifies = is_address(&r) || is_numbered(p, &r) || is_model(p, &r) ||
                        is_code(dictionary, &r) || is_misread_date(&r) || names_blank_form(p, &r);
    p->run_start = r.start;
    p->run_end = r.end;
  }
  return p->run_identifies;
}

/* The run around [start, end), or the part of it that was found before. */
static run run_around(const passage *p, size_t start, size_t end) {
  if (p->run_end > 0 && start >= p->run_start && end <= p->run_end)
    return (run){p->text, p->run_start, p->run_end};
  return find_run(p, start, end);
}

bool identify(const vt_dictionary *dictionary, passage *p, size_t start, size_t end,
              size_t *span_start, size_t *span_end) {
  size_t length;
  uint32_t before = passage_before(p, start, &length), behind = passage_at(p, end, &length);
  *span_end = end;
  if (is_plain_border(before) && is_plain_border(behind)) {
    *span_start = start;
    if (precedes_standard(p, end)) return true;
    return unicode_is_space(before) && follows_spaced_number(p, start, span_start);
  }
  run r = run_around(p, start, end);
  *span_start = r.start;
  *span_end = r.end;
  if (r.end <= r.start) return false;
  return is_identifier_run(dictionary, p, r) || follows_spaced_number(p, r.start, span_start) ||
         follows_number_apart(dictionary, p, &r, span_start) || precedes_standard(p, r.end);
}

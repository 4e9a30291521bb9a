/* What digits can be: a date, a clock time, a document number, a plain number. The
 * narrower reading is tried first. */
#include "text/token_parts.h"

#include <string.h>

#include "text/unicode.h"

typedef struct number_part {
  unsigned value;
  size_t digits;
} number_part;

static number_part read_digits(const char *text, size_t *at, size_t end) {
  number_part p = {0, 0};
  for (; *at < end && token_is_digit(text[*at]); ++*at, p.digits++)
    if (p.digits < 6) p.value = p.value * 10 + (unsigned)(text[*at] - '0');
  return p;
}

static bool is_year(number_part p) { return p.digits == 4 && p.value >= 1900 && p.value <= 2100; }
static bool is_day(number_part p) { return p.digits <= 2 && p.value >= 1 && p.value <= 31; }
static bool is_month(number_part p) { return p.digits <= 2 && p.value >= 1 && p.value <= 12; }

enum { DOCNO_BYTES = 80 }; /* longer ones are not looked for: time stays linear */

/* digits[letter] [sep year] sep tail, with a slash and a capital letter in the
 * tail: 30/2020/NĐ-CP, 12/QĐ-UBND, 07-CT/TU, 48/2019/QH14. Returns its end or 0. */
static size_t read_docno(const char *text, size_t at, size_t end) {
  size_t i = at, length, tail;
  bool slash = false, upper = false;
  if (end - at > DOCNO_BYTES) end = at + DOCNO_BYTES;
  read_digits(text, &i, end);
  if (i < end && token_letter_at(text, i, end, &length) && i + length < end &&
      (text[i + length] == '/' || text[i + length] == '-'))
    i += length;
  if (i >= end || (text[i] != '/' && text[i] != '-')) return 0;
  tail = i;
  while (i < end) {
    uint32_t c = utf8_decode(text + i, end - i, &length);
    bool joins = c == '/' || c == '-' || c == '.' || c == '&';
    if (joins && !token_alnum_at(text, i + 1, end)) break;
    if (!joins && !unicode_is_letter(c) && !unicode_is_digit(c)) break;
    slash |= c == '/';
    if (unicode_is_upper(c)) {
      /* the first letters come right behind a separator, or a year and one */
      if (!upper && text[i - 1] != '/' && text[i - 1] != '-') return 0;
      upper = true;
    }
    i += length;
  }
  return slash && upper && i > tail ? i : 0;
}

/* Day, month and year around equal separators; or month/year, day/month. */
static size_t read_date(const char *text, size_t at, size_t end, token_shape *shape) {
  size_t i = at;
  number_part first = read_digits(text, &i, end);
  if (i + 1 >= end || first.digits > 2 || !token_is_digit(text[i + 1])) return 0;
  char separator = text[i++];
  if (separator != '/' && separator != '-' && separator != '.') return 0;
  number_part second = read_digits(text, &i, end);
  size_t after_second = i;
  if (i + 1 < end && text[i] == separator && token_is_digit(text[i + 1])) {
    i++;
    number_part third = read_digits(text, &i, end);
    if (is_day(first) && is_month(second) && is_year(third) && !token_alnum_at(text, i, end))
      return *shape = SHAPE_DMY, i;
    return 0;
  }
  if (separator != '/' || token_alnum_at(text, after_second, end)) return 0;
  if (is_month(first) && is_year(second)) return *shape = SHAPE_MY, after_second;
  if (is_day(first) && is_month(second)) return *shape = SHAPE_DM, after_second;
  return 0;
}

/* 07h30, 17h, 7g15 */
static size_t read_clock(const char *text, size_t at, size_t end) {
  size_t i = at;
  number_part hour = read_digits(text, &i, end);
  if (hour.digits > 2 || hour.value > 24 || i >= end || (text[i] != 'h' && text[i] != 'g'))
    return 0;
  i++;
  if (i < end && token_is_digit(text[i])) {
    number_part minute = read_digits(text, &i, end);
    if (minute.digits != 2 || minute.value > 59) return 0;
    if (i < end && text[i] == '\'') i++;
  }
  return token_alnum_at(text, i, end) ? 0 : i;
}

static token_shape shape_of_integer(number_part p) {
  if (is_year(p)) return SHAPE_YEAR;
  if (is_month(p)) return SHAPE_MONTH;
  return is_day(p) ? SHAPE_DAY : SHAPE_INT;
}

/* Digits in groups: 1.250, 21,4. */
static size_t read_groups(const char *text, size_t at, size_t end, token_shape *shape) {
  size_t i = at;
  number_part p = read_digits(text, &i, end);
  *shape = shape_of_integer(p);
  while (i + 1 < end && (text[i] == '.' || text[i] == ',') && token_is_digit(text[i + 1])) {
    i++;
    read_digits(text, &i, end);
    *shape = SHAPE_DEC;
  }
  return i;
}

/* Digits in groups, perhaps over others. */
static size_t read_plain_number(const char *text, size_t at, size_t end, token_shape *shape) {
  size_t i = read_groups(text, at, end, shape);
  if (i + 1 >= end || text[i] != '/' || !token_is_digit(text[i + 1])) return i;
  i = read_groups(text, i + 1, end, shape);
  *shape = SHAPE_RATIO;
  return i;
}

/* Letters stuck to a number: a unit in small letters is a word of its own
 * (12,7mm); anything else makes one mixed token (14B, 10a1). */
static size_t take_stuck_letters(const char *text, size_t at, size_t end, token_shape *shape) {
  size_t i = at, length;
  bool odd = false;
  while (i < end && (token_is_digit(text[i]) || token_letter_at(text, i, end, &length))) {
    if (token_is_digit(text[i])) odd = true, length = 1;
    else odd |= unicode_is_upper(utf8_decode(text + i, end - i, &length));
    i += length;
  }
  if (!odd) return at;
  *shape = SHAPE_MIXED;
  return i;
}

size_t token_read_number(const char *text, size_t at, size_t end, token_shape *shape) {
  size_t to;
  if ((to = read_docno(text, at, end)) != 0) return *shape = SHAPE_DOCNO, to;
  if ((to = read_date(text, at, end, shape)) != 0) return to;
  if ((to = read_clock(text, at, end)) != 0) return *shape = SHAPE_CLOCK, to;
  to = read_plain_number(text, at, end, shape);
  return take_stuck_letters(text, to, end, shape);
}

token_shape token_number_shape(const char *text, size_t size) {
  token_shape shape = SHAPE_CODE;
  if (size && token_is_digit(text[0])) {
    size_t digits = 0;
    bool slash = memchr(text, '/', size) != NULL, upper = false;
    while (digits < size && token_is_digit(text[digits])) digits++;
    for (size_t i = digits, length; i < size; i += length)
      upper |= unicode_is_upper(utf8_decode(text + i, size - i, &length));
    if (slash && upper) return SHAPE_DOCNO;
    if (token_read_number(text, 0, size, &shape) != size) shape = SHAPE_CODE;
  }
  return shape;
}

/* Numbers of a date by the words before and behind them: ngày 5 tháng 9 năm 2022,
 * 07 giờ 30, giai đoạn 2021-2025, quý II/2024. A date that lacks its year has no ISO
 * form. */
#include <stdio.h>
#include <string.h>

#include "engine/entity_normal.h"
#include "text/fold.h"
#include "text/token.h"

/* An interval ends with last_month or last_year, or begins with first_day; they are
 * 0 otherwise. */
typedef struct date {
  unsigned hour, minute, day, month, year;
  unsigned first_day, last_month, last_year;
  bool has_hour, odd; /* odd: says something that the numbers do not */
} date;

enum {
  WORD_NONE,
  WORD_DAY,
  WORD_MONTH,
  WORD_YEAR,
  WORD_HOUR,
  WORD_PERIOD,
  WORD_QUARTER,
  WORD_FIRST, /* 6 tháng đầu năm  */
  WORD_LAST,  /* 3 tháng cuối năm */
  WORD_TO,
  WORD_ODD
};

static const struct {
  const char *text;
  int meaning;
} WORDS[] = {{"ngày", WORD_DAY},   {"tháng", WORD_MONTH}, {"năm", WORD_YEAR},
             {"giờ", WORD_HOUR},   {"đoạn", WORD_PERIOD}, {"kỳ", WORD_PERIOD},
             {"học", WORD_PERIOD}, {"quý", WORD_QUARTER}, {"đầu", WORD_FIRST},
             {"cuối", WORD_LAST},  {"đến", WORD_TO},      {"tới", WORD_TO},
             {"và", WORD_ODD}};

static int word_of(vt_span text) {
  char key[WORD_KEY_BYTES];
  size_t size = fold_word(text.text, text.size, key);
  for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
    if (strlen(WORDS[i].text) == size && memcmp(WORDS[i].text, key, size) == 0)
      return WORDS[i].meaning;
  return WORD_NONE;
}

/* Up to three numbers parted by any marks. */
static size_t read_numbers(vt_span text, unsigned out[3]) {
  size_t count = 0;
  for (size_t i = 0; i < text.size && count < 3; i++) {
    if (text.text[i] < '0' || text.text[i] > '9') continue;
    unsigned n = 0;
    for (; i < text.size && text.text[i] >= '0' && text.text[i] <= '9'; i++)
      n = n < 100000 ? n * 10 + (unsigned)(text.text[i] - '0') : n;
    out[count++] = n;
  }
  return count;
}

static void take_year(date *d, unsigned year) {
  if (d->year) d->last_year = year;
  else d->year = year;
}

static void take_quarter(date *d, unsigned quarter) {
  d->odd |= quarter < 1 || quarter > 4;
  if (d->odd) return;
  d->month = 3 * quarter - 2;
  d->last_month = 3 * quarter;
}

/* I, II, III, IV; 0: another numeral. */
static unsigned roman_quarter(vt_span text) {
  static const char *const NUMERALS[] = {"I", "II", "III", "IV"};
  for (unsigned i = 0; i < 4; i++)
    if (text.size == strlen(NUMERALS[i]) && memcmp(text.text, NUMERALS[i], text.size) == 0)
      return i + 1;
  return 0;
}

/* The number of months was read where an hour may stand. */
static void take_part_of_year(date *d, bool first) {
  d->odd |= d->hour < 1 || d->hour > 12;
  if (d->odd) return;
  d->month = first ? 1 : 13 - d->hour;
  d->last_month = first ? d->hour : 12;
  d->hour = 0;
}

/* The end of an interval comes next. Its beginning may be a day of the same month. */
static void take_end(date *d) {
  d->first_day = d->day;
  d->odd |= d->month != 0;
}

static void take_word(date *d, int word) {
  switch (word) {
  case WORD_HOUR: d->has_hour = true; break;
  case WORD_FIRST:
  case WORD_LAST: take_part_of_year(d, word == WORD_FIRST); break;
  case WORD_TO: take_end(d); break;
  case WORD_ODD: d->odd = true; break;
  default: break;
  }
}

static void take_number(date *d, const token *t, vt_span text, int before) {
  unsigned n[3] = {0, 0, 0};
  size_t count = read_numbers(text, n);
  if (before == WORD_QUARTER && t->shape != SHAPE_YEAR) {
    take_quarter(d, n[0]);
    if (t->shape == SHAPE_MY) d->year = n[1];
    return;
  }
  switch (t->shape) {
  case SHAPE_DMY: d->day = n[0], d->month = n[1], d->year = n[2]; return;
  case SHAPE_MY: d->month = n[0], d->year = n[1]; return;
  case SHAPE_DM: d->day = n[0], d->month = n[1]; return;
  case SHAPE_YEAR: take_year(d, n[0]); return;
  case SHAPE_CLOCK: d->hour = n[0], d->minute = count > 1 ? n[1] : 0, d->has_hour = true; return;
  default: break;
  }
  if (before == WORD_DAY || before == WORD_TO) d->day = n[0];
  else if (before == WORD_MONTH) d->month = n[0];
  else if (before == WORD_HOUR) d->minute = n[0];
  else d->hour = n[0];
}

/* A numeral that counts no quarter is that of a day or month of another calendar. */
static void take_roman(date *d, vt_span text, int before) {
  if (before == WORD_QUARTER) take_quarter(d, roman_quarter(text));
  else d->odd = true;
}

static date read_date(vt_span text) {
  date d = {0};
  token_reader reader = token_reader_at_start(text.text, text.size);
  token t;
  int before = WORD_NONE;
  reader.fresh = false;
  while (token_next(&reader, &t)) {
    vt_span piece = {text.text + t.start, t.end - t.start};
    if (t.shape >= SHAPE_MONTH && t.shape <= SHAPE_CLOCK) {
      take_number(&d, &t, piece, before);
    } else if (t.shape <= SHAPE_MIXED) {
      int word = word_of(piece);
      take_word(&d, word);
      if (t.shape == SHAPE_ROMAN || t.shape == SHAPE_SINGLE) take_roman(&d, piece, before);
      if (word != WORD_NONE) before = word;
    } else if ((t.shape == SHAPE_HYPHEN || t.shape == SHAPE_DASH) && d.day && !d.month) {
      take_word(&d, before = WORD_TO);
    }
  }
  return d;
}

static unsigned days_in(unsigned month, unsigned year) {
  static const unsigned char DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : DAYS[month - 1];
}

static bool is_possible(const date *d) {
  if (d->odd || !d->year || d->month > 12 || d->hour > 24 || d->minute > 59) return false;
  if (d->hour && !d->has_hour) return false;
  if (d->first_day && (d->first_day >= d->day || d->has_hour)) return false;
  if (d->last_year && d->month) return false;
  return !d->day || (d->month && d->day <= days_in(d->month, d->year));
}

size_t normal_date(vt_span text, char *out) {
  enum { ROOM = 40 };
  date d = read_date(text);
  unsigned y = d.year, m = d.month;
  int size = 0;
  if (!is_possible(&d)) return 0;
  if (d.last_year) size = snprintf(out, ROOM, "%04u/%04u", y, d.last_year);
  else if (d.last_month) size = snprintf(out, ROOM, "%04u-%02u/%04u-%02u", y, m, y, d.last_month);
  else if (d.first_day)
    size = snprintf(out, ROOM, "%04u-%02u-%02u/%04u-%02u-%02u", y, m, d.first_day, y, m, d.day);
  else if (!m) size = snprintf(out, ROOM, "%04u", y);
  else if (!d.day) size = snprintf(out, ROOM, "%04u-%02u", y, m);
  else if (!d.has_hour) size = snprintf(out, ROOM, "%04u-%02u-%02u", y, m, d.day);
  else size = snprintf(out, ROOM, "%04u-%02u-%02uT%02u:%02u", y, m, d.day, d.hour, d.minute);
  return size > 0 ? (size_t)size : 0;
}

/* Numbers of a date by the words before and behind them: ngày 5 tháng 9 năm 2022,
 * 07 giờ 30, giai đoạn 2021-2025. A date that lacks its year has no ISO form. */
#include <stdio.h>
#include <string.h>

#include "engine/entity_normal.h"
#include "text/fold.h"
#include "text/token.h"

typedef struct date {
  unsigned hour, minute, day, month, year, last_year;
  bool has_hour, odd; /* odd: says something that the numbers do not */
} date;

enum { WORD_NONE, WORD_DAY, WORD_MONTH, WORD_YEAR, WORD_HOUR, WORD_PERIOD, WORD_ODD };

static const struct {
  const char *text;
  int meaning;
} WORDS[] = {{"ngày", WORD_DAY},    {"tháng", WORD_MONTH}, {"năm", WORD_YEAR},   {"giờ", WORD_HOUR},
             {"đoạn", WORD_PERIOD}, {"kỳ", WORD_PERIOD},   {"học", WORD_PERIOD}, {"quý", WORD_ODD},
             {"đầu", WORD_ODD},     {"cuối", WORD_ODD},    {"đến", WORD_ODD},    {"tới", WORD_ODD}};

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

static void take_number(date *d, const token *t, vt_span text, int before) {
  unsigned n[3] = {0, 0, 0};
  size_t count = read_numbers(text, n);
  switch (t->shape) {
  case SHAPE_DMY: d->day = n[0], d->month = n[1], d->year = n[2]; return;
  case SHAPE_MY: d->month = n[0], d->year = n[1]; return;
  case SHAPE_DM: d->day = n[0], d->month = n[1]; return;
  case SHAPE_YEAR: take_year(d, n[0]); return;
  case SHAPE_CLOCK: d->hour = n[0], d->minute = count > 1 ? n[1] : 0, d->has_hour = true; return;
  default: break;
  }
  if (before == WORD_DAY) d->day = n[0];
  else if (before == WORD_MONTH) d->month = n[0];
  else if (before == WORD_HOUR) d->minute = n[0];
  else d->hour = n[0];
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
      if (word == WORD_HOUR) d.has_hour = true;
      if (word == WORD_ODD || t.shape == SHAPE_ROMAN) d.odd = true;
      if (word != WORD_NONE) before = word;
    }
  }
  return d;
}

static bool is_possible(const date *d) {
  return !d->odd && d->year && d->month <= 12 && d->day <= 31 && d->hour <= 24 && d->minute <= 59 &&
         (!d->day || d->month) && (!d->last_year || !d->month);
}

size_t normal_date(vt_span text, char *out) {
  date d = read_date(text);
  int size = 0;
  if (!is_possible(&d) || (!d.has_hour && d.hour)) return 0;
  if (d.last_year) size = snprintf(out, 40, "%04u/%04u", d.year, d.last_year);
  else if (!d.month) size = snprintf(out, 40, "%04u", d.year);
  else if (!d.day) size = snprintf(out, 40, "%04u-%02u", d.year, d.month);
  else if (!d.has_hour) size = snprintf(out, 40, "%04u-%02u-%02u", d.year, d.month, d.day);
  else
    size = snprintf(out, 40, "%04u-%02u-%02uT%02u:%02u", d.year, d.month, d.day, d.hour, d.minute);
  return size > 0 ? (size_t)size : 0;
}

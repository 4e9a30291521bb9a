/* The days of a month are checked: a validator refuses 2023-02-30. */
#include "write/xml_date.h"

#include "write/markup.h"

/* Take `digits` digits; the number, or -1. */
static int take_number(vt_span *s, size_t digits) {
  int number = 0;
  if (s->size < digits) return -1;
  for (size_t i = 0; i < digits; i++) {
    if (s->text[i] < '0' || s->text[i] > '9') return -1;
    number = number * 10 + (s->text[i] - '0');
  }
  *s = (vt_span){s->text + digits, s->size - digits};
  return number;
}

static bool take(vt_span *s, const char *what) {
  size_t size = strlen(what);
  if (s->size < size || memcmp(s->text, what, size) != 0) return false;
  *s = (vt_span){s->text + size, s->size - size};
  return true;
}

static int days_of(int year, int month) {
  static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return DAYS[month - 1] + (month == 2 && leap);
}

static bool is_time(vt_span s) {
  int hour = take_number(&s, 2);
  int minute = take(&s, ":") ? take_number(&s, 2) : -1;
  int second = take(&s, ":") ? take_number(&s, 2) : 0;
  return s.size == 0 && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 &&
         second < 60;
}

static bool is_single(vt_span s) {
  bool yearless = take(&s, "--");
  int year = yearless ? 2000 : take_number(&s, 4);
  if (year < 1) return false;
  if (s.size == 0) return !yearless;
  if (!yearless && !take(&s, "-")) return false;
  int month = take_number(&s, 2);
  if (month < 1 || month > 12) return false;
  if (s.size == 0) return true;
  int day = take(&s, "-") ? take_number(&s, 2) : -1;
  if (day < 1 || day > days_of(year, month)) return false;
  return s.size == 0 || (!yearless && take(&s, "T") && is_time(s));
}

/* The seconds that xs:dateTime wants. */
static void put_single(pen *p, vt_span s) {
  pen_span(p, s);
  if (s.size == sizeof "2022-12-07T07:30" - 1) PEN_TEXT(p, ":00");
}

static bool split(vt_span s, vt_span *from, vt_span *to) {
  const char *slash = s.size ? memchr(s.text, '/', s.size) : NULL;
  if (!slash) return false;
  size_t size = (size_t)(slash - s.text);
  *from = (vt_span){s.text, size};
  *to = (vt_span){slash + 1, s.size - size - 1};
  return is_single(*from) && is_single(*to);
}

bool xml_date_known(vt_span date) {
  vt_span from, to;
  return is_single(date) || split(date, &from, &to);
}

void xml_date_put(pen *p, vt_span date) {
  vt_span from, to;
  if (is_single(date)) {
    PEN_TEXT(p, " when=\"");
    put_single(p, date);
  } else if (split(date, &from, &to)) {
    PEN_TEXT(p, " from=\"");
    put_single(p, from);
    PEN_TEXT(p, "\" to=\"");
    put_single(p, to);
  } else {
    return;
  }
  pen_byte(p, '"');
}

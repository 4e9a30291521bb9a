#include "write/pen.h"

#include "text/unicode.h"

void pen_number(pen *p, uint64_t number) {
  static const char PAIRS[] = "00010203040506070809101112131415161718192021222324"
                              "25262728293031323334353637383940414243444546474849"
                              "50515253545556575859606162636465666768697071727374"
                              "75767778798081828384858687888990919293949596979899";
  char digits[20];
  size_t at = sizeof digits;
  for (; number > UINT32_MAX; number /= 10) digits[--at] = (char)('0' + number % 10);
  uint32_t rest = (uint32_t)number; /* 32 bits divide faster */
  for (; rest >= 100; rest /= 100) {
    size_t pair = (size_t)(rest % 100) * 2;
    digits[--at] = PAIRS[pair + 1];
    digits[--at] = PAIRS[pair];
  }
  if (rest >= 10) digits[--at] = (char)('0' + rest % 10);
  digits[--at] = (char)('0' + (rest >= 10 ? rest / 10 : rest));
  pen_put(p, digits + at, sizeof digits - at);
}

void pen_code_point(pen *p, uint32_t c) {
  char bytes[4];
  pen_put(p, bytes, utf8_encode(c, bytes));
}

void pen_hex(pen *p, uint32_t number, int digits) {
  while (digits < 8 && number >> (4 * digits)) digits++;
  while (digits-- > 0) pen_byte(p, "0123456789ABCDEF"[number >> (4 * digits) & 15]);
}

void pen_hundredths(pen *p, float number) {
  enum { MOST = 1000000 }; /* scores are far below; a fault must not overflow */
  float size = number < 0 ? -number : number;
  if (!(size < MOST)) size = MOST;
  uint32_t hundredths = (uint32_t)(size * 100 + 0.5F);
  if (number < 0 && hundredths) pen_byte(p, '-');
  pen_number(p, hundredths / 100);
  pen_byte(p, '.');
  pen_byte(p, (char)('0' + hundredths / 10 % 10));
  pen_byte(p, (char)('0' + hundredths % 10));
}

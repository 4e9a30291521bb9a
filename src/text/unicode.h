/* Code points: decoding, classes and case, without ICU for the letters that
 * Vietnamese text is made of. Invalid bytes decode to U+FFFD, one byte each. */
#ifndef VT_TEXT_UNICODE_H
#define VT_TEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UNICODE_INVALID = 0xFFFD };

uint32_t utf8_decode_any(const char *text, size_t size, size_t *length);
uint32_t utf8_decode_any_before(const char *text, size_t at, size_t *length);

/* Decode the code point at text[0]; size > 0. *length: its bytes (1 if invalid).
 * ASCII and the bytes of Vietnamese letters need no call. */
static inline uint32_t utf8_decode(const char *text, size_t size, size_t *length) {
  const unsigned char *p = (const unsigned char *)text;
  *length = 1;
  if (p[0] < 0x80) return p[0];
  if (p[0] >= 0xC3 && p[0] <= 0xC6 && size > 1 && (p[1] & 0xC0) == 0x80) {
    *length = 2;
    return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
  }
  if (p[0] == 0xE1 && size > 2 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
    *length = 3;
    return 0x1000u | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
  }
  return utf8_decode_any(text, size, length);
}
/* Decode the code point that ends before text[at]; at > 0. */
static inline uint32_t utf8_decode_before(const char *text, size_t at, size_t *length) {
  const unsigned char *p = (const unsigned char *)text + at;
  *length = 1;
  if (p[-1] < 0x80) return p[-1];
  if (p[-1] < 0xC0 && at >= 3) {
    if (p[-2] >= 0xC3 && p[-2] <= 0xC6) {
      *length = 2;
      return (uint32_t)(p[-2] & 0x1F) << 6 | (p[-1] & 0x3F);
    }
    if (p[-3] == 0xE1 && (p[-2] & 0xC0) == 0x80) {
      *length = 3;
      return 0x1000u | (uint32_t)(p[-2] & 0x3F) << 6 | (p[-1] & 0x3F);
    }
  }
  return utf8_decode_any_before(text, at, length);
}
/* Write `c` to out (4 bytes of room); returns the bytes written. */
size_t utf8_encode(uint32_t c, char *out);
/* Is the byte sequence at text[0] a valid code point? */
bool utf8_valid_at(const char *text, size_t size, size_t *length);
/* Bytes before the first invalid one; `size` if there is none. */
size_t utf8_valid_size(const char *text, size_t size);
/* How many bytes are part of no code point. */
size_t utf8_invalid_count(const char *text, size_t size);
uint64_t newline_count(const char *text, size_t size);

bool unicode_is_letter_any(uint32_t c);
bool unicode_is_upper_any(uint32_t c);
bool unicode_is_lower_any(uint32_t c);

/* Letters and combining marks. */
static inline bool unicode_is_letter(uint32_t c) {
  if (c < 0x80) return (c | 0x20) - 'a' < 26;
  if (c >= 0xC0 && c < 0x250) return c != 0xD7 && c != 0xF7;
  if (c >= 0x1E00 && c < 0x1F00) return true;
  return (c < 0x2000 || c > 0x206F) && unicode_is_letter_any(c);
}
static inline bool unicode_is_upper(uint32_t c) {
  if (c < 0x80) return c - 'A' < 26;
  if (c >= 0x1EA0 && c < 0x1F00) return !(c & 1);
  if (c >= 0xC0 && c < 0x100) return c < 0xDF && c != 0xD7;
  return (c < 0x2000 || c > 0x206F) && unicode_is_upper_any(c);
}
static inline bool unicode_is_lower(uint32_t c) {
  if (c < 0x80) return c - 'a' < 26;
  if (c >= 0x1EA0 && c < 0x1F00) return c & 1;
  if (c >= 0xC0 && c < 0x100) return c >= 0xDF && c != 0xF7;
  return (c < 0x2000 || c > 0x206F) && unicode_is_lower_any(c);
}
bool unicode_is_mark(uint32_t c);
/* ASCII digits only: numbers of documents and units. */
static inline bool unicode_is_digit(uint32_t c) { return c - '0' < 10; }
bool unicode_is_space_any(uint32_t c);
/* Space, tab, NBSP, other blanks; not newline. */
static inline bool unicode_is_space(uint32_t c) {
  return c == ' ' || ((c == '\t' || c == 0xA0 || c >= 0x2000) && unicode_is_space_any(c));
}
static inline bool unicode_is_dash(uint32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}
uint32_t unicode_lower(uint32_t c);
uint32_t unicode_upper(uint32_t c);
/* Ð, Ɖ → Đ and ð → đ; other code points as they are. */
uint32_t unicode_fold_d(uint32_t c);

#endif

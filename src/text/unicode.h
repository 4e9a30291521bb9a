/* Code points: decoding, classes and case, without ICU for the letters that
 * Vietnamese text is made of. Invalid bytes decode to U+FFFD, one byte each. */
#ifndef VT_TEXT_UNICODE_H
#define VT_TEXT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UNICODE_INVALID = 0xFFFD };

uint32_t utf8_decode_long(const char *text, size_t size, size_t *length);
uint32_t utf8_decode_long_before(const char *text, size_t at, size_t *length);

/* Decode the code point at text[0]; size > 0. *length: its bytes (1 if invalid). */
static inline uint32_t utf8_decode(const char *text, size_t size, size_t *length) {
  *length = 1;
  return (unsigned char)*text < 0x80 ? (unsigned char)*text : utf8_decode_long(text, size, length);
}
/* Decode the code point that ends before text[at]; at > 0. */
static inline uint32_t utf8_decode_before(const char *text, size_t at, size_t *length) {
  unsigned char last = (unsigned char)text[at - 1];
  *length = 1;
  return last < 0x80 ? last : utf8_decode_long_before(text, at, length);
}
/* Write `c` to out (4 bytes of room); returns the bytes written. */
size_t utf8_encode(uint32_t c, char *out);
/* Is the byte sequence at text[0] a valid code point? */
bool utf8_valid_at(const char *text, size_t size, size_t *length);
/* Bytes before the first invalid one; `size` if there is none. */
size_t utf8_valid_size(const char *text, size_t size);

bool unicode_is_letter(uint32_t c); /* letters and combining marks */
bool unicode_is_upper(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_mark(uint32_t c);
bool unicode_is_digit(uint32_t c); /* ASCII digits only: numbers of documents and units */
bool unicode_is_space(uint32_t c); /* space, tab, NBSP, other blanks; not newline      */
bool unicode_is_dash(uint32_t c);
uint32_t unicode_lower(uint32_t c);
uint32_t unicode_upper(uint32_t c);
/* Ð, Ɖ → Đ and ð → đ; other code points as they are. */
uint32_t unicode_fold_d(uint32_t c);

#endif

/* Latin-1, Latin Extended-A/B and Latin Extended Additional are decided by
 * arithmetic: their cases alternate. Everything else asks ICU, through normal.h. */
#include "text/unicode.h"

#include <string.h>

#include "text/normal.h"

bool utf8_valid_at(const char *text, size_t size, size_t *length) {
  const unsigned char *p = (const unsigned char *)text;
  *length = 1;
  if (p[0] < 0x80) return true;
  size_t wanted = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
  if (p[0] < 0xC2 || p[0] > 0xF4 || size < wanted) return false;
  for (size_t i = 1; i < wanted; i++)
    if ((p[i] & 0xC0) != 0x80) return false;
  if (p[0] == 0xE0 && p[1] < 0xA0) return false;
  if (p[0] == 0xED && p[1] > 0x9F) return false; /* surrogates */
  if (p[0] == 0xF0 && p[1] < 0x90) return false;
  if (p[0] == 0xF4 && p[1] > 0x8F) return false;
  *length = wanted;
  return true;
}

uint32_t utf8_decode_any(const char *text, size_t size, size_t *length) {
  if (!utf8_valid_at(text, size, length)) return UNICODE_INVALID;
  const unsigned char *p = (const unsigned char *)text;
  switch (*length) {
  case 1: return p[0];
  case 2: return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
  case 3: return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
  default:
    return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
           (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
  }
}

uint32_t utf8_decode_any_before(const char *text, size_t at, size_t *length) {
  size_t back = 1;
  while (back < 4 && back < at && ((unsigned char)text[at - back] & 0xC0) == 0x80) back++;
  uint32_t c = utf8_decode(text + at - back, back, length);
  if (*length == back) return c;
  *length = 1;
  return UNICODE_INVALID;
}

size_t utf8_encode(uint32_t c, char *out) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xC0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xE0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | c >> 18);
  out[1] = (char)(0x80 | (c >> 12 & 0x3F));
  out[2] = (char)(0x80 | (c >> 6 & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

/* +1 upper, −1 lower, 0 neither or not decided here. */
static int latin_case(uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? 1 : c >= 'a' && c <= 'z' ? -1 : 0;
  if (c >= 0xC0 && c <= 0xFF) return c == 0xD7 || c == 0xF7 ? 0 : c <= 0xDE ? 1 : -1;
  if (c >= 0x100 && c <= 0x137) return c & 1 ? -1 : 1;
  if (c >= 0x139 && c <= 0x148) return c & 1 ? 1 : -1;
  if (c >= 0x14A && c <= 0x177) return c & 1 ? -1 : 1;
  if (c == 0x189) return 1; /* Ɖ */
  if (c == 0x1A0 || c == 0x1AF) return 1;
  if (c == 0x1A1 || c == 0x1B0) return -1;
  if (c >= 0x1E00 && c <= 0x1E95) return c & 1 ? -1 : 1;
  if (c >= 0x1EA0 && c <= 0x1EFF) return c & 1 ? -1 : 1;
  return 0;
}

bool unicode_is_mark(uint32_t c) {
  if (c < 0x300) return false;
  return c <= 0x36F || (c > 0x1EFF && normal_is_mark(c));
}

bool unicode_is_letter_any(uint32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  if (latin_case(c)) return true;
  if (c >= 0x300 && c <= 0x36F) return true;
  return c >= 0xAA && normal_is_letter(c);
}

bool unicode_is_upper_any(uint32_t c) {
  int decided = latin_case(c);
  return decided ? decided > 0 : c > 0x148 && normal_is_upper(c);
}

bool unicode_is_lower_any(uint32_t c) {
  int decided = latin_case(c);
  return decided ? decided < 0 : c > 0x7F && normal_is_lower(c);
}

bool unicode_is_space_any(uint32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x3000;
}

uint32_t unicode_lower(uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c == 0x189) return 0x111;
  if (latin_case(c) <= 0) return latin_case(c) ? c : normal_lower(c);
  if (c <= 0xDE) return c + 32;
  return c + 1;
}

uint32_t unicode_upper(uint32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  if (latin_case(c) >= 0 || c == 0xDF || c == 0xFF) return latin_case(c) > 0 ? c : normal_upper(c);
  if (c <= 0xFE) return c - 32;
  return c - 1;
}

uint32_t unicode_fold_d(uint32_t c) {
  if (c == 0xD0 || c == 0x189) return 0x110;
  return c == 0xF0 ? 0x111 : c;
}

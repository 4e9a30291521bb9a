#include "write/odd.h"

#include "text/unicode.h"

/* First bytes that may begin something odd. */
static bool is_suspect(unsigned char byte) {
  if (byte < 0x80) return byte < 0x20 || byte == 0x7F || strchr("&<>\"\\|", byte);
  return !(byte >= 0xC3 && byte <= 0xCE) && byte != 0xE1; /* not Vietnamese letters */
}

static bool judge(uint32_t c, odd_kind *kind) {
  if (c == '\t' || c == '\n' || c == '\r') *kind = ODD_BREAK;
  else if (c < 0x20 || c == 0x7F) *kind = ODD_CONTROL;
  else if (c < 0x7F) *kind = ODD_MARKUP;
  else if (c <= 0x9F || c == 0x2028 || c == 0x2029) *kind = ODD_C1;
  else if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) *kind = ODD_BIDI;
  else if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) *kind = ODD_NONCHARACTER;
  else return false;
  return true;
}

bool odd_find(vt_span s, size_t from, odd *found) {
  for (size_t at = from, length; at < s.size; at += length) {
    unsigned char byte = (unsigned char)s.text[at];
    length = 1;
    if (byte < 0x80 && !is_suspect(byte)) continue;
    if (!utf8_valid_at(s.text + at, s.size - at, &length)) {
      *found = (odd){ODD_INVALID, byte, at, 1};
      return true;
    }
    odd_kind kind;
    if (!is_suspect(byte)) continue;
    uint32_t c = utf8_decode(s.text + at, s.size - at, &length);
    if (!judge(c, &kind)) continue;
    *found = (odd){kind, c, at, length};
    return true;
  }
  *found = (odd){ODD_MARKUP, 0, s.size, 0};
  return false;
}

uint32_t odd_picture(const odd *o) {
  if (o->kind == ODD_INVALID) return UNICODE_INVALID;
  if (o->c < 0x20) return 0x2400 + o->c;
  return o->c == 0x7F ? 0x2421 : UNICODE_INVALID;
}

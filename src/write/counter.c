/* In valid text units are counted eight bytes at a time: every byte that is not
 * 10xxxxxx begins a code point, and 1111xxxx begins one with two UTF-16 units. */
#include "text/unicode.h"
#include "write/writer.h"

void counter_init(counter *c, const vt_segment *segment, vt_unit unit) {
  bool valid = utf8_valid_size(segment->text, segment->size) == segment->size;
  *c = (counter){segment->text, segment->size, 0, 0, unit, valid};
}

static size_t sum_of_bytes(uint64_t ones) { return (size_t)(ones * 0x0101010101010101u >> 56); }

/* Units of eight bytes. */
static size_t count_eight(uint64_t x, bool utf16) {
  const uint64_t low_bits = 0x0101010101010101u;
  size_t units = sum_of_bytes((~x >> 7 | x >> 6) & low_bits);
  if (utf16) units += sum_of_bytes(x >> 7 & x >> 6 & x >> 5 & x >> 4 & low_bits);
  return units;
}

static size_t count_valid(const char *text, size_t size, bool utf16) {
  size_t units = 0, at = 0;
  uint64_t x;
  for (; at + 8 <= size; at += 8) {
    memcpy(&x, text + at, 8);
    units += count_eight(x, utf16);
  }
  x = UINT64_C(0x8080808080808080); /* continuations: no units */
  memcpy(&x, text + at, size - at);
  return units + count_eight(x, utf16);
}

static size_t count_any(counter *c, size_t offset) {
  for (size_t length; c->at < offset; c->at += length) {
    uint32_t cp = utf8_decode(c->text + c->at, c->size - c->at, &length);
    c->units += c->unit == VT_UNIT_U16 && cp >= 0x10000 ? 2 : 1;
  }
  return c->units;
}

size_t counter_to(counter *c, size_t offset) {
  if (c->unit == VT_UNIT_BYTE) return offset;
  if (offset < c->at) c->at = c->units = 0; /* out of order: count again */
  if (!c->valid) return count_any(c, offset);
  c->units += count_valid(c->text + c->at, offset - c->at, c->unit == VT_UNIT_U16);
  c->at = offset;
  return c->units;
}

range counter_range(counter *c, size_t start, size_t end) {
  size_t from = counter_to(c, start);
  counter ahead = *c;
  return (range){from, counter_to(&ahead, end)};
}

const char *unit_name(vt_unit unit) {
  static const char *const NAMES[] = {"cp", "byte", "utf16"};
  return NAMES[unit];
}

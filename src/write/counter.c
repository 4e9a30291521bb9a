#include "text/unicode.h"
#include "write/writer.h"

void counter_init(counter *c, const vt_segment *segment, vt_unit unit) {
  *c = (counter){segment->text, segment->size, 0, 0, unit};
}

size_t counter_to(counter *c, size_t offset) {
  if (c->unit == VT_UNIT_BYTE) return offset;
  if (offset < c->at) c->at = c->units = 0; /* out of order: count again */
  for (size_t length; c->at < offset; c->at += length) {
    uint32_t cp = utf8_decode(c->text + c->at, c->size - c->at, &length);
    c->units += c->unit == VT_UNIT_U16 && cp >= 0x10000 ? 2 : 1;
  }
  return c->units;
}

const char *unit_name(vt_unit unit) {
  static const char *const NAMES[] = {"cp", "byte", "utf16"};
  return NAMES[unit];
}

#include "place.h"

void place_begin(place *p, const vt_segment *segment) {
  bool joined = segment->offset && segment->offset == p->next_offset;
  p->segment = segment;
  p->offset = 0;
  p->at = (vt_position){(size_t)segment->line, joined ? p->next_column_cp : 1, 0};
}

vt_position place_at(place *p, size_t offset) {
  for (; p->offset < offset; p->offset++) {
    unsigned char byte = (unsigned char)p->segment->text[p->offset];
    if (byte == '\n') {
      p->at.line++;
      p->at.column_cp = 1;
    } else if ((byte & 0xC0) != 0x80) {
      p->at.column_cp++;
    }
  }
  return p->at;
}

void place_end(place *p) {
  place_at(p, p->segment->size);
  p->next_offset = p->segment->offset + p->segment->size;
  p->next_column_cp = p->at.column_cp;
}

/* A pen appends to the buffer that it owns and remembers if it ever could not,
 * so that a writer is checked once a segment and not once a field. */
#ifndef VT_WRITE_PEN_H
#define VT_WRITE_PEN_H

#include <string.h>

#include "base/buffer.h"

typedef struct pen {
  buffer bytes;
  bool failed; /* no memory: something is missing */
} pen;

static inline void pen_put(pen *p, const char *text, size_t size_bytes) {
  buffer *b = &p->bytes;
  if (b->capacity - b->size < size_bytes && !buffer_reserve(b, size_bytes)) {
    p->failed = true;
    return;
  }
  if (size_bytes) memcpy(b->data + b->size, text, size_bytes);
  b->size += size_bytes;
}

static inline void pen_byte(pen *p, char byte) { pen_put(p, &byte, 1); }
static inline void pen_span(pen *p, vt_span s) { pen_put(p, s.text, s.size); }
static inline void pen_cstr(pen *p, const char *text_cstr) {
  pen_put(p, text_cstr, strlen(text_cstr));
}
/* A string literal; its size is known when it is compiled. */
#define PEN_TEXT(p, literal) pen_put(p, "" literal, sizeof(literal) - 1)

void pen_number(pen *p, uint64_t number);
void pen_code_point(pen *p, uint32_t c);
void pen_hex(pen *p, uint32_t number, int digits); /* at least that many, A–F */
/* With two decimals and a point, whatever the locale. */
void pen_hundredths(pen *p, float number);

#endif

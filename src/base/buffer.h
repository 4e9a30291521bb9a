/* A growing piece of text that owns its bytes. After a failed append the buffer
 * is as it was. */
#ifndef VT_BASE_BUFFER_H
#define VT_BASE_BUFFER_H

#include "base/memory.h"

typedef struct buffer {
  vt_allocator memory;
  char *data;
  size_t size, capacity;
} buffer;

void buffer_init(buffer *b, const vt_allocator *memory);
bool buffer_append(buffer *b, const void *bytes, size_t size_bytes);
bool buffer_append_span(buffer *b, vt_span s);
bool buffer_append_cstr(buffer *b, const char *text_cstr);
bool buffer_append_byte(buffer *b, char byte);
bool buffer_append_format(buffer *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));            /* pieces of at most 511 bytes */
bool buffer_reserve(buffer *b, size_t size_bytes);    /* room for that many more */
void buffer_drop_front(buffer *b, size_t size_bytes); /* at most b->size */
void buffer_reset(buffer *b);                         /* empty, memory kept      */
void buffer_clear(buffer *b);                         /* memory freed            */
/* Hand the bytes over; the buffer is empty afterwards. */
char *buffer_detach(buffer *b, size_t *size_bytes);

static inline vt_span buffer_span(const buffer *b) { return (vt_span){b->data, b->size}; }

#endif

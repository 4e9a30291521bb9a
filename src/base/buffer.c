#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void buffer_init(buffer *b, const vt_allocator *memory) {
  *b = (buffer){memory_or_default(memory), NULL, 0, 0};
}

bool buffer_reserve(buffer *b, size_t size_bytes) {
  if (size_bytes > SIZE_MAX - b->size) return false;
  void *items = b->data;
  bool grown = memory_grow(&b->memory, &items, &b->capacity, b->size + size_bytes, 1);
  b->data = items;
  return grown;
}

bool buffer_append(buffer *b, const void *bytes, size_t size_bytes) {
  if (b->capacity - b->size < size_bytes && !buffer_reserve(b, size_bytes)) return false;
  if (size_bytes) memcpy(b->data + b->size, bytes, size_bytes);
  b->size += size_bytes;
  return true;
}

bool buffer_append_span(buffer *b, vt_span s) { return buffer_append(b, s.text, s.size); }
bool buffer_append_cstr(buffer *b, const char *text) {
  return buffer_append(b, text, strlen(text));
}
bool buffer_append_byte(buffer *b, char byte) { return buffer_append(b, &byte, 1); }

bool buffer_append_format(buffer *b, const char *format, ...) {
  char piece[512];
  va_list arguments;
  va_start(arguments, format);
  int size = vsnprintf(piece, sizeof piece, format, arguments);
  va_end(arguments);
  if (size < 0) return false;
  size_t wanted = (size_t)size;
  return buffer_append(b, piece, wanted < sizeof piece ? wanted : sizeof piece - 1);
}

void buffer_drop_front(buffer *b, size_t size_bytes) {
  b->size -= size_bytes;
  if (b->size) memmove(b->data, b->data + size_bytes, b->size);
}

void buffer_reset(buffer *b) { b->size = 0; }

void buffer_clear(buffer *b) {
  memory_free(&b->memory, b->data);
  b->data = NULL;
  b->size = b->capacity = 0;
}

char *buffer_detach(buffer *b, size_t *size_bytes) {
  char *data = b->data;
  *size_bytes = b->size;
  b->data = NULL;
  b->size = b->capacity = 0;
  return data;
}

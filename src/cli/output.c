/* Pieces at least as large as the buffer go straight to write(2); smaller ones
 * are gathered. */
#include "output.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool output_open(output *o, int fd, const char *name, size_t capacity) {
  *o = (output){.fd = fd, .name = name, .capacity = capacity};
  o->data = malloc(capacity);
  if (!o->data) o->capacity = 0;
  return o->data != NULL;
}

void output_close(output *o) {
  free(o->data);
  o->data = NULL;
  o->size = 0;
}

/* A descriptor that would block is waited for: it may be shared with a shell
 * that made it so. */
static bool write_some(output *o, const char **bytes, size_t *size) {
  ssize_t written = write(o->fd, *bytes, *size);
  if (written >= 0) {
    *bytes += written;
    *size -= (size_t)written;
    return true;
  }
  if (errno == EINTR) return true;
  if (errno == EAGAIN || errno == EWOULDBLOCK) {
    struct pollfd ready = {.fd = o->fd, .events = POLLOUT};
    return poll(&ready, 1, -1) >= 0 || errno == EINTR;
  }
  return false;
}

static bool write_all(output *o, const char *bytes, size_t size) {
  if (o->turn) turn_wait(o->turn, o->place);
  while (size && !o->error)
    if (!write_some(o, &bytes, &size)) o->error = errno;
  return !o->error;
}

bool output_flush(output *o) {
  size_t size = o->size;
  o->size = 0;
  if (size) write_all(o, o->data, size);
  return !o->error;
}

bool output_write(output *o, const char *bytes, size_t size) {
  if (o->error) return false;
  if (size > o->capacity - o->size && !output_flush(o)) return false;
  if (size >= o->capacity) return write_all(o, bytes, size);
  memcpy(o->data + o->size, bytes, size);
  o->size += size;
  return true;
}

bool output_text(output *o, const char *text) { return output_write(o, text, strlen(text)); }

bool output_span(output *o, vt_span text) {
  return text.size == 0 || output_write(o, text.text, text.size);
}

bool output_format(output *o, const char *format, ...) {
  char piece[1024];
  va_list arguments;
  va_start(arguments, format);
  int size = vsnprintf(piece, sizeof piece, format, arguments);
  va_end(arguments);
  if (size < 0) return false;
  return output_write(o, piece, (size_t)size < sizeof piece ? (size_t)size : sizeof piece - 1);
}

vt_status output_sink(void *context, const char *bytes, size_t size) {
  return output_write(context, bytes, size) ? VT_OK : VT_ERR_WRITE;
}

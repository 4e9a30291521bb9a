/* A way out: a buffer in front of a file descriptor, every write checked. When
 * several jobs share a descriptor each has its place, and what it writes waits
 * for its turn, so that the order is that of the files. */
#ifndef VT_CLI_OUTPUT_H
#define VT_CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "turn.h"
#include "viettat.h"

typedef struct output {
  int fd;
  const char *name; /* as messages call it */
  char *data;
  size_t size, capacity;
  turn *turn; /* NULL: nobody else writes */
  size_t place;
  int error; /* errno of the first failure; later writes do nothing */
} output;

/* `capacity` bytes are held back until the buffer is full or flushed; `turn` NULL:
 * at once. False: no memory. */
bool output_open(output *o, int fd, const char *name, size_t capacity);
/* Write what is held back. False: it failed, now or before. */
bool output_flush(output *o);
/* Frees the buffer; the descriptor stays open. */
void output_close(output *o);

bool output_write(output *o, const char *bytes, size_t size);
bool output_text(output *o, const char *text_cstr);
bool output_span(output *o, vt_span text);
bool output_format(output *o, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The body of a vt_sink or vt_output.text whose context is an output. */
vt_status output_sink(void *context, const char *bytes, size_t size);

#endif

/* How much has been read, on a terminal, when it takes long. */
#ifndef VT_CLI_PROGRESS_H
#define VT_CLI_PROGRESS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

typedef struct progress {
  bool on;
  time_t began;
  atomic_llong shown; /* the second in which it was shown last */
  atomic_ullong bytes;
} progress;

/* `wanted` false, or no terminal: nothing is ever shown. */
void progress_begin(progress *p, bool wanted);
void progress_add(progress *p, size_t bytes);
void progress_end(progress *p);

#endif

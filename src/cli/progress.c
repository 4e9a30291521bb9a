#include "progress.h"

#include <stdio.h>
#include <unistd.h>

enum { PATIENCE_SECONDS = 2 };

static time_t now_seconds(void) {
  struct timespec now = {0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec;
}

void progress_begin(progress *p, bool wanted) {
  p->on = wanted && isatty(STDERR_FILENO);
  p->began = p->on ? now_seconds() : 0;
  atomic_init(&p->shown, (long long)p->began + PATIENCE_SECONDS - 1);
  atomic_init(&p->bytes, 0);
}

/* Only one of several threads shows a second. */
void progress_add(progress *p, size_t bytes) {
  if (!p->on) return;
  unsigned long long sum = atomic_fetch_add(&p->bytes, bytes) + bytes;
  long long now = now_seconds(), shown = atomic_load(&p->shown);
  if (now <= shown || !atomic_compare_exchange_strong(&p->shown, &shown, now)) return;
  char line[64];
  int size = snprintf(line, sizeof line, "\r%llu MB\033[K", sum / 1000000);
  if (size > 0 && write(STDERR_FILENO, line, (size_t)size) < 0) p->on = false;
}

void progress_end(progress *p) {
  if (!p->on || atomic_load(&p->shown) < (long long)p->began + PATIENCE_SECONDS) return;
  if (write(STDERR_FILENO, "\r\033[K", 4) < 0) p->on = false;
}

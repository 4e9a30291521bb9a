/* A file that appears, or is replaced, all at once: written beside its place and
 * renamed. Until then, and when the program is killed, the old one stays. */
#ifndef VT_CLI_TARGET_H
#define VT_CLI_TARGET_H

#include <stdbool.h>
#include <sys/stat.h>

typedef struct target {
  int fd;
  char *path;      /* links followed            */
  char *temporary; /* NULL: written in place    */
  int slot;        /* in the list of what a signal removes */
} target;

/* Open for writing. `direct`: under its own name at once. Devices and pipes are
 * always written directly. False: errno says why. */
bool target_open(target *t, const char *path, bool direct);
/* Let it take its place; `suffix` not NULL: keep the old one as path + suffix.
 * False: errno says why, and the old one stands. The target is closed. */
bool target_commit(target *t, const char *suffix);
/* Leave things as they were. */
void target_abandon(target *t);

#endif

/* The temporary file lies in the same folder, since rename(2) does not cross file
 * systems. It gets the old file's mode and, where allowed, owner; without the
 * owner it loses set-user-ID. Temporary files are listed so that SIGINT, SIGTERM
 * and SIGHUP can remove them. */
#include "target.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SLOTS = 257, TRIES = 100 };

static _Atomic(const char *) removable[SLOTS];
static atomic_flag handlers_set = ATOMIC_FLAG_INIT;

static void remove_temporaries(int number) {
  for (int i = 0; i < SLOTS; i++) {
    const char *path = atomic_load(&removable[i]);
    if (path) unlink(path);
  }
  signal(number, SIG_DFL);
  raise(number);
}

static void set_handlers(void) {
  static const int fatal[] = {SIGINT, SIGTERM, SIGHUP};
  if (atomic_flag_test_and_set(&handlers_set)) return;
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) {
    struct sigaction old;
    if (sigaction(fatal[i], NULL, &old) == 0 && old.sa_handler == SIG_IGN) continue;
    struct sigaction wanted = {.sa_handler = remove_temporaries};
    sigaction(fatal[i], &wanted, NULL);
  }
}

static int slot_take(const char *path) {
  for (int i = 0; i < SLOTS; i++) {
    const char *none = NULL;
    if (atomic_compare_exchange_strong(&removable[i], &none, path)) return i;
  }
  return -1;
}

static void slot_give(target *t) {
  if (t->slot >= 0) atomic_store(&removable[t->slot], NULL);
  t->slot = -1;
}

/* path's folder + ".viettat-PID-N" */
static char *temporary_name(const char *path, int number) {
  const char *slash = strrchr(path, '/');
  size_t folder = slash ? (size_t)(slash - path) + 1 : 0, room = folder + 48;
  char *name = malloc(room);
  if (!name) return NULL;
  memcpy(name, path, folder);
  snprintf(name + folder, room - folder, ".viettat-%ld-%d", (long)getpid(), number);
  return name;
}

static bool open_temporary(target *t, mode_t mode) {
  static atomic_int next;
  for (int tries = 0; tries < TRIES; tries++) {
    t->temporary = temporary_name(t->path, atomic_fetch_add(&next, 1));
    if (!t->temporary) return false;
    t->fd = open(t->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (t->fd >= 0) return true;
    int reason = errno;
    free(t->temporary);
    t->temporary = NULL;
    errno = reason;
    if (errno != EEXIST) return false;
  }
  return false;
}

static bool keep_mode(const target *t, const struct stat *old) {
  mode_t mode = old->st_mode & 07777;
  if (fchown(t->fd, old->st_uid, old->st_gid) != 0) mode &= 0777;
  return fchmod(t->fd, mode) == 0;
}

static bool open_directly(target *t, const char *path) {
  t->path = strdup(path);
  if (t->path) t->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (t->fd >= 0) return true;
  target_abandon(t);
  return false;
}

bool target_open(target *t, const char *path, bool direct) {
  struct stat old;
  *t = (target){.fd = -1, .slot = -1};
  bool exists = stat(path, &old) == 0;
  if (direct || (exists && !S_ISREG(old.st_mode)) || strncmp(path, "/dev/", 5) == 0)
    return open_directly(t, path);
  t->path = exists ? realpath(path, NULL) : strdup(path);
  if (!t->path || (exists && access(t->path, W_OK) != 0) ||
      !open_temporary(t, exists ? 0600 : 0666)) {
    target_abandon(t);
    return false;
  }
  set_handlers();
  t->slot = slot_take(t->temporary);
  if (!exists || keep_mode(t, &old)) return true;
  target_abandon(t);
  return false;
}

/* Where links are not to be had the old file is renamed, and for a moment there
 * is none under its name. */
static bool keep_old(const char *path, const char *suffix) {
  size_t room = strlen(path) + strlen(suffix) + 1;
  char *kept = malloc(room);
  if (!kept) return false;
  snprintf(kept, room, "%s%s", path, suffix);
  bool done =
      (unlink(kept) == 0 || errno == ENOENT) && (link(path, kept) == 0 || rename(path, kept) == 0);
  int reason = errno;
  free(kept);
  errno = reason;
  return done;
}

static void target_free(target *t) {
  slot_give(t);
  free(t->temporary);
  free(t->path);
  *t = (target){.fd = -1, .slot = -1};
}

void target_abandon(target *t) {
  int reason = errno;
  if (t->fd >= 0) close(t->fd);
  if (t->temporary) unlink(t->temporary);
  target_free(t);
  errno = reason;
}

bool target_commit(target *t, const char *suffix) {
  bool done = !t->temporary || fsync(t->fd) == 0;
  int fd = t->fd;
  t->fd = -1;
  done = close(fd) == 0 && done;
  if (t->temporary) {
    done = done && (!suffix || keep_old(t->path, suffix));
    done = done && rename(t->temporary, t->path) == 0;
  }
  if (!done) {
    target_abandon(t);
    return false;
  }
  target_free(t);
  return true;
}

/* A machine that fails, for LD_PRELOAD. The environment says what happens:
 *   VT_FAULT=CALL:KIND[:K]
 * CALL is read, write, fsync, close, rename or malloc. KIND is `short` (a few bytes
 * at a time), `EINTR` or `EAGAIN` (every other call), or an error's name: then the
 * K-th call fails and all behind it, of malloc the K-th alone. Standard error is left
 * alone, so that messages can be read. Once something has failed, the file named by
 * VT_FAULT_MARK exists. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);

typedef enum call { READ, WRITE, FSYNC, CLOSE, RENAME, MALLOC, CALLS } call;
static const char *const NAMES[CALLS] = {"read", "write", "fsync", "close", "rename", "malloc"};

typedef struct error_name {
  const char *name;
  int number;
} error_name;
static const error_name ERRORS[] = {
    {"EINTR", EINTR}, {"EAGAIN", EAGAIN}, {"ENOSPC", ENOSPC}, {"EIO", EIO}, {"ENOMEM", ENOMEM}};

/* Read once, before main() and before any thread. */
static struct plan {
  call call; /* CALLS: nothing fails */
  bool is_short;
  int error;
  long at; /* 0: every other time */
  const char *mark;
} plan = {.call = CALLS};

static int number_of(const char *name, size_t size) {
  for (size_t i = 0; i < sizeof ERRORS / sizeof *ERRORS; i++)
    if (strlen(ERRORS[i].name) == size && memcmp(ERRORS[i].name, name, size) == 0)
      return ERRORS[i].number;
  return 0;
}

__attribute__((constructor)) static void read_plan(void) {
  const char *wanted = getenv("VT_FAULT"), *kind = wanted ? strchr(wanted, ':') : NULL;
  if (!kind) return;
  size_t size = strcspn(kind + 1, ":");
  plan.mark = getenv("VT_FAULT_MARK");
  plan.is_short = size == 5 && memcmp(kind + 1, "short", 5) == 0;
  plan.error = number_of(kind + 1, size);
  plan.at = kind[1 + size] ? strtol(kind + 2 + size, NULL, 10) : 0;
  for (int i = 0; i < CALLS; i++)
    if (strncmp(wanted, NAMES[i], (size_t)(kind - wanted)) == 0) plan.call = (call)i;
}

static void leave_mark(void) {
  long fd = plan.mark ? syscall(SYS_openat, AT_FDCWD, plan.mark, O_CREAT | O_WRONLY, 0600) : -1;
  if (fd >= 0) syscall(SYS_close, fd);
}

/* Sets errno where the call is to fail. */
static bool fails(call made) {
  static long calls;
  if (plan.call != made || plan.is_short) return false;
  long number = __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
  bool now = plan.at == 0     ? number % 2 == 1
             : made == MALLOC ? number == plan.at
                              : number >= plan.at;
  if (!now) return false;
  leave_mark();
  errno = plan.error;
  return true;
}

static size_t at_once(call made, size_t size) {
  enum { FEW = 7 };
  return plan.call == made && plan.is_short && size > FEW ? FEW : size;
}

ssize_t read(int fd, void *block, size_t size) {
  return fails(READ) ? -1 : syscall(SYS_read, fd, block, at_once(READ, size));
}

ssize_t write(int fd, const void *block, size_t size) {
  if (fd != STDERR_FILENO && fails(WRITE)) return -1;
  return syscall(SYS_write, fd, block, fd == STDERR_FILENO ? size : at_once(WRITE, size));
}

int fsync(int fd) { return fails(FSYNC) ? -1 : (int)syscall(SYS_fsync, fd); }

/* As on Linux the descriptor is gone even so. */
int close(int fd) {
  bool failing = fails(CLOSE);
  int result = (int)syscall(SYS_close, fd);
  if (!failing) return result;
  errno = plan.error;
  return -1;
}

int rename(const char *from, const char *to) {
  return fails(RENAME) ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

void *malloc(size_t size) { return fails(MALLOC) ? NULL : __libc_malloc(size); }

void *calloc(size_t count, size_t size) {
  return fails(MALLOC) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size) {
  return fails(MALLOC) ? NULL : __libc_realloc(block, size);
}

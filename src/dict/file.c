#define _POSIX_C_SOURCE 200809L
#include "dict/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "dict/image.h"

enum { READ_BYTES = 64 * 1024 };

/* strerror speaks the locale's language and may use a shared buffer. */
static const char *reason_of(int error) {
  switch (error) {
  case ENOENT:
  case ENOTDIR: return "there is no such file; check the name";
  case EACCES: return "may not be read; check its permissions";
  case EISDIR: return "is a folder; name the files in it";
  case EMFILE:
  case ENFILE: return "cannot be read: too many open files";
  case EIO: return "cannot be read: the device failed";
  default: return NULL;
  }
}

static vt_status fail(vt_error *err, const char *path, int error) {
  const vt_position nowhere = {0, 0, 0};
  const char *reason = reason_of(error);
  vt_status status = reason
                         ? error_set(err, VT_ERR_READ, nowhere, "%s", reason)
                         : error_set(err, VT_ERR_READ, nowhere, "cannot be read: error %d", error);
  if (err && err->source[0] == '\0') error_source(err, path);
  return status;
}

/* Put the mapping in the place of what was read so far. */
static bool map_file(int fd, file_bytes *out) {
  struct stat facts;
  if (fstat(fd, &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_size <= 0) return false;
  if ((uintmax_t)facts.st_size > SIZE_MAX) return false;
  size_t size = (size_t)facts.st_size;
  void *mapped = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (mapped == MAP_FAILED) return false;
  memory_free(&out->memory, out->owned);
  out->data = out->owned = mapped;
  out->size = out->mapped_bytes = size;
  return true;
}

static bool is_image(const file_bytes *f) {
  size_t size = sizeof IMAGE_MAGIC - 1;
  return f->size >= size && memcmp(f->owned, IMAGE_MAGIC, size) == 0;
}

/* Returns 0 or the error's number; -1: no memory. */
static int read_file(int fd, file_bytes *out) {
  size_t capacity = 0;
  for (;;) {
    if (capacity - out->size < READ_BYTES &&
        !memory_grow(&out->memory, &out->owned, &capacity, out->size + READ_BYTES, 1))
      return -1;
    ssize_t got = read(fd, (char *)out->owned + out->size, READ_BYTES);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno;
    if (got == 0) break;
    bool first = out->size == 0;
    out->size += (size_t)got;
    if (first && is_image(out) && map_file(fd, out)) break;
  }
  out->data = out->owned;
  out->is_image = is_image(out);
  return 0;
}

vt_status file_open(const char *path, const vt_allocator *memory, file_bytes *out, vt_error *err) {
  *out = (file_bytes){.memory = memory_or_default(memory), .data = ""};
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return fail(err, path, errno);
  int error = read_file(fd, out);
  (void)close(fd); /* only read from: nothing can be lost */
  if (error == 0) return VT_OK;
  file_close(out);
  if (error > 0) return fail(err, path, error);
  return error_set(err, VT_ERR_MEMORY, (vt_position){0, 0, 0}, "out of memory");
}

void file_release(const vt_allocator *memory, void *owned, size_t mapped_bytes) {
  if (mapped_bytes) (void)munmap(owned, mapped_bytes);
  else memory_free(memory, owned);
}

void file_close(file_bytes *f) {
  file_release(&f->memory, f->owned, f->mapped_bytes);
  *f = (file_bytes){.memory = f->memory, .data = ""};
}

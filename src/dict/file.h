/* The bytes of a dictionary file. Images are mapped where that works; sources are
 * read, for they are edited while programs run. */
#ifndef VT_DICT_FILE_H
#define VT_DICT_FILE_H

#include "base/memory.h"

typedef struct file_bytes {
  vt_allocator memory;
  const char *data; /* aligned to 8 */
  size_t size;
  bool is_image;
  void *owned;         /* block or mapping, or NULL       */
  size_t mapped_bytes; /* of a mapping; 0: `owned` is from the allocator */
} file_bytes;

/* VT_ERR_READ: *out is empty. Anything readable will do, pipes as well. */
vt_status file_open(const char *path, const vt_allocator *memory, file_bytes *out, vt_error *err);
void file_close(file_bytes *f);
/* What file_close does, for an owner that kept only these. */
void file_release(const vt_allocator *memory, void *owned, size_t mapped_bytes);

#endif

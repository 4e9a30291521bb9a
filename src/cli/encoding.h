/* Input that is not UTF-8, in which nothing can be found: how to say so. */
#ifndef VT_CLI_ENCODING_H
#define VT_CLI_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The beginning of a file, gathered from reads of any size. */
typedef struct encoding {
  unsigned char bytes[512];
  size_t size;
} encoding;

void encoding_add(encoding *e, const char *bytes, size_t size);

/* What the file is, as iconv names it; NULL: nothing else than UTF-8 was seen. With
 * `nul_separates`, NUL bytes say nothing. `invalid` of the file's `size` bytes are
 * in no UTF-8 character. */
const char *encoding_of(const encoding *e, bool nul_separates, uint64_t invalid, uint64_t size);

#endif

/* UTF-16 and UTF-32 begin with a byte order mark or show by where their NUL bytes
 * stand: a Vietnamese text is for the most part ASCII letters, so that at least a
 * third of its code units have a zero half. An older encoding shows by bytes that are
 * in no UTF-8 character; which one it is does not show. */
#include "encoding.h"

#include <string.h>

enum { LEAST_BYTES = 8, LEAST_INVALID = 8, INVALID_IN = 50 };

void encoding_add(encoding *e, const char *bytes, size_t size) {
  size_t room = sizeof e->bytes - e->size;
  if (size > room) size = room;
  memcpy(e->bytes + e->size, bytes, size);
  e->size += size;
}

static bool begins(const encoding *e, const char *mark, size_t size) {
  return e->size >= size && memcmp(e->bytes, mark, size) == 0;
}

static const char *by_mark(const encoding *e) {
  if (begins(e, "\xFF\xFE\0\0", 4) || begins(e, "\0\0\xFE\xFF", 4)) return "UTF-32";
  if (begins(e, "\xFF\xFE", 2) || begins(e, "\xFE\xFF", 2)) return "UTF-16";
  return NULL;
}

static const char *by_zeros(const encoding *e) {
  size_t zeros[4] = {0}, units = e->size / 4; /* of four bytes */
  if (e->size < LEAST_BYTES) return NULL;
  for (size_t i = 0; i < units * 4; i++) zeros[i % 4] += e->bytes[i] == 0;
  size_t even = zeros[0] + zeros[2], odd = zeros[1] + zeros[3];
  if (zeros[3] == units && zeros[2] == units && zeros[0] == 0) return "UTF-32LE";
  if (zeros[0] == units && zeros[1] == units && zeros[3] == 0) return "UTF-32BE";
  if (even == 0 && odd * 3 >= units * 2) return "UTF-16LE";
  if (odd == 0 && even * 3 >= units * 2) return "UTF-16BE";
  return NULL;
}

const char *encoding_of(const encoding *e, bool nul_separates, uint64_t invalid, uint64_t size) {
  const char *name = by_mark(e);
  if (!name && !nul_separates) name = by_zeros(e);
  if (!name && invalid >= LEAST_INVALID && invalid >= size / INVALID_IN) name = "";
  return name;
}

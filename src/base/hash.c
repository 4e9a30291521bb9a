#include "base/hash.h"

/* Eight bytes a step: an image of half a megabyte is checked at every start. */
uint64_t hash_content(uint64_t seed, const void *bytes, size_t size_bytes) {
  const unsigned char *p = bytes;
  uint64_t h = seed ^ 0xCBF29CE484222325u;
  for (; size_bytes >= 8; p += 8, size_bytes -= 8) {
    uint64_t word = 0;
    for (int i = 7; i >= 0; i--) word = word << 8 | p[i]; /* little endian everywhere */
    h = (h ^ word) * 0x9FB21C651E98DF25u;
    h ^= h >> 32;
  }
  for (; size_bytes; p++, size_bytes--) h = (h ^ *p) * 0x00000100000001B3u;
  return h ^ (h >> 29);
}

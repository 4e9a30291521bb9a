/* Hashes that are part of the image format: the same on every machine. */
#ifndef VT_BASE_HASH_H
#define VT_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_SEED 0x811C9DC5u

/* Hash of a short key (a form, a syllable). Can be continued: `seed` is the hash
 * of what came before. */
static inline uint32_t hash_bytes(uint32_t seed, const char *bytes, size_t size_bytes) {
  uint32_t h = seed;
  for (size_t i = 0; i < size_bytes; i++) h = (h ^ (unsigned char)bytes[i]) * 0x01000193u;
  return h;
}

/* Spread a hash over a table of a power of two of slots. */
static inline uint32_t hash_finish(uint32_t h) {
  h ^= h >> 15;
  h *= 0x2C1B3C6Du;
  return h ^ (h >> 13);
}

/* 64 bits over a whole image; continue by giving the last result as `seed`. */
uint64_t hash_content(uint64_t seed, const void *bytes, size_t size_bytes);

#endif

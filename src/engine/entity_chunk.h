/* A segment as a row of chunks, one symbol each: words that make one listed
 * phrase are one chunk; a short form stands as the words that it means, all of
 * them at the place of the form. */
#ifndef VT_ENGINE_ENTITY_CHUNK_H
#define VT_ENGINE_ENTITY_CHUNK_H

#include "engine/entity_alphabet.h"

/* What the user bytes of a raw token say. */
enum {
  RAW_KIND, /* of a short form's first piece: term_kind + 1; else 0 */
  RAW_PIECE /* pieces of the same short form that follow; 0: the last */
};

/* What a word was found to be, as it is written: a cache. Words that begin no longer
 * phrase are the same chunk everywhere. */
enum { CHUNK_CACHE_SLOTS = 2048 };
typedef struct chunk_cached {
  uint32_t hash;   /* 0: empty */
  uint16_t symbol; /* of the word by itself; 0: it is listed only within phrases */
  uint8_t shape;
  bool alone; /* no listed phrase goes on behind it */
} chunk_cached;

typedef struct chunk_row {
  vt_allocator memory;
  token_memo *memo;
  chunk_cached *cache;
  token *raw;
  size_t raw_count, raw_capacity;
  uint16_t *symbols;
  uint32_t *starts, *ends; /* bytes of the segment */
  size_t count, symbol_capacity, start_capacity, end_capacity;
} chunk_row;

/* False: no memory. */
bool chunk_row_init(chunk_row *row, const vt_allocator *memory);
void chunk_row_clear(chunk_row *row);

/* False: no memory. */
bool chunk_row_fill(chunk_row *row, const alphabet *a, vt_span text, const vt_short *shorts,
                    size_t short_count);

/* Units named so and of that level, in the uppermost layer that knows any. */
typedef struct place_units {
  const image_header *image;
  const image_place *first;
  size_t count;
} place_units;
place_units place_find(const alphabet *a, uint32_t name_hash);
bool place_has_level(place_units units, uint32_t level_hash);

#endif

/* Memory: the caller's allocator, checked sizes, and an arena for scratch.
 *
 * Everything that can fail returns NULL or false and leaves its object as it
 * was. Freeing NULL is fine. */
#ifndef VT_BASE_MEMORY_H
#define VT_BASE_MEMORY_H

#include "viettat.h"

/* `memory`, or malloc where it is NULL. */
vt_allocator memory_or_default(const vt_allocator *memory);

void *memory_new(const vt_allocator *memory, size_t size_bytes); /* not cleared; size > 0 */
void *memory_new_zeroed(const vt_allocator *memory, size_t size_bytes);
void *memory_resize(const vt_allocator *memory, void *block, size_t size_bytes);
void memory_free(const vt_allocator *memory, void *block);

/* a × b, or false where that overflows. */
bool size_multiply(size_t a, size_t b, size_t *product);

/* Grow an array of `item_bytes` items so that it holds `wanted`: doubles, keeps
 * the items. False: no memory, nothing changed. */
bool memory_grow(const vt_allocator *memory, void **items, size_t *capacity, size_t wanted,
                 size_t item_bytes);

/* Scratch of one segment: taken piece by piece, given back all at once. Blocks
 * are kept, so that steady state allocates nothing. */
typedef struct arena_block arena_block;
typedef struct arena {
  vt_allocator memory;
  arena_block *first, *current;
  bool failed; /* a taking failed since the last reset */
} arena;

void arena_init(arena *a, const vt_allocator *memory);
void *arena_take(arena *a, size_t size_bytes); /* aligned for any type; NULL: no memory */
void arena_reset(arena *a);                    /* everything taken is gone            */
void arena_clear(arena *a);                    /* free the blocks                     */

#endif

/* The arena is a list of blocks, each twice the one before: |A|BB|CCCC|. Taking
 * moves a mark within the current block; resetting moves it back to the first. */
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK_BYTES = 16 * 1024, ALIGNMENT = 16 };

static void *default_resize(void *context, void *block, size_t size_bytes) {
  (void)context;
  if (size_bytes == 0) {
    free(block);
    return NULL;
  }
  return realloc(block, size_bytes);
}

vt_allocator memory_or_default(const vt_allocator *memory) {
  if (memory && memory->resize) return *memory;
  return (vt_allocator){NULL, default_resize};
}

void *memory_new(const vt_allocator *memory, size_t size_bytes) {
  return memory->resize(memory->context, NULL, size_bytes);
}

void *memory_new_zeroed(const vt_allocator *memory, size_t size_bytes) {
  void *block = memory_new(memory, size_bytes);
  if (block) memset(block, 0, size_bytes);
  return block;
}

void *memory_resize(const vt_allocator *memory, void *block, size_t size_bytes) {
  return memory->resize(memory->context, block, size_bytes);
}

void memory_free(const vt_allocator *memory, void *block) {
  if (block) memory->resize(memory->context, block, 0);
}

bool size_multiply(size_t a, size_t b, size_t *product) {
  if (b != 0 && a > SIZE_MAX / b) return false;
  *product = a * b;
  return true;
}

bool memory_grow(const vt_allocator *memory, void **items, size_t *capacity, size_t wanted,
                 size_t item_bytes) {
  if (wanted <= *capacity) return true;
  size_t larger = *capacity < 8 ? 8 : *capacity;
  while (larger < wanted) {
    if (larger > SIZE_MAX / 2) return false;
    larger *= 2;
  }
  size_t size_bytes;
  if (!size_multiply(larger, item_bytes, &size_bytes)) return false;
  void *grown = memory_resize(memory, *items, size_bytes);
  if (!grown) return false;
  *items = grown;
  *capacity = larger;
  return true;
}

struct arena_block {
  arena_block *next;
  size_t size_bytes, used_bytes;
  max_align_t data[];
};

void arena_init(arena *a, const vt_allocator *memory) {
  *a = (arena){memory_or_default(memory), NULL, NULL, false};
}

static arena_block *block_new(arena *a, size_t size_bytes) {
  if (size_bytes > SIZE_MAX - sizeof(arena_block)) return NULL;
  arena_block *b = memory_new(&a->memory, sizeof(arena_block) + size_bytes);
  if (b) *b = (arena_block){NULL, size_bytes, 0};
  return b;
}

/* The next block that holds `size_bytes`, kept or new. */
static arena_block *block_after(arena *a, arena_block *b, size_t size_bytes) {
  while (b && b->next) {
    b = b->next;
    b->used_bytes = 0;
    if (b->size_bytes >= size_bytes) return b;
  }
  size_t wanted = b ? b->size_bytes * 2 : FIRST_BLOCK_BYTES;
  arena_block *made = block_new(a, wanted < size_bytes ? size_bytes : wanted);
  if (!made) return NULL;
  if (b) b->next = made;
  else a->first = made;
  return made;
}

void *arena_take(arena *a, size_t size_bytes) {
  if (size_bytes > SIZE_MAX - ALIGNMENT) {
    a->failed = true;
    return NULL;
  }
  size_t rounded = (size_bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  arena_block *b = a->current;
  if (!b || b->size_bytes - b->used_bytes < rounded) {
    b = block_after(a, b, rounded);
    a->failed |= !b;
    if (!b) return NULL;
    a->current = b;
  }
  void *taken = (char *)b->data + b->used_bytes;
  b->used_bytes += rounded;
  return taken;
}

void arena_reset(arena *a) {
  a->failed = false;
  a->current = a->first;
  if (a->first) a->first->used_bytes = 0;
}

void arena_clear(arena *a) {
  for (arena_block *b = a->first, *next; b; b = next) {
    next = b->next;
    memory_free(&a->memory, b);
  }
  a->first = a->current = NULL;
}

/* The result is the same with every allocator: with malloc; with one that fills
 * what it gives with rubbish, moves a block whenever it grows and spoils what is
 * given back; and with one that hands out zeroes and never takes anything back.
 *   allocators FILE… */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "texts.h"
#include "ways.h"

/* Before each block stands its size. */
typedef struct head {
  size_t size;
  max_align_t block[];
} head;

static head *head_of(void *block) { return (head *)((char *)block - offsetof(head, block)); }

static head *block_new(size_t size, int filling) {
  head *made = malloc(sizeof *made + size);
  if (!made) fail("no memory", "allocators");
  made->size = size;
  memset(made->block, filling, size);
  return made;
}

static void *move(void *context, void *block, size_t size) {
  head *old = block ? head_of(block) : NULL, *made = size ? block_new(size, 0xA5) : NULL;
  (void)context;
  if (old && made) memcpy(made->block, old->block, old->size < size ? old->size : size);
  if (old) memset(old->block, 0x5A, old->size);
  free(old);
  return made ? made->block : NULL;
}

enum { HEAP_BYTES = 1 << 28 };
typedef struct heap {
  char *start;
  size_t used;
} heap;

static void *only_give(void *context, void *block, size_t size) {
  heap *h = context;
  if (size == 0) return NULL;
  size_t room = sizeof(head) + (size + sizeof(head) - 1) / sizeof(head) * sizeof(head);
  if (HEAP_BYTES - h->used < room) return NULL;
  head *made = (void *)(h->start + h->used), *old = block ? head_of(block) : NULL;
  h->used += room;
  made->size = size;
  if (old) memcpy(made->block, old->block, old->size < size ? old->size : size);
  return made->block;
}

static const char MINE[] = "entries:\n"
                           "- {short: [ZQW, Z.QW], long: diễn tập, cues: {next: [xã, huyện]}}\n"
                           "- {short: LLVT, long: lực lượng của tôi}\n";

/* A dictionary made with that allocator, and all that comes of it. */
static bytes use(const vt_allocator *memory, const bytes *text) {
  bytes all = {0};
  vt_dictionary *mine;
  if (vt_dictionary_parse((vt_span){MINE, sizeof MINE - 1}, "mine", vt_dictionary_builtin(), memory,
                          NULL, NULL, &mine, NULL) != VT_OK)
    fail("no dictionary", "allocators");
  for (int way = 0; way < WAYS; way++) {
    bytes made;
    if (way_use(way, mine, memory, text, &made) != VT_OK) fail("a call failed", "allocators");
    bytes_append(&all, made.data, made.size);
    bytes_clear(&made);
  }
  vt_dictionary_free(mine);
  return all;
}

static void compare(const bytes *wanted, const vt_allocator *memory, const bytes *text) {
  bytes made = use(memory, text);
  if (!bytes_same(wanted, &made)) fail("the result depends on the allocator", "allocators");
  bytes_clear(&made);
}

int main(int argc, char **argv) {
  texts all = texts_read(argv + 1, (size_t)argc - 1);
  for (size_t i = 0; i < all.count; i++) {
    heap h = {calloc(HEAP_BYTES, 1), 0};
    if (!h.start) fail("no memory", "allocators");
    bytes wanted = use(NULL, &all.items[i]);
    compare(&wanted, &(vt_allocator){NULL, move}, &all.items[i]);
    compare(&wanted, &(vt_allocator){&h, only_give}, &all.items[i]);
    bytes_clear(&wanted);
    free(h.start);
  }
  printf("%zu texts, the same with every allocator\n", all.count);
  texts_clear(&all);
  return argc < 2;
}

/* Items in the order of their coming, linked into rows by hash. The latest of a row
 * comes first, so that the last items can be taken off again:
 *
 *   rows   [ 3 | 0 | 2 | 0 ]        3 → 1, 2
 *   items    1   2   3              next: 0, 0, 1
 */
#include "engine/definitions.h"

#include <string.h>

#include "base/hash.h"

enum { FIRST_ROWS = 64, LEAST_ROOM = 32 };

void definitions_init(definitions *d, const vt_allocator *memory, size_t limit) {
  *d = (definitions){.limit = limit};
  buffer_init(&d->text, memory);
}

void definitions_clear(definitions *d) {
  memory_free(&d->text.memory, d->items);
  memory_free(&d->text.memory, d->rows);
  buffer_clear(&d->text);
  d->items = NULL;
  d->rows = NULL;
  d->count = d->capacity = d->row_count = 0;
}

void definitions_forget(definitions *d) { definitions_rewind(d, 0); }

static uint32_t *row_of(const definitions *d, uint32_t hash) {
  return &d->rows[hash_finish(hash) & (d->row_count - 1)];
}

static void link_item(definitions *d, size_t number) {
  definition *item = &d->items[number];
  uint32_t *row = row_of(d, item->hash);
  item->next = *row;
  *row = (uint32_t)number + 1;
}

void definitions_rewind(definitions *d, size_t count) {
  while (d->count > count) {
    const definition *last = &d->items[--d->count];
    *row_of(d, last->hash) = last->next;
    d->text.size = last->key;
  }
}

static bool grow_rows(definitions *d) {
  if (d->count < d->row_count) return true;
  size_t wanted = d->row_count ? d->row_count * 2 : FIRST_ROWS;
  uint32_t *rows = memory_new_zeroed(&d->text.memory, wanted * sizeof *rows);
  if (!rows) return false;
  memory_free(&d->text.memory, d->rows);
  d->rows = rows;
  d->row_count = wanted;
  for (size_t i = 0; i < d->count; i++) link_item(d, i);
  return true;
}

static definition *find(const definitions *d, uint32_t hash, const char *key, size_t size) {
  if (d->count == 0) return NULL;
  for (uint32_t at = *row_of(d, hash); at; at = d->items[at - 1].next) {
    definition *item = &d->items[at - 1];
    if (item->hash == hash && item->key_size == size &&
        memcmp(d->text.data + item->key, key, size) == 0)
      return item;
  }
  return NULL;
}

bool definitions_find(const definitions *d, const char *key, size_t size, vt_span *long_form) {
  if (d->count == 0) return false;
  const definition *item = find(d, hash_bytes(HASH_SEED, key, size), key, size);
  if (item) *long_form = (vt_span){d->text.data + item->long_form, item->long_size};
  return item != NULL;
}

/* Room in powers of two: what a form leaves behind as its long forms grow is never
 * more than what it has. */
static size_t room_for(size_t size) {
  size_t room = size ? LEAST_ROOM : 0;
  while (room < size) room *= 2;
  return room;
}

/* The text has room for the key. */
static definition *add_item(definitions *d, uint32_t hash, const char *key, size_t size) {
  void *items = d->items;
  bool grown = grow_rows(d) &&
               memory_grow(&d->text.memory, &items, &d->capacity, d->count + 1, sizeof *d->items);
  d->items = items;
  if (!grown || !buffer_append(&d->text, key, size)) return NULL;
  d->items[d->count] = (definition){.key = d->text.size - size, .key_size = size, .hash = hash};
  link_item(d, d->count);
  return &d->items[d->count++];
}

static void set_long_form(definitions *d, definition *item, vt_span long_form) {
  if (long_form.size > item->long_room) {
    item->long_form = d->text.size;
    item->long_room = room_for(long_form.size);
    d->text.size += item->long_room;
  }
  item->long_size = long_form.size;
  if (long_form.size) memmove(d->text.data + item->long_form, long_form.text, long_form.size);
}

bool definitions_add(definitions *d, const char *key, size_t size, vt_span long_form) {
  uint32_t hash = hash_bytes(HASH_SEED, key, size);
  definition *item = find(d, hash, key, size);
  if (!item && d->count == d->limit) {
    d->dropped++;
    return true;
  }
  if (!buffer_reserve(&d->text, size + room_for(long_form.size))) return false;
  if (!item) item = add_item(d, hash, key, size);
  if (item) set_long_form(d, item, long_form);
  return item != NULL;
}

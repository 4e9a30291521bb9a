/* The sections of entities: word classes, patterns, places. */
#include "dict/build.h"

#include <string.h>

#include "base/hash.h"
#include "base/sort.h"

static void add_patterns(builder *b) {
  for (size_t i = 0; i < b->d->patterns.count; i++) {
    const draft_pattern *from = &b->d->patterns.items[i];
    image_pattern made = {build_string(b, from->name), build_string(b, from->type),
                          build_string(b, from->pattern), from->kind};
    build_item(b, SECTION_PATTERNS, &made, sizeof made);
  }
}

/* ---------------------------------------------------------------- words -- */

static vt_span class_name(const void *context, uint32_t class_) {
  return ((const draft_word_class *)context)[class_].name;
}

/* Classes are numbered by name: where they were read first does not matter. */
static void add_word_classes(builder *b, uint32_t numbers[WORD_CLASSES_MAX]) {
  const draft *d = b->d;
  uint32_t *order =
      sort_order_of_texts(&d->memory, d->word_classes.count, class_name, d->word_classes.items);
  if (!order) b->failed = true;
  for (uint32_t i = 0; order && i < d->word_classes.count; i++) {
    const draft_word_class *from = &d->word_classes.items[order[i]];
    image_word_class made = {build_string(b, from->name), from->letters};
    build_item(b, SECTION_WORD_CLASSES, &made, sizeof made);
    numbers[order[i]] = i;
  }
  memory_free(&d->memory, order);
}

static int compare_words(const void *context, uint32_t a, uint32_t b) {
  const draft_word *words = context;
  return words[a].hash < words[b].hash ? -1 : words[a].hash > words[b].hash;
}

/* The number of the set of classes in the image. */
static uint16_t mask_number(builder *b, const image_word_mask *mask) {
  const image_word_mask *known = (const void *)b->sections[SECTION_WORD_MASKS].data;
  uint32_t count = b->counts[SECTION_WORD_MASKS], i = 0;
  while (i < count && memcmp(&known[i], mask, sizeof *mask) != 0) i++;
  if (i == count) build_item(b, SECTION_WORD_MASKS, mask, sizeof *mask);
  if (i >= WORD_NO_MASK) b->failed = b->too_large = true;
  return (uint16_t)i;
}

/* Words with the same hash become one slot. */
static uint32_t merge_words(builder *b, const uint32_t *order, const uint32_t *numbers,
                            image_word_slot *merged) {
  const draft_word *words = b->d->words.items;
  uint32_t count = 0;
  for (size_t i = 0; i < b->d->words.count;) {
    image_word_slot slot = {words[order[i]].hash, WORD_NO_MASK, 0};
    image_word_mask mask = {{0}};
    bool any = false;
    for (; i < b->d->words.count && words[order[i]].hash == slot.hash; i++) {
      const draft_word *w = &words[order[i]];
      slot.longer |= w->longer;
      if (w->class_ == WORD_NO_CLASS) continue;
      uint32_t class_ = numbers[w->class_];
      mask.bits[class_ / 64] |= (uint64_t)1 << class_ % 64;
      any = true;
    }
    if (any) slot.mask = mask_number(b, &mask);
    merged[count++] = slot;
  }
  return count;
}

static void place_words(builder *b, const image_word_slot *merged, uint32_t count) {
  uint32_t slot_count = build_slot_count(count + 1), mask = slot_count - 1;
  image_word_slot *slots = build_zeroed(b, SECTION_WORD_SLOTS, slot_count, sizeof *slots);
  for (uint32_t i = 0; slots && i < count; i++) {
    uint32_t at = hash_finish(merged[i].hash) & mask;
    while (slots[at].hash) at = (at + 1) & mask;
    slots[at] = merged[i];
  }
}

static void add_words(builder *b) {
  draft *d = b->d;
  uint32_t numbers[WORD_CLASSES_MAX];
  add_word_classes(b, numbers);
  uint32_t *order = sort_order(&d->memory, d->words.count, compare_words, d->words.items);
  image_word_slot *merged = memory_new(&d->memory, (d->words.count + 1) * sizeof *merged);
  if (!order || !merged) b->failed = true;
  if (!b->failed) place_words(b, merged, merge_words(b, order, numbers, merged));
  memory_free(&d->memory, merged);
  memory_free(&d->memory, order);
}

/* --------------------------------------------------------------- places -- */

static int compare_numbers(uint32_t a, uint32_t b) { return a < b ? -1 : a > b; }

/* By name; what else tells two places apart makes the order that of no file. */
static int compare_names(const void *context, uint32_t a, uint32_t b) {
  const draft_place *left = (const draft_place *)context + a,
                    *right = (const draft_place *)context + b;
  int order = compare_numbers(left->name, right->name);
  if (!order) order = (left->former > right->former) - (left->former < right->former);
  if (!order) order = compare_numbers(left->code, right->code);
  if (!order) order = compare_numbers(left->level, right->level);
  return order;
}

static int compare_paths(const void *context, uint32_t a, uint32_t b) {
  const draft_place *left = (const draft_place *)context + a,
                    *right = (const draft_place *)context + b;
  int order = compare_numbers(left->path, right->path);
  if (!order) order = (left->former > right->former) - (left->former < right->former);
  return order ? order : compare_numbers(left->code, right->code);
}

/* The draft's place with that path, a valid one first; PLACE_NO_PARENT: none. */
static uint32_t find_path(const draft *d, const uint32_t *by_path, uint32_t path) {
  size_t low = 0, high = d->places.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (d->places.items[by_path[middle]].path < path) low = middle + 1;
    else high = middle;
  }
  bool found = path && low < d->places.count && d->places.items[by_path[low]].path == path;
  return found ? by_path[low] : PLACE_NO_PARENT;
}

/* `numbers`: of the draft's places in the image. */
static void put_places(builder *b, const uint32_t *order, const uint32_t *by_path,
                       const uint32_t *numbers) {
  const draft *d = b->d;
  for (size_t i = 0; i < d->places.count; i++) {
    const draft_place *from = &d->places.items[order[i]];
    if (i == 0 || d->places.items[order[i - 1]].name != from->name) {
      image_place_name name = {from->name, (uint32_t)i};
      build_item(b, SECTION_PLACE_NAMES, &name, sizeof name);
    }
    uint32_t parent = from->taken ? from->parent_path : find_path(d, by_path, from->parent_path);
    image_place made = {.parent = parent == PLACE_NO_PARENT ? parent : numbers[parent],
                        .code = from->code,
                        .level = place_level_key(from->level),
                        .flags = from->former ? PLACE_FORMER : 0};
    build_item(b, SECTION_PLACES, &made, sizeof made);
  }
  image_place_name end = {UINT32_MAX, (uint32_t)d->places.count};
  build_item(b, SECTION_PLACE_NAMES, &end, sizeof end);
}

static void add_places(builder *b) {
  draft *d = b->d;
  uint32_t *order = sort_order(&d->memory, d->places.count, compare_names, d->places.items);
  uint32_t *by_path = sort_order(&d->memory, d->places.count, compare_paths, d->places.items);
  uint32_t *numbers = memory_new(&d->memory, (d->places.count + 1) * sizeof *numbers);
  if (order && by_path && numbers) {
    for (size_t i = 0; i < d->places.count; i++) numbers[order[i]] = (uint32_t)i;
    put_places(b, order, by_path, numbers);
  } else {
    b->failed = true;
  }
  memory_free(&d->memory, numbers);
  memory_free(&d->memory, by_path);
  memory_free(&d->memory, order);
}

void build_entities(builder *b) {
  add_patterns(b);
  add_words(b);
  add_places(b);
}

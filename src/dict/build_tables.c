/* The sections that are not entries: word classes, parts, compositions, codes. */
#include "dict/build.h"

#include <string.h>

#include "base/hash.h"
#include "base/sort.h"

static int compare_phrases(const void *context, uint32_t a, uint32_t b) {
  const draft_phrase *phrases = context;
  uint32_t left = phrases[a].hash, right = phrases[b].hash;
  return left < right ? -1 : left > right;
}

/* Equal phrases of several classes become one. */
static uint32_t merge_phrases(const draft *d, const uint32_t *order, image_class_slot *merged) {
  uint32_t count = 0;
  for (size_t i = 0; i < d->phrases.count; i++) {
    const draft_phrase *p = &d->phrases.items[order[i]];
    if (count == 0 || merged[count - 1].hash != p->hash)
      merged[count++] = (image_class_slot){p->hash, 0, 0, 0};
    merged[count - 1].classes |= p->classes;
    merged[count - 1].domains |= p->domains;
    merged[count - 1].longer |= p->longer;
  }
  return count;
}

static void place_phrases(builder *b, const image_class_slot *merged, uint32_t count) {
  uint32_t slot_count = build_slot_count(count), mask = slot_count - 1;
  image_class_slot *slots = build_zeroed(b, SECTION_CLASS_SLOTS, slot_count, sizeof *slots);
  for (uint32_t i = 0; slots && i < count; i++) {
    uint32_t at = hash_finish(merged[i].hash) & mask;
    while (slots[at].hash) at = (at + 1) & mask;
    slots[at] = merged[i];
  }
}

void build_phrases(builder *b) {
  draft *d = b->d;
  uint32_t *order = sort_order(&d->memory, d->phrases.count, compare_phrases, d->phrases.items);
  image_class_slot *merged = memory_new(&d->memory, (d->phrases.count + 1) * sizeof *merged);
  if (order && merged) place_phrases(b, merged, merge_phrases(d, order, merged));
  else b->failed = true;
  memory_free(&d->memory, merged);
  memory_free(&d->memory, order);
}

static int compare_parts(const void *context, uint32_t a, uint32_t b) {
  const draft_part *left = (const draft_part *)context + a,
                   *right = (const draft_part *)context + b;
  if (left->part != right->part) return left->part < right->part ? -1 : 1;
  return span_compare(left->text, right->text);
}

/* Of several with the same key the last file's counts: sorting is stable. */
static void add_parts(builder *b) {
  draft *d = b->d;
  uint32_t *order = sort_order(&d->memory, d->parts.count, compare_parts, d->parts.items);
  if (!order) b->failed = true;
  for (size_t i = 0; order && i < d->parts.count; i++) {
    if (i + 1 < d->parts.count && compare_parts(d->parts.items, order[i], order[i + 1]) == 0)
      continue;
    const draft_part *part = &d->parts.items[order[i]];
    image_part made = {build_string(b, part->text), build_string(b, part->long_form), part->part};
    build_item(b, SECTION_PARTS, &made, sizeof made);
  }
  memory_free(&d->memory, order);
}

static vt_span text_of(const void *context, uint32_t pair) {
  return ((const draft_pair *)context)[pair].text;
}

static void add_pairs(builder *b, unsigned list, image_section_id section) {
  draft *d = b->d;
  const draft_pair *pairs = d->pairs[list].items;
  size_t count = d->pairs[list].count;
  uint32_t *order = sort_order_of_texts(&d->memory, count, text_of, pairs);
  if (!order) b->failed = true;
  for (size_t i = 0; order && i < count; i++) {
    if (i + 1 < count && span_equal(pairs[order[i]].text, pairs[order[i + 1]].text)) continue;
    image_pair made = {build_string(b, pairs[order[i]].text),
                       build_string(b, pairs[order[i]].long_form)};
    build_item(b, section, &made, sizeof made);
  }
  memory_free(&d->memory, order);
}

static void add_compositions(builder *b) {
  for (size_t i = 0; i < b->d->compositions.count; i++) {
    const draft_composition *from = &b->d->compositions.items[i];
    image_composition made = {build_string(b, from->pattern), build_string(b, from->long_form),
                              build_string(b, from->kind), from->flags};
    build_item(b, SECTION_COMPOSITIONS, &made, sizeof made);
  }
}

static int compare_associations(const void *context, uint32_t a, uint32_t b) {
  const image_association *associations = context;
  uint32_t left = associations[a].hash, right = associations[b].hash;
  return left < right ? -1 : left > right;
}

static void place_associations(builder *b, const uint32_t *order) {
  const image_association *items = b->d->associations.items;
  size_t count = b->d->associations.count;
  uint32_t slot_count = build_slot_count(count), mask = slot_count - 1;
  image_association *slots = build_zeroed(b, SECTION_ASSOCIATIONS, slot_count, sizeof *slots);
  for (size_t i = 0; slots && i < count; i++) {
    const image_association *item = &items[order[i]];
    if (i + 1 < count && item->hash == items[order[i + 1]].hash) continue;
    uint32_t at = hash_finish(item->hash) & mask;
    while (slots[at].hash) at = (at + 1) & mask;
    slots[at] = *item;
  }
}

/* Of several of one phrase the last counts: sorting is stable. */
static void add_associations(builder *b) {
  draft *d = b->d;
  uint32_t *order =
      sort_order(&d->memory, d->associations.count, compare_associations, d->associations.items);
  if (order) place_associations(b, order);
  else b->failed = true;
  memory_free(&d->memory, order);
}

void build_tables(builder *b) {
  add_parts(b);
  add_compositions(b);
  add_pairs(b, PAIR_CODES, SECTION_CODES);
  add_pairs(b, PAIR_TYPES, SECTION_CODE_TYPES);
  add_pairs(b, PAIR_ISSUERS, SECTION_CODE_ISSUERS);
  add_pairs(b, PAIR_RANK_SIGNS, SECTION_RANK_SIGNS);
  add_associations(b);
}

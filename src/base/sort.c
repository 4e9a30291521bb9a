/* A bottom-up merge sort: stable, n log n on any input, its scratch from the
 * caller's allocator. What is sorted already, the usual case of a
 * dictionary, takes one comparison an item.
 *
 * What is moved is an item's index and the first eight bytes of its text as one
 * number: most comparisons of a million texts stay within the rows being merged. */
#include "base/sort.h"

#include <string.h>

typedef struct sort_key {
  uint64_t head; /* 0 where there are no texts */
  uint32_t item;
} sort_key;

typedef struct sort_rule {
  sort_compare *compare; /* one of the two */
  sort_text *text_of;
  const void *context;
} sort_rule;

static int compare_items(const sort_rule *rule, uint32_t a, uint32_t b) {
  if (rule->compare) return rule->compare(rule->context, a, b);
  return span_compare(rule->text_of(rule->context, a), rule->text_of(rule->context, b));
}

static int compare_keys(const sort_rule *rule, const sort_key *a, const sort_key *b) {
  if (a->head != b->head) return a->head < b->head ? -1 : 1;
  if (rule->compare) return rule->compare(rule->context, a->item, b->item);
  return span_compare(rule->text_of(rule->context, a->item), rule->text_of(rule->context, b->item));
}

static void merge(const sort_rule *rule, sort_key *to, const sort_key *from, size_t begin,
                  size_t middle, size_t end) {
  if (middle >= end || compare_keys(rule, &from[middle - 1], &from[middle]) <= 0) {
    memcpy(to + begin, from + begin, (end - begin) * sizeof *to);
    return;
  }
  size_t left = begin, right = middle;
  for (size_t i = begin; i < end; i++) {
    bool take_left =
        right >= end || (left < middle && compare_keys(rule, &from[left], &from[right]) <= 0);
    to[i] = take_left ? from[left++] : from[right++];
  }
}

/* Sorts `keys` with the help of `other`; returns the one that is sorted. */
static sort_key *sort_keys(const sort_rule *rule, sort_key *keys, sort_key *other, size_t count) {
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t begin = 0; begin < count; begin += 2 * width) {
      size_t middle = begin + width < count ? begin + width : count;
      size_t end = middle + width < count ? middle + width : count;
      merge(rule, other, keys, begin, middle, end);
    }
    sort_key *sorted = other;
    other = keys;
    keys = sorted;
  }
  return keys;
}

static uint64_t head_of(vt_span text) {
  uint64_t head = 0;
  for (size_t i = 0; i < 8; i++)
    head = head << 8 | (i < text.size ? (unsigned char)text.text[i] : 0);
  return head;
}

static bool is_sorted(const sort_rule *rule, size_t count) {
  for (uint32_t i = 1; i < count; i++)
    if (compare_items(rule, i - 1, i) > 0) return false;
  return true;
}

/* False: no memory. */
static bool sort_into(const sort_rule *rule, const vt_allocator *memory, size_t count,
                      uint32_t *order) {
  sort_key *keys = memory_new(memory, 2 * count * sizeof *keys);
  if (!keys) return false;
  for (uint32_t i = 0; i < count; i++)
    keys[i] = (sort_key){rule->text_of ? head_of(rule->text_of(rule->context, i)) : 0, i};
  const sort_key *sorted = sort_keys(rule, keys, keys + count, count);
  for (size_t i = 0; i < count; i++) order[i] = sorted[i].item;
  memory_free(memory, keys);
  return true;
}

static uint32_t *order_by(const sort_rule *rule, const vt_allocator *memory, size_t count) {
  if (count >= UINT32_MAX || count > SIZE_MAX / (2 * sizeof(sort_key)) - 1) return NULL;
  uint32_t *order = memory_new(memory, (count + 1) * sizeof *order);
  if (!order) return NULL;
  for (size_t i = 0; i < count; i++) order[i] = (uint32_t)i;
  if (is_sorted(rule, count) || sort_into(rule, memory, count, order)) return order;
  memory_free(memory, order);
  return NULL;
}

uint32_t *sort_order(const vt_allocator *memory, size_t count, sort_compare *compare,
                     const void *context) {
  return order_by(&(sort_rule){compare, NULL, context}, memory, count);
}

uint32_t *sort_order_of_texts(const vt_allocator *memory, size_t count, sort_text *text_of,
                              const void *context) {
  return order_by(&(sort_rule){NULL, text_of, context}, memory, count);
}

int span_compare(vt_span a, vt_span b) {
  size_t shared = a.size < b.size ? a.size : b.size;
  int difference = shared ? memcmp(a.text, b.text, shared) : 0;
  if (difference) return difference;
  return a.size < b.size ? -1 : a.size > b.size;
}

bool span_equal(vt_span a, vt_span b) {
  return a.size == b.size && (a.size == 0 || memcmp(a.text, b.text, a.size) == 0);
}

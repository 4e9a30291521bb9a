/* A bottom-up merge sort: stable, n log n on any input, its scratch from the
 * caller's allocator. Runs that are in order already are copied as they are, so
 * sorted dictionaries, the usual case, take one comparison an item and level. */
#include "base/sort.h"

#include <string.h>

static void merge(uint32_t *to, const uint32_t *from, size_t begin, size_t middle, size_t end,
                  sort_compare *compare, const void *context) {
  if (middle >= end || compare(context, from[middle - 1], from[middle]) <= 0) {
    memcpy(to + begin, from + begin, (end - begin) * sizeof *to);
    return;
  }
  size_t left = begin, right = middle;
  for (size_t i = begin; i < end; i++) {
    bool take_left =
        right >= end || (left < middle && compare(context, from[left], from[right]) <= 0);
    to[i] = take_left ? from[left++] : from[right++];
  }
}

uint32_t *sort_order(const vt_allocator *memory, size_t count, sort_compare *compare,
                     const void *context) {
  size_t size_bytes;
  if (count >= UINT32_MAX || !size_multiply(count + 1, sizeof(uint32_t), &size_bytes)) return NULL;
  uint32_t *order = memory_new(memory, size_bytes);
  uint32_t *other = memory_new(memory, size_bytes);
  if (!order || !other) {
    memory_free(memory, order);
    memory_free(memory, other);
    return NULL;
  }
  for (size_t i = 0; i < count; i++) order[i] = (uint32_t)i;
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t begin = 0; begin < count; begin += 2 * width) {
      size_t middle = begin + width < count ? begin + width : count;
      size_t end = middle + width < count ? middle + width : count;
      merge(other, order, begin, middle, end, compare, context);
    }
    uint32_t *sorted = other;
    other = order;
    order = sorted;
  }
  memory_free(memory, other);
  return order;
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

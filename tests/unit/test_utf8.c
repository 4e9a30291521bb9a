/* Validity of UTF-8: the judgement of many bytes at once against that of one code
 * point after the other, for every kind of sequence at places around the border of
 * a block. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "text/unicode.h"

enum { TEXT_BYTES = 96 };

static size_t invalid_one_by_one(const char *text, size_t size, size_t *first) {
  size_t count = 0, length;
  *first = size;
  for (size_t at = 0; at < size; at += length) {
    if (utf8_valid_at(text + at, size - at, &length)) continue;
    if (count++ == 0) *first = at;
    length = 1;
  }
  return count;
}

static void check(const char *text, size_t size) {
  size_t first, count = invalid_one_by_one(text, size, &first);
  assert_int_equal(utf8_valid_size(text, size), first);
  assert_int_equal(utf8_invalid_count(text, size), count);
}

/* The four bytes at that place, among letters and at the very end. */
static void check_sequence(size_t place, const unsigned char bytes[4]) {
  char text[TEXT_BYTES];
  memset(text, 'a', sizeof text);
  memcpy(text + place, bytes, 4);
  check(text, sizeof text);
  memcpy(text + sizeof text - 4, bytes, 4);
  check(text, sizeof text);
}

static const unsigned char EDGES[] = {0x00, 0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                      0xBF, 0xC0, 0xC2, 0xE1, 0xED, 0xF0, 0xF4, 0xFF};

static void test_sequences(void **state) {
  (void)state;
  for (size_t place = 29; place < 32; place++)
    for (unsigned lead = 0; lead < 256; lead++)
      for (unsigned second = 0; second < 256; second++)
        for (size_t third = 0; third < sizeof EDGES; third++) {
          unsigned char last = EDGES[(third * 7 + second) % sizeof EDGES];
          check_sequence(place, (unsigned char[4]){(unsigned char)lead, (unsigned char)second,
                                                   EDGES[third], last});
        }
}

static void test_sizes(void **state) {
  char text[TEXT_BYTES * 3];
  (void)state;
  for (size_t i = 0; i < sizeof text; i += 3) memcpy(text + i, "\xE1\xBA\xBF", 3); /* ế */
  for (size_t size = 0; size <= sizeof text; size++)
    for (size_t from = 0; from < 4 && from <= size; from++) check(text + from, size - from);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_sequences),
                                     cmocka_unit_test(test_sizes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

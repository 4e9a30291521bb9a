/* Tokens are the same with a memo of words and without, whatever was read before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/token.h"

enum { TEXT_BYTES = 256, MOST_LETTERS = 22 };

/* The text in memory of just its size, so that a sanitizer sees reads behind it. */
static void check_sized(token_memo *memo, const char *text, size_t size) {
  char *exact = malloc(size);
  assert_non_null(exact);
  memcpy(exact, text, size);
  token_reader plain = token_reader_at_start(exact, size), quick = plain;
  token wanted, got;
  quick.memo = memo;
  while (token_next(&plain, &wanted)) {
    assert_true(token_next(&quick, &got));
    assert_int_equal(got.start, wanted.start);
    assert_int_equal(got.end, wanted.end);
    assert_int_equal(got.hash, wanted.hash);
    assert_int_equal(got.shape, wanted.shape);
  }
  assert_false(token_next(&quick, &got));
  free(exact);
}

/* Near the text's end and far from it. */
static void check(token_memo *memo, const char *text) {
  char longer[TEXT_BYTES + 64];
  size_t size = strlen(text);
  check_sized(memo, text, size);
  memcpy(longer, text, size);
  memset(longer + size, ' ', 64);
  check_sized(memo, longer, size + 64);
}

/* One word begins another: of every length up to beyond what the memo holds. */
static void test_lengths(void **state) {
  static const char *const BEHIND[] = {"",         " ",       ".", "x", "9", "'x", "\xE2\x80\x99x",
                                       "\xC3\xA0", "\xCC\x81"};
  token_memo *memo = calloc(1, sizeof(token_memo));
  assert_non_null(memo);
  (void)state;
  for (size_t letters = 1; letters <= MOST_LETTERS; letters++)
    for (size_t i = 0; i < sizeof BEHIND / sizeof *BEHIND; i++) {
      char text[TEXT_BYTES] = "xem ";
      memset(text + strlen(text), 'n', letters);
      strcat(text, BEHIND[i]);
      check(memo, text);
    }
  free(memo);
}

static void test_words(void **state) {
  static const char *const TEXTS[] = {
      "Ông responsibilities, bà responsibilitiesabc và responsibilities",
      "Hòa Hoà hòa hoà HÒA HOÀ; thủy thuỷ THỦY",
      "\xC3\x90\xE1\xBA\xAFk \xC4\x90\xE1\xBA\xAFk \xC4\x91\xE1\xBA\xAFk o\xCC\x80 ho\xCC\x80"
      "a",
      "II IIa XIV xiv I.V e95 cBB1 12/QĐ-UBND 07h30",
      "nghi\xC3\xAAng\xFF nghi\xC3\xAAng \xE1\xBB nghi\xC3\xAAng",
  };
  token_memo *memo = calloc(1, sizeof(token_memo));
  assert_non_null(memo);
  (void)state;
  for (int again = 0; again < 2; again++)
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) check(memo, TEXTS[i]);
  free(memo);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lengths),
      cmocka_unit_test(test_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Where text is valid UTF-8, and how many lines it has. Nearly all is valid, so a whole stretch is
 * judged by 32 bytes at once where the processor can; only if that fails, or the stretch is short,
 * its code points are looked at one by one. */
#include <string.h>

#include "text/unicode.h"

static size_t ascii_size(const unsigned char *p, size_t size) {
  size_t at = 0;
  for (uint64_t eight; size - at >= 8; at += 8) {
    memcpy(&eight, p + at, 8);
    if (eight & 0x8080808080808080u) break;
  }
  while (at < size && p[at] < 0x80) at++;
  return at;
}

/* ASCII goes by eight bytes; the two and three bytes of Vietnamese letters do not
 * take the call that judges the rare ones. */
static size_t valid_scalar(const char *text, size_t size) {
  const unsigned char *p = (const unsigned char *)text;
  size_t at = 0;
  for (size_t length; (at += ascii_size(p + at, size - at)) < size; at += length) {
    size_t left = size - at;
    bool second = left > 1 && (p[at + 1] & 0xC0) == 0x80;
    if (second && p[at] >= 0xC2 && p[at] < 0xE0) length = 2;
    else if (second && p[at] == 0xE1 && left > 2 && (p[at + 2] & 0xC0) == 0x80) length = 3;
    else if (!utf8_valid_at(text + at, left, &length)) break;
  }
  return at;
}

#if defined(__x86_64__)
#include <immintrin.h>

/* After Keiser and Lemire, "Validating UTF-8 in less than one instruction per
 * byte" (2021): what can be wrong with two neighbouring bytes is looked up by the
 * three half bytes that decide it; a bit that all three have set is an error. */
enum {
  TOO_SHORT = 1 << 0,  /* a lead without its continuation    */
  TOO_LONG = 1 << 1,   /* ASCII with a continuation behind   */
  OVERLONG_3 = 1 << 2, /* E0 80 … E0 9F                      */
  TOO_LARGE = 1 << 3,  /* F4 90 … F4 BF and F5 … FF          */
  SURROGATE = 1 << 4,  /* ED A0 … ED BF                      */
  OVERLONG_2 = 1 << 5, /* C0, C1                             */
  LARGER = 1 << 6,     /* F5 … FF with 80 … 8F; F0 80 … F0 8F */
  TWO_CONTINUATIONS = 1 << 7,
  ANY_LOW = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
  LARGE = ANY_LOW | TOO_LARGE | LARGER,
  CONTINUES = TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS
};

#define VECTOR   __attribute__((target("avx2")))
#define ROW(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

VECTOR static inline __m256i look_up(__m256i table, __m256i bytes) {
  return _mm256_shuffle_epi8(table, _mm256_and_si256(bytes, _mm256_set1_epi8(0x0F)));
}

/* The bytes `count` places before those of `now`. */
#define BEFORE(now, earlier, count)                                                                \
  _mm256_alignr_epi8(now, _mm256_permute2x128_si256(earlier, now, 0x21), 16 - (count))

VECTOR static inline __m256i pair_errors(__m256i now, __m256i before) {
  const __m256i first_high =
      ROW(TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
          (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS,
          (char)TWO_CONTINUATIONS, TOO_SHORT | OVERLONG_2, TOO_SHORT,
          TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | LARGER);
  const __m256i first_low =
      ROW((char)(ANY_LOW | OVERLONG_3 | OVERLONG_2 | LARGER), (char)(ANY_LOW | OVERLONG_2),
          (char)ANY_LOW, (char)ANY_LOW, (char)(ANY_LOW | TOO_LARGE), (char)LARGE, (char)LARGE,
          (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE,
          (char)(LARGE | SURROGATE), (char)LARGE, (char)LARGE);
  const __m256i second_high =
      ROW(TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
          (char)(CONTINUES | OVERLONG_3 | LARGER), (char)(CONTINUES | OVERLONG_3 | TOO_LARGE),
          (char)(CONTINUES | SURROGATE | TOO_LARGE), (char)(CONTINUES | SURROGATE | TOO_LARGE),
          TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);
  __m256i errors = _mm256_and_si256(look_up(first_high, _mm256_srli_epi16(before, 4)),
                                    look_up(first_low, before));
  return _mm256_and_si256(errors, look_up(second_high, _mm256_srli_epi16(now, 4)));
}

/* Errors of the 32 bytes `now`; the third and fourth byte of a code point must be
 * the second of two continuations, and only they may. */
VECTOR static inline __m256i block_errors(__m256i now, __m256i earlier) {
  __m256i errors = pair_errors(now, BEFORE(now, earlier, 1));
  __m256i third = _mm256_subs_epu8(BEFORE(now, earlier, 2), _mm256_set1_epi8(0xE0 - 0x80));
  __m256i fourth = _mm256_subs_epu8(BEFORE(now, earlier, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
  __m256i wanted = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(errors, wanted);
}

/* The rest is judged with zeros behind it: a lead at the very end is an error. Errors
 * are looked for every half kilobyte, so that going from one to the next is linear. */
VECTOR static bool valid_avx2(const char *text, size_t size) {
  __m256i earlier = _mm256_setzero_si256(), errors = earlier;
  size_t at = 0;
  for (; size - at >= 32; at += 32) {
    __m256i now = _mm256_loadu_si256((const __m256i *)(const void *)(text + at));
    errors = _mm256_or_si256(errors, block_errors(now, earlier));
    earlier = now;
    if (at % 512 == 480 && !_mm256_testz_si256(errors, errors)) return false;
  }
  char rest[32] = {0};
  memcpy(rest, text + at, size - at);
  __m256i last = _mm256_loadu_si256((const __m256i *)(const void *)rest);
  errors = _mm256_or_si256(errors, block_errors(last, earlier));
  return _mm256_testz_si256(errors, errors) != 0;
}

static bool valid_at_once(const char *text, size_t size) {
  return size >= 16 && __builtin_cpu_supports("avx2") && valid_avx2(text, size);
}

#else

static bool valid_at_once(const char *text, size_t size) {
  (void)text;
  (void)size;
  return false;
}

#endif

size_t utf8_valid_size(const char *text, size_t size) {
  return valid_at_once(text, size) ? size : valid_scalar(text, size);
}

size_t utf8_invalid_count(const char *text, size_t size) {
  size_t count = 0;
  if (valid_at_once(text, size)) return 0;
  for (size_t at = 0; (at += valid_scalar(text + at, size - at)) < size; at++) count++;
  return count;
}

uint64_t newline_count(const char *text, size_t size) {
  uint64_t lines = 0;
  for (const char *end = text + size; (text = memchr(text, '\n', (size_t)(end - text))) != NULL;
       text++)
    lines++;
  return lines;
}

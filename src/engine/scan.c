/* The rule in words. A candidate begins a word (behind a blank, punctuation, or
 * the text's start) and is one of
 *   - a capital followed by a capital, a digit or one of . / &     LLVT QK5 P. T/M
 *   - the same behind Ă, Ơ or Ư in two code points (NFD)           ƯVBTV
 *   - a capital, a small letter, then a capital, a dot or a slash  ThS Tr. Th/u
 *   - Tp or Tx                                                     Tp Huế
 *   - a unit's letter a-f or l, alone or before a digit or capital  d e95 cBB1 eT
 *   - a-f with t or p                                              posts: at bt cp
 *   - a small letter, a slash, a small letter; đ with / . or c     v/v đ/c đc
 *   - tp. tx.
 * is_candidate is this rule; scan_vector.h finds, for a block at a time, the few
 * places that have to be asked. Capitals are A-Z and those of Latin-1, Ă Đ Ơ Ư and the two
 * look-alikes of Đ. At the text's ends everything counts as blank. */
#include "engine/scan.h"

#include <stdbool.h>
#include <string.h>

enum { BEFORE = 3, BEHIND = 3 };

static inline bool is_upper(unsigned char b) { return b >= 'A' && b <= 'Z'; }
static inline bool is_lower(unsigned char b) { return b >= 'a' && b <= 'z'; }
static inline bool is_digit(unsigned char b) { return b >= '0' && b <= '9'; }
static inline bool is_plain(unsigned char b) {
  return b < 0x80 && !is_upper(b) && !is_lower(b) && !is_digit(b);
}
/* A capital of two bytes. */
static inline bool is_wide(unsigned char a, unsigned char b) {
  return (a == 0xC3 && b >= 0x80 && b <= 0x9E) || (a == 0xC4 && (b == 0x82 || b == 0x90)) ||
         (a == 0xC6 && (b == 0x89 || b == 0xA0 || b == 0xAF));
}
static inline bool goes_on(unsigned char a, unsigned char b) {
  return is_upper(a) || is_digit(a) || a == '.' || a == '/' || a == '&' || is_wide(a, b);
}

static bool small_candidate(const unsigned char *p) {
  bool unit = (p[0] >= 'a' && p[0] <= 'f') || p[0] == 'l';
  if (unit &&
      (is_digit(p[1]) || is_upper(p[1]) || is_plain(p[1]) || (p[1] == 0xC4 && p[2] == 0x90)))
    return true;
  if (unit && p[0] != 'l' && (p[1] == 't' || p[1] == 'p') && is_plain(p[2])) return true;
  if (is_lower(p[0]) && p[1] == '/' && (is_lower(p[2]) || p[2] == 0xC4)) return true;
  if (p[0] == 't' && (p[1] == 'p' || p[1] == 'x') && p[2] == '.') return true;
  return ((p[0] == 0xC4 && p[1] == 0x91) || (p[0] == 0xC3 && p[1] == 0xB0)) &&
         (p[2] == '/' || p[2] == '.' || p[2] == 'c');
}

/* A capital with a horn or breve of its own behind it, before what goes on; of a wide
 * capital there only the first byte is seen. */
static bool is_composed_candidate(const unsigned char *p) {
  return p[1] == 0xCC && (p[2] == 0x9B || p[2] == 0x86) && (goes_on(p[3], 0) || p[3] == 0xC4);
}

static bool is_candidate(const unsigned char *p) {
  if (!is_plain(p[-1]) && p[-3] != 0xE2 && p[-2] != 0xC2) return false;
  if (is_upper(p[0])) {
    if (goes_on(p[1], p[2]) || is_composed_candidate(p)) return true;
    if (is_lower(p[1]) && (is_upper(p[2]) || p[2] == '.' || p[2] == '/' || is_wide(p[2], p[3])))
      return true;
    return p[0] == 'T' && (p[1] == 'p' || p[1] == 'x');
  }
  if (is_wide(p[0], p[1])) return goes_on(p[2], p[3]);
  return small_candidate(p);
}

static inline uint64_t block_scalar(const unsigned char *p) {
  (void)p;
  return (UINT64_C(1) << SCAN_BLOCK) - 1;
}

/* One pass over the blocks: inner blocks in place, the first and the last in a
 * copy with blanks around. `block` names the places of a block to be judged. */
#define SCAN_DEFINE(name, block, attribute)                                                        \
  attribute size_t name(const char *text, size_t size, size_t *at, uint32_t *places,               \
                        size_t room) {                                                             \
    size_t count = 0, from = *at;                                                                  \
    for (; from < size && room - count >= SCAN_BLOCK; from += SCAN_BLOCK) {                        \
      const unsigned char *p = (const unsigned char *)text + from;                                 \
      unsigned char copy[BEFORE + SCAN_BLOCK + BEHIND];                                            \
      uint64_t bits = UINT64_MAX;                                                                  \
      if (from < BEFORE || size - from < SCAN_BLOCK + BEHIND) {                                    \
        size_t before = from < BEFORE ? from : BEFORE;                                             \
        size_t rest = size - from < SCAN_BLOCK + BEHIND ? size - from : SCAN_BLOCK + BEHIND;       \
        memset(copy, ' ', sizeof copy);                                                            \
        memcpy(copy + BEFORE - before, p - before, before + rest);                                 \
        p = copy + BEFORE;                                                                         \
        if (size - from < SCAN_BLOCK) bits = (UINT64_C(1) << (size - from)) - 1;                   \
      }                                                                                            \
      for (bits &= block(p); bits; bits &= bits - 1) {                                             \
        unsigned i = (unsigned)__builtin_ctzll(bits);                                              \
        if (is_candidate(p + i)) places[count++] = (uint32_t)(from + i);                           \
      }                                                                                            \
    }                                                                                              \
    *at = from < size ? from : size;                                                               \
    return count;                                                                                  \
  }

SCAN_DEFINE(scan_scalar, block_scalar, )

#if defined(__x86_64__)
#include <immintrin.h>

/* AVX-512: a comparison gives 64 bits at once. */
#define VECTOR       __attribute__((target("avx512f,avx512bw")))
#define V_NAME(name) name##_avx512
#define V_TYPE       __m512i
#define V_LOAD(p)    _mm512_loadu_si512(p)
#define V_OR(v, b)   _mm512_or_si512(v, _mm512_set1_epi8((char)(b)))
#define V_HIGH(v)    _mm512_movepi8_mask(v)
#define V_EQ(v, b)   _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)(b)))
#define V_RANGE(v, a, b)                                                                           \
  _mm512_cmple_epu8_mask(_mm512_sub_epi8(v, _mm512_set1_epi8((char)(a))),                          \
                         _mm512_set1_epi8((char)((b) - (a))))
#include "engine/scan_vector.h"

/* AVX2: two halves of 32 bytes. */
typedef struct pair_avx2 {
  __m256i low, high;
} pair_avx2;
#define VECTOR __attribute__((target("avx2")))
VECTOR static inline pair_avx2 load_avx2(const unsigned char *p) {
  return (pair_avx2){_mm256_loadu_si256((const __m256i *)(const void *)p),
                     _mm256_loadu_si256((const __m256i *)(const void *)(p + 32))};
}
VECTOR static inline uint64_t bits_avx2(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}
VECTOR static inline pair_avx2 or_avx2(pair_avx2 v, int b) {
  __m256i all = _mm256_set1_epi8((char)b);
  return (pair_avx2){_mm256_or_si256(v.low, all), _mm256_or_si256(v.high, all)};
}
VECTOR static inline uint64_t eq_avx2(pair_avx2 v, int b) {
  __m256i all = _mm256_set1_epi8((char)b);
  return bits_avx2(_mm256_cmpeq_epi8(v.low, all), _mm256_cmpeq_epi8(v.high, all));
}
VECTOR static inline uint64_t range_avx2(pair_avx2 v, int a, int b) {
  __m256i first = _mm256_set1_epi8((char)a), span = _mm256_set1_epi8((char)(b - a));
  __m256i low = _mm256_sub_epi8(v.low, first), high = _mm256_sub_epi8(v.high, first);
  return bits_avx2(_mm256_cmpeq_epi8(_mm256_min_epu8(low, span), low),
                   _mm256_cmpeq_epi8(_mm256_min_epu8(high, span), high));
}
#define V_NAME(name)     name##_avx2
#define V_TYPE           pair_avx2
#define V_LOAD(p)        load_avx2(p)
#define V_OR(v, b)       or_avx2(v, b)
#define V_HIGH(v)        bits_avx2((v).low, (v).high)
#define V_EQ(v, b)       eq_avx2(v, b)
#define V_RANGE(v, a, b) range_avx2(v, a, b)
#include "engine/scan_vector.h"

SCAN_DEFINE(scan_avx512, block_avx512, __attribute__((target("avx512f,avx512bw"))) static)
SCAN_DEFINE(scan_avx2, block_avx2, __attribute__((target("avx2"))) static)

size_t scan_choices(scan_choice choices[4]) {
  size_t count = 0;
  if (__builtin_cpu_supports("avx512bw")) choices[count++] = (scan_choice){"avx512", scan_avx512};
  if (__builtin_cpu_supports("avx2")) choices[count++] = (scan_choice){"avx2", scan_avx2};
  choices[count++] = (scan_choice){"scalar", scan_scalar};
  return count;
}

#else

size_t scan_choices(scan_choice choices[4]) {
  choices[0] = (scan_choice){"scalar", scan_scalar};
  return 1;
}

#endif

scan_kernel *scan_best(void) {
  scan_choice choices[4];
  scan_choices(choices);
  return choices[0].run;
}

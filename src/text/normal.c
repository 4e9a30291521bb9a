#include "text/normal.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <string.h>

enum { PIECE_UNITS = 256 };

bool normal_compose(const char *text, size_t size, char *out, size_t room, size_t *out_size) {
  *out_size = 0;
  if (size > PIECE_UNITS) return false;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  UChar wide[PIECE_UNITS], composed[PIECE_UNITS];
  int32_t wide_size = 0, composed_size, narrow_size = 0;
  u_strFromUTF8WithSub(wide, PIECE_UNITS, &wide_size, text, (int32_t)size, 0xFFFD, NULL, &status);
  if (U_FAILURE(status)) return false;
  composed_size = unorm2_normalize(nfc, wide, wide_size, composed, PIECE_UNITS, &status);
  if (U_FAILURE(status)) return false;
  u_strToUTF8(out, (int32_t)room, &narrow_size, composed, composed_size, &status);
  if (U_FAILURE(status) || (size_t)narrow_size > room) return false;
  *out_size = (size_t)narrow_size;
  return true;
}

/* Below U+0300 and in U+1E00…U+1EFF, where all of Vietnamese lies, every code
 * point is NFC by itself and beside every other. */
static bool is_plainly_composed(const char *text, size_t size) {
  for (size_t i = 0; i < size; i++) {
    unsigned char byte = (unsigned char)text[i];
    if (byte < 0xCC) continue; /* ASCII, a continuation, or a lead below U+0300 */
    if (byte != 0xE1 || i + 2 >= size) return false;
    unsigned char second = (unsigned char)text[i + 1];
    if (second < 0xB8 || second > 0xBB) return false;
  }
  return true;
}

static bool piece_is_composed(const char *text, size_t size) {
  if (is_plainly_composed(text, size)) return true;
  char composed[4 * PIECE_UNITS];
  size_t composed_size;
  return normal_compose(text, size, composed, sizeof composed, &composed_size) &&
         composed_size == size && memcmp(text, composed, size) == 0;
}

/* Word by word: a mark never combines with the word before a blank. */
bool normal_is_composed(const char *text, size_t size) {
  for (size_t start = 0, end; start < size; start = end + 1) {
    for (end = start; end < size && text[end] != ' ' && text[end] != '\n'; end++) continue;
    if (!piece_is_composed(text + start, end - start)) return false;
  }
  return true;
}

bool normal_is_letter(uint32_t c) { return u_isalpha((UChar32)c) || normal_is_mark(c); }
bool normal_is_mark(uint32_t c) { return (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) != 0; }
bool normal_is_upper(uint32_t c) { return u_isupper((UChar32)c); }
bool normal_is_lower(uint32_t c) { return u_islower((UChar32)c); }
uint32_t normal_lower(uint32_t c) { return (uint32_t)u_tolower((UChar32)c); }
uint32_t normal_upper(uint32_t c) { return (uint32_t)u_toupper((UChar32)c); }

uint32_t normal_base(uint32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  UChar parts[8];
  for (int steps = 0; steps < 4; steps++) {
    int32_t count = unorm2_getRawDecomposition(nfc, (UChar32)c, parts, 8, &status);
    if (count <= 0 || U_FAILURE(status)) break;
    bool pair = count > 1 && U16_IS_LEAD(parts[0]) && U16_IS_TRAIL(parts[1]);
    c = pair ? (uint32_t)U16_GET_SUPPLEMENTARY(parts[0], parts[1]) : parts[0];
  }
  return c;
}

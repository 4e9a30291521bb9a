/* ASCII and composed Vietnamese go straight through; text with combining marks
 * is composed by ICU first. */
#include "text/fold.h"

#include <string.h>

#include "text/normal.h"
#include "text/tone.h"
#include "text/unicode.h"

static bool has_combining_mark(const char *text, size_t size) {
  for (size_t i = 0; i < size; i++) {
    unsigned char b = (unsigned char)text[i];
    if (b == 0xCC || b == 0xCD) return true; /* U+0300…U+037F */
  }
  return false;
}

static bool is_tight(uint32_t c) {
  return c == '.' || c == '-' || c == '/' || c == '&' || c == ',';
}

static bool fold_form_composed(const char *text, size_t size, char *out, size_t *out_size) {
  size_t n = 0;
  bool blank = false;
  for (size_t i = 0, length; i < size; i += length) {
    uint32_t c = unicode_fold_d(utf8_decode(text + i, size - i, &length));
    if (unicode_is_space(c) || c == '\n' || c == '\r') {
      blank = n > 0;
      continue;
    }
    if (unicode_is_dash(c)) c = '-';
    if (n + 5 > FORM_KEY_BYTES) return false;
    if (blank && !is_tight(c) && !is_tight((unsigned char)out[n - 1])) out[n++] = ' ';
    blank = false;
    n += utf8_encode(c, out + n);
  }
  *out_size = n;
  return true;
}

bool fold_form(const char *text, size_t size, char *out, size_t *out_size) {
  if (!has_combining_mark(text, size)) return fold_form_composed(text, size, out, out_size);
  char composed[256];
  size_t composed_size;
  if (!normal_compose(text, size, composed, sizeof composed, &composed_size)) return false;
  return fold_form_composed(composed, composed_size, out, out_size);
}

static size_t fold_word_composed(const char *text, size_t size, char *out) {
  uint32_t cp[WORD_KEY_BYTES / 4];
  size_t count = 0, n = 0;
  for (size_t i = 0, length; i < size; i += length) {
    if (count == WORD_KEY_BYTES / 4) return 0;
    cp[count++] = unicode_lower(unicode_fold_d(utf8_decode(text + i, size - i, &length)));
  }
  if (count >= 2) tone_to_first(count > 2 ? cp[count - 3] : 0, &cp[count - 2], &cp[count - 1]);
  for (size_t i = 0; i < count; i++) n += utf8_encode(cp[i], out + n);
  return n;
}

/* Byte by byte, for the letters of Vietnamese: their cases differ in one bit of the
 * last byte. SIZE_MAX: something else is there, or the tone may have to move. */
static size_t fold_word_plain(const unsigned char *t, size_t size, char *out) {
  if (size > WORD_KEY_BYTES / 2 || size == 0) return SIZE_MAX;
  if (t[size - 1] >= 0x80) { /* a final vowel: does o or u stand before it? */
    size_t last = size - 1;
    while (last > 0 && (t[last] & 0xC0) == 0x80) last--;
    if (last > 0 && ((t[last - 1] | 0x20) == 'o' || (t[last - 1] | 0x20) == 'u')) return SIZE_MAX;
  }
  for (size_t i = 0; i < size;) {
    unsigned char c = t[i];
    if (c < 0x80) {
      out[i++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    } else if (c == 0xE1 && size - i > 2 &&
               ((t[i + 1] == 0xBA && t[i + 2] >= 0xA0) || t[i + 1] == 0xBB)) {
      out[i] = (char)c, out[i + 1] = (char)t[i + 1], out[i + 2] = (char)(t[i + 2] | 1);
      i += 3;
    } else if (size - i > 1 && c == 0xC3 && t[i + 1] >= 0x80 && t[i + 1] != 0x90 &&
               t[i + 1] != 0xB0 && t[i + 1] != 0x97 && t[i + 1] != 0x9F && t[i + 1] <= 0xBD) {
      out[i] = (char)c, out[i + 1] = (char)(t[i + 1] < 0xA0 ? t[i + 1] + 0x20 : t[i + 1]);
      i += 2;
    } else if (size - i > 1 && c == 0xC4 && t[i + 1] >= 0x80 && t[i + 1] <= 0xB7) {
      out[i] = (char)c, out[i + 1] = (char)(t[i + 1] | 1);
      i += 2;
    } else if (size - i > 1 && c == 0xC6 && t[i + 1] >= 0xA0 && t[i + 1] <= 0xB0) {
      unsigned char small = t[i + 1] == 0xAF ? 0xB0 : t[i + 1] == 0xA0 ? 0xA1 : t[i + 1];
      if (small != 0xA1 && small != 0xB0) return SIZE_MAX;
      out[i] = (char)c, out[i + 1] = (char)small;
      i += 2;
    } else {
      return SIZE_MAX;
    }
  }
  return size;
}

size_t fold_word(const char *text, size_t size, char *out) {
  size_t plain = fold_word_plain((const unsigned char *)text, size, out);
  if (plain != SIZE_MAX) return plain;
  if (!has_combining_mark(text, size)) return fold_word_composed(text, size, out);
  char composed[256];
  size_t composed_size;
  if (!normal_compose(text, size, composed, sizeof composed, &composed_size)) return 0;
  return fold_word_composed(composed, composed_size, out);
}

size_t fold_bare(const char *text, size_t size, char *out) {
  size_t n = 0;
  for (size_t i = 0, length; i < size; i += length) {
    uint32_t c = unicode_lower(unicode_fold_d(utf8_decode(text + i, size - i, &length)));
    if (normal_is_mark(c) || !(unicode_is_letter(c) || unicode_is_digit(c))) continue;
    if (n + 4 > FORM_KEY_BYTES) return 0;
    n += utf8_encode(c == 0x111 ? 'd' : normal_base(c), out + n);
  }
  return n;
}

uint32_t fold_phrase_hash(const char *text, size_t size) {
  uint32_t hash = PHRASE_BEGIN;
  char key[WORD_KEY_BYTES];
  for (size_t i = 0, length; i < size;) {
    uint32_t c = utf8_decode(text + i, size - i, &length);
    size_t start = i;
    while (i < size && (unicode_is_letter(c) || unicode_is_digit(c))) {
      i += length;
      if (i < size) c = utf8_decode(text + i, size - i, &length);
    }
    if (i > start) hash = fold_phrase_add(hash, key, fold_word(text + start, i - start, key));
    else i += length;
  }
  return hash;
}

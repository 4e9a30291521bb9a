/* Vietnamese letters are one to three bytes with the case in one bit, so folding
 * needs no decoding in the usual case. What is rare (combining marks, Ð, tone marks
 * to be moved) is folded by fold.c. Most words were read before: a look into the
 * memo is cheaper than all of this. */
#include "text/token_parts.h"

#include <string.h>

#include "text/fold.h"
#include "text/unicode.h"

bool token_letter_at(const char *text, size_t at, size_t end, size_t *length) {
  unsigned char b = (unsigned char)text[at];
  if (b < 0x80) {
    *length = 1;
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  }
  return unicode_is_letter(utf8_decode(text + at, end - at, length));
}

bool token_alnum_at(const char *text, size_t at, size_t end) {
  size_t length;
  return at < end && (token_is_digit(text[at]) || token_letter_at(text, at, end, &length));
}

typedef struct word_shape {
  size_t letters, upper, digits;
  bool first_upper, roman, apostrophe;
} word_shape;

static token_shape shape_of(const word_shape *w) {
  if (w->digits) return SHAPE_MIXED;
  if (w->roman && w->upper == w->letters) return SHAPE_ROMAN;
  if (!w->upper) return SHAPE_LOW;
  if (w->letters == 1) return SHAPE_SINGLE;
  if (w->upper == w->letters) return SHAPE_CAPS;
  return w->first_upper && (w->upper == 1 || w->apostrophe) ? SHAPE_CAP : SHAPE_MIXED;
}

/* A vowel whose tone mark may have to move (hoà, khoẻ, uỷ). */
static bool is_movable_tone(uint32_t c) {
  return (c >= 0xE0 && c <= 0xFF) || (c >= 0x1EA0 && c <= 0x1EF9);
}

enum letter_kind { LETTER_NONE, LETTER_SMALL, LETTER_CAPITAL, LETTER_RARE };

/* A letter of Vietnamese text, composed: its small form in `bytes`, which are as
 * many as it has. LETTER_RARE: anything else above ASCII, letter or not. */
static inline enum letter_kind read_letter(const unsigned char *p, size_t left,
                                           unsigned char *bytes, size_t *length) {
  unsigned char b = p[0];
  *length = 1;
  if (b < 0x80) {
    unsigned char small = b | 0x20;
    bytes[0] = small;
    if (small < 'a' || small > 'z') return LETTER_NONE;
    return b == small ? LETTER_SMALL : LETTER_CAPITAL;
  }
  if (left < 2) return LETTER_RARE;
  unsigned char c = p[1];
  bytes[0] = b;
  *length = 2;
  switch (b) {
  case 0xC3: /* À … ÿ, without Ð ð × ÷ */
    if (c == 0x90 || c == 0xB0 || (c | 0x20) == 0xB7 || (c & 0xC0) != 0x80) return LETTER_RARE;
    bytes[1] = c | 0x20;
    return c & 0x20 ? LETTER_SMALL : LETTER_CAPITAL;
  case 0xC4: /* Ă ă Đ đ Ĩ ĩ: the capital is even */
    if (c < 0x80 || c > 0xB7) return LETTER_RARE;
    bytes[1] = c | 1;
    return c & 1 ? LETTER_SMALL : LETTER_CAPITAL;
  case 0xC5: /* Ũ ũ */
    if ((c | 1) != 0xA9) return LETTER_RARE;
    bytes[1] = 0xA9;
    return c & 1 ? LETTER_SMALL : LETTER_CAPITAL;
  case 0xC6: /* Ơ ơ Ư ư */
    if (c != 0xA0 && c != 0xA1 && c != 0xAF && c != 0xB0) return LETTER_RARE;
    bytes[1] = c < 0xA2 ? 0xA1 : 0xB0;
    return c == bytes[1] ? LETTER_SMALL : LETTER_CAPITAL;
  case 0xE1: /* Ạ … ỹ */
    if (left < 3 || (c != 0xBA && c != 0xBB) || (p[2] & 0xC0) != 0x80) return LETTER_RARE;
    if (c == 0xBA ? p[2] < 0xA0 : p[2] > 0xB9) return LETTER_RARE;
    bytes[1] = c;
    bytes[2] = p[2] | 1;
    *length = 3;
    return p[2] & 1 ? LETTER_SMALL : LETTER_CAPITAL;
  default: return LETTER_RARE;
  }
}

/* Is it a letter that the above does not know? Fold it, or say so by *slow. */
static bool read_rare_letter(const char *text, size_t left, size_t *length, bool *upper,
                             bool *slow) {
  uint32_t c = utf8_decode(text, left, length);
  if (!unicode_is_letter(c)) return false;
  *upper = unicode_is_upper(c);
  *slow = true;
  return true;
}

static bool is_apostrophe(const char *text, size_t at, size_t end, size_t *length) {
  if (text[at] == '\'') return *length = 1, true;
  return end - at > 3 && memcmp(text + at, "\xE2\x80\x99", 3) == 0 ? (*length = 3, true) : false;
}

/* U+0300 … U+036F: a mark on the letter before. */
static bool is_mark_at(const char *text, size_t length) {
  return length == 2 && ((unsigned char)text[0] == 0xCC ||
                         ((unsigned char)text[0] == 0xCD && (unsigned char)text[1] < 0xB0));
}

/* Where the tone mark of a word's last letter may have to move, fold.c does it. */
static bool may_move_tone(const char *text, size_t at, size_t end) {
  if ((unsigned char)text[end - 1] < 0x80 || end - at < 3) return false;
  size_t last =
      end - 2 - ((unsigned char)text[end - 2] >= 0x80 && (unsigned char)text[end - 2] < 0xC0);
  char before = (char)(text[last - (last > at)] | 0x20);
  size_t length;
  return last > at && (before == 'o' || before == 'u') &&
         is_movable_tone(unicode_lower(utf8_decode(text + last, end - last, &length)));
}

/* Read the word at `at`; returns its end. */
static size_t read_word(const char *text, size_t at, size_t end, token *out) {
  word_shape w = {.roman = true};
  uint32_t hash = HASH_SEED;
  bool slow = false;
  size_t i = at, length;
  while (i < end) {
    unsigned char bytes[4];
    bool upper = false;
    enum letter_kind kind = read_letter((const unsigned char *)text + i, end - i, bytes, &length);
    if (kind == LETTER_RARE) {
      memset(bytes, 0, sizeof bytes); /* the word will be hashed anew */
      if (!read_rare_letter(text + i, end - i, &length, &upper, &slow)) kind = LETTER_NONE;
    }
    if (kind == LETTER_NONE) {
      if (token_is_digit(text[i])) {
        bytes[0] = (unsigned char)text[i];
        w.digits++;
      } else if (w.letters && is_apostrophe(text, i, end, &length) &&
                 token_alnum_at(text, i + length, end)) {
        bytes[0] = '\'';
        w.apostrophe = true;
      } else {
        break;
      }
    } else {
      upper |= kind == LETTER_CAPITAL;
      w.letters += !is_mark_at(text + i, length);
      if (upper) w.upper++, w.first_upper |= w.letters == 1;
      w.roman = w.roman && upper && (text[i] == 'I' || text[i] == 'V' || text[i] == 'X');
    }
    hash = hash_bytes(hash, (const char *)bytes, kind == LETTER_NONE ? 1 : length);
    i += length;
  }
  if (slow || may_move_tone(text, at, i)) {
    char key[WORD_KEY_BYTES];
    hash = hash_bytes(HASH_SEED, key, fold_word(text + at, i - at, key));
  }
  out->hash = hash;
  out->shape = (uint8_t)shape_of(&w);
  return i;
}

/* Bytes that words in Vietnamese are made of; others end the look at the memo. */
static inline bool is_word_byte(unsigned char b) {
  /* a row for each 32 bytes */
  /* clang-format off */
  static const bool WORD[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  };
  /* clang-format on */
  return WORD[b];
}

enum { MEMO_BYTES = 16, LOOK_BYTES = MEMO_BYTES + 4 };

/* Eight bytes, the first the least. */
static inline uint64_t load_bytes(const char *text) {
  uint64_t word;
  memcpy(&word, text, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

static inline uint64_t first_bytes(uint64_t eight, size_t size) {
  return size >= 8 ? eight : eight & (((uint64_t)1 << size * 8) - 1);
}

/* How many of the eight bytes stand before the first below '0': blanks and most
 * punctuation are. */
static inline size_t bytes_before_blank(uint64_t eight) {
  const uint64_t ones = 0x0101010101010101u;
  uint64_t below = (eight - ones * '0') & ~eight & ones << 7;
  return below ? (size_t)__builtin_ctzll(below) / 8 : 8;
}

/* Is it an apostrophe, or a letter of another script? A word may go on there. */
static bool may_go_on(const char *text) {
  unsigned char b = (unsigned char)text[0];
  if (b == '\'') return true;
  if (b < 0x80) return false;
  return b != 0xE2 || (unsigned char)text[1] != 0x80 || (unsigned char)text[2] == 0x99;
}

static token_memo_slot *memo_slot(token_memo *memo, uint64_t low, uint64_t high) {
  uint64_t mixed = (low ^ high * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
  return &memo->slots[(size_t)(mixed >> 40) % TOKEN_MEMO_SLOTS];
}

/* The slot beside: two words of one place may both be kept. */
static token_memo_slot *slot_beside(token_memo *memo, token_memo_slot *slot) {
  return &memo->slots[(size_t)(slot - memo->slots) ^ 1];
}

static inline bool is_in(const token_memo_slot *slot, uint64_t low, uint64_t high, size_t size) {
  return slot->size == size && slot->low == low && slot->high == high;
}

/* Behind sixteen bytes anything may stand; behind fewer, what is below '0'. */
static inline bool ends_known_word(char behind) {
  return (unsigned char)behind < '0' && behind != '\'';
}

/* A word of the memo with a blank or the like behind, told without a look at its
 * letters; NULL: it is to be read. */
static const token_memo_slot *known_word(token_memo *memo, const char *word, size_t *size) {
  uint64_t low = load_bytes(word), high = 0;
  size_t n = bytes_before_blank(low);
  if (n == 8) {
    high = load_bytes(word + 8);
    size_t more = bytes_before_blank(high);
    high = more ? first_bytes(high, more) : 0;
    n += more;
  } else {
    low = first_bytes(low, n);
  }
  *size = n;
  if (n == 0 || !ends_known_word(word[n])) return NULL;
  token_memo_slot *slot = memo_slot(memo, low, high);
  if (is_in(slot, low, high, n)) return slot;
  slot = slot_beside(memo, slot);
  return is_in(slot, low, high, n) ? slot : NULL;
}

/* Read the word and keep it, if it can be kept. `word` holds LOOK_BYTES of it. */
static size_t read_new_word(const token_reader *r, size_t at, const char *word, token *out) {
  size_t n = 0;
  while (n <= MEMO_BYTES && is_word_byte((unsigned char)word[n])) n++;
  size_t end = read_word(r->text, at, r->limit, out);
  if (n > MEMO_BYTES || end != at + n || may_go_on(word + n)) return end;
  uint64_t low = first_bytes(load_bytes(word), n);
  uint64_t high = n > 8 ? first_bytes(load_bytes(word + 8), n - 8) : 0;
  token_memo_slot *slot = memo_slot(r->memo, low, high);
  if (is_in(slot, low, high, n)) return end;
  *slot_beside(r->memo, slot) = *slot;
  *slot = (token_memo_slot){low, high, out->hash, out->shape, (uint8_t)n};
  return end;
}

static inline size_t read_by_memo(const token_reader *r, size_t at, const char *word, token *out) {
  size_t size;
  const token_memo_slot *known = known_word(r->memo, word, &size);
  if (!known || at + size > r->limit) return read_new_word(r, at, word, out);
  out->hash = known->hash;
  out->shape = known->shape;
  return at + size;
}

/* Where the text ends too soon to be read beyond. */
static size_t read_near_end(const token_reader *r, size_t at, token *out) {
  char tail[LOOK_BYTES] = {0};
  memcpy(tail, r->text + at, r->size - at);
  return read_by_memo(r, at, tail, out);
}

size_t token_read_word(const token_reader *r, size_t at, token *out) {
  if (!r->memo) return read_word(r->text, at, r->limit, out);
  if (r->size - at < LOOK_BYTES) return read_near_end(r, at, out);
  return read_by_memo(r, at, r->text + at, out);
}

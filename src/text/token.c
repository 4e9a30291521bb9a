/* Bytes below 0x80 go through a table; Vietnamese letters are two or three bytes
 * with the case in the last bit, so folding needs no decoding in the usual case.
 * What is rare (combining marks, Ð, tone marks to be moved) is folded by fold.c. */
#include "text/token.h"

#include <string.h>

#include "text/fold.h"
#include "text/unicode.h"

#define TOKEN_SHAPE_NAME(id, name) name,
static const char *const SHAPES[] = {TOKEN_SHAPES(TOKEN_SHAPE_NAME)};
const char *token_shape_name(unsigned shape) { return shape < SHAPE_COUNT ? SHAPES[shape] : NULL; }

enum {
  WRAPPED_LINE_BYTES = 48, /* a shorter line was ended on purpose       */
  GAP_BLANKS = 3           /* that many blanks part columns             */
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Is text[at] a letter? *length: its bytes. */
static bool letter_at(const char *text, size_t at, size_t end, size_t *length) {
  unsigned char b = (unsigned char)text[at];
  if (b < 0x80) {
    *length = 1;
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  }
  return unicode_is_letter(utf8_decode(text + at, end - at, length));
}

static bool alnum_at(const char *text, size_t at, size_t end) {
  size_t length;
  return at < end && (is_digit(text[at]) || letter_at(text, at, end, &length));
}

/* --------------------------------------------------------------- words -- */

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
static inline enum letter_kind read_letter(const unsigned char *p, size_t left, unsigned char *bytes,
                                           size_t *length) {
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
static bool read_rare_letter(const char *text, size_t left, size_t *length, bool *upper, bool *slow) {
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
  return length == 2 && ((unsigned char)text[0] == 0xCC || ((unsigned char)text[0] == 0xCD && (unsigned char)text[1] < 0xB0));
}

/* Where the tone mark of a word's last letter may have to move, fold.c does it. */
static bool may_move_tone(const char *text, size_t at, size_t end) {
  if ((unsigned char)text[end - 1] < 0x80 || end - at < 3) return false;
  size_t last = end - 2 - ((unsigned char)text[end - 2] >= 0x80 && (unsigned char)text[end - 2] < 0xC0);
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
    if (kind == LETTER_RARE && !read_rare_letter(text + i, end - i, &length, &upper, &slow))
      kind = LETTER_NONE;
    if (kind == LETTER_NONE) {
      if (is_digit(text[i])) {
        bytes[0] = (unsigned char)text[i];
        w.digits++;
      } else if (w.letters && is_apostrophe(text, i, end, &length) && alnum_at(text, i + length, end)) {
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
  /* clang-format off: a row for each 32 bytes */
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

enum { MEMO_BYTES = 16 };

static uint64_t first_bytes(const char *text, size_t size) {
  uint64_t word;
  memcpy(&word, text, sizeof word);
  return size >= sizeof word ? word : word & (((uint64_t)1 << size * 8) - 1);
}

/* Is it an apostrophe, or a letter of another script? A word may go on there. */
static bool may_go_on(const char *text) {
  unsigned char b = (unsigned char)text[0];
  if (b == '\'') return true;
  if (b < 0x80) return false;
  return b != 0xE2 || (unsigned char)text[1] != 0x80 || (unsigned char)text[2] == 0x99;
}

/* The same as read_word, out of the memo where it can be. */
static size_t read_word_again(const token_reader *r, size_t at, token *out) {
  enum { LOOK_BYTES = MEMO_BYTES + 4 };
  char tail[LOOK_BYTES] = {0}; /* where the text ends too soon to be read beyond */
  const char *word = r->text + at;
  size_t n = 0;
  if (!r->memo) return read_word(r->text, at, r->limit, out);
  if (r->size - at < LOOK_BYTES) {
    memcpy(tail, word, r->size - at);
    word = tail;
  }
  while (n <= MEMO_BYTES && is_word_byte((unsigned char)word[n])) n++;
  if (n > MEMO_BYTES || at + n > r->limit || may_go_on(word + n))
    return read_word(r->text, at, r->limit, out);
  uint64_t low = first_bytes(word, n);
  uint64_t high = n > 8 ? first_bytes(word + 8, n - 8) : 0;
  uint64_t mixed = (low ^ high * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
  size_t slot = (size_t)(mixed >> 40) % TOKEN_MEMO_SLOTS; /* or the one beside it */
  token_memo_slot *known = &r->memo->slots[slot], *other = &r->memo->slots[slot ^ 1];
  if (!known->size || known->low != low || known->high != high) {
    if (other->size && other->low == low && other->high == high) {
      known = other;
    } else {
      size_t end = read_word(r->text, at, r->limit, out);
      *other = *known;
      *known = (token_memo_slot){low, high, out->hash, out->shape, (uint8_t)(end - at)};
      return end;
    }
  }
  out->hash = known->hash;
  out->shape = known->shape;
  return at + known->size;
}

/* ------------------------------------------------------------- numbers -- */

typedef struct number_part {
  unsigned value;
  size_t digits;
} number_part;

static number_part read_digits(const char *text, size_t *at, size_t end) {
  number_part p = {0, 0};
  for (; *at < end && is_digit(text[*at]); ++*at, p.digits++)
    if (p.digits < 6) p.value = p.value * 10 + (unsigned)(text[*at] - '0');
  return p;
}

static bool is_year(number_part p) { return p.digits == 4 && p.value >= 1900 && p.value <= 2100; }
static bool is_day(number_part p) { return p.digits <= 2 && p.value >= 1 && p.value <= 31; }
static bool is_month(number_part p) { return p.digits <= 2 && p.value >= 1 && p.value <= 12; }

/* digits[letter] [sep year] sep tail, with a slash and a capital letter in the
 * tail: 30/2020/NĐ-CP, 12/QĐ-UBND, 07-CT/TU, 48/2019/QH14. Returns its end or 0. */
static size_t read_docno(const char *text, size_t at, size_t end) {
  size_t i = at, length, tail;
  bool slash = false, upper = false;
  read_digits(text, &i, end);
  if (i < end && letter_at(text, i, end, &length) && i + length < end &&
      (text[i + length] == '/' || text[i + length] == '-'))
    i += length;
  if (i >= end || (text[i] != '/' && text[i] != '-')) return 0;
  tail = i;
  while (i < end) {
    uint32_t c = utf8_decode(text + i, end - i, &length);
    bool joins = c == '/' || c == '-' || c == '.' || c == '&';
    if (joins && !alnum_at(text, i + 1, end)) break;
    if (!joins && !unicode_is_letter(c) && !unicode_is_digit(c)) break;
    slash |= c == '/';
    if (unicode_is_upper(c)) {
      /* the first letters come right behind a separator, or a year and one */
      if (!upper && text[i - 1] != '/' && text[i - 1] != '-') return 0;
      upper = true;
    }
    i += length;
  }
  return slash && upper && i > tail ? i : 0;
}

/* Day, month and year around equal separators; or month/year, day/month. */
static size_t read_date(const char *text, size_t at, size_t end, token_shape *shape) {
  size_t i = at;
  number_part first = read_digits(text, &i, end);
  if (i + 1 >= end || first.digits > 2 || !is_digit(text[i + 1])) return 0;
  char separator = text[i++];
  if (separator != '/' && separator != '-' && separator != '.') return 0;
  number_part second = read_digits(text, &i, end);
  size_t after_second = i;
  if (i + 1 < end && text[i] == separator && is_digit(text[i + 1])) {
    i++;
    number_part third = read_digits(text, &i, end);
    if (is_day(first) && is_month(second) && is_year(third) && !alnum_at(text, i, end))
      return *shape = SHAPE_DMY, i;
    return 0;
  }
  if (separator != '/' || alnum_at(text, after_second, end)) return 0;
  if (is_month(first) && is_year(second)) return *shape = SHAPE_MY, after_second;
  if (is_day(first) && is_month(second)) return *shape = SHAPE_DM, after_second;
  return 0;
}

/* 07h30, 17h, 7g15 */
static size_t read_clock(const char *text, size_t at, size_t end) {
  size_t i = at;
  number_part hour = read_digits(text, &i, end);
  if (hour.digits > 2 || hour.value > 24 || i >= end || (text[i] != 'h' && text[i] != 'g')) return 0;
  i++;
  if (i < end && is_digit(text[i])) {
    number_part minute = read_digits(text, &i, end);
    if (minute.digits != 2 || minute.value > 59) return 0;
    if (i < end && text[i] == '\'') i++;
  }
  return alnum_at(text, i, end) ? 0 : i;
}

static token_shape shape_of_integer(number_part p) {
  if (is_year(p)) return SHAPE_YEAR;
  if (is_month(p)) return SHAPE_MONTH;
  return is_day(p) ? SHAPE_DAY : SHAPE_INT;
}

/* Digits in groups, perhaps over another number. */
static size_t read_plain_number(const char *text, size_t at, size_t end, token_shape *shape) {
  size_t i = at;
  number_part p = read_digits(text, &i, end);
  *shape = shape_of_integer(p);
  while (i + 1 < end && (text[i] == '.' || text[i] == ',') && is_digit(text[i + 1])) {
    i++;
    read_digits(text, &i, end);
    *shape = SHAPE_DEC;
  }
  if (i + 1 < end && text[i] == '/' && is_digit(text[i + 1])) {
    token_shape below;
    size_t after = read_plain_number(text, i + 1, end, &below);
    if (below != SHAPE_RATIO) return *shape = SHAPE_RATIO, after;
  }
  return i;
}

/* Letters stuck to a number: a unit in small letters is a word of its own
 * (12,7mm); anything else makes one mixed token (14B, 10a1). */
static size_t take_stuck_letters(const char *text, size_t at, size_t end, token_shape *shape) {
  size_t i = at, length;
  bool odd = false;
  while (i < end && (is_digit(text[i]) || letter_at(text, i, end, &length))) {
    if (is_digit(text[i])) odd = true, length = 1;
    else odd |= unicode_is_upper(utf8_decode(text + i, end - i, &length));
    i += length;
  }
  if (!odd) return at;
  *shape = SHAPE_MIXED;
  return i;
}

static size_t read_number(const char *text, size_t at, size_t end, token_shape *shape) {
  size_t to;
  if ((to = read_docno(text, at, end)) != 0) return *shape = SHAPE_DOCNO, to;
  if ((to = read_date(text, at, end, shape)) != 0) return to;
  if ((to = read_clock(text, at, end)) != 0) return *shape = SHAPE_CLOCK, to;
  to = read_plain_number(text, at, end, shape);
  return take_stuck_letters(text, to, end, shape);
}

token_shape token_number_shape(const char *text, size_t size) {
  token_shape shape = SHAPE_CODE;
  if (size && is_digit(text[0])) {
    size_t digits = 0;
    bool slash = memchr(text, '/', size) != NULL, upper = false;
    while (digits < size && is_digit(text[digits])) digits++;
    for (size_t i = digits, length; i < size; i += length)
      upper |= unicode_is_upper(utf8_decode(text + i, size - i, &length));
    if (slash && upper) return SHAPE_DOCNO;
    if (read_number(text, 0, size, &shape) != size) shape = SHAPE_CODE;
  }
  return shape;
}

/* --------------------------------------------------------------- marks -- */

static token_shape ascii_mark(char c) {
  switch (c) {
  case ',': return SHAPE_COMMA;
  case ';': return SHAPE_SEMI;
  case ':': return SHAPE_COLON;
  case '-': return SHAPE_DASH;
  case '/': return SHAPE_SLASH;
  case '&': return SHAPE_AMP;
  case '(': case '[': case '{': return SHAPE_OPEN;
  case ')': case ']': case '}': return SHAPE_CLOSE;
  case '"': return SHAPE_RQUOTE;
  case '%': return SHAPE_PERCENT;
  case '+': return SHAPE_PLUS;
  default: return SHAPE_MARK;
  }
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static size_t read_mark(const char *text, size_t at, size_t end, token *out) {
  size_t length;
  uint32_t c = utf8_decode(text + at, end - at, &length);
  if (c == '.') out->shape = alnum_at(text, at + 1, end) ? SHAPE_TIGHT : SHAPE_DOT;
  else if (c == '-' && at > 0 && !is_blank(text[at - 1]) && alnum_at(text, at + 1, end))
    out->shape = SHAPE_HYPHEN;
  else if (c < 0x80) out->shape = (uint8_t)ascii_mark((char)c);
  else if (unicode_is_dash(c)) out->shape = SHAPE_DASH;
  else if (c == 0x201C || c == 0x2018 || c == 0xAB) out->shape = SHAPE_LQUOTE;
  else if (c == 0x201D || c == 0x2019 || c == 0xBB) out->shape = SHAPE_RQUOTE;
  else if (c == 0x2026) out->shape = SHAPE_DOT;
  else out->shape = SHAPE_MARK;
  return at + length;
}

/* ---------------------------------------------------------------- lines -- */

static size_t skip_blanks(const char *text, size_t at, size_t end) {
  size_t length = 1;
  while (at < end) {
    unsigned char b = (unsigned char)text[at];
    if (b == ' ' || b == '\t' || b == '\r' || b == '\f' || b == '\v') length = 1;
    else if (b < 0xC2 || b > 0xE3 || !unicode_is_space(utf8_decode(text + at, end - at, &length)))
      break;
    at += length;
  }
  return at;
}

/* "1." "2)" "IV." "a)" "-" "•" before a blank: returns the end or 0. */
static size_t read_label(const char *text, size_t at, size_t end) {
  size_t i = at, length;
  uint32_t c = utf8_decode(text + at, end - at, &length);
  if (unicode_is_dash(c) || c == '+' || c == '*' || c == 0x2022) {
    i += length;
    return i < end && skip_blanks(text, i, end) > i ? i : 0;
  }
  if (is_digit(text[i])) {
    for (int level = 0; level < 3; level++) {
      number_part p = read_digits(text, &i, end);
      if (!p.digits || p.digits > 2) return 0;
      if (i + 1 < end && text[i] == '.' && is_digit(text[i + 1])) i++;
      else break;
    }
  } else {
    while (i < end && (text[i] == 'I' || text[i] == 'V' || text[i] == 'X')) i++;
    if (i == at && letter_at(text, i, end, &length)) i += length;
  }
  if (i == at || i >= end || (text[i] != '.' && text[i] != ')')) return 0;
  i++;
  return i == end || text[i] == '\n' || skip_blanks(text, i, end) > i ? i : 0;
}

static bool ends_sentence(const char *text, size_t at) {
  size_t length;
  if (!at) return true;
  uint32_t c = utf8_decode_before(text, at, &length);
  return c == '.' || c == ':' || c == ';' || c == '!' || c == '?' || c == 0x2026;
}

static bool is_caps_line(const char *text, size_t from, size_t to) {
  size_t upper = 0, lower = 0, length;
  for (size_t i = from; i < to; i += length) {
    uint32_t c = utf8_decode(text + i, to - i, &length);
    upper += unicode_is_upper(c);
    lower += unicode_is_lower(c);
  }
  return upper > lower;
}

static bool ends_with(const char *text, size_t from, size_t to, const char *what_cstr) {
  size_t size = strlen(what_cstr);
  return to - from >= size && memcmp(text + to - size, what_cstr, size) == 0;
}

/* A heading before a long paragraph: wrapped lines are of much the same length. */
static bool is_longer_line(const char *text, size_t size, size_t at, size_t than) {
  size_t left = size - at;
  return left > than && !memchr(text + at, '\n', than);
}

/* Does the line text[from, to) end in earnest, the next beginning at `next`? */
static bool is_hard_break(const char *text, size_t size, size_t from, size_t to, size_t next) {
  size_t length;
  while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\r' || text[to - 1] == '\t')) to--;
  next = skip_blanks(text, next, size);
  if (to == from || next >= size || text[next] == '\n') return true;
  if (read_label(text, next, size)) return true;
  if (unicode_is_lower(utf8_decode(text + next, size - next, &length)))
    return next + 1 < size && (is_digit(text[next + 1]) || text[next + 1] == ' '); /* a unit: e95, d 6 */
  if (ends_sentence(text, to) || memchr(text + from, '|', to - from)) return true;
  if (text[to - 1] == ',' || ends_with(text, from, to, " số")) return false;
  if (to - from < WRAPPED_LINE_BYTES || is_longer_line(text, size, next, (to - from) * 3 / 2)) return true;
  return is_caps_line(text, from, to);
}

/* Usually: one blank at most, then a letter of ASCII. */
static inline bool next_plain_word(token_reader *r, token *out) {
  size_t at = r->at;
  if (at + 1 >= r->limit || r->fresh) return false;
  at += r->text[at] == ' ';
  unsigned char letter = (unsigned char)(r->text[at] | 0x20);
  if (letter < 'a' || letter > 'z') return false;
  *out = (token){.start = (uint32_t)at};
  r->at = read_word_again(r, at, out);
  out->end = (uint32_t)r->at;
  return true;
}

bool token_next(token_reader *r, token *out) {
  if (next_plain_word(r, out)) return true;
  while (r->at < r->limit) {
    size_t at = skip_blanks(r->text, r->at, r->limit);
    *out = (token){.start = (uint32_t)r->at, .end = (uint32_t)at};
    if (!r->fresh && at - r->at > 0 &&
        (at - r->at >= GAP_BLANKS || memchr(r->text + r->at, '\t', at - r->at))) {
      r->at = at;
      if (at < r->limit && r->text[at] != '\n') return out->shape = SHAPE_GAP, true;
    }
    if (at >= r->limit) return r->at = at, false;
    out->start = (uint32_t)at;
    size_t length;
    if (r->text[at] == '\n') {
      bool hard = is_hard_break(r->text, r->size, r->line_start, at, at + 1);
      r->at = r->line_start = at + 1;
      r->fresh = true;
      if (!hard) continue;
      out->end = (uint32_t)at + 1;
      return out->shape = SHAPE_BREAK, true;
    }
    size_t label = r->fresh ? read_label(r->text, at, r->limit) : 0;
    r->fresh = false;
    if (label) {
      out->shape = SHAPE_LABEL;
      r->at = label;
    } else if (is_digit(r->text[at])) {
      token_shape shape;
      r->at = read_number(r->text, at, r->limit, &shape);
      out->shape = (uint8_t)shape;
      if (shape <= SHAPE_INT) out->hash = hash_bytes(HASH_SEED, r->text + at, r->at - at);
    } else if (letter_at(r->text, at, r->limit, &length)) {
      r->at = read_word_again(r, at, out);
    } else {
      r->at = read_mark(r->text, at, r->limit, out);
    }
    out->end = (uint32_t)r->at;
    return true;
  }
  return false;
}

size_t token_read(token_reader *r, token *out, size_t room) {
  size_t count = 0;
  while (count < room && token_next(r, &out[count])) count++;
  return count;
}

uint32_t token_phrase_hash(const char *text, size_t size) {
  token_reader r = token_reader_at_start(text, size);
  token t;
  uint32_t hash = 0;
  r.fresh = false;
  while (token_next(&r, &t)) {
    if (t.hash) hash = token_join(hash, t.hash);
  }
  return hash;
}

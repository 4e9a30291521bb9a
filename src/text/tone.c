#include "text/tone.h"

#include "text/unicode.h"

enum { TONES = 5 };

/* Each vowel without a tone, then with ̀ ́ ̉ ̃ ̣ */
static const struct pair {
  uint16_t first[TONES + 1], last[TONES + 1];
} PAIRS[] = {
    {{'o', 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD}, {'a', 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1}},
    {{'o', 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD}, {'e', 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9}},
    {{'u', 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5}, {'y', 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5}},
};

static void replace(uint32_t *c, uint32_t small) {
  *c = unicode_is_upper(*c) ? unicode_upper(small) : small;
}

static bool move(uint32_t before, uint32_t *first, uint32_t *last, bool to_last) {
  uint32_t f = unicode_lower(*first), l = unicode_lower(*last);
  for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
    const struct pair *p = &PAIRS[i];
    if ((to_last ? l != p->last[0] : f != p->first[0]) || (p->first[0] == 'u' && before == 'q'))
      continue;
    for (int tone = 1; tone <= TONES; tone++) {
      if (to_last ? f != p->first[tone] : l != p->last[tone]) continue;
      replace(first, p->first[to_last ? 0 : tone]);
      replace(last, p->last[to_last ? tone : 0]);
      return true;
    }
  }
  return false;
}

bool tone_to_first(uint32_t before, uint32_t *first, uint32_t *last) {
  return move(before, first, last, false);
}

bool tone_to_last(uint32_t before, uint32_t *first, uint32_t *last) {
  return move(before, first, last, true);
}

/* Two letters that end a word, and the one before them. */
typedef struct ending {
  uint32_t before, first, last; /* before: small */
  size_t first_size, last_size;
} ending;

/* The ending whose first letter is at `at`; false: no two letters that end a word. */
static bool read_ending(const char *text, size_t at, size_t size, ending *e) {
  size_t length, end;
  e->first = utf8_decode(text + at, size - at, &e->first_size);
  if (at + e->first_size >= size) return false;
  e->last = utf8_decode(text + at + e->first_size, size - at - e->first_size, &e->last_size);
  if (!unicode_is_letter(e->last)) return false;
  end = at + e->first_size + e->last_size;
  if (end < size && unicode_is_letter(utf8_decode(text + end, size - end, &length))) return false;
  e->before = at > 0 ? unicode_lower(utf8_decode_before(text, at, &length)) : 0;
  return true;
}

/* Can the letter at text[at] be the first of the two? o ò … and u ù … do not share
 * their first bytes with many others; what passes is looked at whole. */
static bool may_begin(unsigned char b) {
  unsigned char small = b | 0x20;
  return small == 'o' || small == 'u' || b == 0xC3 || b == 0xC5 || b == 0xE1;
}

int tone_balance(const char *text, size_t size) {
  int balance = 0;
  ending e;
  for (size_t at = 0; at < size; at++)
    if (may_begin((unsigned char)text[at]) && read_ending(text, at, size, &e))
      balance += tone_to_first(e.before, &e.first, &e.last)  ? 1
                 : tone_to_last(e.before, &e.first, &e.last) ? -1
                                                             : 0;
  return balance;
}

size_t tone_write_last(const char *text, size_t size, char *out) {
  size_t n = 0;
  ending e;
  for (size_t at = 0; at < size;) {
    if (may_begin((unsigned char)text[at]) && read_ending(text, at, size, &e) &&
        tone_to_last(e.before, &e.first, &e.last)) {
      n += utf8_encode(e.first, out + n);
      n += utf8_encode(e.last, out + n);
      at += e.first_size + e.last_size;
    } else {
      out[n++] = text[at++];
    }
  }
  return n;
}

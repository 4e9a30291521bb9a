#include "dict/initials.h"

#include "text/normal.h"
#include "text/unicode.h"

/* The bare capital of a Vietnamese letter: Ắ → A, Ớ → O, but Đ → Đ. */
static uint32_t bare(uint32_t c) {
  c = unicode_fold_d(c);
  return unicode_upper(c < 0x80 ? c : normal_base(c));
}

static bool is_vowel(uint32_t c) {
  return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U' || c == 'Y';
}

/* TW is trung ương, F phường in old lists, J and Z come from other keyboards. */
static bool stands_for(uint32_t capital, uint32_t letter) {
  if (capital == letter) return true;
  return (capital == 'W' && letter == 'U') || (capital == 'F' && letter == 'P') ||
         (capital == 'K' && letter == 'C') || (capital == 'I' && letter == 'Y');
}

/* The letters that syllables begin with, one after another; of words in capitals
 * (HIV, quý III) every letter. */
typedef struct onset_walk {
  vt_span text;
  size_t at;
  bool in_word, in_onset;
} onset_walk;

static uint32_t next_onset(onset_walk *w) {
  for (size_t length; w->at < w->text.size; w->at += length) {
    uint32_t c = utf8_decode(w->text.text + w->at, w->text.size - w->at, &length);
    bool is_letter = unicode_is_letter(c) || unicode_is_digit(c);
    bool begins = is_letter && !w->in_word;
    w->in_word = is_letter;
    if (begins) w->in_onset = true;
    if (!is_letter || !w->in_onset) continue;
    if (c >= 0x80 && !begins && unicode_lower(unicode_fold_d(c)) != 0x111) {
      w->in_onset = false; /* any other letter with marks is a vowel: no need to bare it */
      continue;
    }
    uint32_t letter = bare(c);
    bool small_vowel = is_vowel(letter) && !unicode_is_upper(c);
    if (small_vowel) w->in_onset = false;
    if (small_vowel && !begins) continue;
    w->at += length;
    return letter;
  }
  return 0;
}

/* A08, PC09: such codes are numbers, not initials. */
static bool has_digit(vt_span form) {
  for (size_t i = 0; i < form.size; i++)
    if (form.text[i] >= '0' && form.text[i] <= '9') return true;
  return false;
}

bool initials_spell(vt_span form, vt_span long_form, vt_span *letter) {
  onset_walk walk = {.text = long_form};
  if (has_digit(form)) return true;
  for (size_t i = 0, length; i < form.size; i += length) {
    uint32_t c = utf8_decode(form.text + i, form.size - i, &length);
    if (!unicode_is_upper(c)) continue;
    uint32_t onset;
    do onset = next_onset(&walk);
    while (onset && !stands_for(bare(c), onset));
    *letter = (vt_span){form.text + i, length};
    if (!onset) return false;
  }
  return true;
}

#include "engine/doubt.h"

#include "engine/shape.h"
#include "text/unicode.h"

enum { STRONG_HUNDREDTHS = 200, MILITARY_WORDS = 2 };

/* Is a word in capitals that is no form beside the place: "CA HÁT", "LÊ CA"? */
static bool beside_capital_word(form *f) {
  const passage *p = f->p;
  size_t at = passage_skip(p, f->m.end, false), end = passage_word_end(p, at);
  match m;
  vt_span word = {p->text + at, end - at};
  if (word.size && word_is_caps(word) && !match_find(f->d->dictionary, p, at, &m)) return true;
  size_t before = passage_skip_back(p, f->m.start, false), start = passage_word_start(p, before);
  word = (vt_span){p->text + start, before - start};
  return word.size && word_is_caps(word) && !match_find(f->d->dictionary, p, start, &m);
}

/* Is the place joined to another known form: "DQ, CA", "CCB - CA"? */
static bool is_joined_to_form(form *f) {
  const passage *p = f->p;
  const neighbour_form *d = &f->d->decided;
  size_t length;
  match m;
  size_t at = passage_skip(p, f->m.end, false);
  uint32_t c = passage_at(p, at, &length);
  if (c == ',' || c == '/' || c == '&' || unicode_is_dash(c)) {
    at = passage_skip(p, at + length, false);
    vt_span word = {p->text + at, passage_word_end(p, at) - at};
    if (word_is_caps(word) && match_find(f->d->dictionary, p, at, &m)) return true;
  }
  size_t before = passage_skip_back(p, f->m.start, false);
  c = passage_before(p, before, &length);
  if (c != ',' && c != '/' && c != '&' && !unicode_is_dash(c)) return false;
  return d->end != 0 && d->end == passage_skip_back(p, before - length, false);
}

/* A form that is also a syllable is a word among words in capitals, unless what
 * stands beside it speaks for a sense. */
bool doubt_among_words(form *f) {
  if (!shape_is_syllable(form_key(f))) return false;
  if (passage_cell_caps(f->p, f->m.start) != CAPS_YES && !beside_capital_word(f)) return false;
  return !is_joined_to_form(f);
}

bool doubt_is_word(form *f, const choice *c) {
  return c->local * 100 < STRONG_HUNDREDTHS && doubt_among_words(f);
}

/* Words of a heading are no forms, and marked vowels are in none that is unknown. */
bool doubt_is_plain_word(form *f) {
  vt_span word = {f->p->text + f->m.start, f->m.end - f->m.start};
  for (size_t at = 0, length; at < word.size; at += length) {
    uint32_t c = utf8_decode(word.text + at, word.size - at, &length);
    if (c >= 0xC0 && c != 0x110 && c != 0xD0 && c != 0x189 && c != 0x1AF && !unicode_is_mark(c))
      return true;
  }
  return shape_is_syllable(form_key(f)) &&
         (passage_cell_caps(f->p, f->m.start) != CAPS_NO || beside_capital_word(f));
}

/* Units' letters are everyday letters, too: they need a document of the army, or
 * a chain (d1/e95), and no list or form before them. */
bool doubt_is_military(form *f) {
  const passage *p = f->p;
  if (shape_follows_numbered_part(p, f->m.start)) return false;
  return topic_words(&f->d->topic, &f->d->words, p, DOMAIN_MILITARY) >= MILITARY_WORDS;
}

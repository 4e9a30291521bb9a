#include "dict/phrase.h"

#include "text/fold.h"
#include "text/unicode.h"

static bool is_word_char(uint32_t c) { return unicode_is_letter(c) || unicode_is_digit(c); }

bool phrase_next_word(vt_span text, size_t *at, vt_span *word) {
  size_t length;
  while (*at < text.size && !is_word_char(utf8_decode(text.text + *at, text.size - *at, &length)))
    *at += length;
  size_t start = *at;
  while (*at < text.size && is_word_char(utf8_decode(text.text + *at, text.size - *at, &length)))
    *at += length;
  *word = (vt_span){text.text + start, *at - start};
  return *at > start;
}

static bool is_short_form(vt_span text) {
  unsigned capitals = 0;
  bool blank = false, joined = false;
  uint32_t before = ' ';
  for (size_t i = 0, length; i < text.size; i += length) {
    uint32_t c = utf8_decode(text.text + i, text.size - i, &length);
    capitals += unicode_is_upper(c);
    blank = blank || c == ' ';
    joined = joined || ((before == '.' || before == '/') && unicode_is_letter(c));
    before = c;
  }
  return capitals >= 2 || (joined && !blank);
}

phrase phrase_read(vt_span text) {
  phrase p = {0, is_short_form(text), 0};
  vt_span word;
  for (size_t at = 0; phrase_next_word(text, &at, &word);) p.syllables++;
  if (p.is_form) {
    char key[FORM_KEY_BYTES];
    size_t size;
    p.hash = fold_form(text.text, text.size, key, &size) ? fold_form_hash(key, size) : 0;
  } else {
    p.hash = fold_phrase_hash(text.text, text.size);
  }
  return p;
}

void phrase_prefixes(vt_span text, phrase_visitor *visit, void *context) {
  uint32_t hash = PHRASE_BEGIN;
  vt_span word, next;
  size_t at = 0;
  if (is_short_form(text) || !phrase_next_word(text, &at, &word)) return;
  while (phrase_next_word(text, &at, &next)) {
    char key[WORD_KEY_BYTES];
    hash = fold_phrase_add(hash, key, fold_word(word.text, word.size, key));
    visit(context, hash);
    word = next;
  }
}

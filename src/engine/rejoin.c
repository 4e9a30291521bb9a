#include "engine/rejoin.h"

#include <string.h>

#include "base/hash.h"
#include "engine/shape.h"
#include "text/unicode.h"

enum { LEAST_LETTERS = 4 };

/* Letters of the key, all of them capitals; 0: something else is there. */
static size_t capital_count(vt_span key) {
  size_t count = 0;
  for (size_t at = 0, length; at < key.size; at += length, count++)
    if (!unicode_is_upper(utf8_decode(key.text + at, key.size - at, &length))) return 0;
  return count;
}

static bool has_one_sure_sense(const dictionary_match *found) {
  return found->entry && found->entry->sense_count == 1 &&
         !(entry_senses(found->image, found->entry)->flags & (SENSE_PROPOSED | SENSE_KEPT));
}

/* Make *m the whole of two words that follow one another; false: they are no form. */
static bool join(const vt_dictionary *dictionary, const passage *p, const match *first,
                 const match *second, match *m) {
  match whole = {.start = first->start, .end = second->atom_end, .atom_end = second->atom_end};
  dictionary_match found;
  size_t before = capital_count((vt_span){first->key, first->key_size});
  size_t behind = capital_count((vt_span){second->key, second->key_size});
  if (before == 0 || behind == 0 || before + behind < LEAST_LETTERS) return false;
  whole.key_size = first->key_size + second->key_size;
  if (whole.key_size > FORM_KEY_BYTES) return false;
  memcpy(whole.key, first->key, first->key_size);
  memcpy(whole.key + first->key_size, second->key, second->key_size);
  uint32_t hash = hash_bytes(HASH_SEED, whole.key, whole.key_size);
  if (!dictionary_find(dictionary, hash, whole.key, whole.key_size, &found) ||
      !has_one_sure_sense(&found) || shape_follows_numbered_part(p, whole.start))
    return false;
  whole.image = found.image;
  whole.entry = found.entry;
  *m = whole;
  return true;
}

static bool join_with_next(const vt_dictionary *dictionary, const passage *p, match *m) {
  match next;
  size_t length, second = m->atom_end + 1;
  return second < p->size && p->text[m->atom_end] == ' ' &&
         unicode_is_upper(passage_at(p, second, &length)) &&
         !match_find(dictionary, p, second, &next) && join(dictionary, p, m, &next, m);
}

/* A single letter is no candidate by itself: it is met from the word behind it. */
static bool join_with_letter(const vt_dictionary *dictionary, const passage *p, size_t least,
                             match *m) {
  match letter;
  size_t length;
  if (m->start < 2 || p->text[m->start - 1] != ' ') return false;
  uint32_t c = passage_before(p, m->start - 1, &length);
  size_t start = m->start - 1 - length;
  return start >= least && unicode_is_upper(c) && passage_word_start(p, m->start - 1) == start &&
         !match_find(dictionary, p, start, &letter) && join(dictionary, p, &letter, m, m);
}

bool rejoin_find(const vt_dictionary *dictionary, const passage *p, size_t least, match *m) {
  return join_with_letter(dictionary, p, least, m) || join_with_next(dictionary, p, m);
}

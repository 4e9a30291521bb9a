/* Words and phrases that cues and word classes speak of, as the numbers that the
 * engine compares. */
#ifndef VT_DICT_PHRASE_H
#define VT_DICT_PHRASE_H

#include "viettat.h"

enum { PHRASE_SYLLABLES = 3 }; /* longest phrase of a cue */

typedef struct phrase {
  uint32_t hash; /* fold_form_hash of a short form, else fold_phrase_hash; 0: no words */
  bool is_form;
  unsigned syllables;
} phrase;

/* A text with two or more capitals, or with letters on both sides of a dot or
 * slash (T.Ư, đ/c), is a short form and compared as written. */
phrase phrase_read(vt_span text);

/* The next run of letters and digits of `text`, from *at on; *at moves behind it.
 * False: there is none. */
bool phrase_next_word(vt_span text, size_t *at, vt_span *word);

/* Call `visit` with the hash of every proper beginning of a phrase of words, word
 * by word. Short forms have none. */
typedef void phrase_visitor(void *context, uint32_t hash);
void phrase_prefixes(vt_span text, phrase_visitor *visit, void *context);

#endif

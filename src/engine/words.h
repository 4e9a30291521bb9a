/* What the dictionary knows of a word: its folded hash and its classes. A text uses
 * the same few thousand syllables over and over, so that what was found is kept in
 * a small table by the word's bytes; the table changes nothing but the time. */
#ifndef VT_ENGINE_WORDS_H
#define VT_ENGINE_WORDS_H

#include "dict/dictionary.h"

typedef struct word_note {
  uint64_t head, tail; /* the word's bytes, overlapping */
  uint32_t size;       /* 0: empty                      */
  uint32_t hash;       /* fold_word_hash                */
  uint32_t classes, domains;
  bool longer; /* a longer phrase of a class begins with it */
} word_note;

enum { WORD_NOTES = 1024, WORD_NOTE_BYTES = 16 };

typedef struct word_notes {
  const vt_dictionary *dictionary;
  word_note notes[WORD_NOTES];
} word_notes;

/* The note of the word; good until the next call. */
const word_note *words_note(word_notes *w, const char *text, size_t size);

#endif

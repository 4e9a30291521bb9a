/* A word of up to 16 bytes is known by its size, its first and its last eight bytes
 * (which overlap in a shorter one): no padding, no call. Longer words are rare and
 * are looked up each time, in the last place of the table. */
#include "engine/words.h"

#include <string.h>

#include "text/fold.h"

static void read_ends(const char *text, size_t size, uint64_t *head, uint64_t *tail) {
  uint32_t a = 0, b = 0;
  if (size >= 8) {
    memcpy(head, text, 8);
    memcpy(tail, text + size - 8, 8);
    return;
  }
  if (size >= 4) {
    memcpy(&a, text, 4);
    memcpy(&b, text + size - 4, 4);
  } else if (size > 0) {
    a = (uint32_t)(unsigned char)text[0] | (uint32_t)(unsigned char)text[size / 2] << 8;
    b = (unsigned char)text[size - 1];
  }
  *head = a;
  *tail = b;
}

static void fill(word_note *note, const vt_dictionary *dictionary, const char *text, size_t size) {
  char key[WORD_KEY_BYTES];
  note->hash = fold_word_hash(key, fold_word(text, size, key));
  dictionary_classes found = dictionary_class(dictionary, note->hash);
  note->classes = found.classes;
  note->domains = found.domains;
  note->longer = found.longer;
}

const word_note *words_note(word_notes *w, const char *text, size_t size) {
  uint64_t head, tail;
  read_ends(text, size, &head, &tail);
  uint64_t mixed = (head ^ (tail << 19 | tail >> 45) ^ size) * 0x9E3779B97F4A7C15u;
  word_note *note = &w->notes[mixed >> 54];
  if (note->head == head && note->tail == tail && note->size == size) return note;
  *note =
      (word_note){.head = head, .tail = tail, .size = size <= WORD_NOTE_BYTES ? (uint32_t)size : 0};
  fill(note, w->dictionary, text, size);
  return note;
}

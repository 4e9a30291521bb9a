/* Two keys for comparing text.
 *
 * The *form key* of a written form keeps case: NFC, Ð and Ɖ as Đ, any blank run
 * or line break as one space, any dash as '-', no space beside . - / & ,
 * The *word key* of a syllable drops case: NFC, small letters, Ð as đ, the tone
 * mark in the new place (hoà → hòa, uỷ → ủy). */
#ifndef VT_TEXT_FOLD_H
#define VT_TEXT_FOLD_H

#include "base/hash.h"
#include "viettat.h"

enum {
  FORM_KEY_BYTES = 96, /* longest form key: longer forms are refused  */
  WORD_KEY_BYTES = 64  /* longer words have no key and match nothing  */
};

/* False: too long. `out` has FORM_KEY_BYTES. */
bool fold_form(const char *text, size_t size, char *out, size_t *out_size);
/* 0: too long or empty. `out` has WORD_KEY_BYTES. */
size_t fold_word(const char *text, size_t size, char *out);

/* Hash of a phrase of words, small letters and tone folded; words are runs of
 * letters and digits, what lies between counts as one space. 0: no words. */
uint32_t fold_phrase_hash(const char *text, size_t size);
/* Continue a phrase hash (or begin, from PHRASE_BEGIN) by one folded word. */
#define PHRASE_BEGIN HASH_SEED
static inline uint32_t fold_phrase_add(uint32_t hash, const char *word_key, size_t size) {
  if (hash != PHRASE_BEGIN) hash = hash_bytes(hash, " ", 1);
  return hash_bytes(hash, word_key, size);
}
/* Hash of a short form as a cue: case kept; never equal to a phrase by design of
 * the seed. `key` is a form key. */
static inline uint32_t fold_form_hash(const char *key, size_t size) {
  return hash_bytes(HASH_SEED ^ 0x5F5F5F5Fu, key, size);
}

#endif

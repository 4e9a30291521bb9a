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
  FORM_PARTS_MAX = 8,  /* parts of a form, split by blanks or . - / & , */
  WORD_KEY_BYTES = 64  /* longer words have no key and match nothing  */
};

/* False: too long. `out` has FORM_KEY_BYTES. */
bool fold_form(const char *text, size_t size, char *out, size_t *out_size);
/* 0: too long or empty. `out` has WORD_KEY_BYTES. */
size_t fold_word(const char *text, size_t size, char *out);

/* Letters and digits alone, without case and diacritics, Đ as D: what is left of a form
 * that was typed in haste (sscd, S.S.C.Đ). 0: too long or empty. `out` has FORM_KEY_BYTES. */
size_t fold_bare(const char *text, size_t size, char *out);

/* Hash of a phrase of words, small letters and tone folded; words are runs of
 * letters and digits, what lies between counts as one space. 0: no words. */
uint32_t fold_phrase_hash(const char *text, size_t size);
/* A phrase's hash grows word by word from PHRASE_BEGIN; a word is hashed once and
 * may be joined to several phrases. */
#define PHRASE_BEGIN 0u
static inline uint32_t fold_word_hash(const char *word_key, size_t size) {
  return hash_finish(hash_bytes(HASH_SEED, word_key, size)) | 1u;
}
static inline uint32_t fold_phrase_join(uint32_t before, uint32_t word_hash) {
  return before == PHRASE_BEGIN ? word_hash
                                : ((before << 7 | before >> 25) ^ word_hash) * 0x9E3779B1u;
}
static inline uint32_t fold_phrase_add(uint32_t before, const char *word_key, size_t size) {
  return fold_phrase_join(before, fold_word_hash(word_key, size));
}
/* Hash of a short form as a cue: case kept; never equal to a phrase by design of
 * the seed. `key` is a form key. */
static inline uint32_t fold_form_hash(const char *key, size_t size) {
  return hash_bytes(HASH_SEED ^ 0x5F5F5F5Fu, key, size);
}

#endif

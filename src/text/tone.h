/* The two places of the tone mark in syllables that end in oa, oe and uy: on the first
 * vowel (hòa, ủy), as the dictionaries write, or on the last (hoà, uỷ). Behind q the u
 * is no vowel (quý). */
#ifndef VT_TEXT_TONE_H
#define VT_TEXT_TONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The last two vowels of a syllable and what stands before them (0: nothing). False:
 * there is no tone to move. */
bool tone_to_first(uint32_t before, uint32_t *first, uint32_t *last);
bool tone_to_last(uint32_t before, uint32_t *first, uint32_t *last);

/* Syllables of `text` with the tone on the last vowel less those with it on the first. */
int tone_balance(const char *text, size_t size);

/* Write `text` with every such tone on the last vowel; `out` has 2 * size bytes of
 * room. Returns the bytes written. */
size_t tone_write_last(const char *text, size_t size, char *out);

#endif

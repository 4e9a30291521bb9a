/* The reader's parts, each of which knows one sort of token. */
#ifndef VT_TEXT_TOKEN_PARTS_H
#define VT_TEXT_TOKEN_PARTS_H

#include "text/token.h"

static inline bool token_is_digit(char c) { return c >= '0' && c <= '9'; }

/* Is text[at] a letter? *length: its bytes. */
bool token_letter_at(const char *text, size_t at, size_t end, size_t *length);
/* A letter or a digit; false at the end. */
bool token_alnum_at(const char *text, size_t at, size_t end);

/* Read the word at `at`, out of the reader's memo where it can be; returns its end. */
size_t token_read_word(const token_reader *r, size_t at, token *out);
/* Read the number at text[at], a digit; returns its end. */
size_t token_read_number(const char *text, size_t at, size_t end, token_shape *shape);

#endif

/* The texts that properties are held against: passages of .mark files without their
 * marks, other files whole; each also as other programs might have written it. */
#ifndef TEST_TEXTS_H
#define TEST_TEXTS_H

#include "record.h"

typedef struct texts {
  bytes *items;
  size_t count;
} texts;

/* Stops the test where a file cannot be read. */
texts texts_read(char *const *paths, size_t count);
void texts_clear(texts *t);

typedef enum variation { PLAIN, DECOMPOSED, CRLF, SPOILT, VARIATIONS } variation;

/* The text as it is, in NFD, with CR before every LF, or with bytes that are no
 * UTF-8 strewn in. To be cleared. */
bytes text_varied(const bytes *text, variation how);

/* Numbers by chance, the same in every run. */
uint64_t next_random(uint64_t *state);
/* One to `most` of the pieces by chance, now and then a NUL behind one. */
bytes text_of_pieces(uint64_t *state, const char *const *pieces, size_t count, size_t most);
/* Bytes by chance. */
bytes text_of_bytes(uint64_t *state, size_t most);

#endif

/* Code points that some format cannot take as they are: what each is, for the
 * format to decide. Everything between two of them is plain text. */
#ifndef VT_WRITE_ODD_H
#define VT_WRITE_ODD_H

#include "write/pen.h"

typedef enum odd_kind {
  ODD_MARKUP,       /* & < > " \ |                                    */
  ODD_BREAK,        /* tab, newline, carriage return                  */
  ODD_CONTROL,      /* U+0000 … U+001F without those, U+007F          */
  ODD_C1,           /* U+0080 … U+009F, and U+2028, U+2029: line ends */
  ODD_BIDI,         /* U+202A … U+202E, U+2066 … U+2069               */
  ODD_NONCHARACTER, /* U+FFFE, U+FDD0 …                               */
  ODD_INVALID       /* a byte that is not UTF-8                       */
} odd_kind;

typedef struct odd {
  odd_kind kind;
  uint32_t c; /* ODD_INVALID: the byte */
  size_t at, length;
} odd;

/* The first at or after `from`; without one *found ends the text: at = text.size,
 * length = 0, and the result is false. */
bool odd_find(vt_span text, size_t from, odd *found);

/* One visible code point in its place: ␀ … ␟, ␡, else U+FFFD. */
uint32_t odd_picture(const odd *o);

/* How often it happened, for what a writer says at the end. */
typedef struct odd_counts {
  uint64_t invalid, pictured;
} odd_counts;

#endif

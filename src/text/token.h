/* Tokens of running text: words with their folded hash, numbers with what they
 * can be (a day, a year, a date, a clock time, a document number …), marks.
 *
 * One pass, nothing allocated. Blanks give no token, except a wide gap between
 * table columns. A line break gives one only where the line ends in earnest: in
 * wrapped text it is a blank. */
#ifndef VT_TEXT_TOKEN_H
#define VT_TEXT_TOKEN_H

#include "base/hash.h"
#include "viettat.h"

/* What a token looks like; each has exactly one shape. The names are the classes
 * that patterns in dictionaries/entities may use. */
#define TOKEN_SHAPES(X)                                                                            \
  X(LOW, "low")       /* word in small letters                           */                        \
  X(CAP, "cap")       /* Word                                            */                        \
  X(CAPS, "caps")     /* WORD, two letters or more                       */                        \
  X(SINGLE, "single") /* one capital letter                              */                        \
  X(ROMAN, "roman")   /* I, II, XIV                                      */                        \
  X(MIXED, "mixed")   /* letters and digits, or odd case                 */                        \
  X(ABBR, "abbr")     /* (a piece of) a short form's long form           */                        \
  X(KEPT, "kept")     /* a short form that stays                         */                        \
  X(VAGUE, "vague")   /* a short form whose reading is open              */                        \
  X(MONTH, "month")   /* 1 … 12                                          */                      \
  X(DAY, "day")       /* 13 … 31                                         */                      \
  X(YEAR, "year")     /* 1900 … 2100                                     */                      \
  X(INT, "int")       /* other digits                                    */                        \
  X(DEC, "dec")       /* 1.250  21,4                                     */                        \
  X(DM, "dm")         /* 14/12                                           */                        \
  X(RATIO, "ratio")   /* 26/26 and other fractions                       */                        \
  X(MY, "my")         /* 9/2022                                          */                        \
  X(DMY, "dmy")       /* 22/9/2022, 22-9-2022, 22.9.2022                 */                        \
  X(CLOCK, "clock")   /* 07h30, 17h                                      */                        \
  X(DOCNO, "docno")   /* 30/2020/NĐ-CP                                   */                       \
  X(CODE, "code")     /* other identifiers                               */                        \
  X(COMMA, "comma")                                                                                \
  X(DOT, "dot")     /* dot: not tight */                                                           \
  X(TIGHT, "tight") /* dot with a letter or digit right behind it      */                          \
  X(SEMI, "semi")                                                                                  \
  X(COLON, "colon")                                                                                \
  X(HYPHEN, "hyphen") /* no blank beside it */                                                     \
  X(DASH, "dash")                                                                                  \
  X(SLASH, "slash")                                                                                \
  X(AMP, "amp")                                                                                    \
  X(OPEN, "open")                                                                                  \
  X(CLOSE, "close")                                                                                \
  X(LQUOTE, "lquote")                                                                              \
  X(RQUOTE, "rquote")                                                                              \
  X(PERCENT, "percent")                                                                            \
  X(PLUS, "plus")                                                                                  \
  X(MARK, "mark")   /* any other mark */                                                           \
  X(LABEL, "label") /* "1." "a)" "-" at the start of a line            */                          \
  X(GAP, "gap")     /* tab or three blanks                             */                          \
  X(BREAK, "break") /* end of a line in earnest                        */

#define TOKEN_SHAPE_ITEM(id, name) SHAPE_##id,
typedef enum token_shape { TOKEN_SHAPES(TOKEN_SHAPE_ITEM) SHAPE_COUNT } token_shape;
const char *token_shape_name(unsigned shape);

typedef struct token {
  uint32_t start, end;
  uint32_t hash;   /* of a word: hash_bytes of its word key (fold.h); else 0 */
  uint8_t shape;   /* token_shape                                            */
  uint8_t user[3]; /* 0; for whoever keeps the token                         */
} token;

/* Words read before: most words of a text are among a few hundred. Only a cache:
 * what is read is the same with and without. Zeroed at first. */
enum { TOKEN_MEMO_SLOTS = 4096 };
typedef struct token_memo_slot {
  uint64_t low, high; /* the bytes, at most 16 */
  uint32_t hash;
  uint8_t shape, size; /* size 0: empty */
} token_memo_slot;
typedef struct token_memo {
  token_memo_slot slots[TOKEN_MEMO_SLOTS];
} token_memo;

typedef struct token_reader {
  const char *text;
  size_t size;
  size_t at;
  size_t limit;      /* tokens end here at the latest; ≤ size   */
  size_t line_start; /* of the line that `at` is in             */
  bool fresh;        /* nothing but blanks in this line so far  */
  token_memo *memo;  /* or NULL                                 */
} token_reader;

static inline token_reader token_reader_at_start(const char *text, size_t size) {
  return (token_reader){text, size, 0, size, 0, true, NULL};
}

/* The next token that begins before `limit`; false: none. */
bool token_next(token_reader *reader, token *out);
/* The next tokens, at most `room`; returns how many. Fewer: there are no more. */
size_t token_read(token_reader *reader, token *out, size_t room);

/* The shape of text[start, end) as a number, document number or other code. */
token_shape token_number_shape(const char *text, size_t size);

/* The hash of a phrase grows word by word. */
static inline uint32_t token_join(uint32_t so_far, uint32_t word) {
  return (so_far ^ so_far >> 15) * 0x2C1B3C6Du + word;
}
/* Hash of a phrase as it stands in a dictionary. 0: no words. */
uint32_t token_phrase_hash(const char *text, size_t size);

#endif

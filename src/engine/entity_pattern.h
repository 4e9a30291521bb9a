/* Patterns over rows of chunks: written like regular expressions whose letters
 * are class expressions.
 *
 *   <organ&cap|unit>   one chunk of such classes ('&' and, '|' or, '!' not)
 *   'nơi nhận'         one chunk that is this word or phrase
 *   .                  any chunk
 *   x? x* x+ x{2,4}    repeats; a '?' behind makes them lazy
 *   (x|y)  {name}      group; a piece that the dictionary defines
 *   (?<ORG>x)          what x matches is an entity
 *   (?=x) (?!x)        x follows, or does not
 *   (?<=<c>) (?<!<c>)  the chunk before is of such classes, or is not */
#ifndef VT_ENGINE_ENTITY_PATTERN_H
#define VT_ENGINE_ENTITY_PATTERN_H

#include "engine/entity_alphabet.h"
#include "engine/entity_chunk.h"

enum {
  CHOICES_MAX = 4096,
  GROUPS_MAX = 8,        /* entities of one match                             */
  MATCH_CHUNKS_MAX = 64, /* longest match; keeps time linear                 */
  MATCH_STEPS_MAX = 8192 /* of one pattern at one place, then it is given up */
};

/* The machine's steps. A set or any takes a chunk; the others take none. */
enum pattern_op {
  STEP_SET,
  STEP_ANY,
  STEP_SPLIT,
  STEP_GO,
  STEP_OPEN,
  STEP_CLOSE,
  STEP_AHEAD,
  STEP_NOT_AHEAD,
  STEP_BEHIND,
  STEP_NOT_BEHIND,
  STEP_DONE
};

typedef struct pattern_step {
  uint8_t op;
  uint8_t lazy;
  uint16_t set; /* class expression, or group                                  */
  uint32_t to;
  uint16_t here, there; /* of a split: sets of symbols that can follow each way */
} pattern_step;
enum { SET_UNSETTLED = 0xFFFF }; /* of a split not come to yet */

typedef struct pattern_code {
  vt_span name;    /* lent by the image */
  uint32_t start;  /* first step                                    */
  uint16_t second; /* set of symbols that the second chunk can have */
  uint8_t types[GROUPS_MAX];
  uint8_t group_count;
} pattern_code;

/* Where to go back to while matching; or what to put back: group < GROUPS_MAX. */
typedef struct pattern_choice {
  uint32_t step, at;
  uint32_t group, old_from, old_to;
} pattern_choice;

typedef struct pattern_set {
  vt_allocator memory;
  const alphabet *letters;
  pattern_step *steps;
  size_t step_count, step_capacity;
  pattern_code *codes;
  size_t code_count, code_capacity;
  uint64_t *first; /* by symbol: which patterns can begin with it */
  size_t first_words;
  uint64_t begins[SYMBOLS_MAX / 64 + 1]; /* symbols that any pattern begins with */
  uint64_t *symbol_sets;                 /* sets of symbols, each once; the first holds all */
  size_t symbol_words, symbol_set_count, symbol_set_capacity;
  struct first_finder *finder; /* finds those sets */
  pattern_choice *choices;     /* places to go back to while matching */
  uint64_t given_up;
} pattern_set;

/* Compile all patterns of the alphabet's dictionaries, the uppermost first. */
vt_status pattern_set_make(pattern_set *set, const alphabet *letters, const vt_allocator *memory,
                           vt_error *err);
void pattern_set_clear(pattern_set *set);

/* A part of making: what each pattern can begin with. */
typedef struct first_finder first_finder;
vt_status pattern_set_find_first(pattern_set *set, vt_error *err);
void pattern_set_forget_first(pattern_set *set);
/* Find what can follow the split each way. */
void pattern_set_settle(pattern_set *set, uint32_t split);

/* A match: groups as chunk numbers, half-open; to == 0: the group took no part. */
typedef struct pattern_match {
  uint32_t end;
  struct {
    uint32_t from, to;
  } groups[GROUPS_MAX];
  const pattern_code *code;
} pattern_match;

/* Is the symbol in the set? Behind the last chunk it is 0, which only the set of
 * all holds. */
static inline bool pattern_set_holds(const pattern_set *s, uint16_t set, uint16_t symbol) {
  return s->symbol_sets[set * s->symbol_words + symbol / 64] >> symbol % 64 & 1;
}

/* Can a match begin with the symbol? */
static inline bool pattern_set_begins(const pattern_set *set, uint16_t symbol) {
  return set->begins[symbol / 64] >> symbol % 64 & 1;
}
/* The first pattern that matches at chunk `at`. */
bool pattern_set_match(pattern_set *set, const chunk_row *row, size_t at, pattern_match *match);

#endif

/* What is only known while symbols are numbered: classes by name, combinations of
 * them, and the class expressions of the patterns. */
#ifndef VT_ENGINE_ENTITY_UNIVERSE_H
#define VT_ENGINE_ENTITY_UNIVERSE_H

#include "engine/entity_alphabet.h"

enum {
  CLASSES_MAX = 512,
  EXPRESSIONS_MAX = 1024,
  COMBINATIONS_MAX = 8192,
  CLASS_SLOTS = CLASSES_MAX * 2,
  CLASS_WORDS = CLASSES_MAX / 64,
  COLUMN_WORDS = COMBINATIONS_MAX / 64
};

typedef struct class_set {
  uint64_t bits[CLASS_WORDS];
} class_set;

/* One bit for each combination. */
typedef struct column {
  uint64_t bits[COLUMN_WORDS];
} column;

typedef struct class_name {
  vt_span name;
  uint32_t letters;
} class_name;

typedef struct universe {
  class_name classes[CLASSES_MAX];
  size_t class_count;
  uint16_t class_slots[CLASS_SLOTS]; /* number + 1 of the class, by hash of its name */
  vt_span expressions[EXPRESSIONS_MAX];
  size_t expression_count;
  class_set combinations[COMBINATIONS_MAX];
  uint16_t symbols[COMBINATIONS_MAX]; /* of each combination */
  size_t combination_count;
  column members[CLASSES_MAX]; /* the combinations that have the class */
} universe;

vt_span span_of(const char *text_cstr);

/* CLASSES_MAX: there is none of that name. */
size_t universe_find_class(const universe *u, vt_span name);
/* Its number, made where it is new; CLASSES_MAX: there is no room. */
size_t universe_add_class(universe *u, vt_span name, uint32_t letters);

/* List the class expressions of the pattern of that name. */
vt_status universe_collect(universe *u, vt_span name, vt_span pattern, vt_error *err);
/* The combinations that are what the expression says. False: it is not right, or
 * names an unknown class. */
bool universe_ask(const universe *u, vt_span expression, column *out);

static inline void set_add(class_set *s, size_t class_) {
  if (class_ < CLASSES_MAX) s->bits[class_ / 64] |= (uint64_t)1 << class_ % 64;
}
static inline bool set_has(const class_set *s, size_t class_) {
  return s->bits[class_ / 64] >> class_ % 64 & 1;
}

#endif

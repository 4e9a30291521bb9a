/* What stands beside a form, in the terms that cues speak of: hashes of words,
 * phrases and short forms, and classes. */
#ifndef VT_ENGINE_NEIGHBOURS_H
#define VT_ENGINE_NEIGHBOURS_H

#include "dict/dictionary.h"
#include "engine/passage.h"
#include "engine/words.h"

enum { SIDE_HASHES = 16 };

typedef struct side {
  uint32_t classes; /* 1u << CLASS_…                               */
  uint32_t count;
  uint32_t hashes[SIDE_HASHES]; /* of phrases and forms                         */
  uint64_t filter;              /* bit hash & 63 of each                        */
  size_t word_start, word_end;  /* the nearest word; equal where there is none  */
} side;

static inline bool side_has(const side *s, uint32_t hash) {
  if (!(s->filter >> (hash & 63) & 1)) return false;
  for (uint32_t i = 0; i < s->count; i++)
    if (s->hashes[i] == hash) return true;
  return false;
}

/* A decided form beside the place, or NULL: its long form counts as words, too. */
typedef struct neighbour_form {
  size_t start, end;
  vt_span long_form;
  unsigned kind;
  bool headed; /* written with a capital behind an organ's head word */
} neighbour_form;

void neighbours_next(word_notes *words, passage *p, size_t end, side *out);
void neighbours_prev(word_notes *words, passage *p, size_t start, const neighbour_form *decided,
                     side *out);
/* Over a joiner on either side; both into one. Empty where no joiner stands. */
void neighbours_with(word_notes *words, passage *p, size_t start, size_t end,
                     const neighbour_form *decided, side *out);

#endif

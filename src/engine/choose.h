/* Choosing among an entry's senses: score = prior + the weights of the cues that
 * fire. The best is sure when it is `margin` ahead of the next and of zero. Where
 * none is, a reading also scores by how well it suits what the text is about. */
#ifndef VT_ENGINE_CHOOSE_H
#define VT_ENGINE_CHOOSE_H

#include "base/memory.h"
#include "engine/match.h"
#include "engine/neighbours.h"
#include "engine/topic.h"

/* Where the form stands. The caches are shared by all forms of a segment. */
typedef struct place {
  const vt_dictionary *dictionary;
  word_notes *words;
  passage *passage;
  size_t start, end;
  const neighbour_form *decided; /* the form before, or NULL */
  topic_sentence *sentence;
  topic_document *document;
  topic_direction *direction; /* of the whole segment; NULL: not to be looked at */
  bool headed;                /* set by fit_case: a field behind an organ's head word */
} place;

typedef struct choice {
  const image_sense *sense; /* the best, or NULL where no sense may be chosen */
  float score, margin;
  float local; /* what its neighbours and zone say for it */
  bool sure;
  /* With details: all senses by score, and the cues of the best. */
  vt_alternative *alternatives;
  size_t alternative_count;
  vt_cue *cues;
  size_t cue_count;
} choice;

/* `details`: an arena to keep alternatives and cues in, or NULL for none. False:
 * no memory. */
bool choose(const place *where, const match *m, bool foreign, arena *details, choice *out);

#endif

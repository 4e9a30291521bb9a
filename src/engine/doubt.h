/* What a form in letters may be instead: a word among words in capitals, a letter of
 * a list where a unit's is possible. */
#ifndef VT_ENGINE_DOUBT_H
#define VT_ENGINE_DOUBT_H

#include "engine/form.h"

/* A form that is also a syllable is a word among words in capitals … */
bool doubt_among_words(form *f);
/* … unless what stands beside it speaks for a sense. */
bool doubt_is_word(form *f, const choice *c);
/* A word that no dictionary knows and that is no form either. */
bool doubt_is_plain_word(form *f);
/* Is the place in a document of the army, behind nothing that letters number? */
bool doubt_is_military(form *f);

#endif

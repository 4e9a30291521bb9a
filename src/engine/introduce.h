/* The style "first": a form is written with its long form once in a document and
 * stands alone afterwards, whatever it is read as later, since a second pair would
 * redefine it. Told in the order of the text when all forms of a segment are
 * decided, and anew whenever one more is. */
#ifndef VT_ENGINE_INTRODUCE_H
#define VT_ENGINE_INTRODUCE_H

#include "engine/decide.h"

/* A segment begins. Nothing here does anything in another style. */
void introduce_begin(decider *d);
/* Decide which of d->shorts are written out; the others' action becomes VT_KEEP. */
void introduce_forms(decider *d, const passage *p);
/* The same for good: what stands alone says so in its reason. */
void introduce_end(decider *d, const passage *p);

#endif

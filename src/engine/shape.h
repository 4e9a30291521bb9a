/* What a word in capitals may be besides a short form. */
#ifndef VT_ENGINE_SHAPE_H
#define VT_ENGINE_SHAPE_H

#include "engine/passage.h"

/* I, V and X only, and a number: XIII, IV. */
bool shape_is_roman(vt_span word);
/* Could it be a Vietnamese syllable without marks (CA, BAN, HAI)? */
bool shape_is_syllable(vt_span word);
/* One capital with a dot, between a name's words: "Trần T. Bình", "V.A". */
bool shape_is_initial(const passage *p, size_t start, size_t end);

#endif

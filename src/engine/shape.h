/* What a word in capitals may be besides a short form. */
#ifndef VT_ENGINE_SHAPE_H
#define VT_ENGINE_SHAPE_H

#include "engine/passage.h"

/* I, V and X only, and a number: XIII, IV. */
bool shape_is_roman(vt_span word);
/* Could it be a Vietnamese syllable without marks (CA, BAN, HAI)? */
bool shape_is_syllable(vt_span word);
/* Does the place follow "điểm", "lớp" …, maybe over other letters of the list? */
bool shape_follows_numbered_part(const passage *p, size_t start);
/* A small letter that numbers something: "điểm a, b và c khoản 2", "c)", "d'Erlon". */
bool shape_is_list_letter(const passage *p, size_t start, size_t end);
/* One capital with a dot, between a name's words: "Trần T. Bình", "V.A". */
bool shape_is_initial(const passage *p, size_t start, size_t end);
/* Does the text speak of the letters, as in “chữ CA”? */
bool shape_is_mention(const passage *p, size_t start);

#endif

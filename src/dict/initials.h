/* Do the capitals of a short form stand for the syllables of a long form?
 * Capitals are looked for in order among the letters that syllables begin with
 * (Tr of "trung"); syllables may be passed over, Đ is not D. Small letters
 * and signs of the form may be anything, and so may a form with digits. */
#ifndef VT_DICT_INITIALS_H
#define VT_DICT_INITIALS_H

#include "viettat.h"

/* False: *letter is the first capital that finds no place. */
bool initials_spell(vt_span form, vt_span long_form, vt_span *letter);

#endif

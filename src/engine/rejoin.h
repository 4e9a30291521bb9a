/* A form that a stray blank has torn in two, as scanned pages have it: "U BND". */
#ifndef VT_ENGINE_REJOIN_H
#define VT_ENGINE_REJOIN_H

#include "engine/match.h"

/* `m` is what match_find left where it found no form. True: together with the next word
 * it is one, and *m is the whole. Sure forms only: both pieces are in capitals and no
 * forms themselves, and the whole has four letters or more and one reading. It begins
 * at `least` or behind: what stands before belongs to another form. */
bool rejoin_find(const vt_dictionary *dictionary, const passage *p, size_t least, match *m);

#endif

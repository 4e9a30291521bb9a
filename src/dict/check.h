/* Advice on an entry that is readable, but hardly meant as it stands. */
#ifndef VT_DICT_CHECK_H
#define VT_DICT_CHECK_H

#include "dict/draft.h"

/* The entry made last, with all its forms and senses. */
void check_entry(draft *d, const draft_entry *entry);

#endif

/* The dictionary that the options ask for. */
#ifndef VT_CLI_DICTIONARY_H
#define VT_CLI_DICTIONARY_H

#include "message.h"
#include "options.h"

/* *owned is to be freed, or NULL. NULL: a fault, and all were listed. */
const vt_dictionary *dictionary_load(const settings *s, output *err, vt_dictionary **owned);
/* Lay the files over `base`. False: every fault was listed. */
bool dictionary_open(const char *const *paths, size_t count, const vt_dictionary *base, output *err,
                     vt_dictionary **out);

/* Are the dictionary's patterns of entities fit for use? False: *failure says why. */
bool dictionary_try(const vt_dictionary *dictionary, vt_error *failure);

#endif

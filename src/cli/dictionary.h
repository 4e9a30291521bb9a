/* The dictionary that the options ask for. */
#ifndef VT_CLI_DICTIONARY_H
#define VT_CLI_DICTIONARY_H

#include "message.h"
#include "options.h"

/* The one below those of -d. */
const vt_dictionary *dictionary_base(const settings *s);
/* *owned is to be freed, or NULL. NULL: a fault, and all were listed. */
const vt_dictionary *dictionary_load(const settings *s, output *err, vt_dictionary **owned);
/* A vt_report that writes to the output in `context`. */
void dictionary_fault(void *context, const vt_error *fault);

#endif

/* "did you mean": the nearest of several words. */
#ifndef VT_CLI_SUGGEST_H
#define VT_CLI_SUGGEST_H

#include <stddef.h>

#include "viettat.h"

typedef struct suggestion {
  vt_span word, nearest; /* nearest.size 0: none near enough */
  size_t distance;
} suggestion;

/* Begin with the word that was written, then offer every word there is. */
suggestion suggestion_for(vt_span word);
void suggestion_offer(suggestion *s, vt_span candidate);

#endif

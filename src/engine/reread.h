/* Second looks at forms that stay because they are ambiguous, in the segment as it
 * reads with the other forms expanded, until nothing changes: what was settled on
 * the right helps the left, and expanding the output again finds nothing new. */
#ifndef VT_ENGINE_REREAD_H
#define VT_ENGINE_REREAD_H

#include "engine/decide.h"

/* Settle what can be among d->shorts. A failure of memory is left in the decider. */
void reread_segment(decider *d, passage *p);

#endif

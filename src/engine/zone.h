/* In what part of the page a form stands. */
#ifndef VT_ENGINE_ZONE_H
#define VT_ENGINE_ZONE_H

#include "dict/dictionary.h"
#include "engine/passage.h"

/* Is the line in a signature block (TM. …, KT. …)? */
bool zone_is_signature(const vt_dictionary *dictionary, passage *p, size_t at);
/* Does the form [start, end) stand in that zone (ZONE_…)? */
bool zone_holds(const vt_dictionary *dictionary, passage *p, size_t start, size_t end,
                unsigned zone);

#endif

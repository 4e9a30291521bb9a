/* All ways of using a dictionary on a text, each as a number, so that what comes of
 * them can be compared: the styles, the formats, the look-ups. */
#ifndef TEST_WAYS_H
#define TEST_WAYS_H

#include "record.h"

enum {
  WAY_STYLES = 4,
  WAY_FORMATS = 7,
  WAY_LOOKUPS = 2,
  WAYS = WAY_STYLES + WAY_FORMATS + WAY_LOOKUPS
};

/* What comes of it; VT_OK, or *out is not to be used. To be cleared in either case. */
vt_status way_use(int way, const vt_dictionary *dictionary, const vt_allocator *memory,
                  const bytes *text, bytes *out);

#endif

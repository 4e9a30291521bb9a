/* The expanded text of a segment: the bytes as they were, with the long forms put
 * in as the style wants. */
#ifndef VT_ENGINE_RENDER_H
#define VT_ENGINE_RENDER_H

#include "base/buffer.h"

/* Append to `out`. False: no memory. */
bool render_segment(const char *text, size_t size, const vt_short *shorts, size_t count,
                    vt_style style, vt_language language, buffer *out);

#endif

/* The expanded text of a segment: the bytes as they were, with the long forms put
 * in as the style wants. */
#ifndef VT_ENGINE_RENDER_H
#define VT_ENGINE_RENDER_H

#include "base/buffer.h"

/* Does the expansion need a blank behind it? The form's dot or slash parted it from
 * the next word ("TP.Huế", "TM/UBND"), and the long form has none. */
bool render_parts(const char *text, size_t size, const vt_short *s);
/* Bytes that the short form's expansion adds in that style (modulo 2^n where it is shorter). */
size_t render_growth(const char *text, size_t size, const vt_short *s, vt_style style);
/* Append to `out`. False: no memory. */
bool render_segment(const char *text, size_t size, const vt_short *shorts, size_t count,
                    vt_style style, vt_language language, buffer *out);

#endif

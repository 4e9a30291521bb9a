/* Filling a caller's vt_error. The first error wins; NULL is fine everywhere. */
#ifndef VT_BASE_ERROR_H
#define VT_BASE_ERROR_H

#include "viettat.h"

/* Returns `status`, so that a failing function ends in `return error_set(…)`. */
vt_status error_set(vt_error *err, vt_status status, vt_position at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void error_source(vt_error *err, const char *name);         /* cut on a code point's border */
vt_status error_relate(vt_error *err, vt_position related); /* returns err->status */

#endif

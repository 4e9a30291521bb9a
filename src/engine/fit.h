/* The case that a long form takes at its place. */
#ifndef VT_ENGINE_FIT_H
#define VT_ENGINE_FIT_H

#include "base/memory.h"
#include "engine/choose.h"

/* `long_form` as it is to be written at the place; in `scratch` where it differs.
 * An empty span: no memory. */
vt_span fit_case(place *where, vt_span long_form, unsigned kind, arena *scratch);

#endif

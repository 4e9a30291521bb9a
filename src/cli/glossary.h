/* The glossary as TBX (ISO 30042:2008, the core structure in martif), the version
 * that OmegaT and most term bases read. No DOCTYPE: readers without the DTD would
 * look for it. */
#ifndef VT_CLI_GLOSSARY_H
#define VT_CLI_GLOSSARY_H

#include "tally.h"

void glossary_write_tbx(output *out, const tally *t);

#endif

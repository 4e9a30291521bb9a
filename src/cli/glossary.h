/* The glossary as TBX-Basic (ISO 30042:2019, elements named by data category
 * in attributes), as term bases read it. */
#ifndef VT_CLI_GLOSSARY_H
#define VT_CLI_GLOSSARY_H

#include "tally.h"

void glossary_write_tbx(output *out, const tally *t);

#endif

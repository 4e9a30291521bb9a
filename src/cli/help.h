/* The two helps, made from the tables. */
#ifndef VT_CLI_HELP_H
#define VT_CLI_HELP_H

#include "options.h"
#include "output.h"

/* -h: one line for every command and option of the command. */
bool help_short(output *out, const settings *s);
/* --help: the same with the whole texts, and the exit codes. */
bool help_whole(output *out, const settings *s);

#endif

/* viettat-pages: the manual and the completions, made when the project is built
 * from the tables that the program reads its command line with. */
#ifndef VT_CLI_PAGES_H
#define VT_CLI_PAGES_H

#include <stdio.h>

#include "cli/options.h"

/* Copy a manual's template; its lines @COMMANDS@ and @OPTIONS@ are replaced. */
int pages_manual(FILE *template, FILE *out);
void pages_bash(FILE *out);
void pages_zsh(FILE *out);
void pages_fish(FILE *out);

/* The values of the option with blanks between; how many. */
size_t pages_values(const option_row *row, FILE *out);
bool pages_takes_file(const option_row *row);
bool pages_takes_list(const option_row *row);

#endif

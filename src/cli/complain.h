/* What is said about a command line that cannot be followed. Each returns false,
 * so that a check can end in it. */
#ifndef VT_CLI_COMPLAIN_H
#define VT_CLI_COMPLAIN_H

#include "options.h"

bool complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* `word` as written; `letter` 0 when it is a long option. */
bool complain_unknown(const char *word, int letter);
bool complain_argument(const option_row *row);    /* it is missing       */
bool complain_no_argument(const option_row *row); /* there should be none */
bool complain_value(const option_row *row, vt_span value);
bool complain_number(const option_row *row, const char *text);
bool complain_command(const option_row *row, const command *wanted);
bool complain_operands(const command *wanted);
/* False, with a message, when `word` is no file and an option's name or much like a command. */
bool complain_if_command(const char *word);

#endif

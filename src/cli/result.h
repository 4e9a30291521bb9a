/* Where the result of a command goes: standard output, or the file of -o. */
#ifndef VT_CLI_RESULT_H
#define VT_CLI_RESULT_H

#include "message.h"
#include "options.h"
#include "target.h"

typedef struct result {
  output out;
  target file;
  bool to_file;
} result;

/* False: it cannot be opened, and a message has said so. */
bool result_open(result *r, const settings *s, output *err);
/* Write what is held back, close, and let the file take its place. The exit code
 * so far, or EXIT_OUTPUT when that fails. */
exit_code result_close(result *r, output *err, exit_code so_far);

/* Whether what goes there is dressed in colour. */
bool color_for(const settings *s, int fd);

#endif

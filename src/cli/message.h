/* What the program says on standard error, and how it ends. */
#ifndef VT_CLI_MESSAGE_H
#define VT_CLI_MESSAGE_H

#include "output.h"
#include "viettat.h"

typedef enum exit_code {
  EXIT_DONE = 0,
  EXIT_FOUND = 1, /* lint, scan --fail-on, lookup: a check found something */
  EXIT_USAGE = 2, /* command line or dictionary                            */
  EXIT_INPUT = 3, /* some input failed, the rest was done                  */
  EXIT_OUTPUT = 4 /* output failed                                         */
} exit_code;

/* Write "viettat: …" and a newline to `err` in one piece. */
void message(output *err, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Write a fault with its place, FILE:LINE:COL: what; what to do. */
void message_fault(output *err, const vt_error *fault);
/* Say why the file `what` cannot be read, in the words of the library; `error` is errno. */
void message_unreadable(output *err, const char *what, int error);
/* Dress the program's name. Before any thread starts. */
void message_color(bool on);

/* FILE, FILE:LINE or FILE:LINE:COL, whatever is known, with ": " behind it. */
void place_write(output *out, const char *source, vt_position at);

#endif

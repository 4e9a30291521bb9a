#include "result.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RESULT_BYTES = 64 * 1024 };

static void say(output *err, const char *name, int reason) {
  const char *what = reason == ENOSPC  ? "make room or write elsewhere"
                     : reason == EBADF ? "it is closed; redirect it to a file or /dev/null"
                                       : "the output is not complete";
  message(err, "%s: cannot be written: %s; %s", name, strerror(reason), what);
}

bool result_open(result *r, const settings *s, output *err) {
  const char *name = s->output;
  if (name && (strcmp(name, "-") == 0 || strcmp(name, "/dev/stdout") == 0)) name = NULL;
  r->to_file = name != NULL;
  if (name && !target_open(&r->file, name, s->lines)) {
    message(err, "%s: cannot be written: %s; choose another name or folder", name, strerror(errno));
    return false;
  }
  if (output_open(&r->out, name ? r->file.fd : STDOUT_FILENO, name ? name : "standard output",
                  RESULT_BYTES))
    return true;
  if (name) target_abandon(&r->file);
  message(err, "no memory left");
  return false;
}

exit_code result_close(result *r, output *err, exit_code so_far) {
  output_flush(&r->out);
  int reason = r->out.error;
  if (r->to_file && reason) target_abandon(&r->file);
  if (r->to_file && !reason && !target_commit(&r->file, NULL)) reason = errno;
  if (!r->to_file && close(STDOUT_FILENO) != 0 && !reason) reason = errno;
  if (reason) say(err, r->out.name, reason);
  output_close(&r->out);
  return reason ? EXIT_OUTPUT : so_far;
}

bool color_for(const settings *s, int fd) {
  if (s->color != COLOR_AUTO) return s->color == COLOR_ALWAYS;
  const char *refused = getenv("NO_COLOR");
  return isatty(fd) && !(refused && *refused);
}

#include "message.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *prefix = "viettat: ";

void message_color(bool on) { prefix = on ? "\033[1mviettat:\033[0m " : "viettat: "; }

/* A message longer than the piece is cut; names of files are at most 4 KiB. */
void message(output *err, const char *format, ...) {
  char piece[8192];
  va_list arguments;
  va_start(arguments, format);
  int size = vsnprintf(piece, sizeof piece, format, arguments);
  va_end(arguments);
  if (size < 0) return;
  output_text(err, prefix);
  output_text(err, piece);
  output_text(err, "\n");
  if (!err->turn) output_flush(err);
}

void message_unreadable(output *err, const char *what, int error) {
  if (error == EISDIR) message(err, "%s: is a folder; name the files in it", what);
  else if (error == ENOENT || error == ENOTDIR)
    message(err, "%s: there is no such file; check the name", what);
  else if (error == EACCES) message(err, "%s: may not be read; check its permissions", what);
  else message(err, "%s: cannot be read: %s", what, strerror(error));
}

void place_write(output *out, const char *source, vt_position at) {
  output_text(out, source);
  if (at.line) output_format(out, ":%zu", at.line);
  if (at.line && at.column_cp) output_format(out, ":%zu", at.column_cp);
  output_text(out, ": ");
}

void message_fault(output *err, const vt_error *fault) {
  output_text(err, prefix);
  if (fault->source[0]) place_write(err, fault->source, fault->at);
  output_text(err, fault->message[0] ? fault->message : vt_status_text(fault->status));
  output_text(err, "\n");
  if (!err->turn) output_flush(err);
}

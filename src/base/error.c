#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Take the torn rest of a code point off the end of a cut text. */
static void trim_to_code_point(char *text) {
  size_t size = strlen(text), back = 0;
  while (back < size && back < 3 && ((unsigned char)text[size - 1 - back] & 0xC0) == 0x80) back++;
  if (back >= size) return;
  unsigned char lead = (unsigned char)text[size - 1 - back];
  size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (wanted != back + 1 && lead >= 0xC0) text[size - 1 - back] = '\0';
}

vt_status error_set(vt_error *err, vt_status status, vt_position at, const char *format, ...) {
  if (!err || err->status != VT_OK) return status;
  err->status = status;
  err->at = at;
  va_list arguments;
  va_start(arguments, format);
  int size = vsnprintf(err->message, sizeof err->message, format, arguments);
  va_end(arguments);
  if (size >= (int)sizeof err->message) trim_to_code_point(err->message);
  return status;
}

void error_source(vt_error *err, const char *name) {
  if (!err || !name) return;
  int size = snprintf(err->source, sizeof err->source, "%s", name);
  if (size >= (int)sizeof err->source) trim_to_code_point(err->source);
}

vt_status error_relate(vt_error *err, vt_position related) {
  if (!err) return VT_ERR_DICTIONARY;
  err->related = related;
  return err->status;
}

const char *vt_status_text(vt_status status) {
  switch (status) {
  case VT_OK: return "no error";
  case VT_ERR_MEMORY: return "out of memory";
  case VT_ERR_ARGUMENT: return "unusable argument";
  case VT_ERR_READ: return "cannot read";
  case VT_ERR_WRITE: return "cannot write";
  case VT_ERR_DICTIONARY: return "fault in a dictionary";
  case VT_ERR_IMAGE: return "damaged dictionary image";
  case VT_ERR_LIMIT: return "limit reached";
  case VT_ERR_STOPPED: return "stopped by a callback";
  case VT_ERR_UNKNOWN_FORMAT: return "unknown format";
  }
  return "unknown status";
}

#include "field.h"

#include <string.h>

static bool is_control(char c) { return (unsigned char)c < 0x20 || c == 0x7F; }

void field_clean(output *out, vt_span text) {
  size_t begin = 0;
  for (size_t i = 0; i < text.size; i++) {
    if (!is_control(text.text[i])) continue;
    output_write(out, text.text + begin, i - begin);
    output_text(out, " ");
    begin = i + 1;
  }
  if (begin < text.size) output_span(out, (vt_span){text.text + begin, text.size - begin});
}

static bool needs_quotes(vt_span text) {
  for (size_t i = 0; i < text.size; i++)
    if (memchr(",\"\r\n", text.text[i], 4)) return true;
  return false;
}

void field_csv(output *out, vt_span text) {
  if (!needs_quotes(text)) {
    output_span(out, text);
    return;
  }
  output_text(out, "\"");
  for (size_t i = 0; i < text.size; i++) {
    if (text.text[i] == '"') output_text(out, "\"");
    output_write(out, text.text + i, 1);
  }
  output_text(out, "\"");
}

void field_yaml(output *out, vt_span text) {
  output_text(out, "\"");
  for (size_t i = 0; i < text.size; i++) {
    char c = text.text[i];
    if (c == '"' || c == '\\') output_format(out, "\\%c", c);
    else if (is_control(c)) output_format(out, "\\x%02X", (unsigned)(unsigned char)c);
    else output_write(out, &c, 1);
  }
  output_text(out, "\"");
}

void field_xml(output *out, vt_span text) {
  for (size_t i = 0; i < text.size; i++) {
    char c = text.text[i];
    if (c == '&') output_text(out, "&amp;");
    else if (c == '<') output_text(out, "&lt;");
    else if (c == '>') output_text(out, "&gt;");
    else if (c == '"') output_text(out, "&quot;");
    else output_write(out, is_control(c) ? " " : &c, 1);
  }
}

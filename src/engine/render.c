#include "engine/render.h"

#include <string.h>

#include "text/unicode.h"

static bool append_both(buffer *out, vt_span outer, vt_span inner) {
  return buffer_append_span(out, outer) && buffer_append(out, " (", 2) &&
         buffer_append_span(out, inner) && buffer_append_byte(out, ')');
}

static bool append_short(vt_span surface, const vt_short *s, vt_style style, vt_language language,
                         buffer *out) {
  vt_span words = language == VT_ENGLISH && s->english.size ? s->english : s->long_form;
  switch (style) {
  case VT_STYLE_REPLACE: return buffer_append_span(out, words);
  case VT_STYLE_FIRST:
  case VT_STYLE_PAREN: return append_both(out, words, surface);
  case VT_STYLE_GLOSS: return append_both(out, surface, words);
  }
  return false;
}

bool render_parts(const char *text, size_t size, const vt_short *s) {
  size_t length;
  if (s->end >= size || (text[s->end - 1] != '.' && text[s->end - 1] != '/')) return false;
  uint32_t c = utf8_decode(text + s->end, size - s->end, &length);
  return unicode_is_letter(c) || unicode_is_digit(c);
}

size_t render_growth(const char *text, size_t size, const vt_short *s, vt_style style) {
  size_t parts = render_parts(text, size, s);
  if (style == VT_STYLE_REPLACE) return s->long_form.size - (s->end - s->start) + parts;
  return s->long_form.size + strlen(" ()") + parts;
}

bool render_segment(const char *text, size_t size, const vt_short *shorts, size_t count,
                    vt_style style, vt_language language, buffer *out) {
  size_t done = 0;
  for (size_t i = 0; i < count; i++) {
    const vt_short *s = &shorts[i];
    if (s->action != VT_EXPAND) continue;
    vt_span surface = {text + s->start, s->end - s->start};
    if (!buffer_append(out, text + done, s->start - done) ||
        !append_short(surface, s, style, language, out) ||
        (render_parts(text, size, s) && !buffer_append_byte(out, ' ')))
      return false;
    done = s->end;
  }
  return buffer_append(out, text + done, size - done);
}

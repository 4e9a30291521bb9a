/* JSON Lines: one object a segment (design of the fields: README, "Formats"). The
 * text is valid UTF-8: each invalid byte becomes U+FFFD and is named under
 * "invalid" as [byte offset, length]. */
#include <string.h>

#include "text/unicode.h"
#include "write/writer.h"

/* A JSON string, quotes included. */
static bool append_string(buffer *out, vt_span s) {
  if (!buffer_reserve(out, s.size + 2) || !buffer_append_byte(out, '"')) return false;
  size_t done = 0;
  for (size_t at = 0, length; at < s.size; at += length) {
    unsigned char c = (unsigned char)s.text[at];
    bool valid = utf8_valid_at(s.text + at, s.size - at, &length);
    if (valid && c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) continue;
    if (!buffer_append(out, s.text + done, at - done)) return false;
    done = at + length;
    bool added;
    if (!valid) added = buffer_append_cstr(out, "\xEF\xBF\xBD");
    else if (c == '"' || c == '\\') added = buffer_append_format(out, "\\%c", c);
    else if (c == '\n') added = buffer_append_cstr(out, "\\n");
    else added = buffer_append_format(out, "\\u%04x", c);
    if (!added) return false;
  }
  return buffer_append(out, s.text + done, s.size - done) && buffer_append_byte(out, '"');
}

static bool append_field(buffer *out, const char *name, vt_span value) {
  return buffer_append_format(out, ",\"%s\":", name) && append_string(out, value);
}

static bool append_range(buffer *out, counter *c, size_t start, size_t end) {
  size_t from = counter_to(c, start);
  return buffer_append_format(out, "{\"start\":%zu,\"end\":%zu", from, counter_to(c, end));
}

static vt_span cstr(const char *text) { return (vt_span){text, strlen(text)}; }

static bool append_alternatives(buffer *out, const vt_short *s) {
  if (!buffer_append_cstr(out, ",\"alternatives\":[")) return false;
  bool first = true;
  for (size_t i = 0; i < s->alternative_count; i++) {
    const vt_alternative *a = &s->alternatives[i];
    if (s->action == VT_EXPAND && a->long_form.size == s->plain.size &&
        memcmp(a->long_form.text, s->plain.text, s->plain.size) == 0)
      continue;
    if (!buffer_append_cstr(out, first ? "{\"long\":" : ",{\"long\":") ||
        !append_string(out, a->long_form) ||
        !buffer_append_format(out, ",\"score\":%.2f}", (double)a->score))
      return false;
    first = false;
  }
  return buffer_append_byte(out, ']');
}

static bool append_short(buffer *out, const vt_segment *segment, counter *c, const vt_short *s) {
  vt_span surface = {segment->text + s->start, s->end - s->start};
  if (!append_range(out, c, s->start, s->end) || !append_field(out, "surface", surface) ||
      !append_field(out, "action", cstr(s->action == VT_EXPAND ? "expand" : "keep")))
    return false;
  if (s->action == VT_EXPAND &&
      (!append_field(out, "long", s->long_form) || !append_field(out, "english", s->english) ||
       !append_field(out, "sense", s->plain) || !append_field(out, "kind", s->kind) ||
       !append_field(out, "domain", s->domain)))
    return false;
  if (!append_field(out, "entry", s->entry) ||
      !append_field(out, "reason", cstr(vt_reason_text(s->reason))) ||
      !buffer_append_format(out, ",\"confidence\":%.2f", (double)s->confidence))
    return false;
  return append_alternatives(out, s) && buffer_append_byte(out, '}');
}

static bool append_entity(buffer *out, const vt_segment *segment, counter *c, const vt_entity *e) {
  vt_span surface = {segment->text + e->start, e->end - e->start};
  if (!append_range(out, c, e->start, e->end) || !append_field(out, "surface", surface) ||
      !append_field(out, "type", cstr(vt_entity_type_text(e->type))) ||
      !append_field(out, "normal", e->normal.size ? e->normal : surface))
    return false;
  if (e->code.size && !append_field(out, "code", e->code)) return false;
  if (e->detail.size && !append_field(out, "detail", e->detail)) return false;
  return buffer_append_byte(out, '}');
}

static bool append_invalid(buffer *out, const vt_segment *segment) {
  bool first = true;
  for (size_t at = 0, length; at < segment->size; at += length) {
    if (utf8_valid_at(segment->text + at, segment->size - at, &length)) continue;
    if (!buffer_append_format(out, "%s[%zu,1]", first ? ",\"invalid\":[" : ",", at)) return false;
    first = false;
  }
  return first || buffer_append_byte(out, ']');
}

static bool jsonl_segment(vt_writer *w, const vt_segment *segment) {
  buffer *out = &w->out;
  counter c;
  if (!buffer_append_cstr(out, "{\"doc\":") || !append_string(out, buffer_span(&w->document)) ||
      !buffer_append_format(out, ",\"offset\":%llu,\"line\":%llu,\"unit\":\"%s\",\"text\":",
                            (unsigned long long)segment->offset, (unsigned long long)segment->line,
                            unit_name(w->options.unit)) ||
      !append_string(out, (vt_span){segment->text, segment->size}) ||
      !append_invalid(out, segment) || !buffer_append_cstr(out, ",\"shorts\":["))
    return false;
  counter_init(&c, segment, w->options.unit);
  for (size_t i = 0; i < segment->short_count; i++)
    if ((i && !buffer_append_byte(out, ',')) || !append_short(out, segment, &c, &segment->shorts[i]))
      return false;
  if (!buffer_append_cstr(out, "],\"entities\":[")) return false;
  counter_init(&c, segment, w->options.unit);
  for (size_t i = 0; i < segment->entity_count; i++)
    if ((i && !buffer_append_byte(out, ',')) ||
        !append_entity(out, segment, &c, &segment->entities[i]))
      return false;
  return buffer_append_cstr(out, "]}\n");
}

const format FORMAT_JSONL = {.name = "jsonl", .segment = jsonl_segment};

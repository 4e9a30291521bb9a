#include "engine/entity_normal.h"

#include <string.h>

#include "engine/render.h"
#include "text/unicode.h"

/* Nothing but letters, marks and single spaces? */
static bool is_plain(const char *text, size_t start, size_t end) {
  bool blank = false;
  for (size_t at = start; at < end; at++) {
    bool space = text[at] == ' ';
    if ((unsigned char)text[at] < ' ' || (space && blank)) return false;
    blank = space;
  }
  return true;
}

/* The shorts from *next on that lie in [start, end), and the bytes between them,
 * blanks and line breaks as one space each. Empty: it stands like that already. */
static bool write_out(const normal_input *in, size_t *next, vt_entity *e) {
  while (*next < in->short_count && in->shorts[*next].end <= e->start) ++*next;
  size_t room = e->end - e->start;
  bool shorts = *next < in->short_count && in->shorts[*next].start < e->end;
  if (!shorts && is_plain(in->text.text, e->start, e->end)) return true;
  for (size_t i = *next; i < in->short_count && in->shorts[i].start < e->end; i++)
    room += in->shorts[i].long_form.size;
  char *out = arena_take(in->scratch, room + 1);
  if (!out) return false;
  size_t size = 0, at = e->start, s = *next;
  bool changed = false, blank = false;
  while (at < e->end) {
    while (s < in->short_count && in->shorts[s].end <= at) s++;
    const vt_short *here = s < in->short_count && in->shorts[s].start == at ? &in->shorts[s] : NULL;
    if (here && here->action == VT_EXPAND && here->end <= e->end) {
      if (blank) out[size++] = ' ';
      if (here->long_form.size) memcpy(out + size, here->long_form.text, here->long_form.size);
      size += here->long_form.size;
      at = here->end;
      blank = render_parts(in->text.text, in->text.size, here);
      changed = true;
      continue;
    }
    char c = in->text.text[at++];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      changed |= blank || c != ' ';
      blank = true;
      continue;
    }
    if (blank) out[size++] = ' ';
    blank = false;
    out[size++] = c;
  }
  if (changed) e->normal = (vt_span){out, size};
  return true;
}

static vt_span written(const normal_input *in, const vt_entity *e) {
  return e->normal.size ? e->normal : (vt_span){in->text.text + e->start, e->end - e->start};
}

static bool fill_date(const normal_input *in, vt_entity *e) {
  char iso[40];
  size_t size = normal_date(written(in, e), iso);
  if (!size) return true;
  char *kept = arena_take(in->scratch, size);
  if (!kept) return false;
  memcpy(kept, iso, size);
  e->normal = (vt_span){kept, size};
  return true;
}

bool normal_fill(const normal_input *in, vt_entity *entities, size_t count) {
  size_t next = 0;
  for (size_t i = 0; i < count; i++) {
    vt_entity *e = &entities[i];
    if (!write_out(in, &next, e)) return false;
    if (e->type == VT_DATE && !fill_date(in, e)) return false;
    if (e->type == VT_DOC && !normal_document(in, written(in, e), &e->detail)) return false;
  }
  return normal_places(in, entities, count);
}

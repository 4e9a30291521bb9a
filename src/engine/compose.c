/* A pattern is a row of part names and quoted literals; it must use the whole form.
 * Alternatives of a part (TP or T) are tried longest first. Forms and patterns are
 * short: at most MAX_PARTS parts, each with a handful of alternatives. */
#include "engine/compose.h"

#include <string.h>

#include "text/unicode.h"

enum { MAX_PARTS = 5, MAX_KEY_BYTES = 24, MAX_NUMBER_DIGITS = 4 };

typedef struct piece {
  vt_span name;      /* of the part, or the literal */
  vt_span long_form; /* chosen                      */
  bool literal;
} piece;

typedef struct attempt {
  const image_header *image;
  piece pieces[MAX_PARTS];
  size_t count;
} attempt;

static bool is_span(vt_span s, const char *text) {
  return s.size == strlen(text) && memcmp(s.text, text, s.size) == 0;
}

/* Split a pattern at its blanks; "literals" stand in quotes. */
static bool read_pattern(vt_span pattern, attempt *a) {
  a->count = 0;
  for (size_t at = 0; at < pattern.size;) {
    if (pattern.text[at] == ' ') {
      at++;
      continue;
    }
    size_t end = at;
    while (end < pattern.size && pattern.text[end] != ' ') end++;
    if (a->count == MAX_PARTS) return false;
    piece *made = &a->pieces[a->count++];
    bool literal = pattern.text[at] == '"' && end - at >= 2;
    *made = (piece){{pattern.text + at + literal, end - at - 2u * literal}, {NULL, 0}, literal};
    at = end;
  }
  return a->count > 0;
}

static int part_number(vt_span name) {
  for (unsigned i = 0; i < PART_COUNT; i++)
    if (is_span(name, term_part_name(i))) return (int)i;
  return -1;
}

static bool match_pieces(attempt *a, size_t index, vt_span rest);

static bool match_number(attempt *a, size_t index, vt_span rest) {
  size_t digits = 0;
  while (digits < rest.size && rest.text[digits] >= '0' && rest.text[digits] <= '9') digits++;
  if (digits == 0 || digits > MAX_NUMBER_DIGITS) return false;
  if (digits + 1 == rest.size && rest.text[digits] >= 'A' && rest.text[digits] <= 'D') digits++; /* 1A */
  a->pieces[index].long_form = (vt_span){rest.text, digits};
  return match_pieces(a, index + 1, (vt_span){rest.text + digits, rest.size - digits});
}

static bool starts_with(vt_span s, vt_span start) {
  return s.size >= start.size && memcmp(s.text, start.text, start.size) == 0;
}

static bool match_part(attempt *a, size_t index, vt_span rest, unsigned part) {
  const image_part *parts = image_items(a->image, SECTION_PARTS);
  uint32_t count = image_count(a->image, SECTION_PARTS);
  for (size_t size = rest.size; size > 0; size--) { /* the longest alternative first */
    for (uint32_t i = 0; i < count; i++) {
      vt_span text = image_text(a->image, parts[i].text);
      if (parts[i].part != part || text.size != size || !starts_with(rest, text)) continue;
      a->pieces[index].long_form = image_text(a->image, parts[i].long_form);
      if (match_pieces(a, index + 1, (vt_span){rest.text + size, rest.size - size})) return true;
    }
  }
  return false;
}

static bool match_pieces(attempt *a, size_t index, vt_span rest) {
  if (index == a->count) return rest.size == 0;
  piece *p = &a->pieces[index];
  if (p->literal)
    return starts_with(rest, p->name) &&
           match_pieces(a, index + 1,
                        (vt_span){rest.text + p->name.size, rest.size - p->name.size});
  int part = part_number(p->name);
  if (part < 0) return false;
  if (part == PART_NUMBER) return match_number(a, index, rest);
  return match_part(a, index, rest, (unsigned)part);
}

static const piece *named_piece(const attempt *a, vt_span name) {
  for (size_t i = 0; i < a->count; i++)
    if (!a->pieces[i].literal && a->pieces[i].name.size == name.size &&
        memcmp(a->pieces[i].name.text, name.text, name.size) == 0)
      return &a->pieces[i];
  return NULL;
}

/* "[unit] bộ binh [number]" with the pieces put in. */
static vt_span write_long_form(const attempt *a, vt_span form, arena *scratch) {
  size_t room = form.size + 1;
  for (size_t i = 0; i < a->count; i++) room += a->pieces[i].long_form.size;
  char *out = arena_take(scratch, room);
  if (!out) return (vt_span){NULL, 0};
  size_t n = 0;
  for (size_t at = 0; at < form.size;) {
    const char *close = form.text[at] == '[' ? memchr(form.text + at, ']', form.size - at) : NULL;
    const piece *p = NULL;
    if (close) p = named_piece(a, (vt_span){form.text + at + 1, (size_t)(close - form.text) - at - 1});
    if (!p || n + p->long_form.size + (form.size - at) > room) {
      out[n++] = form.text[at++];
      continue;
    }
    memcpy(out + n, p->long_form.text, p->long_form.size);
    n += p->long_form.size;
    at = (size_t)(close - form.text) + 1;
  }
  return (vt_span){out, n};
}

bool compose(const vt_dictionary *dictionary, vt_span key, arena *scratch, composed *out) {
  if (key.size == 0 || key.size > MAX_KEY_BYTES) return false;
  for (const vt_dictionary *d = dictionary; d; d = d->base) {
    attempt a = {.image = d->image};
    const image_composition *rows = image_items(d->image, SECTION_COMPOSITIONS);
    for (uint32_t i = 0; i < image_count(d->image, SECTION_COMPOSITIONS); i++) {
      if (!read_pattern(image_text(d->image, rows[i].pattern), &a)) continue;
      if (!match_pieces(&a, 0, key)) continue;
      out->long_form = write_long_form(&a, image_text(d->image, rows[i].long_form), scratch);
      out->kind = image_text(d->image, rows[i].kind);
      out->sure = (rows[i].flags & COMPOSITION_SURE) != 0;
      out->military = (rows[i].flags & COMPOSITION_MILITARY) != 0;
      return out->long_form.size > 0;
    }
  }
  return false;
}

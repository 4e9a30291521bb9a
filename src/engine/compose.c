/* A pattern is a row of part names and quoted literals; it must use the whole form.
 * Alternatives of a part (TP or T) are tried longest first. Forms and patterns are
 * short: at most COMPOSE_PARTS parts, each with a handful of alternatives. */
#include "engine/compose.h"

#include <string.h>

enum { MAX_KEY_BYTES = 24, MAX_NUMBER_DIGITS = 4 };

static bool is_span(vt_span s, const char *text) {
  return s.size == strlen(text) && memcmp(s.text, text, s.size) == 0;
}

static bool starts_with(vt_span s, vt_span start) {
  return s.size >= start.size && memcmp(s.text, start.text, start.size) == 0;
}

static vt_span behind(vt_span s, size_t bytes) { return (vt_span){s.text + bytes, s.size - bytes}; }

/* ---------------------------------------------------------- patterns -- */

static bool read_piece(vt_span word, compose_piece *out) {
  if (word.size >= 2 && word.text[0] == '"') {
    *out = (compose_piece){{word.text + 1, word.size - 2}, 0};
    return word.size > 2;
  }
  for (unsigned i = 0; i < PART_COUNT; i++) {
    if (!is_span(word, term_part_name(i))) continue;
    *out = (compose_piece){{NULL, 0}, (uint8_t)i};
    return true;
  }
  return false;
}

/* Split a pattern at its blanks. */
static bool read_row(const image_header *image, const image_composition *row, compose_row *out) {
  vt_span pattern = image_text(image, row->pattern);
  *out = (compose_row){.image = image, .row = row};
  for (size_t at = 0, end; at < pattern.size; at = end + 1) {
    for (end = at; end < pattern.size && pattern.text[end] != ' '; end++) continue;
    if (end == at) continue;
    if (out->count == COMPOSE_PARTS) return false;
    if (!read_piece((vt_span){pattern.text + at, end - at}, &out->pieces[out->count++]))
      return false;
  }
  return out->count > 0;
}

static void may_begin(composer *c, unsigned char byte) {
  c->first[byte >> 6] |= UINT64_C(1) << (byte & 63);
}

static void note_first_bytes(composer *c, const compose_row *row) {
  const compose_piece *p = &row->pieces[0];
  if (p->literal.size) may_begin(c, (unsigned char)p->literal.text[0]);
  const image_part *parts = image_items(row->image, SECTION_PARTS);
  for (uint32_t i = 0; i < image_count(row->image, SECTION_PARTS); i++)
    if (!p->literal.size && parts[i].part == p->part)
      may_begin(c, (unsigned char)image_text(row->image, parts[i].text).text[0]);
}

void composer_init(composer *c, const vt_dictionary *dictionary) {
  *c = (composer){0};
  for (const vt_dictionary *d = dictionary; d; d = d->base) {
    const image_composition *rows = image_items(d->image, SECTION_COMPOSITIONS);
    for (uint32_t i = 0; i < image_count(d->image, SECTION_COMPOSITIONS); i++) {
      if (c->count == COMPOSE_ROWS || !read_row(d->image, &rows[i], &c->rows[c->count])) continue;
      note_first_bytes(c, &c->rows[c->count++]);
    }
  }
}

/* ---------------------------------------------------------- matching -- */

typedef struct attempt {
  const compose_row *row;
  vt_span long_forms[COMPOSE_PARTS];
} attempt;

static bool match_pieces(attempt *a, size_t index, vt_span rest);

/* "95", and "1A" at the form's end. */
static bool match_number(attempt *a, size_t index, vt_span rest) {
  size_t digits = 0;
  while (digits < rest.size && rest.text[digits] >= '0' && rest.text[digits] <= '9') digits++;
  if (digits == 0 || digits > MAX_NUMBER_DIGITS) return false;
  if (digits + 1 == rest.size && rest.text[digits] >= 'A' && rest.text[digits] <= 'D') digits++;
  a->long_forms[index] = (vt_span){rest.text, digits};
  return match_pieces(a, index + 1, behind(rest, digits));
}

/* The first part of that class that begins with the byte, or one behind: parts are
 * sorted by class, then text. */
static uint32_t first_part(const image_header *image, unsigned part, unsigned char byte) {
  const image_part *parts = image_items(image, SECTION_PARTS);
  uint32_t low = 0, high = image_count(image, SECTION_PARTS);
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    const image_part *p = &parts[middle];
    bool before =
        p->part != part ? p->part < part : (unsigned char)image_text(image, p->text).text[0] < byte;
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* A longer alternative stands behind the shorter one it begins with, so going back
 * tries the longest first. */
static bool match_part(attempt *a, size_t index, vt_span rest, unsigned part) {
  const image_header *image = a->row->image;
  const image_part *parts = image_items(image, SECTION_PARTS);
  if (rest.size == 0) return false;
  unsigned char byte = (unsigned char)rest.text[0];
  uint32_t first = first_part(image, part, byte), last = first;
  while (last < image_count(image, SECTION_PARTS) && parts[last].part == part &&
         (unsigned char)image_text(image, parts[last].text).text[0] == byte)
    last++;
  while (last-- > first) {
    vt_span text = image_text(image, parts[last].text);
    if (!starts_with(rest, text)) continue;
    a->long_forms[index] = image_text(image, parts[last].long_form);
    if (match_pieces(a, index + 1, behind(rest, text.size))) return true;
  }
  return false;
}

static bool match_pieces(attempt *a, size_t index, vt_span rest) {
  if (index == a->row->count) return rest.size == 0;
  const compose_piece *p = &a->row->pieces[index];
  if (p->literal.size)
    return starts_with(rest, p->literal) &&
           match_pieces(a, index + 1, behind(rest, p->literal.size));
  return p->part == PART_NUMBER ? match_number(a, index, rest)
                                : match_part(a, index, rest, p->part);
}

/* The long form of the part that is named in brackets, or NULL. */
static const vt_span *named_part(const attempt *a, vt_span name) {
  for (size_t i = 0; i < a->row->count; i++)
    if (!a->row->pieces[i].literal.size && is_span(name, term_part_name(a->row->pieces[i].part)))
      return &a->long_forms[i];
  return NULL;
}

/* "[unit] bộ binh [number]" with the pieces put in. */
static vt_span write_long_form(const attempt *a, arena *scratch) {
  vt_span form = image_text(a->row->image, a->row->row->long_form);
  size_t room = form.size + 1, n = 0;
  for (size_t i = 0; i < a->row->count; i++) room += a->long_forms[i].size;
  char *out = arena_take(scratch, room);
  if (!out) return (vt_span){NULL, 0};
  for (size_t at = 0; at < form.size;) {
    const char *close = form.text[at] == '[' ? memchr(form.text + at, ']', form.size - at) : NULL;
    const vt_span *part = NULL;
    if (close)
      part = named_part(a, (vt_span){form.text + at + 1, (size_t)(close - form.text) - at - 1});
    if (!part || n + part->size + (form.size - at) > room) {
      out[n++] = form.text[at++];
      continue;
    }
    memcpy(out + n, part->text, part->size);
    n += part->size;
    at = (size_t)(close - form.text) + 1;
  }
  return (vt_span){out, n};
}

/* Parts are written in ASCII, Đ and Ư. */
static bool is_plain(vt_span key) {
  for (size_t i = 0; i < key.size; i++) {
    unsigned char b = (unsigned char)key.text[i];
    if (b >= 0x80 && b != 0xC4 && b != 0xC6 && b != 0x90 && b != 0xAF && b != 0x91) return false;
  }
  return true;
}

bool compose(const composer *c, vt_span key, arena *scratch, composed *out) {
  if (key.size < 2 || key.size > MAX_KEY_BYTES) return false;
  unsigned char first = (unsigned char)key.text[0];
  if (!(c->first[first >> 6] >> (first & 63) & 1) || !is_plain(key)) return false;
  for (size_t i = 0; i < c->count; i++) {
    attempt a = {.row = &c->rows[i]};
    if (!match_pieces(&a, 0, key)) continue;
    const image_composition *row = a.row->row;
    out->long_form = write_long_form(&a, scratch);
    out->kind = image_text(a.row->image, row->kind);
    out->sure = (row->flags & COMPOSITION_SURE) != 0;
    out->military = (row->flags & COMPOSITION_MILITARY) != 0;
    return out->long_form.size > 0;
  }
  return false;
}

#include "engine/zone.h"

#include <string.h>

#include "engine/match.h"
#include "text/unicode.h"

enum { BRACKET_REACH = 160, RECIPIENTS_REACH = 1500, LABEL_REACH = 40, HEADING_BYTES = 120 };

static bool in_bracket(passage *p, size_t start) {
  if (!passage_has_bracket(p)) return false;
  size_t least = start - p->line_start > BRACKET_REACH ? start - BRACKET_REACH : p->line_start;
  for (size_t at = start; at > least; at--) {
    if (p->text[at - 1] == ')') return false;
    if (p->text[at - 1] == '(') return true;
  }
  return false;
}

static size_t find_recipients(const passage *p) {
  static const char HEAD[] = "Nơi nhận";
  size_t size = sizeof HEAD - 1;
  for (size_t at = 0; at + size <= p->size; at++) {
    const char *found = memchr(p->text + at, 'N', p->size - at);
    if (!found) break;
    at = (size_t)(found - p->text);
    if (at + size <= p->size && memcmp(found, HEAD, size) == 0) return at;
  }
  return SIZE_MAX;
}

/* Below "Nơi nhận:" in this segment. */
static bool in_recipients(passage *p, size_t start) {
  if (!p->recipients_sought) p->recipients = find_recipients(p);
  p->recipients_sought = true;
  return start > p->recipients && start - p->recipients < RECIPIENTS_REACH;
}

/* A list item's name: "- PT: xe máy"; at a line's or item's start, colon close by. */
static bool is_label(const passage *p, size_t start, size_t end) {
  size_t body = passage_list_mark(p, p->line_start, p->line_end);
  if (passage_skip(p, body, false) != start) return false;
  for (size_t at = end; at < p->line_end && at - end < LABEL_REACH; at++) {
    if (p->text[at] == ':') return true;
    if (p->text[at] == '.' || p->text[at] == ';' || p->text[at] == ',') return false;
  }
  return false;
}

static bool line_signs(const vt_dictionary *dictionary, const passage *p, size_t start) {
  match m;
  size_t at = passage_skip(p, start, false);
  if (at >= p->size || !match_find(dictionary, p, at, &m)) return false;
  const image_sense *senses = entry_senses(m.image, m.entry);
  for (uint32_t i = 0; i < m.entry->sense_count; i++)
    if (senses[i].kind == KIND_SIGNATURE) return true;
  return false;
}

/* The line, or one of the two above it, begins with TM., KT., TL. … and holds no
 * sentence. */
bool zone_is_signature(const vt_dictionary *dictionary, passage *p, size_t at) {
  passage_line(p, at);
  size_t start = p->line_start, end = p->line_end;
  for (int lines = 0; lines < 3; lines++) {
    if (end - start > HEADING_BYTES) return false;
    if (line_signs(dictionary, p, start)) return true;
    if (start == 0) return false;
    end = start - 1;
    start = end;
    while (start > 0 && p->text[start - 1] != '\n') start--;
  }
  return false;
}

static bool is_heading(const passage *p) {
  size_t end = passage_skip_back(p, p->line_end, false), length;
  if (end <= p->line_start || end - p->line_start > HEADING_BYTES) return false;
  uint32_t c = passage_before(p, end, &length);
  return unicode_is_letter(c) || unicode_is_digit(c) || c == 0x201D;
}

static bool in_table(passage *p, size_t start) {
  (void)passage_starts_cell(p, start); /* finds the cell */
  return p->cell_start > p->line_start || p->cell_end < p->line_end;
}

bool zone_holds(const vt_dictionary *dictionary, passage *p, size_t start, size_t end,
                unsigned zone) {
  passage_line(p, start);
  switch (zone) {
  case ZONE_CAPS: return passage_cell_caps(p, start) == CAPS_YES;
  case ZONE_TABLE: return in_table(p, start);
  case ZONE_BRACKET: return in_bracket(p, start);
  case ZONE_LABEL: return is_label(p, start, end);
  case ZONE_RECIPIENTS: return in_recipients(p, start);
  case ZONE_SIGNATURE: return zone_is_signature(dictionary, p, start);
  case ZONE_HEADING: return is_heading(p);
  default: return false;
  }
}

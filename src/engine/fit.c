/* Three rules, the first that applies: a stretch set in capitals gets capitals; the
 * start of a sentence, heading or list item gets a capital; a field behind an
 * organ's head word ("Phòng TC-KH") gets one, as Decree 30/2020 writes organs. */
#include "engine/fit.h"

#include <string.h>

#include "engine/zone.h"
#include "text/unicode.h"

/* The first code point (or all of them) as capitals. */
static vt_span raise(vt_span s, bool all, arena *scratch) {
  char *out = arena_take(scratch, s.size * 2 + 4);
  if (!out) return (vt_span){NULL, 0};
  size_t n = 0;
  for (size_t at = 0, length; at < s.size; at += length) {
    uint32_t c = utf8_decode(s.text + at, s.size - at, &length);
    if (!all && at > 0) {
      memcpy(out + n, s.text + at, s.size - at);
      return (vt_span){out, n + s.size - at};
    }
    n += utf8_encode(unicode_upper(c), out + n);
  }
  return (vt_span){out, n};
}

static bool is_joiner(uint32_t c) { return unicode_is_dash(c) || c == ',' || c == '&' || c == '/'; }

/* Back over the other parts of a compound: "Phòng TC-" → "Phòng". */
static size_t compound_start(const passage *p, size_t start) {
  for (int parts = 0; parts < 4; parts++) {
    size_t at = passage_skip_back(p, start, false), length;
    uint32_t c = passage_before(p, at, &length);
    size_t before;
    if (is_joiner(c)) {
      before = passage_skip_back(p, at - length, false);
    } else {
      size_t word = passage_word_start(p, at);
      if (at - word != 3 || memcmp(p->text + word, "v\xC3\xA0", 3) != 0) return start;
      before = passage_skip_back(p, word, false);
    }
    size_t part = passage_word_start(p, before);
    if (part == before || !word_is_caps((vt_span){p->text + part, before - part})) return start;
    start = part;
  }
  return start;
}

static bool word_is(const passage *p, size_t start, size_t end, const char *word) {
  return end - start == strlen(word) && memcmp(p->text + start, word, end - start) == 0;
}

/* Is the place behind an organ's head word with a capital (or phòng, sở)? */
static bool follows_organ_head(const place *where) {
  const passage *p = where->passage;
  size_t start = compound_start(p, where->start);
  size_t end = passage_skip_back(p, start, true), word = passage_word_start(p, end), length;
  if (word == end) return false;
  side prev;
  neighbours_prev(where->dictionary, where->passage, start, NULL, &prev);
  if (!(prev.classes >> CLASS_ORGAN & 1)) return false;
  if (word_is(p, word, end, "ph\xC3\xB2ng") || word_is(p, word, end, "s\xE1\xBB\x9F")) return true;
  return unicode_is_upper(passage_at(p, word, &length));
}

static bool is_field(unsigned kind) {
  switch (kind) {
  case KIND_FIELD:
  case KIND_ACTIVITY:
  case KIND_LAW:
  case KIND_FINANCE:
  case KIND_FORCE:
  case KIND_PERSON:
  case KIND_OTHER: return true;
  default: return false;
  }
}

vt_span fit_case(const place *where, vt_span long_form, unsigned kind, arena *scratch) {
  size_t length;
  if (long_form.size == 0) return long_form;
  passage_caps caps = passage_cell_caps(where->passage, where->start);
  if (caps == CAPS_YES ||
      (caps == CAPS_ONLY_FORMS && zone_is_signature(where->dictionary, where->passage, where->start)))
    return raise(long_form, true, scratch);
  if (unicode_is_upper(utf8_decode(long_form.text, long_form.size, &length))) return long_form;
  if (passage_starts_sentence(where->passage, where->start)) return raise(long_form, false, scratch);
  if (is_field(kind) && follows_organ_head(where)) return raise(long_form, false, scratch);
  return long_form;
}

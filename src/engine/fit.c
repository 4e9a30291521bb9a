/* The rules, the first that applies:
 *   a stretch set in capitals gets capitals;
 *   the start of a sentence, heading, list item or cell gets a capital;
 *   a field behind an organ's head word gets one ("Phòng TC-KH", "Luật DQTV"), as
 *   Decree 30/2020 writes organs and laws, and so does the next part of the compound;
 *   an organ before its level or name, a rank before a name and a document's type
 *   before its number get one;
 *   everything else stays as the dictionary writes it. */
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

static bool word_is(const passage *p, size_t start, size_t end, const char *word) {
  return end - start == strlen(word) && memcmp(p->text + start, word, end - start) == 0;
}

/* The end of what the place is joined to ("TC" for "-KH"), or SIZE_MAX. */
static size_t joined_to(const passage *p, size_t start) {
  size_t at = passage_skip_back(p, start, true), length;
  uint32_t c = passage_before(p, at, &length);
  if (unicode_is_dash(c) || c == ',' || c == '&') return passage_skip_back(p, at - length, true);
  size_t word = passage_word_start(p, at);
  return word_is(p, word, at, "và") ? passage_skip_back(p, word, true) : SIZE_MAX;
}

static bool begins_upper(const passage *p, size_t at) {
  size_t length;
  return unicode_is_upper(passage_at(p, at, &length));
}

/* Titles whose object is written with a capital though they are no organs. */
static bool is_title_head(const passage *p, size_t start, size_t end) {
  return word_is(p, start, end, "Luật") || word_is(p, start, end, "Ngày");
}

static bool is_organ_word(const place *where, size_t start, size_t end) {
  vt_span words = {where->passage->text + start, end - start};
  uint32_t classes = dictionary_class(where->dictionary, fold_phrase_hash(words.text, words.size)).classes;
  return classes >> CLASS_ORGAN & 1;
}

/* Do the words before `at` end in an organ's head with a capital ("Phòng", "Chi
 * cục"), or in phòng or sở? */
static bool follows_head_word(const place *where, size_t at) {
  const passage *p = where->passage;
  size_t end = passage_skip_back(p, at, true), word = passage_word_start(p, end);
  if (word == end) return false;
  if (is_title_head(p, word, end)) return true;
  if (is_organ_word(where, word, end) &&
      (begins_upper(p, word) || word_is(p, word, end, "phòng") || word_is(p, word, end, "sở")))
    return true;
  size_t before = passage_skip_back(p, word, true), first = passage_word_start(p, before);
  return first < before && begins_upper(p, first) && is_organ_word(where, first, end);
}

/* "TP" read as Trưởng phòng: its long form ends in an organ's head word. */
static bool follows_head_form(const place *where) {
  const neighbour_form *d = where->decided;
  if (!d || d->end != passage_skip_back(where->passage, where->start, true)) return false;
  vt_span words = d->long_form;
  size_t last = words.size;
  while (last > 0 && words.text[last - 1] != ' ') last--;
  vt_span word = {words.text + last, words.size - last};
  return last > 0 && dictionary_class(where->dictionary, fold_phrase_hash(word.text, word.size)).classes >>
                         CLASS_ORGAN & 1;
}

static bool is_headed(const place *where) {
  if (follows_head_word(where, where->start) || follows_head_form(where)) return true;
  size_t before = joined_to(where->passage, where->start);
  if (before == SIZE_MAX) return false;
  const neighbour_form *d = where->decided;
  return d && d->end == before && d->headed;
}

static bool is_field(unsigned kind) {
  switch (kind) {
  case KIND_FIELD:
  case KIND_ACTIVITY:
  case KIND_LAW:
  case KIND_FINANCE:
  case KIND_FORCE:
  case KIND_PERSON:
  case KIND_EQUIPMENT:
  case KIND_OTHER: return true;
  default: return false;
  }
}

static bool names_one(const place *where, unsigned kind) {
  uint32_t wanted = 0;
  switch (kind) {
  case KIND_ORGAN: wanted = 1u << CLASS_LEVEL | 1u << CLASS_NAME | 1u << CLASS_NUMBER | 1u << CLASS_ORGAN; break;
  case KIND_RANK: wanted = 1u << CLASS_NAME; break;
  case KIND_DOCUMENT_TYPE: wanted = 1u << CLASS_IDENTIFIER | 1u << CLASS_NUMBER; break;
  default: return false;
  }
  side next;
  neighbours_next(where->dictionary, where->passage, where->end, &next);
  if (kind == KIND_DOCUMENT_TYPE && next.word_end > next.word_start &&
      word_is(where->passage, next.word_start, next.word_end, "số"))
    return true;
  return (next.classes & wanted) != 0;
}

static bool in_capitals(const place *where, unsigned kind) {
  passage *p = where->passage;
  passage_caps caps = passage_cell_caps(p, where->start);
  if (caps == CAPS_YES) return true;
  if (caps == CAPS_ONLY_FORMS) return zone_is_signature(where->dictionary, p, where->start);
  if (kind != KIND_SIGNATURE) return false; /* “KT THAM MƯU TRƯỞNG” within a sentence */
  size_t at = passage_skip(p, where->end, false), end = passage_word_end(p, at);
  return word_is_caps((vt_span){p->text + at, end - at});
}

vt_span fit_case(place *where, vt_span long_form, unsigned kind, arena *scratch) {
  size_t length;
  where->headed = is_field(kind) && is_headed(where);
  if (long_form.size == 0) return long_form;
  if (in_capitals(where, kind)) return raise(long_form, true, scratch);
  if (unicode_is_upper(utf8_decode(long_form.text, long_form.size, &length))) return long_form;
  if (where->headed || passage_starts_sentence(where->passage, where->start) || names_one(where, kind))
    return raise(long_form, false, scratch);
  return long_form;
}

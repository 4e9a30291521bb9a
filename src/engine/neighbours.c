/* Words are folded once and hashed in chains: next gives w1, w1 w2, w1 w2 w3;
 * prev gives w-1, w-2 w-1, w-3 w-2 w-1. A neighbour that is itself a form gives its
 * key, the classes of its kind and the words of its long form. */
#include "engine/neighbours.h"

#include "engine/match.h"
#include "text/unicode.h"

enum { PHRASE_WORDS = 3 };

static void side_add(side *s, uint32_t hash) {
  if (hash == 0 || s->count == SIDE_HASHES) return;
  s->hashes[s->count++] = hash;
  s->filter |= UINT64_C(1) << (hash & 63);
}

static uint32_t class_bit(term_class c) { return 1u << c; }

static uint32_t classes_of_kind(unsigned kind) {
  switch (kind) {
  case KIND_ORGAN: return class_bit(CLASS_ORGAN);
  case KIND_LEVEL: return class_bit(CLASS_LEVEL);
  case KIND_PLACE: return class_bit(CLASS_PLACE);
  case KIND_RANK: return class_bit(CLASS_RANK);
  case KIND_POST: return class_bit(CLASS_POST);
  case KIND_DOCUMENT_TYPE: return class_bit(CLASS_DOCUMENT_TYPE);
  case KIND_TITLE: return class_bit(CLASS_PERSON);
  case KIND_UNIT: return class_bit(CLASS_UNIT);
  default: return 0;
  }
}

/* The class of the sign at a place that holds no word. */
static uint32_t sign_classes(uint32_t c) {
  switch (c) {
  case ',': return class_bit(CLASS_COMMA);
  case '.':
  case '!':
  case '?':
  case 0x2026: return class_bit(CLASS_DOT) | class_bit(CLASS_END);
  case ';': return class_bit(CLASS_END);
  case ':': return class_bit(CLASS_COLON);
  case '(':
  case '[': return class_bit(CLASS_OPEN);
  case ')':
  case ']': return class_bit(CLASS_CLOSE);
  case '/': return class_bit(CLASS_SLASH);
  case '"':
  case 0x201C:
  case 0x201D: return class_bit(CLASS_QUOTE);
  case '\n': return class_bit(CLASS_END);
  default: return unicode_is_dash(c) ? class_bit(CLASS_DASH) : 0;
  }
}

/* Classes of a phrase of `count` words, whose first is `first`. */
static uint32_t phrase_classes(const word_notes *words, const word_note *first, uint32_t hash,
                               int count) {
  if (count == 1) return first->classes;
  return first->longer ? dictionary_class(words->dictionary, hash).classes : 0;
}

/* Add the phrases that the row of words makes: w1, w1 w2, … or, from the end, the
 * last word, the last two, … in reading order. */
static void add_phrases(word_notes *words, side *s, const vt_span *row, int count, bool from_end) {
  word_note notes[PHRASE_WORDS];
  for (int i = 0; i < count; i++) notes[i] = *words_note(words, row[i].text, row[i].size);
  for (int n = 1; n <= count; n++) {
    uint32_t hash = PHRASE_BEGIN;
    for (int i = 0; i < n; i++) hash = fold_phrase_join(hash, notes[from_end ? n - 1 - i : i].hash);
    side_add(s, hash);
    s->classes |= phrase_classes(words, &notes[from_end ? n - 1 : 0], hash, n);
  }
}

/* Up to three words from `at`, or back from it; one line break may lie between. */
static int read_row(const passage *p, size_t at, bool from_end, vt_span row[PHRASE_WORDS]) {
  int count = 0;
  while (count < PHRASE_WORDS) {
    size_t start = from_end ? passage_word_start(p, at) : at;
    size_t end = from_end ? at : passage_word_end(p, at);
    if (start == end) break;
    row[count++] = (vt_span){p->text + start, end - start};
    size_t next = from_end ? passage_skip_back(p, start, true) : passage_skip(p, end, true);
    if (next == (from_end ? start : end)) break;
    at = next;
  }
  return count;
}

/* The words of a long form: its first ones (next) or last ones (prev). */
static void add_long_form(word_notes *words, side *s, vt_span text, bool from_end) {
  passage p;
  vt_span row[PHRASE_WORDS];
  passage_init(&p, text.text, text.size, false);
  int count = read_row(&p, from_end ? text.size : 0, from_end, row);
  add_phrases(words, s, row, count, from_end);
}

static void add_words(word_notes *words, const passage *p, size_t at, bool from_end, side *s) {
  vt_span row[PHRASE_WORDS];
  int count = read_row(p, at, from_end, row);
  add_phrases(words, s, row, count, from_end);
}

static bool looks_like_form(vt_span word) {
  size_t length;
  if (word.size < 2) return false;
  uint32_t first = utf8_decode(word.text, word.size, &length);
  return unicode_is_upper(first) ? !word_is_capitalised(word) : false;
}

/* The form at `start`, if the dictionary has it: its key, classes and words. */
static void add_form(word_notes *words, const passage *p, size_t start, side *s, bool from_end) {
  match m;
  s->classes |= class_bit(CLASS_CAPS);
  if (!match_find(words->dictionary, p, start, &m)) {
    if (m.key_size) side_add(s, fold_form_hash(m.key, m.key_size));
    return;
  }
  side_add(s, fold_form_hash(m.key, m.key_size));
  if (m.entry->sense_count != 1) return;
  const image_sense *sense = entry_senses(m.image, m.entry);
  s->classes |= classes_of_kind(sense->kind);
  add_long_form(words, s, image_text(m.image, sense->long_form), from_end);
}

static uint32_t number_classes(const passage *p, size_t start, size_t end) {
  uint32_t classes = class_bit(CLASS_NUMBER);
  size_t at = end, length;
  bool slash = false, letter = false;
  while (at < p->size) { /* the run the number stands in: 12/QĐ-UBND, 07/12, 96,5% */
    uint32_t c = passage_at(p, at, &length);
    if (c == '%') classes |= class_bit(CLASS_PERCENT);
    slash |= c == '/';
    letter |= unicode_is_upper(c);
    if (unicode_is_space(c) || c == '\n' || at - start > 64) break;
    at += length;
  }
  if (letter) classes |= class_bit(CLASS_IDENTIFIER);
  else if (slash) classes |= class_bit(CLASS_DATE);
  return classes;
}

void neighbours_next(word_notes *words, passage *p, size_t end, side *out) {
  *out = (side){0};
  size_t at = passage_skip(p, end, true), length;
  size_t word_end = passage_word_end(p, at);
  out->word_start = at;
  out->word_end = word_end;
  size_t same_line = passage_skip(p, end, false);
  if (same_line < p->size && p->text[same_line] == '\n' && !passage_is_wrap(p, same_line + 1)) {
    out->classes = class_bit(CLASS_END); /* what follows is another line's */
    out->word_end = out->word_start;
    return;
  }
  uint32_t c = passage_at(p, at, &length);
  if (word_end == at) {
    out->classes = sign_classes(c);
    return;
  }
  vt_span word = {p->text + at, word_end - at};
  if (unicode_is_digit(c)) out->classes |= number_classes(p, at, word_end);
  add_words(words, p, at, false, out);
  if (looks_like_form(word)) add_form(words, p, at, out, false);
  else if (word_is_capitalised(word) &&
           !(out->classes &
             (class_bit(CLASS_ORGAN) | class_bit(CLASS_LEVEL) | class_bit(CLASS_POST) |
              class_bit(CLASS_RANK) | class_bit(CLASS_DOCUMENT_TYPE))))
    out->classes |= class_bit(CLASS_NAME);
}

void neighbours_prev(word_notes *words, passage *p, size_t start, const neighbour_form *decided,
                     side *out) {
  *out = (side){0};
  size_t at = passage_skip_back(p, start, true), length;
  if (passage_starts_sentence(p, start)) out->classes |= class_bit(CLASS_START);
  size_t same_line = passage_skip_back(p, start, false);
  if ((same_line == 0 || p->text[same_line - 1] == '\n') &&
      (out->classes & class_bit(CLASS_START))) {
    out->word_start = out->word_end = at;
    return;
  }
  size_t word_start = passage_word_start(p, at);
  out->word_start = word_start;
  out->word_end = at;
  if (decided && decided->end == at && decided->long_form.size) {
    size_t size = decided->end - decided->start;
    char key[FORM_KEY_BYTES];
    out->classes |= class_bit(CLASS_CAPS) | classes_of_kind(decided->kind);
    if (fold_form(p->text + decided->start, size, key, &size))
      side_add(out, fold_form_hash(key, size));
    add_long_form(words, out, decided->long_form, true);
    return;
  }
  if (word_start == at) {
    uint32_t c = passage_before(p, at, &length);
    out->classes |= sign_classes(c) | (c == '%' ? class_bit(CLASS_PERCENT) : 0);
    return;
  }
  vt_span word = {p->text + word_start, at - word_start};
  if (unicode_is_digit((unsigned char)word.text[0])) out->classes |= class_bit(CLASS_NUMBER);
  add_words(words, p, at, true, out);
  if (looks_like_form(word)) add_form(words, p, word_start, out, true);
  else if (word_is_capitalised(word) &&
           !(out->classes & (class_bit(CLASS_ORGAN) | class_bit(CLASS_LEVEL) |
                             class_bit(CLASS_POST) | class_bit(CLASS_RANK))))
    out->classes |= class_bit(CLASS_NAME);
}

/* Behind "và", "-", "–", "/", "&", "," that follow `end`; 0: none follows. */
static size_t over_joiner(const passage *p, size_t end) {
  size_t at = passage_skip(p, end, true), length;
  uint32_t c = passage_at(p, at, &length);
  if (unicode_is_dash(c) || c == '/' || c == '&' || c == ',')
    return passage_skip(p, at + length, true);
  size_t word = passage_word_end(p, at);
  if (passage_is(p, at, word, "và")) return passage_skip(p, word, true);
  return 0;
}

static size_t over_joiner_back(const passage *p, size_t start) {
  size_t at = passage_skip_back(p, start, true), length;
  uint32_t c = passage_before(p, at, &length);
  if (unicode_is_dash(c) || c == '/' || c == '&' || c == ',')
    return passage_skip_back(p, at - length, true);
  size_t word = passage_word_start(p, at);
  return passage_is(p, word, at, "và") ? passage_skip_back(p, word, true) : SIZE_MAX;
}

static void side_join(side *s, const side *other) {
  s->classes |= other->classes;
  for (uint32_t i = 0; i < other->count; i++) side_add(s, other->hashes[i]);
}

void neighbours_with(word_notes *words, passage *p, size_t start, size_t end,
                     const neighbour_form *decided, side *out) {
  side other;
  *out = (side){0};
  size_t behind = over_joiner(p, end);
  if (behind) {
    neighbours_next(words, p, behind, &other);
    side_join(out, &other);
  }
  size_t before = over_joiner_back(p, start);
  if (before != SIZE_MAX && before > 0) {
    neighbours_prev(words, p, before, decided, &other);
    side_join(out, &other);
  }
}

/* dictionaries/entities: word classes, patterns and places. Blanks leave the
 * patterns here, and 'a phrase' becomes <'a phrase'>, a class of its own. */
#include "dict/read.h"

#include <string.h>

#include "base/sort.h"
#include "dict/phrase.h"
#include "text/token.h"

/* ---------------------------------------------------------------- words -- */

/* The class of that name, made where it is new; WORD_NO_CLASS: no room (a fault). */
static uint32_t class_of(draft *d, vt_span name, uint32_t letters, source_place at) {
  uint32_t class_ = draft_word_class_number(d, name, letters);
  if (class_ == WORD_NO_CLASS && !d->faults.no_memory)
    faults_add(&d->faults, at, "more than %d word classes; join some", WORD_CLASSES_MAX);
  return class_;
}

/* Put the phrase into the class, and its beginnings into the table. */
static void add_word(draft *d, vt_span text, uint32_t class_, source_place at) {
  token_reader reader = token_reader_at_start(text.text, text.size);
  token t;
  uint32_t hash = 0;
  reader.fresh = false;
  if (class_ == WORD_NO_CLASS) return;
  while (token_next(&reader, &t)) {
    if (!t.hash) continue;
    if (hash) draft_add_word(d, hash, WORD_NO_CLASS);
    hash = token_join(hash, t.hash);
  }
  if (hash) draft_add_word(d, hash, class_);
  else faults_add(&d->faults, at, "\"%.*s\" holds no word; take it away", SPAN_ARGS(text));
}

enum { CLASS_FIELD_CLASS, CLASS_FIELD_LETTERS, CLASS_FIELD_WORDS, CLASS_FIELD_COUNT };
static const char *class_field(unsigned i) {
  static const char *const NAMES[] = {"class", "letters", "words"};
  return i < CLASS_FIELD_COUNT ? NAMES[i] : NULL;
}
static const char *letters_name(unsigned i) {
  static const char *const NAMES[] = {"any", "small", "capital", "name"};
  return i < sizeof NAMES / sizeof *NAMES ? NAMES[i] : NULL;
}

static void read_word_class(draft *d, const source_node *node) {
  const source_node *of[CLASS_FIELD_COUNT];
  if (!field_split(d, node, class_field, "the word class", of, CLASS_FIELD_COUNT)) return;
  vt_span name;
  int letters = LETTERS_ANY;
  if (!of[CLASS_FIELD_CLASS] || !of[CLASS_FIELD_WORDS]) {
    faults_add(&d->faults, node->at, "a word class needs \"class\" and \"words\"; add them");
    return;
  }
  if (!field_text(d, of[CLASS_FIELD_CLASS], "class", &name)) return;
  if (of[CLASS_FIELD_LETTERS])
    letters = field_term(d, of[CLASS_FIELD_LETTERS], letters_name, "case");
  if (letters < 0) return;
  uint32_t class_ = class_of(d, name, (uint32_t)letters, node->at);
  bool single;
  const source_node *item = field_items(d, of[CLASS_FIELD_WORDS], "words", &single);
  for (; item; item = single ? NULL : item->next) {
    vt_span word;
    if (field_text(d, item, "the word", &word)) add_word(d, word, class_, item->at);
  }
}

void read_word_classes(draft *d, const source_node *node) {
  bool single;
  const source_node *item = field_items(d, node, "word-classes", &single);
  for (; item; item = single ? NULL : item->next) read_word_class(d, item);
}

/* ------------------------------------------------------------- patterns -- */

typedef struct tidy {
  draft *d;
  source_place at;
  char *out;
  size_t size;
} tidy;

static void tidy_put(tidy *t, const char *text, size_t size) {
  memcpy(t->out + t->size, text, size);
  t->size += size;
}

/* 'phrase' at text[at] within or outside <>; returns where it ends, 0: a fault. */
static size_t tidy_phrase(tidy *t, vt_span text, size_t at, bool inside) {
  const char *close = memchr(text.text + at + 1, '\'', text.size - at - 1);
  if (!close) {
    faults_add(&t->d->faults, t->at, "a quote is not closed; add \"'\"");
    return 0;
  }
  size_t end = (size_t)(close - text.text) + 1;
  vt_span quoted = draft_text(t->d, text.text + at, end - at);
  uint32_t class_ = class_of(t->d, quoted, LETTERS_ANY, t->at);
  if (quoted.size) add_word(t->d, (vt_span){quoted.text + 1, quoted.size - 2}, class_, t->at);
  if (!inside) tidy_put(t, "<", 1);
  tidy_put(t, text.text + at, end - at);
  if (!inside) tidy_put(t, ">", 1);
  return end;
}

static bool is_lookbehind(vt_span text, size_t at) {
  return at >= 2 && text.text[at - 1] == '?' && text.text[at - 2] == '(';
}

/* The pattern as it is stored; empty: a fault. */
static vt_span tidy_pattern(draft *d, vt_span text, source_place at) {
  tidy t = {d, at, arena_take(&d->texts, text.size * 3 + 1), 0};
  bool inside = false;
  if (!t.out) d->faults.no_memory = true;
  for (size_t i = 0; t.out && i < text.size;) {
    char c = text.text[i];
    if (c == '\'') {
      i = tidy_phrase(&t, text, i, inside);
      if (!i) return (vt_span){NULL, 0};
      continue;
    }
    if (c == '<' && !is_lookbehind(text, i)) inside = true;
    if (c == '>') inside = false;
    if (c != ' ' && c != '\n' && c != '\t') tidy_put(&t, &c, 1);
    i++;
  }
  return (vt_span){t.out, t.size};
}

enum {
  PATTERN_FIELD_NAME,
  PATTERN_FIELD_TYPE,
  PATTERN_FIELD_PATTERN,
  PATTERN_FIELD_TEXT,
  PATTERN_FIELDS
};
static const char *pattern_field(unsigned i) {
  static const char *const NAMES[] = {"name", "type", "pattern", "text"};
  return i < PATTERN_FIELDS ? NAMES[i] : NULL;
}

static void read_pattern(draft *d, const source_node *node, bool piece) {
  const source_node *of[PATTERN_FIELDS];
  if (!field_split(d, node, pattern_field, "the pattern", of, PATTERN_FIELDS)) return;
  const source_node *chunks = of[PATTERN_FIELD_PATTERN], *text = of[PATTERN_FIELD_TEXT];
  draft_pattern read = {.kind = piece ? PATTERN_PIECE : text ? PATTERN_OF_TEXT : PATTERN_OF_CHUNKS};
  vt_span written;
  if (!of[PATTERN_FIELD_NAME] || !chunks == !text || (piece && text)) {
    faults_add(&d->faults, node->at,
               "a pattern needs \"name\", and either \"pattern\" or \"text\"; add them");
    return;
  }
  if (text && !of[PATTERN_FIELD_TYPE]) {
    faults_add(&d->faults, node->at, "a pattern of text needs \"type\"; add it");
    return;
  }
  if (!field_text(d, of[PATTERN_FIELD_NAME], "name", &read.name) ||
      !field_text(d, text ? text : chunks, text ? "text" : "pattern", &written))
    return;
  if (of[PATTERN_FIELD_TYPE] &&
      field_term(d, of[PATTERN_FIELD_TYPE], term_entity_name, "type") >= 0)
    read.type = of[PATTERN_FIELD_TYPE]->text;
  read.pattern = text ? written : tidy_pattern(d, written, chunks->at);
  draft_pattern *made = read.pattern.size ? DRAFT_PUSH(d, patterns) : NULL;
  if (made) *made = read;
}

void read_patterns(draft *d, const source_node *node, bool pieces) {
  bool single;
  const source_node *item = field_items(d, node, pieces ? "pieces" : "patterns", &single);
  for (; item; item = single ? NULL : item->next) read_pattern(d, item, pieces);
}

/* --------------------------------------------------------------- places -- */

/* "xã Tân Lập | 30319 | huyện An Phú, tỉnh An Giang | 2025-06-30 | other names":
 * unit, code, parent, last valid day, names parted by semicolons. What is not
 * known is left empty; bars at the end may be left out. */
enum { PLACE_UNIT, PLACE_CODE, PLACE_PARENT, PLACE_UNTIL, PLACE_ALIASES, PLACE_PARTS };

static vt_span trimmed(const char *text, size_t size) {
  while (size && text[0] == ' ') text++, size--;
  while (size && text[size - 1] == ' ') size--;
  return (vt_span){text, size};
}

static void split_place(vt_span line, vt_span parts[PLACE_PARTS]) {
  memset(parts, 0, PLACE_PARTS * sizeof *parts);
  for (int i = 0; i < PLACE_PARTS; i++) {
    const char *bar = line.size ? memchr(line.text, '|', line.size) : NULL;
    size_t size = bar ? (size_t)(bar - line.text) : line.size;
    parts[i] = trimmed(line.text, size);
    if (!bar) return;
    line = (vt_span){bar + 1, line.size - size - 1};
  }
}

static const struct level {
  const char *name;
  bool known_alone; /* its name needs no level word to be a place */
} LEVELS[] = {{"tỉnh", true},      {"thành phố", true}, {"thị xã", true},
              {"thị trấn", false}, {"huyện", true},     {"quận", true},
              {"xã", false},       {"phường", false},   {"đặc khu", true}};

static const struct level *level_of(vt_span unit) {
  for (size_t i = 0; i < sizeof LEVELS / sizeof *LEVELS; i++) {
    size_t size = strlen(LEVELS[i].name);
    if (unit.size > size && unit.text[size] == ' ' && memcmp(unit.text, LEVELS[i].name, size) == 0)
      return &LEVELS[i];
  }
  return NULL;
}

static uint32_t read_code(vt_span code) {
  uint32_t number = 0;
  for (size_t i = 0; i < code.size; i++) {
    if (code.text[i] < '0' || code.text[i] > '9' || i > 6) return 0;
    number = number * 10 + (uint32_t)(code.text[i] - '0');
  }
  return number | (uint32_t)code.size << 24;
}

static size_t count_words(vt_span name) {
  size_t count = 0, at = 0;
  vt_span word;
  while (phrase_next_word(name, &at, &word)) count++;
  return count;
}

static void push_place(draft *d, draft_place place, vt_span name, const struct level *level,
                       source_place at) {
  place.name = token_phrase_hash(name.text, name.size);
  draft_place *made = place.name ? DRAFT_PUSH(d, places) : NULL;
  if (made) *made = place;
  if (level->known_alone && count_words(name) > 1)
    add_word(d, name, class_of(d, (vt_span){"place", 5}, LETTERS_NAME, at), at);
}

static void read_place(draft *d, const source_node *node) {
  vt_span line, part[PLACE_PARTS];
  if (!field_text(d, node, "the place", &line)) return;
  split_place(line, part);
  const struct level *level = level_of(part[PLACE_UNIT]);
  draft_place place = {.code = read_code(part[PLACE_CODE]), .former = part[PLACE_UNTIL].size > 0};
  if (!level || (part[PLACE_CODE].size && !place.code)) {
    faults_add(&d->faults, node->at,
               "\"%.*s\" is not \"level name | code | parent | until | names\"", SPAN_ARGS(line));
    return;
  }
  place.level = token_phrase_hash(level->name, strlen(level->name));
  place.path = hash_bytes(HASH_SEED, part[PLACE_UNIT].text, part[PLACE_UNIT].size);
  if (part[PLACE_PARENT].size) {
    place.path = hash_bytes(hash_bytes(place.path, ", ", 2), part[PLACE_PARENT].text,
                            part[PLACE_PARENT].size);
    place.parent_path = hash_bytes(HASH_SEED, part[PLACE_PARENT].text, part[PLACE_PARENT].size);
  }
  size_t skip = strlen(level->name) + 1;
  push_place(d, place, (vt_span){part[PLACE_UNIT].text + skip, part[PLACE_UNIT].size - skip}, level,
             node->at);
  for (vt_span rest = part[PLACE_ALIASES]; rest.size;) {
    const char *end = memchr(rest.text, ';', rest.size);
    size_t size = end ? (size_t)(end - rest.text) : rest.size;
    place.path = 0; /* another name of the same unit: nobody's parent */
    push_place(d, place, trimmed(rest.text, size), level, node->at);
    rest = end ? (vt_span){end + 1, rest.size - size - 1} : (vt_span){NULL, 0};
  }
}

void read_places(draft *d, const source_node *node) {
  bool single;
  const source_node *item = field_items(d, node, "places", &single);
  for (; item; item = single ? NULL : item->next) read_place(d, item);
}

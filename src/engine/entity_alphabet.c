/* Every set of classes that a token can have (a combination) is listed once:
 * each shape alone, each kind of short form, each set of listed classes in each
 * case. Each class expression of the patterns is asked of each combination; what
 * is answered alike becomes one symbol. So word lists may grow without end, and
 * a step of a pattern is the test of one bit.
 *
 * Why not one class a token: words are in several (Đoàn is a surname, an organ
 * and a unit), and which one counts is for the pattern to say. */
#include "engine/entity_alphabet.h"

#include <string.h>

#include "base/error.h"

enum {
  CLASSES_MAX = 512,
  EXPRESSIONS_MAX = 1024,
  CLASS_WORDS = CLASSES_MAX / 64,
  ANSWER_WORDS = EXPRESSIONS_MAX / 64
};

typedef struct class_set {
  uint64_t bits[CLASS_WORDS];
} class_set;

typedef struct answers {
  uint64_t bits[ANSWER_WORDS];
} answers;

typedef struct class_name {
  vt_span name;
  uint32_t letters;
} class_name;

struct universe {
  class_name classes[CLASSES_MAX];
  size_t class_count;
  vt_span expressions[EXPRESSIONS_MAX];
  size_t expression_count;
  class_set sets[SYMBOLS_MAX + 1]; /* of one combination of each symbol */
  answers known[SYMBOLS_MAX + 1];
  size_t symbol_count;
};

static const char *const CHUNK_NAMES[CHUNK_COUNT] = {"level", "surname", "placed"};

static vt_status fault(vt_error *err, const char *what, vt_span text) {
  return error_set(err, VT_ERR_DICTIONARY, (vt_position){0}, "entity pattern: %s \"%.*s\"", what,
                   (int)(text.size < 80 ? text.size : 80), text.text);
}

static bool span_is(vt_span a, vt_span b) {
  return a.size == b.size && memcmp(a.text, b.text, a.size) == 0;
}

static vt_span span_of(const char *text_cstr) { return (vt_span){text_cstr, strlen(text_cstr)}; }

/* ------------------------------------------------------------- classes -- */

static size_t class_find(const struct universe *u, vt_span name) {
  for (size_t i = 0; i < u->class_count; i++)
    if (span_is(u->classes[i].name, name)) return i;
  return CLASSES_MAX;
}

static size_t class_add(struct universe *u, vt_span name, uint32_t letters) {
  size_t at = class_find(u, name);
  if (at < CLASSES_MAX || u->class_count == CLASSES_MAX) return at;
  u->classes[u->class_count] = (class_name){name, letters};
  return u->class_count++;
}

static void set_add(class_set *s, size_t class_) {
  if (class_ < CLASSES_MAX) s->bits[class_ / 64] |= (uint64_t)1 << class_ % 64;
}
static bool set_has(const class_set *s, size_t class_) {
  return s->bits[class_ / 64] >> class_ % 64 & 1;
}

/* ---------------------------------------------------------- expressions -- */

typedef struct expression {
  const struct universe *universe;
  const char *at, *end;
  bool bad;
} expression;

static bool ask_any(expression *e, const class_set *s);

static bool is_name_byte(char c) { return c != '|' && c != '&' && c != '!' && c != '(' && c != ')'; }

static bool ask_one(expression *e, const class_set *s) {
  if (e->at < e->end && *e->at == '!') {
    e->at++;
    return !ask_one(e, s);
  }
  if (e->at < e->end && *e->at == '(') {
    e->at++;
    bool answer = ask_any(e, s);
    if (e->at < e->end && *e->at == ')') e->at++;
    else e->bad = true;
    return answer;
  }
  const char *from = e->at;
  while (e->at < e->end && is_name_byte(*e->at)) e->at++;
  size_t class_ = class_find(e->universe, (vt_span){from, (size_t)(e->at - from)});
  if (class_ == CLASSES_MAX) return e->bad = true, false;
  return set_has(s, class_);
}

static bool ask_all(expression *e, const class_set *s) {
  bool answer = ask_one(e, s);
  while (e->at < e->end && *e->at == '&') {
    e->at++;
    answer &= ask_one(e, s);
  }
  return answer;
}

static bool ask_any(expression *e, const class_set *s) {
  bool answer = ask_all(e, s);
  while (e->at < e->end && *e->at == '|') {
    e->at++;
    answer |= ask_all(e, s);
  }
  return answer;
}

/* Is the set what the expression says? *bad: it names an unknown class. */
static bool ask(const struct universe *u, vt_span text, const class_set *s, bool *bad) {
  expression e = {u, text.text, text.text + text.size, false};
  bool answer = ask_any(&e, s);
  *bad = e.bad || e.at != e.end;
  return answer;
}

/* The class expression that begins at text[at] == '<'; size 0: it is not one. */
static vt_span expression_at(vt_span text, size_t at) {
  bool group = at >= 2 && text.text[at - 1] == '?' && text.text[at - 2] == '(';
  const char *end = group ? NULL : memchr(text.text + at, '>', text.size - at);
  if (!end) return (vt_span){NULL, 0};
  return (vt_span){text.text + at + 1, (size_t)(end - text.text) - at - 1};
}

static vt_status collect_expressions(struct universe *u, vt_span pattern, vt_error *err) {
  for (size_t i = 0; i < pattern.size; i++) {
    vt_span e = pattern.text[i] == '<' ? expression_at(pattern, i) : (vt_span){NULL, 0};
    if (!e.size) continue;
    bool bad;
    ask(u, e, &(class_set){{0}}, &bad);
    if (bad) return fault(err, "unknown class in", e);
    size_t known = 0;
    while (known < u->expression_count && !span_is(u->expressions[known], e)) known++;
    if (known == EXPRESSIONS_MAX) return fault(err, "too many class expressions; at", e);
    if (known == u->expression_count) u->expressions[u->expression_count++] = e;
    i += e.size;
  }
  return VT_OK;
}

/* -------------------------------------------------------------- symbols -- */

/* The symbol of the combination; 0: there are too many. */
static uint16_t symbol_of(struct universe *u, const class_set *s) {
  answers a = {{0}};
  for (size_t i = 0; i < u->expression_count; i++) {
    bool bad;
    if (ask(u, u->expressions[i], s, &bad)) a.bits[i / 64] |= (uint64_t)1 << i % 64;
  }
  for (size_t i = 1; i <= u->symbol_count; i++)
    if (memcmp(&u->known[i], &a, sizeof a) == 0) return (uint16_t)i;
  if (u->symbol_count == SYMBOLS_MAX) return 0;
  u->symbol_count++;
  u->known[u->symbol_count] = a;
  u->sets[u->symbol_count] = *s;
  return (uint16_t)u->symbol_count;
}

/* A listed word in capitals, or meant by a short form, counts as capitalised,
 * too: both say that a definite thing of that class is named. */
static void add_shape(class_set *s, letters_seen seen) {
  set_add(s, seen == SEEN_SMALL ? SHAPE_LOW : SHAPE_CAP);
  if (seen == SEEN_CAPS) set_add(s, SHAPE_CAPS);
  if (seen == SEEN_ABBR) set_add(s, SHAPE_ABBR);
}

static bool letters_fit(uint32_t wanted, letters_seen seen) {
  switch (wanted) {
  case LETTERS_SMALL: return seen == SEEN_SMALL || seen == SEEN_ABBR;
  case LETTERS_CAPITAL: return seen != SEEN_SMALL;
  case LETTERS_NAME: return seen != SEEN_SMALL && seen != SEEN_CAPITAL;
  default: return true;
  }
}

static bool layer_number(alphabet *a, alphabet_layer *layer) {
  struct universe *u = a->universe;
  const image_word_class *classes = image_items(layer->image, SECTION_WORD_CLASSES);
  const image_word_mask *masks = image_items(layer->image, SECTION_WORD_MASKS);
  size_t class_count = image_count(layer->image, SECTION_WORD_CLASSES);
  for (size_t m = 0; m < image_count(layer->image, SECTION_WORD_MASKS); m++) {
    for (int seen = 0; seen < SEEN_COUNT; seen++) {
      class_set s = {{0}};
      bool any = false;
      for (size_t c = 0; c < class_count; c++) {
        if (!(masks[m].bits[c / 64] >> c % 64 & 1)) continue;
        size_t class_ = class_find(u, image_text(layer->image, classes[c].name));
        if (!letters_fit(u->classes[class_].letters, (letters_seen)seen)) continue;
        set_add(&s, class_);
        any = true;
      }
      add_shape(&s, (letters_seen)seen);
      layer->symbols[m][seen] = any ? symbol_of(u, &s) : 0;
      if (any && !layer->symbols[m][seen]) return false;
    }
  }
  return true;
}

static bool number_builtin(alphabet *a) {
  struct universe *u = a->universe;
  for (size_t i = 0; i < SHAPE_COUNT; i++) {
    class_set s = {{0}};
    set_add(&s, i);
    if (!(a->by_shape[i] = symbol_of(u, &s))) return false;
  }
  for (size_t i = 0; i < KIND_COUNT; i++) {
    class_set s = {{0}};
    set_add(&s, SHAPE_ABBR);
    set_add(&s, SHAPE_COUNT + i);
    if (!(a->by_kind[i] = symbol_of(u, &s))) return false;
  }
  class_set placed = {{0}};
  set_add(&placed, class_find(u, span_of("placed")));
  return (a->placed = symbol_of(u, &placed)) != 0;
}

/* Keep the answers, a row of bits for each symbol. */
static bool keep_answers(alphabet *a) {
  struct universe *u = a->universe;
  a->symbol_count = u->symbol_count;
  a->answer_words = u->expression_count / 64 + 1;
  a->answers = memory_new_zeroed(&a->memory, (u->symbol_count + 1) * a->answer_words * sizeof *a->answers);
  for (size_t i = 1; a->answers && i <= u->symbol_count; i++)
    memcpy(a->answers + i * a->answer_words, u->known[i].bits, a->answer_words * sizeof *a->answers);
  return a->answers != NULL;
}

static bool number_symbols(alphabet *a) {
  struct universe *u = a->universe;
  bool ok = number_builtin(a);
  for (size_t i = 0; ok && i < a->layer_count; i++) ok = layer_number(a, &a->layers[i]);
  for (size_t i = 1; ok && i <= u->symbol_count; i++)
    for (int c = 0; c < CHUNK_COUNT; c++)
      if (set_has(&u->sets[i], class_find(u, span_of(CHUNK_NAMES[c]))))
        a->is_chunk[i] |= (uint8_t)(1 << c);
  return ok;
}

/* --------------------------------------------------------------- making -- */

static const char *const KIND_CLASSES[] = {
#define KIND_CLASS(id, name) "kind-" name,
    TERM_KINDS(KIND_CLASS)};

static void name_classes(alphabet *a) {
  struct universe *u = a->universe;
  for (unsigned i = 0; i < SHAPE_COUNT; i++) class_add(u, span_of(token_shape_name(i)), LETTERS_ANY);
  for (unsigned i = 0; i < KIND_COUNT; i++) class_add(u, span_of(KIND_CLASSES[i]), LETTERS_ANY);
  for (size_t i = 0; i < a->layer_count; i++) {
    const image_header *image = a->layers[i].image;
    const image_word_class *classes = image_items(image, SECTION_WORD_CLASSES);
    for (size_t c = 0; c < image_count(image, SECTION_WORD_CLASSES); c++)
      class_add(u, image_text(image, classes[c].name), classes[c].letters);
  }
  for (int c = 0; c < CHUNK_COUNT; c++) {
    size_t class_ = class_add(u, span_of(CHUNK_NAMES[c]), LETTERS_ANY);
    if (class_ < CLASSES_MAX) u->expressions[u->expression_count++] = span_of(CHUNK_NAMES[c]);
  }
}

static vt_status add_layers(alphabet *a, const vt_dictionary *dictionary, vt_error *err) {
  for (const vt_dictionary *d = dictionary; d; d = d->base) {
    if (a->layer_count == LAYERS_MAX)
      return error_set(err, VT_ERR_LIMIT, (vt_position){0}, "more than %d dictionaries", LAYERS_MAX);
    size_t masks = image_count(d->image, SECTION_WORD_MASKS);
    alphabet_layer *layer = &a->layers[a->layer_count];
    layer->image = d->image;
    layer->symbols = memory_new_zeroed(&a->memory, (masks + 1) * sizeof *layer->symbols);
    if (!layer->symbols) return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
    a->layer_count++;
  }
  return VT_OK;
}

vt_status alphabet_make(alphabet *a, const vt_dictionary *dictionary, const vt_allocator *memory,
                        vt_error *err) {
  *a = (alphabet){.memory = memory_or_default(memory)};
  a->universe = memory_new_zeroed(&a->memory, sizeof *a->universe);
  if (!a->universe) return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  vt_status status = add_layers(a, dictionary, err);
  if (status == VT_OK) name_classes(a);
  for (size_t i = 0; status == VT_OK && i < a->layer_count; i++) {
    const image_header *image = a->layers[i].image;
    const image_pattern *patterns = image_items(image, SECTION_PATTERNS);
    for (size_t p = 0; status == VT_OK && p < image_count(image, SECTION_PATTERNS); p++)
      status = collect_expressions(a->universe, image_text(image, patterns[p].pattern), err);
  }
  if (status == VT_OK && !number_symbols(a))
    status = error_set(err, VT_ERR_LIMIT, (vt_position){0},
                       "entity patterns tell more than %d kinds of words apart", SYMBOLS_MAX);
  if (status == VT_OK && !keep_answers(a))
    status = error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  if (status != VT_OK) alphabet_clear(a);
  return status;
}

void alphabet_finish(alphabet *a) {
  memory_free(&a->memory, a->universe);
  a->universe = NULL;
}

void alphabet_clear(alphabet *a) {
  alphabet_finish(a);
  memory_free(&a->memory, a->answers);
  a->answers = NULL;
  for (size_t i = 0; i < a->layer_count; i++) memory_free(&a->memory, a->layers[i].symbols);
  a->layer_count = 0;
}

alphabet_word alphabet_find(const alphabet *a, uint32_t hash) {
  alphabet_word found = {NULL, 0, false};
  for (size_t i = 0; i < a->layer_count; i++) {
    const image_header *image = a->layers[i].image;
    uint32_t count = image_count(image, SECTION_WORD_SLOTS);
    const image_word_slot *slots = image_items(image, SECTION_WORD_SLOTS);
    if (!count) continue;
    for (uint32_t at = hash_finish(hash) & (count - 1); slots[at].hash; at = (at + 1) & (count - 1)) {
      if (slots[at].hash != hash) continue;
      found.longer |= slots[at].longer != 0;
      if (!found.layer && slots[at].mask != WORD_NO_MASK)
        found.layer = &a->layers[i], found.mask = slots[at].mask;
      break;
    }
  }
  return found;
}

/* ------------------------------------------------ asked while compiling -- */

uint16_t alphabet_expression(const alphabet *a, vt_span text) {
  const struct universe *u = a->universe;
  size_t i = 0;
  while (i < u->expression_count && !span_is(u->expressions[i], text)) i++;
  return (uint16_t)i;
}

bool alphabet_is_piece(const image_header *image, const image_pattern *pattern) {
  return span_is(image_text(image, pattern->type), span_of("piece"));
}

vt_span alphabet_piece(const alphabet *a, vt_span name) {
  for (size_t l = 0; l < a->layer_count; l++) {
    const image_header *image = a->layers[l].image;
    const image_pattern *patterns = image_items(image, SECTION_PATTERNS);
    for (size_t i = 0; i < image_count(image, SECTION_PATTERNS); i++)
      if (alphabet_is_piece(image, &patterns[i]) && span_is(image_text(image, patterns[i].name), name))
        return image_text(image, patterns[i].pattern);
  }
  return (vt_span){NULL, 0};
}

const char *alphabet_type_name(unsigned type) {
  static const char *const names[VT_ENTITY_TYPES] = {"PER", "LOC", "ORG", "TITLE", "DATE", "DOC", "QUANTITY"};
  return names[type];
}

unsigned alphabet_type(vt_span name) {
  unsigned type = 0;
  while (type < VT_ENTITY_TYPES && !span_is(name, span_of(alphabet_type_name(type)))) type++;
  return type;
}

/* Every set of classes that a chunk can have (a combination) is listed once: each
 * shape alone, each kind of short form, each set of listed classes in each case.
 * Each class expression of the patterns is then answered for all combinations at
 * once, a bit each; combinations that are answered alike throughout become one
 * symbol. So word lists may grow without end, and a step of a pattern is the test
 * of one bit.
 *
 * Why not one class a chunk: words are in several (Đoàn is a surname, an organ and
 * a unit), and which one counts is for the pattern to say. */
#include <string.h>

#include "base/error.h"
#include "base/sort.h"
#include "engine/entity_universe.h"

static const char *const CHUNK_NAMES[CHUNK_COUNT] = {"level", "surname", "placed"};

/* --------------------------------------------------------- combinations -- */

/* The number of the combination, from 1; 0: there are too many. */
static uint16_t combination_add(universe *u, const class_set *s) {
  size_t n = u->combination_count;
  if (n + 1 == COMBINATIONS_MAX) return 0;
  u->combinations[n] = *s;
  for (size_t word = 0; word < CLASS_WORDS; word++)
    for (uint64_t bits = s->bits[word]; bits; bits &= bits - 1)
      u->members[word * 64 + (size_t)__builtin_ctzll(bits)].bits[n / 64] |= (uint64_t)1 << n % 64;
  return (uint16_t)++u->combination_count;
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

static bool combine_layer(universe *u, alphabet_layer *layer) {
  const image_word_class *classes = image_items(layer->image, SECTION_WORD_CLASSES);
  const image_word_mask *masks = image_items(layer->image, SECTION_WORD_MASKS);
  size_t class_count = image_count(layer->image, SECTION_WORD_CLASSES);
  for (size_t m = 0; m < image_count(layer->image, SECTION_WORD_MASKS); m++) {
    for (int seen = 0; seen < SEEN_COUNT; seen++) {
      class_set s = {{0}};
      bool any = false;
      for (size_t c = 0; c < class_count; c++) {
        if (!(masks[m].bits[c / 64] >> c % 64 & 1)) continue;
        size_t class_ = universe_find_class(u, image_text(layer->image, classes[c].name));
        if (!letters_fit(u->classes[class_].letters, (letters_seen)seen)) continue;
        set_add(&s, class_);
        any = true;
      }
      add_shape(&s, (letters_seen)seen);
      layer->symbols[m][seen] = any ? combination_add(u, &s) : 0;
      if (any && !layer->symbols[m][seen]) return false;
    }
  }
  return true;
}

static bool combine_builtin(alphabet *a) {
  universe *u = a->universe;
  for (size_t i = 0; i < SHAPE_COUNT; i++) {
    class_set s = {{0}};
    set_add(&s, i);
    if (!(a->by_shape[i] = combination_add(u, &s))) return false;
  }
  for (size_t i = 0; i < KIND_COUNT; i++) {
    class_set s = {{0}};
    set_add(&s, SHAPE_ABBR);
    set_add(&s, SHAPE_COUNT + i);
    if (!(a->by_kind[i] = combination_add(u, &s))) return false;
  }
  class_set placed = {{0}};
  set_add(&placed, universe_find_class(u, span_of("placed")));
  return (a->placed = combination_add(u, &placed)) != 0;
}

/* -------------------------------------------------------------- symbols -- */

/* Answer every expression for every combination: a row of bits each. */
static void fill_rows(const alphabet *a, uint64_t *rows) {
  const universe *u = a->universe;
  for (size_t e = 0; e < u->expression_count; e++) {
    column answer;
    (void)universe_ask(u, u->expressions[e], &answer); /* was asked before */
    for (size_t word = 0; word <= u->combination_count / 64; word++)
      for (uint64_t bits = answer.bits[word]; bits; bits &= bits - 1) {
        size_t combination = word * 64 + (size_t)__builtin_ctzll(bits);
        if (combination < u->combination_count)
          rows[combination * a->answer_words + e / 64] |= (uint64_t)1 << e % 64;
      }
  }
}

/* Number the rows that differ; equal ones get one symbol. False: too many. */
static bool number_rows(alphabet *a, const uint64_t *rows) {
  universe *u = a->universe;
  uint16_t slots[COMBINATIONS_MAX * 2] = {0};
  const size_t slot_count = sizeof slots / sizeof *slots;
  size_t row_bytes = a->answer_words * sizeof *rows;
  for (size_t c = 0; c < u->combination_count; c++) {
    const uint64_t *row = rows + c * a->answer_words;
    size_t at = hash_content(0, row, row_bytes) % slot_count;
    while (slots[at] && memcmp(a->answers + slots[at] * a->answer_words, row, row_bytes) != 0)
      at = (at + 1) % slot_count;
    if (!slots[at]) {
      if (a->symbol_count == SYMBOLS_MAX) return false;
      slots[at] = (uint16_t)++a->symbol_count;
      memcpy(a->answers + slots[at] * a->answer_words, row, row_bytes);
      for (int k = 0; k < CHUNK_COUNT; k++)
        if (set_has(&u->combinations[c], universe_find_class(u, span_of(CHUNK_NAMES[k]))))
          a->is_chunk[slots[at]] |= (uint8_t)(1 << k);
    }
    u->symbols[c] = slots[at];
  }
  return true;
}

/* From numbers of combinations to symbols, everywhere. */
static void use_symbols(alphabet *a) {
  const uint16_t *symbols = a->universe->symbols;
  for (size_t i = 0; i < SHAPE_COUNT; i++) a->by_shape[i] = symbols[a->by_shape[i] - 1];
  for (size_t i = 0; i < KIND_COUNT; i++) a->by_kind[i] = symbols[a->by_kind[i] - 1];
  a->placed = symbols[a->placed - 1];
  for (size_t l = 0; l < a->layer_count; l++)
    for (size_t m = 0; m < image_count(a->layers[l].image, SECTION_WORD_MASKS); m++)
      for (int seen = 0; seen < SEEN_COUNT; seen++) {
        uint16_t *of = &a->layers[l].symbols[m][seen];
        if (*of) *of = symbols[*of - 1];
      }
}

static vt_status number_symbols(alphabet *a, vt_error *err) {
  universe *u = a->universe;
  a->answer_words = u->expression_count / 64 + 1;
  uint64_t *rows =
      memory_new_zeroed(&a->memory, (u->combination_count + 1) * a->answer_words * sizeof *rows);
  a->answers = memory_new_zeroed(&a->memory, (SYMBOLS_MAX + 1) * a->answer_words * sizeof *rows);
  vt_status status = VT_OK;
  if (!rows || !a->answers) {
    status = error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  } else {
    fill_rows(a, rows);
    if (number_rows(a, rows)) use_symbols(a);
    else
      status = error_set(err, VT_ERR_LIMIT, (vt_position){0},
                         "entity patterns tell more than %d kinds of words apart", SYMBOLS_MAX);
  }
  memory_free(&a->memory, rows);
  return status;
}

/* --------------------------------------------------------------- making -- */

static const char *const KIND_CLASSES[] = {
#define KIND_CLASS(id, name) "kind-" name,
    TERM_KINDS(KIND_CLASS)};

static void name_classes(alphabet *a) {
  universe *u = a->universe;
  for (unsigned i = 0; i < SHAPE_COUNT; i++)
    universe_add_class(u, span_of(token_shape_name(i)), LETTERS_ANY);
  for (unsigned i = 0; i < KIND_COUNT; i++)
    universe_add_class(u, span_of(KIND_CLASSES[i]), LETTERS_ANY);
  for (size_t i = 0; i < a->layer_count; i++) {
    const image_header *image = a->layers[i].image;
    const image_word_class *classes = image_items(image, SECTION_WORD_CLASSES);
    for (size_t c = 0; c < image_count(image, SECTION_WORD_CLASSES); c++)
      universe_add_class(u, image_text(image, classes[c].name), classes[c].letters);
  }
  for (int c = 0; c < CHUNK_COUNT; c++) {
    size_t class_ = universe_add_class(u, span_of(CHUNK_NAMES[c]), LETTERS_ANY);
    if (class_ < CLASSES_MAX) u->expressions[u->expression_count++] = span_of(CHUNK_NAMES[c]);
  }
}

static vt_status add_layers(alphabet *a, const vt_dictionary *dictionary, vt_error *err) {
  for (const vt_dictionary *d = dictionary; d; d = d->base) {
    if (a->layer_count == LAYERS_MAX)
      return error_set(err, VT_ERR_LIMIT, (vt_position){0}, "more than %d dictionaries",
                       LAYERS_MAX);
    size_t masks = image_count(d->image, SECTION_WORD_MASKS);
    alphabet_layer *layer = &a->layers[a->layer_count];
    layer->image = d->image;
    layer->slot_mask = image_count(d->image, SECTION_WORD_SLOTS);
    if (layer->slot_mask)
      layer->slots = image_items(d->image, SECTION_WORD_SLOTS), layer->slot_mask--;
    layer->symbols = memory_new_zeroed(&a->memory, (masks + 1) * sizeof *layer->symbols);
    if (!layer->symbols) return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
    a->layer_count++;
  }
  return VT_OK;
}

static vt_status combine(alphabet *a, vt_error *err) {
  bool ok = combine_builtin(a);
  for (size_t i = 0; ok && i < a->layer_count; i++) ok = combine_layer(a->universe, &a->layers[i]);
  return ok ? VT_OK
            : error_set(err, VT_ERR_LIMIT, (vt_position){0},
                        "words are in more than %d sets of classes", COMBINATIONS_MAX);
}

static vt_status collect_all(alphabet *a, vt_error *err) {
  vt_status status = VT_OK;
  for (size_t i = 0; i < a->layer_count; i++) {
    const image_header *image = a->layers[i].image;
    const image_pattern *patterns = image_items(image, SECTION_PATTERNS);
    for (size_t p = 0; status == VT_OK && p < image_count(image, SECTION_PATTERNS); p++)
      if (patterns[p].kind != PATTERN_OF_TEXT)
        status = universe_collect(a->universe, image_text(image, patterns[p].name),
                                  image_text(image, patterns[p].pattern), err);
  }
  return status;
}

vt_status alphabet_make(alphabet *a, const vt_dictionary *dictionary, const vt_allocator *memory,
                        vt_error *err) {
  *a = (alphabet){.memory = memory_or_default(memory)};
  a->universe = memory_new_zeroed(&a->memory, sizeof *a->universe);
  if (!a->universe) return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  vt_status status = add_layers(a, dictionary, err);
  if (status == VT_OK) name_classes(a);
  if (status == VT_OK) status = collect_all(a, err);
  if (status == VT_OK) status = combine(a, err);
  if (status == VT_OK) status = number_symbols(a, err);
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
  uint32_t start = hash_finish(hash);
  for (size_t i = 0; i < a->layer_count; i++) {
    const alphabet_layer *layer = &a->layers[i];
    if (!layer->slots) continue;
    uint32_t at = start & layer->slot_mask;
    while (layer->slots[at].hash && layer->slots[at].hash != hash) at = (at + 1) & layer->slot_mask;
    const image_word_slot *slot = &layer->slots[at];
    if (!slot->hash) continue;
    found.longer |= slot->longer != 0;
    if (!found.layer && slot->mask != WORD_NO_MASK) found.layer = layer, found.mask = slot->mask;
  }
  return found;
}

/* ------------------------------------------------ asked while compiling -- */

uint16_t alphabet_expression(const alphabet *a, vt_span text) {
  const universe *u = a->universe;
  size_t i = 0;
  while (i < u->expression_count && !span_equal(u->expressions[i], text)) i++;
  return (uint16_t)i;
}

vt_span alphabet_piece(const alphabet *a, vt_span name) {
  for (size_t l = 0; l < a->layer_count; l++) {
    const image_header *image = a->layers[l].image;
    const image_pattern *patterns = image_items(image, SECTION_PATTERNS);
    for (size_t i = 0; i < image_count(image, SECTION_PATTERNS); i++)
      if (patterns[i].kind == PATTERN_PIECE &&
          span_equal(image_text(image, patterns[i].name), name))
        return image_text(image, patterns[i].pattern);
  }
  return (vt_span){NULL, 0};
}

unsigned alphabet_type(vt_span name) {
  unsigned type = 0;
  while (type < VT_ENTITY_TYPES && !span_equal(name, span_of(term_entity_name(type)))) type++;
  return type;
}

/* Each pattern is searched from end to end of the segment, invalid UTF-8 or not;
 * limits of steps and depth keep a bad pattern from holding everything up. Code is
 * compiled for each finder, so that threads share nothing. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "engine/entity_text.h"

#include <pcre2.h>

#include "base/error.h"
#include "engine/entity_alphabet.h"

enum { TEXT_STEPS_MAX = 100000, TEXT_DEPTH_MAX = 1000 };

typedef struct text_pattern {
  pcre2_code *code;
  vt_entity_type type;
} text_pattern;

struct text_patterns {
  vt_allocator memory;
  pcre2_general_context *general;
  pcre2_match_context *limits;
  pcre2_match_data *match;
  text_pattern *items;
  size_t count;
  uint64_t given_up;
};

static void *take(size_t size, void *memory) { return memory_new(memory, size ? size : 1); }
static void give(void *block, void *memory) { memory_free(memory, block); }

static size_t count_text_patterns(const vt_dictionary *dictionary) {
  size_t count = 0;
  for (const vt_dictionary *d = dictionary; d; d = d->base) {
    const image_pattern *patterns = image_items(d->image, SECTION_PATTERNS);
    for (size_t i = 0; i < image_count(d->image, SECTION_PATTERNS); i++)
      count += patterns[i].kind == PATTERN_OF_TEXT;
  }
  return count;
}

static vt_status compile(text_patterns *t, const image_header *image, const image_pattern *pattern,
                         vt_error *err) {
  vt_span text = image_text(image, pattern->pattern), name = image_text(image, pattern->name);
  int number;
  PCRE2_SIZE offset;
  pcre2_compile_context *context = pcre2_compile_context_create(t->general);
  if (!context) return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  pcre2_code *code =
      pcre2_compile((PCRE2_SPTR)text.text, text.size,
                    PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF, &number, &offset, context);
  pcre2_compile_context_free(context);
  if (!code && number == PCRE2_ERROR_HEAP_FAILED)
    return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  if (!code) {
    char why[120];
    if (pcre2_get_error_message(number, (PCRE2_UCHAR *)why, sizeof why) < 0) why[0] = '\0';
    return error_set(err, VT_ERR_DICTIONARY, (vt_position){0}, "entity pattern \"%.*s\": %s at %zu",
                     (int)name.size, name.text, why, (size_t)offset);
  }
  /* where the machine has no JIT, the search is the same, but slower */
  (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  unsigned type = alphabet_type(image_text(image, pattern->type));
  t->items[t->count++] = (text_pattern){code, (vt_entity_type)type};
  if (type < VT_ENTITY_TYPES) return VT_OK;
  return error_set(err, VT_ERR_DICTIONARY, (vt_position){0},
                   "entity pattern \"%.*s\": unknown type of entity", (int)name.size, name.text);
}

static vt_status fill(text_patterns *t, const vt_dictionary *dictionary, size_t count,
                      vt_error *err) {
  t->general = pcre2_general_context_create(take, give, &t->memory);
  t->items = memory_new_zeroed(&t->memory, count * sizeof *t->items);
  if (t->general) t->limits = pcre2_match_context_create(t->general);
  if (t->general) t->match = pcre2_match_data_create(1, t->general);
  if (!t->items || !t->limits || !t->match)
    return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  pcre2_set_match_limit(t->limits, TEXT_STEPS_MAX);
  pcre2_set_depth_limit(t->limits, TEXT_DEPTH_MAX);
  vt_status status = VT_OK;
  for (const vt_dictionary *d = dictionary; d && status == VT_OK; d = d->base) {
    const image_pattern *patterns = image_items(d->image, SECTION_PATTERNS);
    for (size_t i = 0; status == VT_OK && i < image_count(d->image, SECTION_PATTERNS); i++)
      if (patterns[i].kind == PATTERN_OF_TEXT) status = compile(t, d->image, &patterns[i], err);
  }
  return status;
}

vt_status text_patterns_new(const vt_dictionary *dictionary, const vt_allocator *memory,
                            text_patterns **out, vt_error *err) {
  *out = NULL;
  size_t count = count_text_patterns(dictionary);
  if (!count) return VT_OK;
  vt_allocator a = memory_or_default(memory);
  text_patterns *t = memory_new_zeroed(&a, sizeof *t);
  if (!t) return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  t->memory = a;
  vt_status status = fill(t, dictionary, count, err);
  if (status == VT_OK) *out = t;
  else text_patterns_free(t);
  return status;
}

void text_patterns_free(text_patterns *t) {
  if (!t) return;
  for (size_t i = 0; i < t->count; i++) pcre2_code_free(t->items[i].code);
  pcre2_match_data_free(t->match);
  pcre2_match_context_free(t->limits);
  pcre2_general_context_free(t->general);
  vt_allocator memory = t->memory;
  memory_free(&memory, t->items);
  memory_free(&memory, t);
}

/* The next match of the pattern from *at on; *at moves behind it. */
static bool next_match(text_patterns *t, const text_pattern *p, vt_span text, size_t *at,
                       vt_entity *out) {
  while (*at < text.size) {
    int found = pcre2_match(p->code, (PCRE2_SPTR)text.text, text.size, *at, 0, t->match, t->limits);
    if (found < 0) {
      t->given_up += found != PCRE2_ERROR_NOMATCH;
      return false;
    }
    const PCRE2_SIZE *place = pcre2_get_ovector_pointer(t->match);
    *out = (vt_entity){.start = place[0], .end = place[1], .type = p->type};
    *at = place[1] > *at ? place[1] : *at + 1;
    if (place[1] > place[0]) return true;
  }
  return false;
}

/* Put `e` into the list, sorted, instead of all that it overlaps. */
static size_t insert(vt_entity *list, size_t count, vt_entity e) {
  size_t from = 0, to;
  while (from < count && list[from].end <= e.start) from++;
  for (to = from; to < count && list[to].start < e.end;) to++;
  size_t behind = count - to;
  if (to > from)
    for (size_t i = 0; i < behind; i++) list[from + 1 + i] = list[to + i];
  else
    for (size_t i = behind; i > 0; i--) list[from + i] = list[from + i - 1];
  list[from] = e;
  return from + 1 + behind;
}

enum { TEXT_MATCHES_MAX = 1024 }; /* of a segment */

bool text_patterns_add(text_patterns *t, vt_span text, arena *scratch, vt_entity **entities,
                       size_t *count) {
  if (!t) return true;
  vt_entity *list = arena_take(scratch, (*count + TEXT_MATCHES_MAX) * sizeof *list);
  if (!list) return false;
  size_t made = *count, left = TEXT_MATCHES_MAX;
  for (size_t i = 0; i < made; i++) list[i] = (*entities)[i];
  for (size_t i = t->count; i-- > 0;) { /* the uppermost dictionary has the last word */
    vt_entity e;
    size_t at = 0;
    while (left && next_match(t, &t->items[i], text, &at, &e)) {
      made = insert(list, made, e);
      left--;
    }
  }
  *entities = list;
  *count = made;
  return true;
}

uint64_t text_patterns_given_up(const text_patterns *t) { return t ? t->given_up : 0; }

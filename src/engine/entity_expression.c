/* Class expressions: each is answered for all combinations at once, a bit each. */
#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/sort.h"
#include "engine/entity_universe.h"

vt_span span_of(const char *text_cstr) { return (vt_span){text_cstr, strlen(text_cstr)}; }

/* The slot of the class of that name, or the free one where it would be. */
static size_t class_slot(const universe *u, vt_span name) {
  size_t at = hash_finish(hash_bytes(HASH_SEED, name.text, name.size)) % CLASS_SLOTS;
  while (u->class_slots[at] && !span_equal(u->classes[u->class_slots[at] - 1].name, name))
    at = (at + 1) % CLASS_SLOTS;
  return at;
}

size_t universe_find_class(const universe *u, vt_span name) {
  uint16_t found = u->class_slots[class_slot(u, name)];
  return found ? found - 1u : CLASSES_MAX;
}

size_t universe_add_class(universe *u, vt_span name, uint32_t letters) {
  size_t slot = class_slot(u, name);
  if (u->class_slots[slot]) return u->class_slots[slot] - 1u;
  if (u->class_count == CLASSES_MAX) return CLASSES_MAX;
  u->classes[u->class_count] = (class_name){name, letters};
  u->class_slots[slot] = (uint16_t)++u->class_count;
  return u->class_count - 1;
}

static vt_status fault(vt_error *err, vt_span name, const char *what, vt_span text) {
  return error_set(err, VT_ERR_DICTIONARY, (vt_position){0},
                   "entity pattern \"%.*s\": %s <%.*s>; see dictionaries/entities/README.md",
                   (int)name.size, name.text, what, (int)(text.size < 80 ? text.size : 80),
                   text.text);
}

typedef struct expression {
  const universe *universe;
  const char *at, *end;
  size_t words; /* of the columns in use */
  bool bad;
} expression;

static void ask_any(expression *e, column *out);

static bool is_name_byte(char c) {
  return c != '|' && c != '&' && c != '!' && c != '(' && c != ')';
}

static void ask_name(expression *e, column *out) {
  const char *from = e->at;
  while (e->at < e->end && is_name_byte(*e->at)) e->at++;
  size_t class_ = universe_find_class(e->universe, (vt_span){from, (size_t)(e->at - from)});
  if (class_ == CLASSES_MAX) e->bad = true;
  else memcpy(out->bits, e->universe->members[class_].bits, e->words * sizeof *out->bits);
}

static void ask_one(expression *e, column *out) {
  if (e->bad || e->at == e->end) {
    e->bad = true;
  } else if (*e->at == '!') {
    e->at++;
    ask_one(e, out);
    for (size_t i = 0; i < e->words; i++) out->bits[i] = ~out->bits[i];
  } else if (*e->at == '(') {
    e->at++;
    ask_any(e, out);
    if (e->at < e->end && *e->at == ')') e->at++;
    else e->bad = true;
  } else {
    ask_name(e, out);
  }
}

static void ask_all(expression *e, column *out) {
  ask_one(e, out);
  while (!e->bad && e->at < e->end && *e->at == '&') {
    column other;
    e->at++;
    ask_one(e, &other);
    for (size_t i = 0; !e->bad && i < e->words; i++) out->bits[i] &= other.bits[i];
  }
}

static void ask_any(expression *e, column *out) {
  ask_all(e, out);
  while (!e->bad && e->at < e->end && *e->at == '|') {
    column other;
    e->at++;
    ask_all(e, &other);
    for (size_t i = 0; !e->bad && i < e->words; i++) out->bits[i] |= other.bits[i];
  }
}

bool universe_ask(const universe *u, vt_span text, column *out) {
  expression e = {u, text.text, text.text + text.size, u->combination_count / 64 + 1, false};
  ask_any(&e, out);
  return !e.bad && e.at == e.end;
}

/* The class expression that begins at text[at] == '<'; size 0: it is not one. */
static vt_span expression_at(vt_span text, size_t at) {
  bool group = at >= 2 && text.text[at - 1] == '?' && text.text[at - 2] == '(';
  const char *end = group ? NULL : memchr(text.text + at, '>', text.size - at);
  if (!end) return (vt_span){NULL, 0};
  return (vt_span){text.text + at + 1, (size_t)(end - text.text) - at - 1};
}

vt_status universe_collect(universe *u, vt_span name, vt_span pattern, vt_error *err) {
  for (size_t i = 0; i < pattern.size; i++) {
    vt_span e = pattern.text[i] == '<' ? expression_at(pattern, i) : (vt_span){NULL, 0};
    if (!e.size) continue;
    column none;
    if (!universe_ask(u, e, &none))
      return fault(err, name, "unknown class, or a sign too many, in", e);
    size_t known = 0;
    while (known < u->expression_count && !span_equal(u->expressions[known], e)) known++;
    if (known == EXPRESSIONS_MAX)
      return fault(err, name, "too many different class expressions at", e);
    if (known == u->expression_count) u->expressions[u->expression_count++] = e;
    i += e.size;
  }
  return VT_OK;
}

/* Which symbols can be taken first from a step on: it decides a split without
 * trying, and which patterns are tried at a chunk at all. What a split needs is
 * found when the split is first come to: a text comes to few of them. */
#include <string.h>

#include "base/error.h"
#include "engine/entity_pattern.h"

enum { FOUND_SLOTS = 16384, FOUND_MAX = FOUND_SLOTS / 2 };

struct first_finder {
  pattern_set *set;
  uint64_t *columns; /* by class expression: the symbols it is true of */
  uint32_t *seen;    /* by step: the last search that came by          */
  uint32_t search;
  uint64_t *found;  /* the symbols                                    */
  bool nothing;     /* it can also end without taking any             */
  uint32_t *takers; /* the steps that take one of them; NULL: nobody asks */
  size_t taker_count;
  uint16_t slots[FOUND_SLOTS]; /* number + 1 of the sets found, by hash */
};

static void add_symbols(first_finder *f, const uint64_t *symbols) {
  for (size_t i = 0; i < f->set->symbol_words; i++) f->found[i] |= symbols[i];
}

static void look(first_finder *f, uint32_t at) {
  for (; f->seen[at] != f->search; at++) {
    const pattern_step *step = &f->set->steps[at];
    f->seen[at] = f->search;
    if (f->takers && (step->op == STEP_SET || step->op == STEP_ANY))
      f->takers[f->taker_count++] = at;
    switch (step->op) {
    case STEP_SET: add_symbols(f, f->columns + step->set * f->set->symbol_words); return;
    case STEP_ANY: memset(f->found, 0xFF, f->set->symbol_words * sizeof *f->found); return;
    case STEP_SPLIT: look(f, step->to); break;
    case STEP_GO:
    case STEP_AHEAD:
    case STEP_NOT_AHEAD: at = step->to - 1; break;
    case STEP_DONE: f->nothing = true; return;
    default: break;
    }
  }
}

static void look_from(first_finder *f, uint32_t at) {
  memset(f->found, 0, f->set->symbol_words * sizeof *f->found);
  f->nothing = false;
  f->taker_count = 0;
  f->search++;
  look(f, at);
}

/* What can be taken behind any of the steps just found. */
static void look_behind_takers(first_finder *f) {
  size_t count = f->taker_count;
  memset(f->found, 0, f->set->symbol_words * sizeof *f->found);
  f->nothing = false;
  f->search++;
  for (size_t i = 0; i < count; i++) {
    f->taker_count = count; /* those of this search go behind */
    look(f, f->takers[i] + 1);
  }
}

/* The number of the set just found; 0, which holds all, where nothing may follow
 * or there is no room. */
static uint16_t keep_found(first_finder *f) {
  pattern_set *s = f->set;
  size_t bytes = s->symbol_words * sizeof *s->symbol_sets;
  if (f->nothing) return 0;
  size_t slot = hash_content(0, f->found, bytes) % FOUND_SLOTS;
  for (; f->slots[slot]; slot = (slot + 1) % FOUND_SLOTS) {
    size_t known = f->slots[slot] - 1u;
    if (memcmp(s->symbol_sets + known * s->symbol_words, f->found, bytes) == 0)
      return (uint16_t)known;
  }
  size_t made = s->symbol_set_count;
  if (made == FOUND_MAX) return 0;
  if (!memory_grow(&s->memory, (void **)&s->symbol_sets, &s->symbol_set_capacity, made + 1, bytes))
    return 0;
  memcpy(s->symbol_sets + made * s->symbol_words, f->found, bytes);
  f->slots[slot] = (uint16_t)++s->symbol_set_count;
  return (uint16_t)made;
}

static void fill_columns(first_finder *f) {
  const alphabet *letters = f->set->letters;
  for (size_t symbol = 1; symbol <= letters->symbol_count; symbol++)
    for (size_t e = 0; e < letters->answer_words * 64; e++)
      if (alphabet_answer(letters, (uint16_t)symbol, (uint16_t)e))
        f->columns[e * f->set->symbol_words + symbol / 64] |= (uint64_t)1 << symbol % 64;
}

static vt_status find_first(first_finder *f, pattern_code *code, size_t number, vt_error *err) {
  pattern_set *s = f->set;
  look_from(f, code->start);
  if (f->nothing)
    return error_set(err, VT_ERR_DICTIONARY, (vt_position){0},
                     "entity pattern \"%.*s\" can match nothing; let it need a chunk",
                     (int)code->name.size, code->name.text);
  for (size_t symbol = 1; symbol <= s->letters->symbol_count; symbol++)
    if (f->found[symbol / 64] >> symbol % 64 & 1)
      s->first[symbol * s->first_words + number / 64] |= (uint64_t)1 << number % 64;
  for (size_t word = 0; word < s->symbol_words; word++) s->begins[word] |= f->found[word];
  look_behind_takers(f);
  code->second = keep_found(f);
  return VT_OK;
}

static vt_status find_all(first_finder *f, vt_error *err) {
  pattern_set *s = f->set;
  vt_status status = VT_OK;
  fill_columns(f);
  memset(f->found, 0xFF, s->symbol_words * sizeof *f->found);
  f->nothing = false;
  (void)keep_found(f);
  if (s->symbol_set_count == 0) return VT_ERR_MEMORY;
  for (size_t i = 0; status == VT_OK && i < s->code_count; i++)
    status = find_first(f, &s->codes[i], i, err);
  return status;
}

vt_status pattern_set_find_first(pattern_set *s, vt_error *err) {
  s->first_words = (s->code_count + 63) / 64;
  s->symbol_words = s->letters->symbol_count / 64 + 1;
  first_finder *f = s->finder = memory_new_zeroed(&s->memory, sizeof *f);
  if (!f) return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  f->set = s;
  s->first = memory_new_zeroed(&s->memory, (s->letters->symbol_count + 1) * (s->first_words + 1) *
                                               sizeof *s->first);
  f->columns = memory_new_zeroed(&s->memory, s->letters->answer_words * 64 * s->symbol_words *
                                                 sizeof *f->columns);
  f->seen = memory_new_zeroed(&s->memory, (s->step_count + 1) * sizeof *f->seen);
  f->takers = memory_new_zeroed(&s->memory, 2 * (s->step_count + 1) * sizeof *f->takers);
  f->found = memory_new_zeroed(&s->memory, s->symbol_words * sizeof *f->found);
  vt_status status = VT_ERR_MEMORY;
  if (s->first && f->columns && f->seen && f->takers && f->found) status = find_all(f, err);
  memory_free(&s->memory, f->takers);
  f->takers = NULL;
  return status == VT_ERR_MEMORY ? error_set(err, status, (vt_position){0}, "out of memory")
                                 : status;
}

void pattern_set_settle(pattern_set *s, uint32_t split) {
  first_finder *f = s->finder;
  look_from(f, split + 1);
  s->steps[split].here = keep_found(f);
  look_from(f, s->steps[split].to);
  s->steps[split].there = keep_found(f);
}

void pattern_set_forget_first(pattern_set *s) {
  first_finder *f = s->finder;
  if (f) {
    memory_free(&s->memory, f->columns);
    memory_free(&s->memory, f->seen);
    memory_free(&s->memory, f->takers);
    memory_free(&s->memory, f->found);
  }
  memory_free(&s->memory, f);
  s->finder = NULL;
}

/* The machine that runs patterns: steps, and a stack of places to go back to. */
#include <string.h>

#include "engine/entity_pattern.h"

typedef struct machine {
  pattern_set *set;
  const uint16_t *symbols;
  uint32_t limit; /* no match goes beyond */
  pattern_match *match;
  size_t choice_count;
  unsigned steps;
} machine;

static bool run(machine *m, uint32_t step, uint32_t at, uint32_t *end);

static bool look_ahead(machine *m, uint32_t step, uint32_t at) {
  uint32_t end;
  size_t kept = m->choice_count;
  bool found = run(m, step, at, &end);
  m->choice_count = kept;
  return found;
}

static bool choice_add(machine *m, pattern_choice c) {
  if (m->choice_count == CHOICES_MAX) return false;
  m->set->choices[m->choice_count++] = c;
  return true;
}

/* Run from `step` at chunk `at` to STEP_DONE. */
static bool run(machine *m, uint32_t step, uint32_t at, uint32_t *end) {
  const pattern_step *steps = m->set->steps;
  const alphabet *letters = m->set->letters;
  size_t base = m->choice_count;
  for (;;) {
    const pattern_step *s = &steps[step];
    bool ok = ++m->steps < MATCH_STEPS_MAX;
    if (!ok) return false;
    switch (s->op) {
    case STEP_SET:
      ok = at < m->limit && alphabet_answer(letters, m->symbols[at], s->set);
      at++, step++;
      break;
    case STEP_ANY:
      ok = at++ < m->limit;
      step++;
      break;
    case STEP_SPLIT: {
      if (s->here == SET_UNSETTLED) pattern_set_settle(m->set, step);
      uint32_t here = step + 1, there = s->to;
      uint16_t symbol = at < m->limit ? m->symbols[at] : 0;
      if (!pattern_set_holds(m->set, s->here, symbol)) {
        step = there;
      } else if (!pattern_set_holds(m->set, s->there, symbol)) {
        step = here;
      } else {
        ok = choice_add(m, (pattern_choice){s->lazy ? here : there, at, GROUPS_MAX, 0, 0});
        step = s->lazy ? there : here;
      }
      break;
    }
    case STEP_GO: step = s->to; break;
    case STEP_OPEN:
    case STEP_CLOSE:
      ok = choice_add(m, (pattern_choice){0, 0, s->set, m->match->groups[s->set].from,
                                          m->match->groups[s->set].to});
      if (s->op == STEP_OPEN) m->match->groups[s->set].from = at;
      else m->match->groups[s->set].to = at;
      step++;
      break;
    case STEP_AHEAD:
    case STEP_NOT_AHEAD:
      ok = look_ahead(m, step + 1, at) == (s->op == STEP_AHEAD);
      step = s->to;
      break;
    case STEP_BEHIND:
    case STEP_NOT_BEHIND:
      ok = (at > 0 && alphabet_answer(letters, m->symbols[at - 1], s->set)) ==
           (s->op == STEP_BEHIND);
      step++;
      break;
    default: *end = at; return true;
    }
    while (!ok) {
      if (m->choice_count == base) return false;
      pattern_choice c = m->set->choices[--m->choice_count];
      if (c.group < GROUPS_MAX) {
        m->match->groups[c.group].from = c.old_from;
        m->match->groups[c.group].to = c.old_to;
        continue;
      }
      step = c.step;
      at = c.at;
      ok = true;
    }
  }
}

bool pattern_set_match(pattern_set *s, const chunk_row *row, size_t at, pattern_match *match) {
  const uint64_t *first = s->first + row->symbols[at] * s->first_words;
  size_t left = row->count - at;
  machine m = {.set = s, .symbols = row->symbols, .match = match};
  uint16_t second = left > 1 ? row->symbols[at + 1] : 0;
  m.limit = (uint32_t)(at + (left < MATCH_CHUNKS_MAX ? left : MATCH_CHUNKS_MAX));
  for (size_t word = 0; word < s->first_words; word++) {
    for (uint64_t bits = first[word]; bits; bits &= bits - 1) {
      const pattern_code *code = &s->codes[word * 64 + (size_t)__builtin_ctzll(bits)];
      if (!pattern_set_holds(s, code->second, second)) continue;
      memset(match->groups, 0, code->group_count * sizeof *match->groups);
      m.choice_count = 0;
      m.steps = 0;
      match->code = code;
      if (run(&m, code->start, (uint32_t)at, &match->end) && match->end > at) return true;
      s->given_up += m.steps >= MATCH_STEPS_MAX;
    }
  }
  return false;
}

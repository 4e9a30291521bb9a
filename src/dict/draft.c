#include "dict/draft.h"

#include <string.h>

#include "base/hash.h"
#include "base/sort.h"

enum { FIRST_FORM_SLOTS = 1024 };

/* What every DRAFT_LIST looks like. */
typedef struct any_list {
  void *items;
  size_t count, capacity;
} any_list;

void draft_init(draft *d, const vt_dictionary *base, const vt_allocator *memory) {
  memset(d, 0, sizeof *d);
  d->memory = memory_or_default(memory);
  d->base = base;
  arena_init(&d->texts, &d->memory);
  bool set = base && base != vt_dictionary_empty(); /* the empty one says nothing of weights */
  d->margin_hundredths = set ? base->image->margin_hundredths : DEFAULT_MARGIN_HUNDREDTHS;
  d->association_hundredths = set ? base->image->association_hundredths : 0;
  d->association_margin_hundredths = set ? base->image->association_margin_hundredths : 0;
  for (unsigned cue = 0; cue < CUE_COUNT; cue++)
    d->weights_hundredths[cue] = set ? base->image->weights_hundredths[cue] : term_cue_weight(cue);
}

void draft_clear(draft *d) {
  memory_free(&d->memory, d->file_names.items);
  memory_free(&d->memory, d->entries.items);
  memory_free(&d->memory, d->senses.items);
  memory_free(&d->memory, d->cues.items);
  memory_free(&d->memory, d->forms.items);
  memory_free(&d->memory, d->phrases.items);
  memory_free(&d->memory, d->parts.items);
  for (int i = 0; i < PAIR_LISTS; i++) memory_free(&d->memory, d->pairs[i].items);
  memory_free(&d->memory, d->compositions.items);
  memory_free(&d->memory, d->word_classes.items);
  memory_free(&d->memory, d->words.items);
  memory_free(&d->memory, d->patterns.items);
  memory_free(&d->memory, d->places.items);
  memory_free(&d->memory, d->associations.items);
  memory_free(&d->memory, d->examples.items);
  memory_free(&d->memory, d->form_slots);
  arena_clear(&d->texts);
}

void *draft_push(draft *d, void *list, size_t item_bytes) {
  any_list copy;
  memcpy(&copy, list, sizeof copy);
  bool room = copy.count < UINT32_MAX &&
              memory_grow(&d->memory, &copy.items, &copy.capacity, copy.count + 1, item_bytes);
  if (!room) {
    d->faults.no_memory = true;
    return NULL;
  }
  void *item = (char *)copy.items + copy.count * item_bytes;
  memset(item, 0, item_bytes);
  copy.count++;
  memcpy(list, &copy, sizeof copy);
  return item;
}

vt_span draft_text(draft *d, const char *text, size_t size) {
  if (size == 0) return (vt_span){"", 0};
  char *copy = arena_take(&d->texts, size);
  if (!copy) {
    d->faults.no_memory = true;
    return (vt_span){"", 0};
  }
  memcpy(copy, text, size);
  return (vt_span){copy, size};
}

draft_slot *draft_slots_grow(const vt_allocator *memory, draft_slot *old, size_t old_count,
                             size_t count) {
  draft_slot *slots = memory_new_zeroed(memory, count * sizeof *slots);
  if (!slots) return NULL;
  for (size_t i = 0; i < old_count; i++) {
    if (!old[i].item) continue;
    size_t at = hash_finish(old[i].hash) & (count - 1);
    while (slots[at].item) at = (at + 1) & (count - 1);
    slots[at] = old[i];
  }
  memory_free(memory, old);
  return slots;
}

/* The slot that holds the key's form, or the empty one where it belongs. */
static size_t find_slot(const draft *d, vt_span key, uint32_t hash) {
  size_t mask = d->form_slot_count - 1, at = hash_finish(hash) & mask;
  for (; d->form_slots[at].item; at = (at + 1) & mask)
    if (d->form_slots[at].hash == hash &&
        span_equal(d->forms.items[d->form_slots[at].item - 1].key, key))
      break;
  return at;
}

const draft_form *draft_find_form(const draft *d, vt_span key, uint32_t hash) {
  if (d->form_slot_count == 0) return NULL;
  uint32_t found = d->form_slots[find_slot(d, key, hash)].item;
  return found ? &d->forms.items[found - 1] : NULL;
}

/* At most half full: a miss ends soon. */
static bool grow_form_slots(draft *d) {
  if (d->forms.count * 2 < d->form_slot_count) return true;
  size_t wanted = d->form_slot_count ? d->form_slot_count * 2 : FIRST_FORM_SLOTS;
  draft_slot *slots = draft_slots_grow(&d->memory, d->form_slots, d->form_slot_count, wanted);
  if (!slots) return false;
  d->form_slots = slots;
  d->form_slot_count = wanted;
  return true;
}

uint32_t draft_claim_form(draft *d, vt_span key, uint32_t hash) {
  draft_form *form = grow_form_slots(d) ? DRAFT_PUSH(d, forms) : NULL;
  if (!form) {
    d->faults.no_memory = true;
    return UINT32_MAX;
  }
  uint32_t index = (uint32_t)d->forms.count - 1, entry = (uint32_t)d->entries.count - 1;
  uint32_t loser = UINT32_MAX;
  *form = (draft_form){key, hash, entry, false};
  draft_slot *slot = &d->form_slots[find_slot(d, key, hash)];
  if (slot->item) {
    draft_form *earlier = &d->forms.items[slot->item - 1];
    earlier->dead = true;
    loser = earlier->entry;
    d->entries.items[loser].live_forms--;
  }
  *slot = (draft_slot){index + 1, hash};
  draft_entry *owner = &d->entries.items[entry];
  if (owner->form_count++ == 0) owner->first_form = index;
  owner->live_forms++;
  return loser;
}

uint32_t draft_word_class_number(draft *d, vt_span name, uint32_t letters) {
  for (size_t i = 0; i < d->word_classes.count; i++)
    if (span_equal(d->word_classes.items[i].name, name)) return (uint32_t)i;
  if (d->word_classes.count == WORD_CLASSES_MAX) return WORD_NO_CLASS;
  draft_word_class *made = DRAFT_PUSH(d, word_classes);
  if (!made) return WORD_NO_CLASS;
  *made = (draft_word_class){name, letters};
  return (uint32_t)d->word_classes.count - 1;
}

void draft_add_word(draft *d, uint32_t hash, uint32_t class_) {
  draft_word *made = DRAFT_PUSH(d, words);
  if (made) *made = (draft_word){hash, class_, class_ == WORD_NO_CLASS};
}

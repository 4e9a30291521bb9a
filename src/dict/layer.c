#include "dict/layer.h"

#include "base/hash.h"
#include "base/sort.h"

static uint32_t key_hash(vt_span key) { return hash_bytes(HASH_SEED, key.text, key.size); }

static void report_twice(draft *d, vt_span key, source_place at, const draft_entry *earlier) {
  if (earlier == &d->entries.items[d->entries.count - 1]) {
    faults_remark(&d->faults, at,
                  "\"%.*s\" is written above already: dashes and blanks count alike",
                  SPAN_ARGS(key));
    return;
  }
  if (earlier->file == d->file) {
    faults_add(&d->faults, at, "\"%.*s\" is defined twice (first at line %u); join the two",
               SPAN_ARGS(key), earlier->at.line);
    faults_relate(&d->faults, earlier->at);
    return;
  }
  const char *name = d->file_names.items[earlier->file - 1];
  if (d->strict)
    faults_add(&d->faults, at, "\"%.*s\" is defined twice (first in %s:%u); join the two",
               SPAN_ARGS(key), name, earlier->at.line);
  else
    faults_remark(&d->faults, at, "\"%.*s\" takes the place of the one in %s:%u", SPAN_ARGS(key),
                  name, earlier->at.line);
}

void layer_claim(draft *d, vt_span key, source_place at) {
  uint32_t loser = draft_claim_form(d, key, key_hash(key));
  if (loser != UINT32_MAX) report_twice(d, key, at, &d->entries.items[loser]);
}

layer_below layer_find(const draft *d, vt_span key) {
  layer_below below = {.found = false};
  uint32_t hash = key_hash(key);
  const draft_form *form = draft_find_form(d, key, hash);
  if (form) {
    const draft_entry *entry = &d->entries.items[form->entry];
    below.draft_entry = form->entry;
    below.found = entry->file < d->file && !entry->removed;
    return below;
  }
  dictionary_match match;
  if (d->base && dictionary_find(d->base, hash, key.text, key.size, &match) && match.entry) {
    below.found = true;
    below.image = match.image;
    below.entry = match.entry;
  }
  return below;
}

/* Claim what the entry made last does not have yet. */
static void take_form(draft *d, vt_span key) {
  uint32_t hash = key_hash(key);
  const draft_form *form = draft_find_form(d, key, hash);
  if (!form || form->entry != d->entries.count - 1) (void)draft_claim_form(d, key, hash);
}

static void take_cue(draft *d, const image_header *image, const image_cue *cue) {
  draft_cue *made = DRAFT_PUSH(d, cues);
  if (made)
    *made = (draft_cue){.text = image_text(image, cue->text),
                        .hash = cue->hash,
                        .weight_hundredths = cue->weight_hundredths,
                        .kind = cue->kind,
                        .flags = cue->flags};
}

static void take_image_sense(draft *d, const image_header *image, const image_entry *entry,
                             uint32_t number) {
  const image_sense *sense = entry_senses(image, entry) + number;
  draft_sense taken = {.long_form = image_text(image, sense->long_form),
                       .english = image_text(image, sense->english),
                       .source = image_text(image, sense->source),
                       .kind = sense->kind,
                       .domain = sense->domain,
                       .flags = sense->flags,
                       .prior_hundredths = sense->prior_hundredths,
                       .first_cue = (uint32_t)d->cues.count};
  const image_cue *cues = entry_cues(image, entry);
  for (uint32_t i = 0; i < entry->cue_count; i++)
    if (cues[i].sense == number) take_cue(d, image, &cues[i]);
  taken.cue_count = (uint32_t)d->cues.count - taken.first_cue;
  draft_sense *made = DRAFT_PUSH(d, senses);
  if (!made) return;
  *made = taken;
  d->entries.items[d->entries.count - 1].sense_count++;
}

static void take_draft_sense(draft *d, draft_sense taken) {
  uint32_t first = taken.first_cue;
  taken.first_cue = (uint32_t)d->cues.count;
  for (uint32_t i = 0; i < taken.cue_count; i++) {
    draft_cue cue = d->cues.items[first + i];
    draft_cue *made = DRAFT_PUSH(d, cues);
    if (!made) return;
    *made = cue;
  }
  draft_sense *made = DRAFT_PUSH(d, senses);
  if (!made) return;
  *made = taken;
  d->entries.items[d->entries.count - 1].sense_count++;
}

static void take_from_image(draft *d, const layer_below *below, bool with_senses) {
  const image_header *image = below->image;
  uint32_t index =
      (uint32_t)(below->entry - (const image_entry *)image_items(image, SECTION_ENTRIES));
  const image_form *forms = image_items(image, SECTION_FORMS);
  for (uint32_t i = 0; i < image_count(image, SECTION_FORMS); i++)
    if ((forms[i].flags & FORM_TERMINAL) && forms[i].entry == index)
      take_form(d, image_text(image, forms[i].text));
  for (uint32_t i = 0; with_senses && i < below->entry->sense_count; i++)
    take_image_sense(d, image, below->entry, i);
}

static void take_from_draft(draft *d, uint32_t entry, bool with_senses) {
  draft_entry below = d->entries.items[entry];
  for (uint32_t i = 0; i < below.form_count; i++) {
    draft_form form = d->forms.items[below.first_form + i];
    if (!form.dead) take_form(d, form.key);
  }
  for (uint32_t i = 0; with_senses && i < below.sense_count; i++)
    take_draft_sense(d, d->senses.items[below.first_sense + i]);
}

void layer_take(draft *d, const layer_below *below, bool with_senses) {
  if (!below->found) return;
  if (below->image) take_from_image(d, below, with_senses);
  else take_from_draft(d, below->draft_entry, with_senses);
}

static int compare_owners(const void *context, uint32_t a, uint32_t b) {
  const image_form *forms = context;
  return forms[a].entry < forms[b].entry ? -1 : forms[a].entry > forms[b].entry;
}

/* The forms of one entry: a run of `order`, which is sorted by entry. */
static void take_forms(draft *d, const image_header *image, uint32_t entry, const uint32_t *order,
                       uint32_t *next) {
  const image_form *forms = image_items(image, SECTION_FORMS);
  for (; *next < image_count(image, SECTION_FORMS); ++*next) {
    const image_form *form = &forms[order[*next]];
    if (form->entry > entry) return;
    if (form->flags & FORM_TERMINAL)
      layer_claim(d, image_text(image, form->text), (source_place){0, 0, 0});
  }
}

static void take_entries(draft *d, const image_header *image, const uint32_t *order) {
  const image_entry *entries = image_items(image, SECTION_ENTRIES);
  uint32_t next = 0;
  for (uint32_t i = 0; i < image_count(image, SECTION_ENTRIES); i++) {
    draft_entry *made = DRAFT_PUSH(d, entries);
    if (!made) return;
    *made = (draft_entry){.name = image_text(image, entries[i].name),
                          .first_sense = (uint32_t)d->senses.count,
                          .file = d->file,
                          .removed = (entries[i].flags & ENTRY_REMOVED) != 0};
    take_forms(d, image, i, order, &next);
    for (uint32_t j = 0; j < entries[i].sense_count; j++)
      take_image_sense(d, image, &entries[i], j);
  }
}

static void take_pairs(draft *d, const image_header *image, image_section_id section,
                       unsigned list) {
  const image_pair *pairs = image_items(image, section);
  for (uint32_t i = 0; i < image_count(image, section); i++) {
    draft_pair *made = DRAFT_PUSH(d, pairs[list]);
    if (!made) return;
    *made = (draft_pair){image_text(image, pairs[i].text), image_text(image, pairs[i].long_form),
                         d->file};
  }
}

static void take_phrases(draft *d, const image_header *image) {
  const image_class_slot *slots = image_items(image, SECTION_CLASS_SLOTS);
  for (uint32_t i = 0; i < image_count(image, SECTION_CLASS_SLOTS); i++) {
    draft_phrase *made = slots[i].hash ? DRAFT_PUSH(d, phrases) : NULL;
    if (made)
      *made = (draft_phrase){slots[i].hash, slots[i].classes, slots[i].domains, slots[i].longer};
  }
}

static void take_compositions(draft *d, const image_header *image) {
  const image_part *parts = image_items(image, SECTION_PARTS);
  for (uint32_t i = 0; i < image_count(image, SECTION_PARTS); i++) {
    draft_part *made = DRAFT_PUSH(d, parts);
    if (made)
      *made = (draft_part){image_text(image, parts[i].text), image_text(image, parts[i].long_form),
                           parts[i].part, d->file};
  }
  const image_composition *from = image_items(image, SECTION_COMPOSITIONS);
  for (uint32_t i = 0; i < image_count(image, SECTION_COMPOSITIONS); i++) {
    draft_composition *made = DRAFT_PUSH(d, compositions);
    if (made)
      *made = (draft_composition){image_text(image, from[i].pattern),
                                  image_text(image, from[i].long_form),
                                  image_text(image, from[i].kind), from[i].flags};
  }
}

/* Classes of the image get the draft's numbers; images of the same classes agree. */
static void take_words(draft *d, const image_header *image) {
  const image_word_class *classes = image_items(image, SECTION_WORD_CLASSES);
  const image_word_mask *masks = image_items(image, SECTION_WORD_MASKS);
  const image_word_slot *slots = image_items(image, SECTION_WORD_SLOTS);
  uint32_t numbers[WORD_CLASSES_MAX];
  for (uint32_t i = 0; i < image_count(image, SECTION_WORD_CLASSES); i++)
    numbers[i] = draft_word_class_number(d, image_text(image, classes[i].name), classes[i].letters);
  for (uint32_t i = 0; i < image_count(image, SECTION_WORD_SLOTS); i++) {
    if (!slots[i].hash) continue;
    if (slots[i].longer) draft_add_word(d, slots[i].hash, WORD_NO_CLASS);
    for (uint32_t c = 0;
         slots[i].mask != WORD_NO_MASK && c < image_count(image, SECTION_WORD_CLASSES); c++)
      if (masks[slots[i].mask].bits[c / 64] >> c % 64 & 1)
        draft_add_word(d, slots[i].hash, numbers[c]);
  }
}

static void take_patterns(draft *d, const image_header *image) {
  const image_pattern *patterns = image_items(image, SECTION_PATTERNS);
  for (uint32_t i = 0; i < image_count(image, SECTION_PATTERNS); i++) {
    draft_pattern *made = DRAFT_PUSH(d, patterns);
    if (made)
      *made =
          (draft_pattern){image_text(image, patterns[i].name), image_text(image, patterns[i].type),
                          image_text(image, patterns[i].pattern), patterns[i].kind};
  }
}

static void take_places(draft *d, const image_header *image) {
  const image_place_name *names = image_items(image, SECTION_PLACE_NAMES);
  const image_place *places = image_items(image, SECTION_PLACES);
  uint32_t before = (uint32_t)d->places.count;
  for (uint32_t n = 0; n + 1 < image_count(image, SECTION_PLACE_NAMES); n++)
    for (uint32_t i = names[n].first; i < names[n + 1].first; i++) {
      draft_place *made = DRAFT_PUSH(d, places);
      if (!made) return;
      uint32_t parent = places[i].parent;
      *made = (draft_place){.name = names[n].hash,
                            .level = places[i].level,
                            .parent_path = parent == PLACE_NO_PARENT ? parent : parent + before,
                            .code = places[i].code,
                            .former = places[i].flags & PLACE_FORMER,
                            .taken = true};
    }
}

static void take_associations(draft *d, const image_header *image) {
  const image_association *associations = image_items(image, SECTION_ASSOCIATIONS);
  for (uint32_t i = 0; i < image_count(image, SECTION_ASSOCIATIONS); i++) {
    image_association *made = associations[i].hash ? DRAFT_PUSH(d, associations) : NULL;
    if (made) *made = associations[i];
  }
}

void layer_image(draft *d, const image_header *image) {
  uint32_t *order = sort_order(&d->memory, image_count(image, SECTION_FORMS), compare_owners,
                               image_items(image, SECTION_FORMS));
  if (order) take_entries(d, image, order);
  else d->faults.no_memory = true;
  memory_free(&d->memory, order);
  take_phrases(d, image);
  take_compositions(d, image);
  take_pairs(d, image, SECTION_CODES, PAIR_CODES);
  take_pairs(d, image, SECTION_CODE_TYPES, PAIR_TYPES);
  take_pairs(d, image, SECTION_CODE_ISSUERS, PAIR_ISSUERS);
  take_pairs(d, image, SECTION_RANK_SIGNS, PAIR_RANK_SIGNS);
  take_words(d, image);
  take_patterns(d, image);
  take_places(d, image);
  take_associations(d, image);
  if (image->data_version.size) d->version = image_text(image, image->data_version);
  d->margin_hundredths = image->margin_hundredths;
  d->association_hundredths = image->association_hundredths;
  d->association_margin_hundredths = image->association_margin_hundredths;
  for (int i = 0; i < CUE_COUNT; i++) d->weights_hundredths[i] = image->weights_hundredths[i];
}

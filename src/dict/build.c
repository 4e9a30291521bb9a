/* Entries come first, sorted by name; everything else follows in their order, so
 * that the bytes do not depend on the order of the sources. Each section grows in
 * its own buffer; at the end all are put behind the header. */
#include "dict/build.h"

#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/sort.h"

enum { ALIGN = 8, FIRST_STRING_SLOTS = 4096 };
#define IMAGE_BYTES_MAX ((size_t)UINT32_MAX - 64) /* places are 32 bits wide */

/* The slot of the text, or the empty one where it belongs. */
static draft_slot *string_slot(const builder *b, vt_span text, uint32_t hash) {
  size_t mask = b->string_slot_count - 1, at = hash_finish(hash) & mask;
  for (; b->string_slots[at].item; at = (at + 1) & mask)
    if (b->string_slots[at].hash == hash &&
        span_equal(build_text(b, b->strings.items[b->string_slots[at].item - 1]), text))
      break;
  return &b->string_slots[at];
}

static bool grow_string_slots(builder *b) {
  if (b->strings.count * 2 < b->string_slot_count) return true;
  size_t wanted = b->string_slot_count ? b->string_slot_count * 2 : FIRST_STRING_SLOTS;
  draft_slot *slots =
      draft_slots_grow(&b->d->memory, b->string_slots, b->string_slot_count, wanted);
  if (!slots) return false;
  b->string_slots = slots;
  b->string_slot_count = wanted;
  return true;
}

image_string build_unique_string(builder *b, vt_span text) {
  const image_string none = {0, 0};
  buffer *bytes = &b->sections[SECTION_STRINGS];
  size_t offset = sizeof(image_header) + bytes->size;
  if (text.size == 0 || b->failed) return none;
  b->too_large = offset + text.size > IMAGE_BYTES_MAX;
  b->failed = b->too_large || !buffer_append_span(bytes, text);
  return b->failed ? none : (image_string){(uint32_t)offset, (uint32_t)text.size};
}

image_string build_string(builder *b, vt_span text) {
  const image_string none = {0, 0};
  if (text.size == 0 || b->failed) return none;
  if (!grow_string_slots(b)) b->failed = true;
  if (b->failed) return none;
  uint32_t hash = hash_bytes(HASH_SEED, text.text, text.size);
  draft_slot *slot = string_slot(b, text, hash);
  if (slot->item) return b->strings.items[slot->item - 1];
  image_string *made = draft_push(b->d, &b->strings, sizeof *made);
  if (!made) b->failed = true;
  else *made = build_unique_string(b, text);
  if (b->failed) return none;
  *slot = (draft_slot){(uint32_t)b->strings.count, hash};
  return *made;
}

void build_item(builder *b, image_section_id section, const void *item, size_t item_bytes) {
  if (buffer_append(&b->sections[section], item, item_bytes)) b->counts[section]++;
  else b->failed = true;
}

void *build_zeroed(builder *b, image_section_id section, uint32_t count, size_t item_bytes) {
  buffer *out = &b->sections[section];
  size_t size_bytes;
  if (!size_multiply(count, item_bytes, &size_bytes) || !buffer_reserve(out, size_bytes)) {
    b->failed = true;
    return NULL;
  }
  memset(out->data, 0, size_bytes);
  out->size = size_bytes;
  b->counts[section] = count;
  return out->data;
}

static void prefetch(const void *place) {
#if defined(__GNUC__)
  __builtin_prefetch(place);
#else
  (void)place;
#endif
}

void build_prefetch(const builder *b, uint32_t number) {
  const draft *d = b->d;
  enum { FAR = 24, MIDDLE = 16, NEAR = 8 };
  if (number + FAR >= b->entry_count) return;
  prefetch(&d->entries.items[b->entry_order[number + FAR]]);
  const draft_entry *entry = &d->entries.items[b->entry_order[number + MIDDLE]];
  if (entry->sense_count) prefetch(&d->senses.items[entry->first_sense]);
  prefetch(&d->forms.items[entry->first_form]);
  entry = &d->entries.items[b->entry_order[number + NEAR]];
  prefetch(entry->name.text);
  if (entry->sense_count) prefetch(d->senses.items[entry->first_sense].long_form.text);
}

uint32_t build_slot_count(size_t items) {
  uint32_t slots = 1;
  while (slots < items * 2) slots *= 2;
  return slots;
}

static vt_span name_of(const void *context, uint32_t entry) {
  return ((const draft_entry *)context)[entry].name;
}

/* Number the living entries by name. */
static void order_entries(builder *b) {
  draft *d = b->d;
  b->entry_order = sort_order_of_texts(&d->memory, d->entries.count, name_of, d->entries.items);
  if (!b->entry_order) {
    b->failed = true;
    return;
  }
  for (size_t i = 0; i < d->entries.count; i++) {
    uint32_t entry = b->entry_order[i];
    if (d->entries.items[entry].live_forms > 0) b->entry_order[b->entry_count++] = entry;
  }
}

static int compare_cues(const void *context, uint32_t a, uint32_t b) {
  const draft_cue *left = (const draft_cue *)context + a, *right = (const draft_cue *)context + b;
  if (left->kind != right->kind) return left->kind < right->kind ? -1 : 1;
  if (left->hash != right->hash) return left->hash < right->hash ? -1 : 1;
  return 0; /* in the order of the senses: sorting is stable */
}

static void add_cue(builder *b, const draft_cue *cue, uint32_t sense, image_entry *entry) {
  int32_t weight = cue->weight_hundredths;
  if (cue->default_weight) weight *= b->d->weights_hundredths[cue->kind];
  bool is_local = cue->kind == CUE_NEXT || cue->kind == CUE_PREV || cue->kind == CUE_WITH;
  entry->flags |= is_local ? ENTRY_HAS_LOCAL_CUES : ENTRY_HAS_FAR_CUES;
  image_cue made = {.hash = cue->hash,
                    .kind = cue->kind,
                    .flags = cue->flags,
                    .sense = (uint16_t)sense,
                    .weight_hundredths = weight,
                    .text = build_string(b, cue->text)};
  build_item(b, SECTION_CUES, &made, sizeof made);
}

static uint32_t sense_of_cue(const draft *d, const draft_entry *from, uint32_t cue) {
  uint32_t sense = 0;
  const draft_sense *senses = d->senses.items + from->first_sense;
  while (cue >= senses[sense].first_cue + senses[sense].cue_count) sense++;
  return sense;
}

/* The cues of an entry lie together in the draft, sense after sense. */
static void add_cues(builder *b, const draft_entry *from, image_entry *entry) {
  draft *d = b->d;
  entry->first_cue = b->counts[SECTION_CUES];
  if (from->sense_count == 0) return;
  const draft_sense *last = &d->senses.items[from->first_sense + from->sense_count - 1];
  uint32_t first = d->senses.items[from->first_sense].first_cue;
  entry->cue_count = last->first_cue + last->cue_count - first;
  if (entry->cue_count == 0) return;
  uint32_t *order = sort_order(&d->memory, entry->cue_count, compare_cues, d->cues.items + first);
  if (!order) {
    b->failed = true;
    return;
  }
  for (uint32_t i = 0; i < entry->cue_count; i++) {
    uint32_t cue = first + order[i];
    add_cue(b, &d->cues.items[cue], sense_of_cue(d, from, cue), entry);
  }
  memory_free(&d->memory, order);
}

static void add_entry(builder *b, const draft_entry *from) {
  image_entry entry = {.name = build_unique_string(b, from->name),
                       .first_sense = b->counts[SECTION_SENSES],
                       .sense_count = from->sense_count,
                       .flags = from->removed ? ENTRY_REMOVED : 0,
                       .form_count = from->live_forms};
  for (uint32_t i = 0; i < from->sense_count; i++) {
    const draft_sense *sense = &b->d->senses.items[from->first_sense + i];
    image_sense made = {.long_form = build_unique_string(b, sense->long_form),
                        .english = build_string(b, sense->english),
                        .source = build_string(b, sense->source),
                        .kind = sense->kind,
                        .domain = sense->domain,
                        .flags = sense->flags,
                        .prior_hundredths = sense->prior_hundredths};
    build_item(b, SECTION_SENSES, &made, sizeof made);
  }
  add_cues(b, from, &entry);
  build_item(b, SECTION_ENTRIES, &entry, sizeof entry);
}

static void add_entries(builder *b) {
  for (uint32_t i = 0; i < b->entry_count && !b->failed; i++) {
    build_prefetch(b, i);
    add_entry(b, &b->d->entries.items[b->entry_order[i]]);
  }
}

static size_t aligned(size_t size) { return (size + ALIGN - 1) / ALIGN * ALIGN; }

static size_t image_size(const builder *b) {
  size_t size = sizeof(image_header);
  for (int i = 0; i < SECTION_COUNT; i++) size += aligned(b->sections[i].size);
  return size;
}

static void fill_header(const builder *b, image_header *header, image_string version) {
  memcpy(header->magic, IMAGE_MAGIC, sizeof header->magic);
  header->version = IMAGE_VERSION;
  header->byte_order = IMAGE_BYTE_ORDER;
  header->size_bytes = image_size(b);
  header->data_version = version;
  for (uint32_t i = 0; i < b->entry_count; i++) {
    const draft_entry *entry = &b->d->entries.items[b->entry_order[i]];
    if (entry->removed) continue;
    header->entries++;
    header->senses += entry->sense_count;
    header->forms += entry->live_forms;
  }
  header->margin_hundredths = b->d->margin_hundredths;
  header->association_hundredths = b->d->association_hundredths;
  header->association_margin_hundredths = b->d->association_margin_hundredths;
  for (int i = 0; i < CUE_COUNT; i++) header->weights_hundredths[i] = b->d->weights_hundredths[i];
}

/* Header and sections in one zeroed block: gaps are the same in every build. */
static void *assemble(builder *b, image_string version, size_t *size_bytes) {
  size_t size = image_size(b), at = sizeof(image_header);
  b->too_large = size > IMAGE_BYTES_MAX;
  if (b->too_large) return NULL;
  char *image = memory_new_zeroed(&b->d->memory, size);
  if (!image) return NULL;
  image_header *header = (void *)image;
  fill_header(b, header, version);
  for (int i = 0; i < SECTION_COUNT; i++) {
    header->sections[i] = (image_section){(uint32_t)at, b->counts[i]};
    if (b->sections[i].size) memcpy(image + at, b->sections[i].data, b->sections[i].size);
    at += aligned(b->sections[i].size);
  }
  header->content_hash = image_content_hash(header);
  header->checksum = header->content_hash;
  *size_bytes = size;
  return image;
}

static void builder_init(builder *b, draft *d) {
  memset(b, 0, sizeof *b);
  b->d = d;
  for (int i = 0; i < SECTION_COUNT; i++) buffer_init(&b->sections[i], &d->memory);
}

static void builder_clear(builder *b) {
  for (int i = 0; i < SECTION_COUNT; i++) buffer_clear(&b->sections[i]);
  memory_free(&b->d->memory, b->string_slots);
  memory_free(&b->d->memory, b->strings.items);
  memory_free(&b->d->memory, b->entry_order);
}

/* The version is stored with a NUL behind it, for callers who want a C string. */
static image_string build_version(builder *b) {
  vt_span version = b->d->version;
  if (version.size == 0) return (image_string){0, 0};
  char *text = arena_take(&b->d->texts, version.size + 1);
  if (!text) {
    b->failed = true;
    return (image_string){0, 0};
  }
  memcpy(text, version.text, version.size);
  text[version.size] = '\0';
  image_string stored = build_string(b, (vt_span){text, version.size + 1});
  return (image_string){stored.offset, (uint32_t)version.size};
}

vt_status build_image(draft *d, void **image, size_t *size_bytes, vt_error *err) {
  builder b;
  builder_init(&b, d);
  image_string version = build_version(&b);
  if (!b.failed) order_entries(&b);
  if (!b.failed) add_entries(&b);
  if (!b.failed) build_forms(&b);
  if (!b.failed) build_phrases(&b);
  if (!b.failed) build_tables(&b);
  if (!b.failed) build_entities(&b);
  b.counts[SECTION_STRINGS] = (uint32_t)b.sections[SECTION_STRINGS].size;
  *image = b.failed ? NULL : assemble(&b, version, size_bytes);
  bool too_large = b.too_large;
  builder_clear(&b);
  if (*image) return VT_OK;
  if (too_large)
    return error_set(err, VT_ERR_LIMIT, (vt_position){0, 0, 0},
                     "the dictionary is too large for an image; split it");
  return error_set(err, VT_ERR_MEMORY, (vt_position){0, 0, 0}, "out of memory");
}

/* An image is checked once, whole; then it is read in place without looking. So
 * nothing that is followed later may be left out here: each section's place, each
 * text, each index, and an empty slot that ends every search. */
#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "dict/dictionary.h"

/* Size of an item and how many texts stand at its beginning. */
static const struct section_shape {
  uint32_t item_bytes, texts;
} SHAPES[SECTION_COUNT] = {
    [SECTION_STRINGS] = {1, 0},
    [SECTION_SLOTS] = {sizeof(image_slot), 0},
    [SECTION_FORMS] = {sizeof(image_form), 1},
    [SECTION_ENTRIES] = {sizeof(image_entry), 1},
    [SECTION_SENSES] = {sizeof(image_sense), 3},
    [SECTION_CUES] = {sizeof(image_cue), 0},
    [SECTION_CLASS_SLOTS] = {sizeof(image_class_slot), 0},
    [SECTION_PARTS] = {sizeof(image_part), 2},
    [SECTION_COMPOSITIONS] = {sizeof(image_composition), 3},
    [SECTION_CODES] = {sizeof(image_pair), 2},
    [SECTION_CODE_TYPES] = {sizeof(image_pair), 2},
    [SECTION_CODE_ISSUERS] = {sizeof(image_pair), 2},
    [SECTION_PATTERNS] = {sizeof(image_pattern), 3},
    [SECTION_WORD_CLASSES] = {sizeof(image_word_class), 1},
    [SECTION_WORD_MASKS] = {sizeof(image_word_mask), 0},
    [SECTION_WORD_SLOTS] = {sizeof(image_word_slot), 0},
    [SECTION_PLACE_NAMES] = {sizeof(image_place_name), 0},
    [SECTION_PLACES] = {sizeof(image_place), 0},
    [SECTION_RANK_SIGNS] = {sizeof(image_pair), 2},
    [SECTION_ASSOCIATIONS] = {sizeof(image_association), 0},
};

uint64_t image_content_hash(const image_header *image) {
  const char *start = (const char *)&image->data_version;
  return hash_content(0, start, (size_t)(image->size_bytes - offsetof(image_header, data_version)));
}

static bool text_fits(const image_header *image, image_string s) {
  return s.size <= image->size_bytes && s.offset <= image->size_bytes - s.size;
}

static bool range_fits(uint32_t first, uint32_t count, uint32_t limit) {
  return first <= limit && count <= limit - first;
}

static bool section_fits(const image_header *image, int id) {
  image_section s = image->sections[id];
  uint64_t end = s.offset + (uint64_t)s.count * SHAPES[id].item_bytes;
  return s.offset % 8 == 0 && s.offset >= sizeof *image && end <= image->size_bytes;
}

static bool texts_fit(const image_header *image, int id) {
  const char *item = image_items(image, (image_section_id)id);
  for (uint32_t i = 0; i < image->sections[id].count; i++, item += SHAPES[id].item_bytes)
    for (uint32_t j = 0; j < SHAPES[id].texts; j++)
      if (!text_fits(image, ((const image_string *)(const void *)item)[j])) return false;
  return true;
}

static bool is_power_of_two(uint32_t n) { return n > 0 && (n & (n - 1)) == 0; }

static bool slots_fit(const image_header *image) {
  const image_slot *slots = image_items(image, SECTION_SLOTS);
  uint32_t count = image_count(image, SECTION_SLOTS), empty = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (slots[i].form > image_count(image, SECTION_FORMS)) return false;
    empty += slots[i].form == 0;
  }
  return is_power_of_two(count) && empty > 0;
}

static bool class_slots_fit(const image_header *image) {
  const image_class_slot *slots = image_items(image, SECTION_CLASS_SLOTS);
  uint32_t count = image_count(image, SECTION_CLASS_SLOTS), empty = 0;
  for (uint32_t i = 0; i < count; i++) empty += slots[i].hash == 0;
  return is_power_of_two(count) && empty > 0;
}

static bool associations_fit(const image_header *image) {
  const image_association *slots = image_items(image, SECTION_ASSOCIATIONS);
  uint32_t count = image_count(image, SECTION_ASSOCIATIONS), empty = 0;
  for (uint32_t i = 0; i < count; i++) empty += slots[i].hash == 0;
  return is_power_of_two(count) && empty > 0;
}

static bool forms_fit(const image_header *image) {
  const image_form *forms = image_items(image, SECTION_FORMS);
  for (uint32_t i = 0; i < image_count(image, SECTION_FORMS); i++)
    if ((forms[i].flags & FORM_TERMINAL) && forms[i].entry >= image_count(image, SECTION_ENTRIES))
      return false;
  return true;
}

/* Scores are sums of these; far beyond what a source may say. */
static bool hundredths_fit(int32_t value) { return value >= -1000000 && value <= 1000000; }

static bool cue_fits(const image_header *image, const image_cue *cue, uint32_t senses) {
  uint32_t numbers = cue->kind == CUE_ZONE     ? ZONE_COUNT
                     : cue->kind == CUE_DOMAIN ? DOMAIN_COUNT
                                               : CLASS_COUNT;
  return cue->kind < CUE_COUNT && cue->sense < senses && hundredths_fit(cue->weight_hundredths) &&
         text_fits(image, cue->text) && (!(cue->flags & CUE_IS_CLASS) || cue->hash < numbers);
}

static bool entries_fit(const image_header *image) {
  const image_entry *entries = image_items(image, SECTION_ENTRIES);
  for (uint32_t i = 0; i < image_count(image, SECTION_ENTRIES); i++) {
    const image_entry *e = &entries[i];
    if (!range_fits(e->first_sense, e->sense_count, image_count(image, SECTION_SENSES)) ||
        !range_fits(e->first_cue, e->cue_count, image_count(image, SECTION_CUES)))
      return false;
    const image_cue *cues = entry_cues(image, e);
    for (uint32_t j = 0; j < e->cue_count; j++)
      if (!cue_fits(image, &cues[j], e->sense_count)) return false;
  }
  return true;
}

static bool senses_fit(const image_header *image) {
  const image_sense *senses = image_items(image, SECTION_SENSES);
  for (uint32_t i = 0; i < image_count(image, SECTION_SENSES); i++)
    if (senses[i].kind >= KIND_COUNT || senses[i].domain >= DOMAIN_COUNT ||
        !hundredths_fit(senses[i].prior_hundredths))
      return false;
  return true;
}

static bool parts_fit(const image_header *image) {
  const image_part *parts = image_items(image, SECTION_PARTS);
  for (uint32_t i = 0; i < image_count(image, SECTION_PARTS); i++)
    if (parts[i].part >= PART_COUNT) return false;
  return true;
}

static bool patterns_fit(const image_header *image) {
  const image_pattern *patterns = image_items(image, SECTION_PATTERNS);
  for (uint32_t i = 0; i < image_count(image, SECTION_PATTERNS); i++)
    if (patterns[i].kind >= PATTERN_KINDS) return false;
  return true;
}

static bool words_fit(const image_header *image) {
  const image_word_slot *slots = image_items(image, SECTION_WORD_SLOTS);
  uint32_t count = image_count(image, SECTION_WORD_SLOTS), empty = 0;
  for (uint32_t i = 0; i < count; i++) {
    empty += slots[i].hash == 0;
    if (slots[i].hash && slots[i].mask != WORD_NO_MASK &&
        slots[i].mask >= image_count(image, SECTION_WORD_MASKS))
      return false;
  }
  return image_count(image, SECTION_WORD_CLASSES) <= WORD_CLASSES_MAX &&
         (count == 0 || (is_power_of_two(count) && empty > 0));
}

static bool places_fit(const image_header *image) {
  const image_place_name *names = image_items(image, SECTION_PLACE_NAMES);
  const image_place *places = image_items(image, SECTION_PLACES);
  uint32_t name_count = image_count(image, SECTION_PLACE_NAMES);
  uint32_t count = image_count(image, SECTION_PLACES);
  for (uint32_t i = 0; i < name_count; i++)
    if (names[i].first > count || (i && names[i].first < names[i - 1].first)) return false;
  for (uint32_t i = 0; i < count; i++)
    if (places[i].parent != PLACE_NO_PARENT && places[i].parent >= count) return false;
  return true;
}

/* The version is lent to callers as it stands: with its NUL. */
static bool version_fits(const image_header *image) {
  image_string v = image->data_version;
  if (v.size == 0) return true;
  return v.size < image->size_bytes && text_fits(image, (image_string){v.offset, v.size + 1}) &&
         ((const char *)image)[v.offset + v.size] == '\0';
}

static bool content_fits(const image_header *image) {
  for (int id = 0; id < SECTION_COUNT; id++)
    if (!section_fits(image, id)) return false;
  if (!hundredths_fit(image->margin_hundredths) || !hundredths_fit(image->association_hundredths) ||
      !hundredths_fit(image->association_margin_hundredths))
    return false;
  for (int i = 0; i < CUE_COUNT; i++)
    if (!hundredths_fit(image->weights_hundredths[i])) return false;
  for (int id = 0; id < SECTION_COUNT; id++)
    if (!texts_fit(image, id)) return false;
  return version_fits(image) && slots_fit(image) && class_slots_fit(image) &&
         associations_fit(image) && forms_fit(image) && entries_fit(image) && senses_fit(image) &&
         parts_fit(image) && patterns_fit(image) && words_fit(image) && places_fit(image);
}

vt_status image_check(const void *bytes, size_t size_bytes, vt_error *err) {
  const vt_position nowhere = {0, 0, 0};
  const image_header *image = bytes;
  if (size_bytes < sizeof image->magic || memcmp(bytes, IMAGE_MAGIC, sizeof image->magic) != 0)
    return error_set(err, VT_ERR_IMAGE, nowhere, "no dictionary image; compile it again");
  if (size_bytes < sizeof *image)
    return error_set(err, VT_ERR_IMAGE, nowhere, "the image is cut short; compile it again");
  if (image->byte_order != IMAGE_BYTE_ORDER)
    return error_set(err, VT_ERR_IMAGE, nowhere,
                     "the image is of a machine with another byte order; compile it here");
  if (image->version != IMAGE_VERSION)
    return error_set(err, VT_ERR_IMAGE, nowhere,
                     "the image has format %u, this program reads %d; compile it again",
                     image->version, IMAGE_VERSION);
  if (image->size_bytes != size_bytes)
    return error_set(err, VT_ERR_IMAGE, nowhere,
                     "the image has %zu bytes instead of %llu; compile it again", size_bytes,
                     (unsigned long long)image->size_bytes);
  if (image->checksum != image_content_hash(image) || image->content_hash != image->checksum)
    return error_set(err, VT_ERR_IMAGE, nowhere, "the image's checksum is wrong; compile it again");
  if (!content_fits(image))
    return error_set(err, VT_ERR_IMAGE, nowhere, "the image contradicts itself; compile it again");
  return VT_OK;
}

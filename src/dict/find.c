#include "dict/dictionary.h"

#include <string.h>

#include "base/hash.h"

const image_form *image_find(const image_header *image, uint32_t hash, const char *key,
                             size_t size) {
  const image_slot *slots = image_items(image, SECTION_SLOTS);
  const image_form *forms = image_items(image, SECTION_FORMS);
  uint32_t mask = image_count(image, SECTION_SLOTS) - 1;
  for (uint32_t at = hash_finish(hash) & mask; slots[at].form; at = (at + 1) & mask) {
    if (slots[at].check != hash) continue;
    const image_form *form = &forms[slots[at].form - 1];
    if (form->text.size == size && memcmp(image_at(image, form->text.offset), key, size) == 0)
      return form;
  }
  return NULL;
}

const image_class_slot *image_find_class(const image_header *image, uint32_t hash) {
  const image_class_slot *slots = image_items(image, SECTION_CLASS_SLOTS);
  uint32_t mask = image_count(image, SECTION_CLASS_SLOTS) - 1;
  for (uint32_t at = hash_finish(hash) & mask; slots[at].hash; at = (at + 1) & mask)
    if (slots[at].hash == hash) return &slots[at];
  return NULL;
}

bool dictionary_find(const vt_dictionary *dictionary, uint32_t hash, const char *key, size_t size,
                     dictionary_match *match) {
  *match = (dictionary_match){NULL, NULL, false};
  bool settled = false; /* a layer has the form, be it to take it away */
  for (const vt_dictionary *layer = dictionary; layer; layer = layer->base) {
    const image_form *form = image_find(layer->image, hash, key, size);
    if (!form) continue;
    match->longer = match->longer || (form->flags & FORM_LONGER);
    if (settled || !(form->flags & FORM_TERMINAL)) continue;
    settled = true;
    const image_entry *entry =
        (const image_entry *)image_items(layer->image, SECTION_ENTRIES) + form->entry;
    if (entry->flags & ENTRY_REMOVED) continue;
    match->image = layer->image;
    match->entry = entry;
  }
  return match->entry || match->longer;
}

dictionary_classes dictionary_class(const vt_dictionary *dictionary, uint32_t phrase_hash) {
  dictionary_classes all = {0, 0, false};
  for (const vt_dictionary *layer = dictionary; layer; layer = layer->base) {
    const image_class_slot *slot = image_find_class(layer->image, phrase_hash);
    if (!slot) continue;
    all.classes |= slot->classes;
    all.domains |= slot->domains;
    all.longer = all.longer || slot->longer;
  }
  return all;
}

static const int8_t *image_find_association(const image_header *image, uint32_t hash) {
  const image_association *slots = image_items(image, SECTION_ASSOCIATIONS);
  uint32_t mask = image_count(image, SECTION_ASSOCIATIONS) - 1;
  for (uint32_t at = hash_finish(hash) & mask; slots[at].hash; at = (at + 1) & mask)
    if (slots[at].hash == hash) return slots[at].numbers;
  return NULL;
}

const int8_t *dictionary_association(const vt_dictionary *dictionary, uint32_t phrase_hash) {
  for (const vt_dictionary *layer = dictionary; layer; layer = layer->base) {
    const int8_t *numbers = image_find_association(layer->image, phrase_hash);
    if (numbers) return numbers;
  }
  return NULL;
}

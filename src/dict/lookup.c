/* Questions of people rather than of the engine: what does a form mean, which
 * forms mean this, what is there at all. */
#include "dict/dictionary.h"

#include <string.h>

#include "base/hash.h"
#include "base/sort.h"
#include "dict/phrase.h"
#include "text/fold.h"

static vt_span span_of_cstr(const char *text) {
  return text ? (vt_span){text, strlen(text)} : (vt_span){"", 0};
}

void sense_set_terms(vt_sense *sense, unsigned kind, unsigned domain, unsigned flags,
                     int32_t prior_hundredths) {
  sense->kind = span_of_cstr(term_kind_name(kind));
  sense->domain = span_of_cstr(term_domain_name(domain));
  sense->prior = (float)prior_hundredths / 100.0f;
  sense->kept = (flags & SENSE_KEPT) != 0;
  sense->proposed = (flags & SENSE_PROPOSED) != 0;
}

static vt_sense sense_shown(const image_header *image, const image_entry *entry,
                            const image_sense *sense) {
  vt_sense shown = {.entry = image_text(image, entry->name),
                    .long_form = image_text(image, sense->long_form),
                    .english = image_text(image, sense->english),
                    .source = image_text(image, sense->source)};
  sense_set_terms(&shown, sense->kind, sense->domain, sense->flags, sense->prior_hundredths);
  return shown;
}

static bool visit_entry(const image_header *image, const image_entry *entry,
                        vt_sense_visitor *visit, void *context) {
  for (uint32_t i = 0; i < entry->sense_count; i++) {
    vt_sense shown = sense_shown(image, entry, &entry_senses(image, entry)[i]);
    if (!visit(context, &shown)) return false;
  }
  return true;
}

void vt_dictionary_lookup(const vt_dictionary *dictionary, vt_span form, vt_sense_visitor *visit,
                          void *context) {
  char key[FORM_KEY_BYTES];
  size_t size;
  dictionary_match match;
  if (!fold_form(form.text, form.size, key, &size) || size == 0) return;
  if (dictionary_find(dictionary, hash_bytes(HASH_SEED, key, size), key, size, &match) &&
      match.entry)
    (void)visit_entry(match.image, match.entry, visit, context);
}

/* Does the form still lead to this entry, or has a layer above taken it? */
static bool leads_to(const vt_dictionary *dictionary, vt_span key, const image_entry *entry) {
  dictionary_match match;
  return dictionary_find(dictionary, hash_bytes(HASH_SEED, key.text, key.size), key.text, key.size,
                         &match) &&
         match.entry == entry;
}

static bool any_form_leads_to(const vt_dictionary *dictionary, const image_header *image,
                              const image_entry *entry) {
  const image_form *forms = image_items(image, SECTION_FORMS);
  uint32_t index = (uint32_t)(entry - (const image_entry *)image_items(image, SECTION_ENTRIES));
  for (uint32_t i = 0; i < image_count(image, SECTION_FORMS); i++)
    if ((forms[i].flags & FORM_TERMINAL) && forms[i].entry == index &&
        leads_to(dictionary, image_text(image, forms[i].text), entry))
      return true;
  return false;
}

/* An entry is seen while one of its forms leads to it; usually its name does. */
static bool is_seen(const vt_dictionary *dictionary, const image_header *image,
                    const image_entry *entry) {
  char key[FORM_KEY_BYTES];
  size_t size;
  vt_span name = image_text(image, entry->name);
  if (entry->flags & ENTRY_REMOVED) return false;
  if (fold_form(name.text, name.size, key, &size) &&
      leads_to(dictionary, (vt_span){key, size}, entry))
    return true;
  return entry->form_count > 1 && any_form_leads_to(dictionary, image, entry);
}

typedef bool entry_visitor(void *context, const image_header *image, const image_entry *entry);

/* All entries that are seen, merged by name: each layer's are sorted. */
static void visit_entries(const vt_dictionary *dictionary, entry_visitor *visit, void *context) {
  uint32_t next[DICTIONARY_LAYERS_MAX] = {0};
  for (;;) {
    const image_entry *best = NULL;
    const image_header *best_image = NULL;
    size_t best_layer = 0, i = 0;
    for (const vt_dictionary *layer = dictionary; layer; layer = layer->base, i++) {
      if (next[i] == image_count(layer->image, SECTION_ENTRIES)) continue;
      const image_entry *entry =
          (const image_entry *)image_items(layer->image, SECTION_ENTRIES) + next[i];
      if (best && span_compare(image_text(layer->image, entry->name),
                               image_text(best_image, best->name)) >= 0)
        continue;
      best = entry, best_image = layer->image, best_layer = i;
    }
    if (!best) return;
    next[best_layer]++;
    if (is_seen(dictionary, best_image, best) && !visit(context, best_image, best)) return;
  }
}

typedef struct sense_visit {
  vt_sense_visitor *visit;
  void *context;
  vt_span words; /* of a reverse look-up */
} sense_visit;

static bool visit_senses(void *context, const image_header *image, const image_entry *entry) {
  sense_visit *to = context;
  return visit_entry(image, entry, to->visit, to->context);
}

static bool count_entry(void *context, const image_header *image, const image_entry *entry) {
  vt_dictionary_facts *facts = context;
  (void)image;
  facts->entries++;
  facts->senses += entry->sense_count;
  return true;
}

static size_t count_forms(const vt_dictionary *dictionary, const vt_dictionary *layer) {
  const image_form *forms = image_items(layer->image, SECTION_FORMS);
  const image_entry *entries = image_items(layer->image, SECTION_ENTRIES);
  size_t count = 0;
  for (uint32_t i = 0; i < image_count(layer->image, SECTION_FORMS); i++)
    if (forms[i].flags & FORM_TERMINAL)
      count +=
          leads_to(dictionary, image_text(layer->image, forms[i].text), &entries[forms[i].entry]);
  return count;
}

/* A single image knows its numbers; of several layers, what is seen is counted. */
static void count_all(const vt_dictionary *dictionary, vt_dictionary_facts *facts) {
  const image_header *image = dictionary->image;
  facts->entries = image->entries;
  facts->senses = image->senses;
  facts->forms = image->forms;
  if (!dictionary->base) return;
  facts->entries = facts->senses = facts->forms = 0;
  visit_entries(dictionary, count_entry, facts);
  for (const vt_dictionary *layer = dictionary; layer; layer = layer->base)
    facts->forms += count_forms(dictionary, layer);
}

void vt_dictionary_describe(const vt_dictionary *dictionary, vt_dictionary_facts *facts) {
  static const char DIGITS[] = "0123456789abcdef";
  uint64_t hash = dictionary_hash(dictionary);
  for (int i = 0; i < 16; i++) facts->hash[i] = DIGITS[hash >> (60 - 4 * i) & 15];
  facts->hash[16] = '\0';
  facts->version = "";
  for (const vt_dictionary *layer = dictionary; layer; layer = layer->base)
    if (layer->image->data_version.size) {
      facts->version = image_at(layer->image, layer->image->data_version.offset);
      break;
    }
  count_all(dictionary, facts);
}

void vt_dictionary_visit(const vt_dictionary *dictionary, vt_sense_visitor *visit, void *context) {
  sense_visit to = {visit, context, {"", 0}};
  visit_entries(dictionary, visit_senses, &to);
}

typedef struct bare_form {
  char key[FORM_KEY_BYTES];
  size_t size; /* 0: nothing is like it */
} bare_form;

static bare_form bare_form_of(vt_span form) {
  bare_form b;
  b.size = fold_bare(form.text, form.size, b.key);
  return b;
}

/* Is it a form like the wanted one, and one that leads to its entry? */
static bool is_similar(const vt_dictionary *dictionary, const image_header *image,
                       const image_form *form, const bare_form *wanted) {
  if (!(form->flags & FORM_TERMINAL)) return false;
  bare_form bare = bare_form_of(image_text(image, form->text));
  return span_equal((vt_span){wanted->key, wanted->size}, (vt_span){bare.key, bare.size}) &&
         leads_to(dictionary, image_text(image, form->text),
                  (const image_entry *)image_items(image, SECTION_ENTRIES) + form->entry);
}

static bool is_first_similar(const vt_dictionary *dictionary, const image_header *image,
                             const image_form *form, const bare_form *wanted) {
  const image_form *before = image_items(image, SECTION_FORMS);
  for (; before < form; before++)
    if (before->entry == form->entry && is_similar(dictionary, image, before, wanted)) return false;
  return true;
}

void vt_dictionary_similar(const vt_dictionary *dictionary, vt_span form, vt_sense_visitor *visit,
                           void *context) {
  bare_form wanted = bare_form_of(form);
  for (const vt_dictionary *layer = dictionary; wanted.size && layer; layer = layer->base) {
    const image_form *forms = image_items(layer->image, SECTION_FORMS);
    const image_entry *entries = image_items(layer->image, SECTION_ENTRIES);
    for (uint32_t i = 0; i < image_count(layer->image, SECTION_FORMS); i++)
      if (is_similar(dictionary, layer->image, &forms[i], &wanted) &&
          is_first_similar(dictionary, layer->image, &forms[i], &wanted) &&
          !visit_entry(layer->image, &entries[forms[i].entry], visit, context))
        return;
  }
}

/* Do the words at long_form[at…] begin with all of `words`? */
static bool begins_with(vt_span long_form, size_t at, vt_span words) {
  vt_span wanted, found;
  char wanted_key[WORD_KEY_BYTES], found_key[WORD_KEY_BYTES];
  for (size_t from = 0; phrase_next_word(words, &from, &wanted);) {
    if (!phrase_next_word(long_form, &at, &found)) return false;
    size_t wanted_size = fold_word(wanted.text, wanted.size, wanted_key);
    size_t found_size = fold_word(found.text, found.size, found_key);
    if (!span_equal((vt_span){wanted_key, wanted_size}, (vt_span){found_key, found_size}))
      return false;
  }
  return true;
}

static bool contains(vt_span long_form, vt_span words) {
  vt_span word;
  for (size_t at = 0, start = 0; phrase_next_word(long_form, &at, &word); start = at)
    if (begins_with(long_form, start, words)) return true;
  return false;
}

static bool filter_sense(void *context, const vt_sense *sense) {
  sense_visit *to = context;
  return !contains(sense->long_form, to->words) || to->visit(to->context, sense);
}

static bool visit_matching(void *context, const image_header *image, const image_entry *entry) {
  return visit_entry(image, entry, filter_sense, context);
}

void vt_dictionary_reverse(const vt_dictionary *dictionary, vt_span words, vt_sense_visitor *visit,
                           void *context) {
  vt_span word;
  size_t at = 0;
  sense_visit to = {visit, context, words};
  if (phrase_next_word(words, &at, &word)) visit_entries(dictionary, visit_matching, &to);
}

/* classes.yaml, compositions.yaml and codes.yaml: word classes, weights, parts of
 * compositions and of document numbers. */
#include "dict/read.h"

#include "base/sort.h"
#include "dict/phrase.h"

enum { WEIGHT_LIMIT = 10 };

typedef struct phrase_target {
  draft *d;
  uint32_t classes, domains;
} phrase_target;

static void add_prefix(void *context, uint32_t hash) {
  phrase_target *target = context;
  draft_phrase *made = DRAFT_PUSH(target->d, phrases);
  if (made) *made = (draft_phrase){hash, 0, 0, 1};
}

static void add_phrase(phrase_target *target, const source_node *node) {
  vt_span text;
  draft *d = target->d;
  if (!field_text(d, node, "the phrase", &text)) return;
  phrase p = phrase_read(text);
  if (p.hash == 0) {
    faults_add(&d->faults, node->at, "\"%.*s\" holds no word; take it away", SPAN_ARGS(text));
    return;
  }
  draft_phrase *made = DRAFT_PUSH(d, phrases);
  if (made) *made = (draft_phrase){p.hash, target->classes, target->domains, 0};
  phrase_prefixes(text, add_prefix, target);
}

static void add_phrases(phrase_target *target, const source_node *node, const char *what) {
  bool single;
  const source_node *item = field_items(target->d, node, what, &single);
  for (; item; item = single ? NULL : item->next) add_phrase(target, item);
}

void read_classes(draft *d, const source_node *node) {
  if (!field_is_map(d, node, "classes")) return;
  for (const source_node *key = node->first; key; key = key->next->next) {
    int class_ = field_term(d, key, term_class_name, "class");
    if (class_ < 0) continue;
    if (class_ < CLASS_ORGAN) {
      faults_add(&d->faults, key->at, "\"%.*s\" is seen from the text's shape; it has no list",
                 SPAN_ARGS(key->text));
      continue;
    }
    add_phrases(&(phrase_target){d, 1u << class_, 0}, key->next, term_class_name((unsigned)class_));
  }
}

void read_domains(draft *d, const source_node *node) {
  if (!field_is_map(d, node, "domains")) return;
  for (const source_node *key = node->first; key; key = key->next->next) {
    int domain = field_term(d, key, term_domain_name, "domain");
    if (domain < 0) continue;
    add_phrases(&(phrase_target){d, 0, 1u << domain}, key->next,
                term_domain_name((unsigned)domain));
  }
}

/* Behind the weights of cues. */
enum { WEIGHT_MARGIN = CUE_COUNT, WEIGHT_ASSOCIATION, WEIGHT_ASSOCIATION_MARGIN };

static const char *weight_name(unsigned i) {
  switch (i) {
  case WEIGHT_MARGIN: return "margin";
  case WEIGHT_ASSOCIATION: return "association";
  case WEIGHT_ASSOCIATION_MARGIN: return "association-margin";
  default: return term_cue_name(i);
  }
}

static int32_t *weight_place(draft *d, unsigned i) {
  switch (i) {
  case WEIGHT_MARGIN: return &d->margin_hundredths;
  case WEIGHT_ASSOCIATION: return &d->association_hundredths;
  case WEIGHT_ASSOCIATION_MARGIN: return &d->association_margin_hundredths;
  default: return &d->weights_hundredths[i];
  }
}

void read_weights(draft *d, const source_node *node) {
  if (!field_is_map(d, node, "weights")) return;
  for (const source_node *key = node->first; key; key = key->next->next) {
    int weight = field_term(d, key, weight_name, "weight");
    if (weight >= 0)
      (void)field_hundredths(d, key->next, "the weight", 0, WEIGHT_LIMIT,
                             weight_place(d, (unsigned)weight));
  }
}

static void read_part(draft *d, const source_node *key, unsigned part) {
  draft_part read = {.part = part, .file = d->file};
  if (!field_text(d, key, "the part", &read.text) ||
      !field_text(d, key->next, "the long form", &read.long_form))
    return;
  draft_part *made = DRAFT_PUSH(d, parts);
  if (made) *made = read;
}

void read_parts(draft *d, const source_node *node) {
  if (!field_is_map(d, node, "parts")) return;
  for (const source_node *class_ = node->first; class_; class_ = class_->next->next) {
    int part = field_term(d, class_, term_part_name, "part");
    if (part < 0 || !field_is_map(d, class_->next, "the part's list")) continue;
    for (const source_node *key = class_->next->first; key; key = key->next->next)
      read_part(d, key, (unsigned)part);
  }
}

enum {
  COMPOSITION_PATTERN,
  COMPOSITION_LONG,
  COMPOSITION_KIND,
  COMPOSITION_WHEN,
  COMPOSITION_IS_SURE,
  COMPOSITION_FIELDS
};
static const char *composition_field(unsigned i) {
  static const char *const NAMES[] = {"pattern", "long", "kind", "when", "sure"};
  return i < COMPOSITION_FIELDS ? NAMES[i] : NULL;
}
static const char *when_name(unsigned i) { return i == 0 ? "military" : NULL; }

static void read_composition(draft *d, const source_node *node) {
  const source_node *of[COMPOSITION_FIELDS];
  if (!field_split(d, node, composition_field, "the composition", of, COMPOSITION_FIELDS)) return;
  draft_composition read = {.flags = 0};
  if (!of[COMPOSITION_PATTERN] || !of[COMPOSITION_LONG]) {
    faults_add(&d->faults, node->at, "a composition needs \"pattern\" and \"long\"; add them");
    return;
  }
  (void)field_text(d, of[COMPOSITION_PATTERN], "pattern", &read.pattern);
  (void)field_text(d, of[COMPOSITION_LONG], "long", &read.long_form);
  if (of[COMPOSITION_KIND]) {
    int kind = field_term(d, of[COMPOSITION_KIND], term_kind_name, "kind");
    if (kind >= 0) read.kind = of[COMPOSITION_KIND]->text;
  }
  if (of[COMPOSITION_WHEN] && field_term(d, of[COMPOSITION_WHEN], when_name, "condition") == 0)
    read.flags |= COMPOSITION_MILITARY;
  if (field_is_true(d, of[COMPOSITION_IS_SURE], "sure")) read.flags |= COMPOSITION_SURE;
  draft_composition *made = DRAFT_PUSH(d, compositions);
  if (made) *made = read;
}

void read_compositions(draft *d, const source_node *node) {
  bool single;
  const source_node *item = field_items(d, node, "compositions", &single);
  for (; item; item = single ? NULL : item->next) read_composition(d, item);
}

static void add_pair(draft *d, unsigned list, const source_node *text,
                     const source_node *long_form) {
  draft_pair read = {.file = d->file};
  if (!field_text(d, text, "the sign", &read.text) ||
      !field_text(d, long_form, "the long form", &read.long_form))
    return;
  draft_pair *made = DRAFT_PUSH(d, pairs[list]);
  if (made) *made = read;
}

void read_pairs(draft *d, const source_node *node, unsigned list, const char *what) {
  if (!field_is_map(d, node, what)) return;
  for (const source_node *key = node->first; key; key = key->next->next)
    add_pair(d, list, key, key->next);
}

enum { CODE_CODE, CODE_LONG, CODE_EN, CODE_SOURCE, CODE_FIELDS };
static const char *code_field(unsigned i) {
  static const char *const NAMES[] = {"code", "long", "en", "source"};
  return i < CODE_FIELDS ? NAMES[i] : NULL;
}

/* A list is no mapping: keys given twice are looked for here. */
static void check_code(draft *d, const source_node *code) {
  for (size_t i = 0; code->kind == SOURCE_TEXT && i < d->pairs[PAIR_CODES].count; i++) {
    const draft_pair *pair = &d->pairs[PAIR_CODES].items[i];
    if (pair->file != d->file || !span_equal(pair->text, code->text)) continue;
    faults_add(&d->faults, code->at, "\"%.*s\" is given twice; delete one", SPAN_ARGS(code->text));
    return;
  }
}

void read_codes(draft *d, const source_node *node) {
  bool single;
  const source_node *item = field_items(d, node, "codes", &single);
  for (; item; item = single ? NULL : item->next) {
    const source_node *of[CODE_FIELDS];
    if (!field_split(d, item, code_field, "the code", of, CODE_FIELDS)) continue;
    if (!of[CODE_CODE] || !of[CODE_LONG]) {
      faults_add(&d->faults, item->at, "a code needs \"code\" and \"long\"; add them");
      continue;
    }
    check_code(d, of[CODE_CODE]);
    add_pair(d, PAIR_CODES, of[CODE_CODE], of[CODE_LONG]);
  }
}

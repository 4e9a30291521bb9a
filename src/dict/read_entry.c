/* One entry: its forms, its senses, and how it stands to what lies below it. */
#include "dict/read.h"

#include <string.h>

#include "dict/check.h"
#include "dict/layer.h"
#include "text/fold.h"

enum { FORMS_PER_ENTRY = 64, SENSES_PER_ENTRY = 256, PRIOR_LIMIT = 5 };

#define FIELDS(X)                                                                                  \
  X(LONG, "long")                                                                                  \
  X(EN, "en")                                                                                      \
  X(KIND, "kind")                                                                                  \
  X(DOMAIN, "domain")                                                                              \
  X(SOURCE, "source")                                                                              \
  X(EXAMPLES, "examples")                                                                          \
  X(PRIOR, "prior")                                                                                \
  X(CUES, "cues")                                                                                  \
  X(AGAINST, "against")                                                                            \
  X(CONFIDENCE, "confidence")                                                                      \
  X(KEEP, "keep")                                                                                  \
  X(SHORT, "short")                                                                                \
  X(SENSES, "senses")                                                                              \
  X(ADD, "add")                                                                                    \
  X(REMOVE, "remove")
#define FIELD_ID(id, name) FIELD_##id,
enum { FIELDS(FIELD_ID) FIELD_COUNT, SENSE_FIELD_COUNT = FIELD_SHORT };
#define FIELD_NAME(id, name) name,
static const char *const NAMES[] = {FIELDS(FIELD_NAME)};
static const char *entry_field(unsigned i) { return i < FIELD_COUNT ? NAMES[i] : NULL; }
static const char *sense_field(unsigned i) { return i < SENSE_FIELD_COUNT ? NAMES[i] : NULL; }

static const char *confidence_name(unsigned i) { return i == 0 ? "low" : NULL; }
static const char *keep_name(unsigned i) { return i == 0 ? "foreign" : i == 1 ? "name" : NULL; }

typedef const source_node *fields[FIELD_COUNT];

/* A field that every reading of the library's own files has. */
static void read_wanted(draft *d, fields of, int field, source_place at, vt_span *out) {
  if (of[field]) (void)field_text(d, of[field], NAMES[field], out);
  else faults_advise(&d->faults, at, "the reading has no \"%s\"; add one", NAMES[field]);
}

static void read_examples(draft *d, const source_node *node) {
  bool single;
  const source_node *item = field_items(d, node, "examples", &single);
  for (; item; item = single ? NULL : item->next) {
    if (item->kind != SOURCE_TEXT) {
      faults_add(&d->faults, item->at, "the example is not a text; put it in quotes");
      continue;
    }
    if (!d->keep_examples) continue;
    draft_example *made = DRAFT_PUSH(d, examples);
    if (made)
      *made = (draft_example){item->text, item->at, (uint32_t)d->entries.count - 1,
                              (uint32_t)d->senses.count - 1};
  }
}

static void read_terms(draft *d, fields of, draft_sense *sense, source_place at) {
  if (of[FIELD_KIND]) {
    int kind = field_term(d, of[FIELD_KIND], term_kind_name, "kind");
    if (kind >= 0) sense->kind = (uint8_t)kind;
  } else {
    faults_advise(&d->faults, at, "the reading has no \"kind\"; add one");
  }
  if (of[FIELD_DOMAIN]) {
    int domain = field_term(d, of[FIELD_DOMAIN], term_domain_name, "domain");
    if (domain >= 0) sense->domain = (uint8_t)domain;
  }
  if (of[FIELD_CONFIDENCE] &&
      field_term(d, of[FIELD_CONFIDENCE], confidence_name, "confidence") >= 0)
    sense->flags |= SENSE_PROPOSED;
  if (of[FIELD_KEEP] && field_term(d, of[FIELD_KEEP], keep_name, "reason to keep") >= 0)
    sense->flags |= SENSE_KEPT;
  if (of[FIELD_PRIOR])
    (void)field_hundredths(d, of[FIELD_PRIOR], "the prior", -PRIOR_LIMIT, PRIOR_LIMIT,
                           &sense->prior_hundredths);
}

static void read_sense(draft *d, fields of, source_place at, unsigned domain) {
  draft_sense sense = {.domain = (uint8_t)domain,
                       .first_cue = (uint32_t)d->cues.count,
                       .at = of[FIELD_LONG] ? of[FIELD_LONG]->at : at};
  if (of[FIELD_LONG]) (void)field_text(d, of[FIELD_LONG], "long", &sense.long_form);
  else faults_add(&d->faults, at, "the reading has no \"long\"; say what the form stands for");
  read_wanted(d, of, FIELD_EN, at, &sense.english);
  read_wanted(d, of, FIELD_SOURCE, at, &sense.source);
  read_terms(d, of, &sense, at);
  draft_sense *made = DRAFT_PUSH(d, senses);
  if (!made) return;
  *made = sense;
  d->entries.items[d->entries.count - 1].sense_count++;
  if (of[FIELD_CUES]) read_cues(d, of[FIELD_CUES], 1);
  if (of[FIELD_AGAINST]) read_cues(d, of[FIELD_AGAINST], -1);
  if (of[FIELD_EXAMPLES]) read_examples(d, of[FIELD_EXAMPLES]);
}

static void read_senses(draft *d, fields of, unsigned domain) {
  for (int i = 0; i < SENSE_FIELD_COUNT; i++)
    if (of[i])
      faults_add(&d->faults, of[i]->at, "\"%s\" beside \"senses\"; move it into one of them",
                 NAMES[i]);
  bool single;
  size_t count = 0;
  const source_node *item = field_items(d, of[FIELD_SENSES], "senses", &single);
  for (; item; item = single ? NULL : item->next) {
    fields sense_of = {NULL};
    if (++count > SENSES_PER_ENTRY) {
      faults_add(&d->faults, item->at, "more than %d readings; split the entry", SENSES_PER_ENTRY);
      return;
    }
    if (field_split(d, item, sense_field, "the reading", sense_of, SENSE_FIELD_COUNT))
      read_sense(d, sense_of, item->at, domain);
  }
}

/* How many parts the key has; a mark at its end begins none. */
static size_t count_parts(const char *key, size_t size) {
  size_t parts = 1;
  for (size_t i = 0; i + 1 < size; i++) parts += memchr(" .-/&,", key[i], 6) != NULL;
  return parts;
}

/* The key of a written form. False: a fault was added. */
static bool read_key(draft *d, const source_node *node, vt_span *written, vt_span *key) {
  char folded[FORM_KEY_BYTES];
  size_t size;
  if (!field_text(d, node, "short", written)) return false;
  if (!fold_form(written->text, written->size, folded, &size)) {
    faults_add(&d->faults, node->at, "the form \"%.*s\" is too long; at most %d bytes",
               SPAN_ARGS(*written), FORM_KEY_BYTES - 4);
    return false;
  }
  if (count_parts(folded, size) > FORM_PARTS_MAX) {
    faults_add(&d->faults, node->at,
               "the form \"%.*s\" has more than %d parts and would never be found; shorten it",
               SPAN_ARGS(*written), FORM_PARTS_MAX);
    return false;
  }
  bool same = size == written->size && memcmp(folded, written->text, size) == 0;
  if (size == 0) faults_add(&d->faults, node->at, "the form is blank; write it out");
  *key = same ? *written : draft_text(d, folded, size);
  return size > 0;
}

/* The first form names the entry and says which entry below is meant. */
static void read_form(draft *d, const source_node *node, layer_below *below) {
  vt_span written, key;
  if (!read_key(d, node, &written, &key)) return;
  draft_entry *entry = &d->entries.items[d->entries.count - 1];
  if (entry->name.size == 0) {
    entry->name = written;
    if (below) *below = layer_find(d, key);
  }
  layer_claim(d, key, node->at);
}

static void read_forms(draft *d, const source_node *node, layer_below *below) {
  bool single;
  size_t count = 0;
  const source_node *item = field_items(d, node, "short", &single);
  for (; item; item = single ? NULL : item->next) {
    if (++count > FORMS_PER_ENTRY) {
      faults_add(&d->faults, item->at, "more than %d forms; split the entry", FORMS_PER_ENTRY);
      return;
    }
    read_form(d, item, below);
  }
}

static draft_entry *entry_begin(draft *d, source_place at) {
  draft_entry *entry = DRAFT_PUSH(d, entries);
  if (entry)
    *entry = (draft_entry){.first_sense = (uint32_t)d->senses.count, .file = d->file, .at = at};
  return entry;
}

/* An entry that is taken away has nothing but its forms. */
static void check_removed(draft *d, fields of) {
  for (int i = 0; i < FIELD_COUNT; i++)
    if (of[i] && i != FIELD_SHORT && i != FIELD_REMOVE)
      faults_add(&d->faults, of[i]->at, "\"%s\" of an entry that is removed; delete it", NAMES[i]);
}

static void read_fields(draft *d, fields of, unsigned domain) {
  bool add = field_is_true(d, of[FIELD_ADD], "add");
  bool remove = field_is_true(d, of[FIELD_REMOVE], "remove");
  layer_below below = {.found = false};
  read_forms(d, of[FIELD_SHORT], &below);
  if ((add || remove) && !below.found)
    faults_remark(&d->faults, of[FIELD_SHORT]->at,
                  "nothing below has this form; check its spelling");
  if (add || remove) layer_take(d, &below, add);
  d->entries.items[d->entries.count - 1].removed = remove;
  if (remove) check_removed(d, of);
  else if (of[FIELD_SENSES]) read_senses(d, of, domain);
  else read_sense(d, of, of[FIELD_SHORT]->at, domain);
}

void read_entry(draft *d, const source_node *node, unsigned domain) {
  fields of = {NULL};
  if (!field_split(d, node, entry_field, "the entry", of, FIELD_COUNT)) return;
  if (!of[FIELD_SHORT]) {
    faults_add(&d->faults, node->at, "the entry has no \"short\"; name its written form");
    return;
  }
  if (!entry_begin(d, of[FIELD_SHORT]->at)) return;
  read_fields(d, of, domain);
  check_entry(d, &d->entries.items[d->entries.count - 1]);
}

void read_plain_entry(draft *d, const source_node *key, const source_node *value) {
  if (!entry_begin(d, key->at)) return;
  read_form(d, key, NULL);
  draft_sense sense = {.first_cue = (uint32_t)d->cues.count, .at = value->at};
  if (!field_text(d, value, "the long form", &sense.long_form)) return;
  draft_sense *made = DRAFT_PUSH(d, senses);
  if (!made) return;
  *made = sense;
  d->entries.items[d->entries.count - 1].sense_count++;
  check_entry(d, &d->entries.items[d->entries.count - 1]);
}

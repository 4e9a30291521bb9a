/* cues: { next: [số, number, {hội đồng: 4}], zone: [caps] } */
#include "dict/read.h"

#include "dict/phrase.h"

enum { WEIGHT_LIMIT = 10 };

static field_names *numbered_items(unsigned cue) {
  return cue == CUE_ZONE ? term_zone_name : cue == CUE_DOMAIN ? term_domain_name : NULL;
}

/* "nubmer" is a word that no Vietnamese text holds. Words shorter than this are
 * near to class names by chance (danh, dash). */
enum { MISTYPED_CLASS_BYTES = 5 };

static void check_mistyped(draft *d, const source_node *node, vt_span word) {
  if (word.size < MISTYPED_CLASS_BYTES) return;
  for (size_t i = 0; i < word.size; i++)
    if (word.text[i] != '-' && (word.text[i] < 'a' || word.text[i] > 'z')) return;
  const char *near = field_nearest(term_class_name, word, word.size > MISTYPED_CLASS_BYTES ? 2 : 1);
  if (near)
    faults_remark(&d->faults, node->at,
                  "\"%.*s\" is taken for a word; did you mean the class \"%s\"?", SPAN_ARGS(word),
                  near);
}

/* The hash or number of an item of a cue. False: a fault was added. */
static bool read_item_text(draft *d, const source_node *node, unsigned kind, draft_cue *cue) {
  field_names *names = numbered_items(kind);
  if (names) {
    int number = field_term(d, node, names, term_cue_name(kind));
    cue->hash = (uint32_t)number;
    cue->flags = CUE_IS_CLASS;
    cue->text = node->text;
    return number >= 0;
  }
  if (!field_text(d, node, "the cue", &cue->text)) return false;
  int class_ = field_number_of(term_class_name, cue->text);
  if (class_ >= 0 && kind == CUE_NEAR) {
    faults_remark(&d->faults, node->at,
                  "\"near\" knows no classes: \"%.*s\" is taken for a word; use next or prev",
                  SPAN_ARGS(cue->text));
  } else if (class_ >= 0) {
    cue->hash = (uint32_t)class_;
    cue->flags = CUE_IS_CLASS;
    return true;
  }
  phrase p = phrase_read(cue->text);
  cue->hash = p.hash;
  if (class_ < 0) check_mistyped(d, node, cue->text);
  if (p.hash == 0) {
    faults_add(&d->faults, node->at, "\"%.*s\" holds no word; name a word or a class",
               SPAN_ARGS(cue->text));
    return false;
  }
  if (!p.is_form && p.syllables > PHRASE_SYLLABLES)
    faults_remark(&d->faults, node->at,
                  "\"%.*s\" has %u syllables and never fires; a cue has at most %d",
                  SPAN_ARGS(cue->text), p.syllables, PHRASE_SYLLABLES);
  return true;
}

/* Does the sense have this cue already? The same item counts once. */
static bool is_known(const draft *d, const draft_cue *cue) {
  const draft_sense *sense = &d->senses.items[d->senses.count - 1];
  for (uint32_t i = 0; i < sense->cue_count; i++) {
    const draft_cue *other = &d->cues.items[sense->first_cue + i];
    if (other->kind == cue->kind && other->hash == cue->hash && other->flags == cue->flags)
      return true;
  }
  return false;
}

static void add_cue(draft *d, const source_node *item, const source_node *weight, unsigned kind,
                    int sign) {
  draft_cue cue = {.kind = (uint8_t)kind, .weight_hundredths = sign, .default_weight = !weight};
  if (!read_item_text(d, item, kind, &cue)) return;
  if (weight) {
    if (!field_hundredths(d, weight, "the weight", -WEIGHT_LIMIT, WEIGHT_LIMIT,
                          &cue.weight_hundredths))
      return;
    cue.weight_hundredths *= sign;
  }
  if (is_known(d, &cue)) {
    faults_remark(&d->faults, item->at,
                  "\"%.*s\" is a \"%s\" cue of this reading already; delete it",
                  SPAN_ARGS(cue.text), term_cue_name(kind));
    return;
  }
  draft_cue *made = DRAFT_PUSH(d, cues);
  if (!made) return;
  *made = cue;
  d->senses.items[d->senses.count - 1].cue_count++;
}

static void read_item(draft *d, const source_node *item, unsigned kind, int sign) {
  if (item->kind != SOURCE_MAP) {
    add_cue(d, item, NULL, kind, sign);
    return;
  }
  for (const source_node *key = item->first; key; key = key->next->next)
    add_cue(d, key, key->next, kind, sign);
}

void read_cues(draft *d, const source_node *node, int sign) {
  const char *what = sign < 0 ? "against" : "cues";
  if (!field_is_map(d, node, what)) return;
  for (const source_node *key = node->first; key; key = key->next->next) {
    int kind = field_term(d, key, term_cue_name, "cue kind");
    if (kind < 0) continue;
    bool single;
    const source_node *item = field_items(d, key->next, term_cue_name((unsigned)kind), &single);
    for (; item; item = single ? NULL : item->next) read_item(d, item, (unsigned)kind, sign);
  }
}

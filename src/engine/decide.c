/* For each candidate, in this order: identifier, definition, defined form, word or
 * numeral in disguise, the dictionary's senses, a composition, unknown. Whatever is
 * not sure stays. */
#include "engine/decide.h"

#include <string.h>

#include "engine/doubt.h"
#include "engine/form.h"
#include "engine/identify.h"
#include "engine/introduce.h"
#include "engine/rejoin.h"
#include "engine/reread.h"
#include "engine/shape.h"
#include "text/unicode.h"

enum {
  PLACES_AT_ONCE = 512,
  MAX_FOOTNOTE_DIGITS = 2,
  MAX_COMPOUND_PARTS = 8,
  USUAL_DEFINITIONS = 4096
};

void decider_init(decider *d, const vt_dictionary *dictionary, const vt_options *options,
                  const vt_allocator *memory) {
  *d = (decider){.dictionary = dictionary,
                 .scan = scan_best(),
                 .style = options->style,
                 .foreign = options->foreign,
                 .best = options->on_ambiguous == VT_AMBIGUOUS_BEST,
                 .kept_forms = options->kept_forms,
                 .details = options->details};
  size_t limit = options->limits.definitions ? options->limits.definitions : USUAL_DEFINITIONS;
  d->words.dictionary = dictionary;
  composer_init(&d->composer, dictionary);
  definitions_init(&d->defined, memory, limit);
  definitions_init(&d->introduced, memory, limit);
  buffer_init(&d->reread, memory);
  arena_init(&d->scratch, memory);
  for (unsigned i = 0; options->domain && i < DOMAIN_COUNT; i++)
    if (strcmp(term_domain_name(i), options->domain) == 0) d->topic.forced = 1u << i;
}

void decider_forget(decider *d) {
  definitions_forget(&d->defined);
  definitions_forget(&d->introduced);
  uint32_t forced = d->topic.forced;
  d->topic = (topic_document){.forced = forced};
  d->habit = (habit){0};
}

void decider_clear(decider *d) {
  memory_free(&d->scratch.memory, d->shorts);
  definitions_clear(&d->defined);
  definitions_clear(&d->introduced);
  buffer_clear(&d->reread);
  arena_clear(&d->scratch);
}

/* One reading and nothing to weigh: expanded wherever it stands. */
static bool is_certain(const image_entry *entry) {
  return entry->sense_count == 1 && entry->cue_count == 0;
}

/* In the styles that write "long (SHORT)" or "SHORT (long)" at every reading, such
 * a pair does not settle a form that hangs on its cues: it may be this program's own. */
static bool may_be_own(const form *f, bool known_sense) {
  return f->d->style != VT_STYLE_REPLACE && known_sense && !is_certain(f->m.entry);
}

static bool remember(form *f, vt_span long_form, bool known_sense) {
  bool added = may_be_own(f, known_sense) ||
               definitions_add(&f->d->defined, f->m.key, f->m.key_size, long_form);
  if (!added) f->d->no_memory = true;
  return added;
}

/* The dictionary's sense with the words of `long_form`, or NULL. */
static const image_sense *sense_of(const match *m, vt_span long_form) {
  if (!m->entry) return NULL;
  uint32_t wanted = fold_phrase_hash(long_form.text, long_form.size);
  const image_sense *senses = entry_senses(m->image, m->entry);
  for (uint32_t i = 0; i < m->entry->sense_count; i++) {
    vt_span words = image_text(m->image, senses[i].long_form);
    if (fold_phrase_hash(words.text, words.size) == wanted) return &senses[i];
  }
  return NULL;
}

static bool try_definition(form *f, vt_span composed_form) {
  vt_span long_form;
  if (!define_detect(f->p, &f->m, composed_form, &long_form)) return false;
  const image_sense *sense = sense_of(&f->m, long_form);
  if (sense) long_form = image_text(f->m.image, sense->long_form);
  remember(f, long_form, sense != NULL);
  form_keep(f, f->m.start, f->m.end, VT_REASON_DEFINITION);
  return true;
}

static bool try_defined(form *f) {
  vt_span long_form;
  if (!definitions_find(&f->d->defined, f->m.key, f->m.key_size, &long_form)) return false;
  if (doubt_among_words(f)) return false;
  const image_sense *sense = sense_of(&f->m, long_form);
  vt_short *made = form_add(f, f->m.start, f->m.end, VT_EXPAND, VT_REASON_DEFINED);
  if (!made) return true;
  if (sense) {
    form_fill_sense(made, &f->m, sense);
    form_expand(f, made, made->plain, sense->kind);
  } else { /* the document's buffer may move: keep the words with the segment */
    char *copy = arena_take(&f->d->scratch, long_form.size + 1);
    if (!copy) {
      f->d->no_memory = true;
      return true;
    }
    memcpy(copy, long_form.text, long_form.size);
    form_expand(f, made, (vt_span){copy, long_form.size}, KIND_OTHER);
  }
  made->confidence = 1;
  return true;
}

static bool is_joint(char c) { return c == '-' || c == '/' || c == '&'; }

/* The end of the forms joined without blanks from `start` on ("KH&CN", "QP-AN"), or
 * `start` where there is but one, or a chain that nobody defines. */
static size_t compound_end(const passage *p, size_t start) {
  size_t end = passage_word_end(p, start), parts = 1, length;
  while (parts <= MAX_COMPOUND_PARTS && end + 1 < p->size && is_joint(p->text[end]) &&
         unicode_is_upper(passage_at(p, end + 1, &length))) {
    end = passage_word_end(p, end + 1);
    parts++;
  }
  return parts > 1 && parts <= MAX_COMPOUND_PARTS ? end : start;
}

/* A compound that the text defines as one item ("khoa học và công nghệ (KH&CN)") is one
 * form there and behind; any other is decided part by part. */
static bool try_compound(form *f) {
  const match part = f->m;
  size_t end = compound_end(f->p, part.start), unused;
  match *whole = &f->m;
  if (end <= part.end) return false;
  *whole = (match){.start = part.start, .end = end, .atom_end = end};
  if (fold_form(f->p->text + part.start, end - part.start, whole->key, &whole->key_size) &&
      !identify(f->d->dictionary, f->p, part.start, end, &unused, &unused)) {
    f->where.end = end;
    if (try_definition(f, (vt_span){NULL, 0}) || try_defined(f)) return true;
  }
  f->m = part;
  f->where.end = part.end;
  return false;
}

static void expand_sense(form *f, const choice *c) {
  vt_short *made = form_add(f, f->m.start, f->m.end, VT_EXPAND, VT_REASON_CHOSEN);
  if (made) form_expand_choice(f, made, c);
}

static vt_reason reason_kept(const form *f) {
  const image_sense *senses = entry_senses(f->m.image, f->m.entry);
  if (f->m.entry->sense_count == 0) return VT_REASON_DISABLED;
  if (senses[0].flags & SENSE_KEPT) return VT_REASON_FOREIGN;
  if (f->m.entry->sense_count == 1 && (senses[0].flags & SENSE_PROPOSED)) return VT_REASON_PROPOSED;
  return VT_REASON_AMBIGUOUS;
}

/* A kept form has its dot, too: what follows would begin no sentence if it were
 * expanded, and must not change when it is. */
static void keep_choice(form *f, const choice *c, vt_reason reason) {
  size_t before = f->d->count;
  if (f->p->text[f->m.end - 1] == '.') f->p->dotted_end = f->m.end;
  form_keep(f, f->m.start, f->m.end, reason);
  if (f->d->count == before) return;
  form_fill_choice(&f->d->shorts[before], c);
}

static bool is_plain_entry(const form *f) {
  return is_certain(f->m.entry) &&
         !(entry_senses(f->m.image, f->m.entry)->flags & (SENSE_PROPOSED | SENSE_KEPT));
}

static void decide_entry(form *f) {
  choice c = {0};
  if (is_plain_entry(f) && !f->d->details) {
    c.sense = entry_senses(f->m.image, f->m.entry);
    if (doubt_is_word(f, &c)) keep_choice(f, &c, VT_REASON_WORD);
    else expand_sense(f, &c);
    return;
  }
  if (!choose(&f->where, &f->m, f->d->foreign, f->d->details ? &f->d->scratch : NULL, &c)) {
    f->d->no_memory = true;
    return;
  }
  if (doubt_is_word(f, &c)) keep_choice(f, &c, VT_REASON_WORD);
  else if (shape_is_roman(form_key(f)) && !c.sure) keep_choice(f, &c, VT_REASON_NUMERAL);
  else if (form_takes(f, &c) && form_stays(f, &c)) keep_choice(f, &c, VT_REASON_FOREIGN);
  else if (form_takes(f, &c)) expand_sense(f, &c);
  else if (form_shorten(f)) decide_entry(f);
  else keep_choice(f, &c, reason_kept(f));
}

/* What is sure but not known to be of the army here is looked at again. */
static void decide_composition(form *f, const composed *c) {
  if (!c->sure) {
    form_keep(f, f->m.start, f->m.end, VT_REASON_PROPOSED);
  } else if (c->military && !doubt_is_military(f)) {
    form_keep(f, f->m.start, f->m.end, VT_REASON_AMBIGUOUS);
  } else {
    vt_short *made = form_add(f, f->m.start, f->m.end, VT_EXPAND, VT_REASON_COMPOSED);
    if (made) form_fill_composed(f, made, c);
  }
}

/* UBND1: a known form with a footnote's digits behind. */
static bool strip_footnote(form *f) {
  size_t end = f->m.end, digits = 0;
  while (end > f->m.start && f->p->text[end - 1] >= '0' && f->p->text[end - 1] <= '9')
    end--, digits++;
  if (digits == 0 || digits > MAX_FOOTNOTE_DIGITS || end - f->m.start < 4) return false;
  passage stem;
  passage_init(&stem, f->p->text, end, f->p->continues);
  return match_find(f->d->dictionary, &stem, f->m.start, &f->m) && f->m.end == end;
}

static void decide_unknown(form *f) {
  bool caps = word_is_caps((vt_span){f->p->text + f->m.start, f->m.end - f->m.start});
  bool roman = caps && shape_is_roman(form_key(f));
  if (caps && !roman && try_definition(f, (vt_span){NULL, 0})) return;
  if (try_defined(f) || !caps) return;
  if (roman) form_keep(f, f->m.start, f->m.end, VT_REASON_NUMERAL);
  else if (!doubt_is_plain_word(f)) form_keep(f, f->m.start, f->m.end, VT_REASON_UNKNOWN);
}

/* The c of đ/c where no entry has đ/c: a small letter behind a slash or dot that
 * follows a letter. Chains of units (c1/d2, c/d) have digits or another unit there. */
static bool is_piece_of_word(const passage *p, size_t at, const match *m) {
  if (at < 2 || m->key_size != 1 || (p->text[at - 1] != '/' && p->text[at - 1] != '.'))
    return false;
  size_t length;
  uint32_t c = passage_before(p, at - 1, &length);
  return unicode_is_letter(c) && !((c >= 'a' && c <= 'f') || c == 'l');
}

/* Decide what stands at `at`; what ends at `least` is decided. Returns where the next
 * candidate may begin. */
static size_t decide_at(decider *d, passage *p, size_t at, size_t least) {
  form f = {.d = d, .p = p};
  size_t span_start, span_end;
  bool known = match_find(d->dictionary, p, at, &f.m) || rejoin_find(d->dictionary, p, least, &f.m);
  if (f.m.key_size == 0 || is_piece_of_word(p, at, &f.m)) return f.m.atom_end;
  if (f.m.key_size == 1 && shape_is_list_letter(p, at, f.m.end)) return f.m.end;
  f.where = (place){
      d->dictionary, &d->words, p,    f.m.start, f.m.end, d->decided.end ? &d->decided : NULL,
      &d->sentence,  &d->topic, NULL, false};
  if (try_compound(&f)) return f.m.end;
  composed c;
  bool composable = !known && !shape_is_syllable(form_key(&f)) &&
                    compose(&d->composer, form_key(&f), &d->scratch, &c);
  if (!known && !composable) {
    known = strip_footnote(&f);
    f.where.end = f.m.end;
  }
  bool nothing = !known && !composable;
  if (nothing && !d->kept_forms && d->defined.count == 0 && !define_may(p, &f.m))
    return f.m.atom_end;
  if (identify(d->dictionary, p, f.m.start, f.m.end, &span_start, &span_end)) {
    form_keep(&f, span_start, span_end, VT_REASON_IDENTIFIER);
    return span_end > f.m.atom_end ? span_end : f.m.atom_end;
  }
  if (shape_is_initial(p, f.m.start, f.m.end)) return f.m.end;
  if (nothing) decide_unknown(&f);
  else if (try_definition(&f, composable ? c.long_form : (vt_span){NULL, 0})) {
  } else if (shape_is_mention(p, f.m.start)) {
    form_keep(&f, f.m.start, f.m.end, VT_REASON_MENTION);
  } else if (try_defined(&f)) {
  } else if (known) decide_entry(&f);
  else decide_composition(&f, &c);
  return f.m.end;
}

static void drop_kept(decider *d) {
  size_t left = 0;
  for (size_t i = 0; i < d->count; i++)
    if (d->shorts[i].action == VT_EXPAND) d->shorts[left++] = d->shorts[i];
  d->count = left;
}

vt_status decide_segment(decider *d, passage *p) {
  uint32_t places[PLACES_AT_ONCE];
  size_t at = 0, resume = 0;
  arena_reset(&d->scratch);
  d->count = 0;
  d->sentence.start = NULL;
  d->topic.counted = NULL;
  d->topic_before = d->topic;
  d->decided = (neighbour_form){0};
  habit_read(&d->habit, p->text, p->size);
  introduce_begin(d);
  while (at < p->size) {
    size_t count = d->scan(p->text, p->size, &at, places, PLACES_AT_ONCE);
    for (size_t i = 0; i < count; i++)
      if (places[i] >= resume) resume = decide_at(d, p, places[i], resume);
    if (d->no_memory) return VT_ERR_MEMORY;
  }
  reread_segment(d, p);
  introduce_end(d, p);
  if (!d->kept_forms) drop_kept(d);
  return d->no_memory || d->scratch.failed ? VT_ERR_MEMORY : VT_OK;
}

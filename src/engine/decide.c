/* For each candidate, in this order: identifier, definition, defined form, word or
 * numeral in disguise, the dictionary's senses, a composition, unknown. Whatever is
 * not sure stays.
 *
 * Forms that stay because they are ambiguous are looked at again in the segment as
 * it reads with the other forms expanded, until nothing changes: what was settled
 * on the right helps the left, and expanding the output again finds nothing new. */
#include "engine/decide.h"

#include <string.h>

#include "engine/fit.h"
#include "engine/identify.h"
#include "engine/render.h"
#include "engine/shape.h"
#include "text/unicode.h"

enum { PLACES_AT_ONCE = 512, STRONG_HUNDREDTHS = 200, MAX_FOOTNOTE_DIGITS = 2, MILITARY_WORDS = 2, MAX_READINGS = 4 };

void decider_init(decider *d, const vt_dictionary *dictionary, const vt_options *options,
                  const vt_allocator *memory) {
  *d = (decider){.dictionary = dictionary,
                 .scan = scan_best(),
                 .style = options->style,
                 .foreign = options->foreign,
                 .best = options->on_ambiguous == VT_AMBIGUOUS_BEST,
                 .kept_forms = options->kept_forms,
                 .details = options->details};
  size_t limit = options->limits.definitions ? options->limits.definitions : 4096;
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
}

void decider_clear(decider *d) {
  memory_free(&d->scratch.memory, d->shorts);
  definitions_clear(&d->defined);
  definitions_clear(&d->introduced);
  buffer_clear(&d->reread);
  arena_clear(&d->scratch);
}

/* ---------------------------------------------------------- one form -- */

typedef struct form {
  decider *d;
  passage *p;
  match m;
  place where;
} form;

/* Append one annotation and return it; NULL: no memory. */
static vt_short *add(form *f, size_t start, size_t end, vt_action action, vt_reason reason) {
  decider *d = f->d;
  void *items = d->shorts;
  bool grown = memory_grow(&d->scratch.memory, &items, &d->capacity, d->count + 1, sizeof *d->shorts);
  d->shorts = items;
  if (!grown) {
    d->no_memory = true;
    return NULL;
  }
  vt_short *made = &d->shorts[d->count++];
  *made = (vt_short){.start = start, .end = end, .action = action, .reason = reason};
  return made;
}

/* Kept forms are reported on request only; ambiguous ones are looked at again. */
static void keep(form *f, size_t start, size_t end, vt_reason reason) {
  if (!f->d->kept_forms && reason != VT_REASON_AMBIGUOUS) return;
  if (f->d->count && start < f->d->shorts[f->d->count - 1].end)
    start = f->d->shorts[f->d->count - 1].end;
  if (start >= end) return;
  vt_short *made = add(f, start, end, VT_KEEP, reason);
  if (made && f->m.entry) made->entry = image_text(f->m.image, f->m.entry->name);
}

static void fill_sense(vt_short *s, const match *m, const image_sense *sense) {
  const char *kind = term_kind_name(sense->kind), *domain = term_domain_name(sense->domain);
  s->plain = image_text(m->image, sense->long_form);
  s->english = image_text(m->image, sense->english);
  s->kind = (vt_span){kind, strlen(kind)};
  s->domain = (vt_span){domain, strlen(domain)};
  s->entry = image_text(m->image, m->entry->name);
}

static unsigned kind_number(vt_span kind) {
  for (unsigned i = 0; i < KIND_COUNT; i++)
    if (strlen(term_kind_name(i)) == kind.size && memcmp(term_kind_name(i), kind.text, kind.size) == 0)
      return i;
  return KIND_OTHER;
}

/* In the style "first" a form stands alone once its long form was written. */
static bool was_introduced(form *f, vt_span long_form) {
  vt_span earlier;
  decider *d = f->d;
  if (d->style != VT_STYLE_FIRST) return false;
  if (definitions_find(&d->introduced, f->m.key, f->m.key_size, &earlier) &&
      earlier.size == long_form.size && memcmp(earlier.text, long_form.text, earlier.size) == 0)
    return true;
  if (!definitions_add(&d->introduced, f->m.key, f->m.key_size, long_form)) d->no_memory = true;
  return false;
}

/* "TP.Vinh": the form took its dot, and nothing parts it from the name. */
static bool touches_next(const passage *p, size_t end) {
  size_t length;
  if (p->text[end - 1] != '.') return false;
  uint32_t c = passage_at(p, end, &length);
  return unicode_is_letter(c) || unicode_is_digit(c);
}

static vt_span with_blank(vt_span words, arena *scratch) {
  char *out = arena_take(scratch, words.size + 1);
  if (!out) return (vt_span){NULL, 0};
  memcpy(out, words.text, words.size);
  out[words.size] = ' ';
  return (vt_span){out, words.size + 1};
}

static void expand(form *f, vt_short *s, vt_span plain, unsigned kind) {
  s->plain = plain;
  s->long_form = fit_case(&f->where, plain, kind, &f->d->scratch);
  if (s->long_form.size && f->d->style == VT_STYLE_REPLACE && touches_next(f->p, s->end))
    s->long_form = with_blank(s->long_form, &f->d->scratch);
  if (s->long_form.size == 0) f->d->no_memory = true;
  if (was_introduced(f, plain)) {
    s->action = VT_KEEP;
    s->reason = VT_REASON_STYLE;
  }
  if (f->p->text[s->end - 1] == '.') f->p->dotted_end = s->end;
  f->d->decided = (neighbour_form){s->start, s->end, plain, kind, f->where.headed};
}

/* ------------------------------------------------------------ stages -- */

static vt_span key_of(const form *f) { return (vt_span){f->m.key, f->m.key_size}; }

/* In the styles that write "long (SHORT)" or "SHORT (long)" at every reading, such
 * a pair does not settle an ambiguous form: it may be this program's own. */
static bool may_be_own(const form *f, bool known_sense) {
  return f->d->style != VT_STYLE_REPLACE && known_sense && f->m.entry->sense_count > 1;
}

static bool remember(form *f, vt_span long_form, bool known_sense) {
  bool added = may_be_own(f, known_sense) ||
               definitions_add(&f->d->defined, f->m.key, f->m.key_size, long_form);
  if (added && f->d->style == VT_STYLE_FIRST)
    added = definitions_add(&f->d->introduced, f->m.key, f->m.key_size, long_form);
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
  keep(f, f->m.start, f->m.end, VT_REASON_DEFINITION);
  return true;
}

static bool stands_among_words(form *f);

static bool try_defined(form *f) {
  vt_span long_form;
  if (!definitions_find(&f->d->defined, f->m.key, f->m.key_size, &long_form)) return false;
  if (stands_among_words(f)) return false;
  const image_sense *sense = sense_of(&f->m, long_form);
  vt_short *made = add(f, f->m.start, f->m.end, VT_EXPAND, VT_REASON_DEFINED);
  if (!made) return true;
  if (sense) {
    fill_sense(made, &f->m, sense);
    expand(f, made, made->plain, sense->kind);
  } else { /* the document's buffer may move: keep the words with the segment */
    char *copy = arena_take(&f->d->scratch, long_form.size + 1);
    if (!copy) {
      f->d->no_memory = true;
      return true;
    }
    memcpy(copy, long_form.text, long_form.size);
    expand(f, made, (vt_span){copy, long_form.size}, KIND_OTHER);
  }
  made->confidence = 1;
  return true;
}

/* Is a word in capitals that is no form beside the place: "CA HÁT", "LÊ CA"? */
static bool beside_capital_word(form *f) {
  const passage *p = f->p;
  size_t at = passage_skip(p, f->m.end, false), end = passage_word_end(p, at);
  match m;
  vt_span word = {p->text + at, end - at};
  if (word.size && word_is_caps(word) && !match_find(f->d->dictionary, p, at, &m)) return true;
  size_t before = passage_skip_back(p, f->m.start, false), start = passage_word_start(p, before);
  word = (vt_span){p->text + start, before - start};
  return word.size && word_is_caps(word) && !match_find(f->d->dictionary, p, start, &m);
}

/* Is the place joined to another known form: "DQ, CA", "CCB - CA"? */
static bool is_joined_to_form(form *f) {
  const passage *p = f->p;
  const neighbour_form *d = &f->d->decided;
  size_t length;
  match m;
  size_t at = passage_skip(p, f->m.end, false);
  uint32_t c = passage_at(p, at, &length);
  if (c == ',' || c == '/' || c == '&' || unicode_is_dash(c)) {
    at = passage_skip(p, at + length, false);
    vt_span word = {p->text + at, passage_word_end(p, at) - at};
    if (word_is_caps(word) && match_find(f->d->dictionary, p, at, &m)) return true;
  }
  size_t before = passage_skip_back(p, f->m.start, false);
  c = passage_before(p, before, &length);
  if (c != ',' && c != '/' && c != '&' && !unicode_is_dash(c)) return false;
  return d->end != 0 && d->end == passage_skip_back(p, before - length, false);
}

/* A form that is also a syllable is a word among words in capitals, unless what
 * stands beside it speaks for a sense. */
static bool stands_among_words(form *f) {
  if (!shape_is_syllable(key_of(f))) return false;
  if (passage_cell_caps(f->p, f->m.start) != CAPS_YES && !beside_capital_word(f)) return false;
  return !is_joined_to_form(f);
}

static bool is_word(form *f, const choice *c) {
  return c->local * 100 < STRONG_HUNDREDTHS && stands_among_words(f);
}

static bool takes(const form *f, const choice *c) {
  if (!c->sense) return false;
  if (f->m.entry->sense_count == 1 && f->m.entry->cue_count == 0) return true;
  return c->sure || (f->d->best && c->score > 0);
}

/* Is the chosen reading a foreign form (CT beside MRI) that nobody asked to expand? */
static bool stays(const form *f, const choice *c) {
  return (c->sense->flags & SENSE_KEPT) != 0 && !f->d->foreign;
}

static void fill_choice(vt_short *made, const choice *c) {
  made->score = c->score;
  made->margin = c->margin;
  made->alternatives = c->alternatives;
  made->alternative_count = c->alternative_count;
  made->cues = c->cues;
  made->cue_count = c->cue_count;
}

/* Make `made`, an annotation of the form, an expansion to the chosen sense. */
static void expand_choice(form *f, vt_short *made, const choice *c) {
  bool single = f->m.entry->sense_count == 1;
  made->action = VT_EXPAND;
  made->reason = single ? VT_REASON_ENTRY : VT_REASON_CHOSEN;
  fill_sense(made, &f->m, c->sense);
  fill_choice(made, c);
  made->confidence = single ? 0.99f : c->margin / (c->margin + 1);
  expand(f, made, made->plain, c->sense->kind);
}

static void expand_sense(form *f, const choice *c) {
  vt_short *made = add(f, f->m.start, f->m.end, VT_EXPAND, VT_REASON_CHOSEN);
  if (made) expand_choice(f, made, c);
}

static vt_reason reason_kept(const form *f) {
  const image_sense *senses = entry_senses(f->m.image, f->m.entry);
  if (f->m.entry->sense_count == 0) return VT_REASON_DISABLED;
  if (senses[0].flags & SENSE_KEPT) return VT_REASON_FOREIGN;
  if (f->m.entry->sense_count == 1 && (senses[0].flags & SENSE_PROPOSED)) return VT_REASON_PROPOSED;
  return VT_REASON_AMBIGUOUS;
}

static void keep_choice(form *f, const choice *c, vt_reason reason) {
  size_t before = f->d->count;
  keep(f, f->m.start, f->m.end, reason);
  if (f->d->count == before) return;
  fill_choice(&f->d->shorts[before], c);
}

/* Where the form as read is not clear, a shorter one may be meant: "TT." may be TT
 * at a sentence's end, "c bộ" the c of "c bộ binh". */
static bool shorten(form *f) {
  size_t end = f->m.end, length;
  if (end < f->m.start + 3) return false;
  if (f->p->text[end - 1] == '.') {
    if (!unicode_is_upper(passage_at(f->p, passage_skip(f->p, end, false), &length))) return false;
    end--;
  } else {
    while (end > f->m.start && f->p->text[end - 1] != ' ') end--;
    if (end <= f->m.start + 1) return false;
    end--;
  }
  passage stem;
  match shorter;
  passage_init(&stem, f->p->text, end, f->p->continues);
  if (!match_find(f->d->dictionary, &stem, f->m.start, &shorter) || shorter.end != end) return false;
  f->m = shorter;
  f->where.end = end;
  return true;
}

/* One reading and no cues: nothing to weigh. */
static bool is_plain_entry(const form *f) {
  if (f->m.entry->sense_count != 1 || f->m.entry->cue_count != 0) return false;
  return !(entry_senses(f->m.image, f->m.entry)->flags & (SENSE_PROPOSED | SENSE_KEPT));
}

static void decide_entry(form *f) {
  choice c = {0};
  if (is_plain_entry(f) && !f->d->details) {
    c.sense = entry_senses(f->m.image, f->m.entry);
    if (is_word(f, &c)) keep_choice(f, &c, VT_REASON_WORD);
    else expand_sense(f, &c);
    return;
  }
  if (!choose(&f->where, &f->m, f->d->foreign, f->d->details ? &f->d->scratch : NULL, &c)) {
    f->d->no_memory = true;
    return;
  }
  if (is_word(f, &c)) keep_choice(f, &c, VT_REASON_WORD);
  else if (shape_is_roman(key_of(f)) && !c.sure) keep_choice(f, &c, VT_REASON_NUMERAL);
  else if (takes(f, &c) && stays(f, &c)) keep_choice(f, &c, VT_REASON_FOREIGN);
  else if (takes(f, &c)) expand_sense(f, &c);
  else if (shorten(f)) decide_entry(f);
  else keep_choice(f, &c, reason_kept(f));
}

/* Units' letters are everyday letters, too: they need a document of the army, or
 * a chain (d1/e95), and no list or form before them. */
static bool is_military_place(form *f) {
  const passage *p = f->p;
  if (shape_follows_numbered_part(p, f->m.start)) return false;
  return topic_words(&f->d->topic, &f->d->words, p, DOMAIN_MILITARY) >= MILITARY_WORDS;
}

static void fill_composed(form *f, vt_short *made, const composed *c) {
  made->action = VT_EXPAND;
  made->reason = VT_REASON_COMPOSED;
  made->kind = c->kind;
  made->confidence = 0.9f;
  expand(f, made, c->long_form, kind_number(c->kind));
}

/* What is sure but not known to be of the army here is looked at again. */
static void decide_composition(form *f, const composed *c) {
  if (!c->sure) {
    keep(f, f->m.start, f->m.end, VT_REASON_PROPOSED);
  } else if (c->military && !is_military_place(f)) {
    keep(f, f->m.start, f->m.end, VT_REASON_AMBIGUOUS);
  } else {
    vt_short *made = add(f, f->m.start, f->m.end, VT_EXPAND, VT_REASON_COMPOSED);
    if (made) fill_composed(f, made, c);
  }
}

/* UBND1: a known form with a footnote's digits behind. */
static bool strip_footnote(form *f) {
  size_t end = f->m.end, digits = 0;
  while (end > f->m.start && f->p->text[end - 1] >= '0' && f->p->text[end - 1] <= '9') end--, digits++;
  if (digits == 0 || digits > MAX_FOOTNOTE_DIGITS || end - f->m.start < 4) return false;
  passage stem;
  passage_init(&stem, f->p->text, end, f->p->continues);
  return match_find(f->d->dictionary, &stem, f->m.start, &f->m) && f->m.end == end;
}

/* Words of a heading are no forms, and marked vowels are in none that is unknown. */
static bool is_plain_word(form *f) {
  vt_span word = {f->p->text + f->m.start, f->m.end - f->m.start};
  for (size_t at = 0, length; at < word.size; at += length) {
    uint32_t c = utf8_decode(word.text + at, word.size - at, &length);
    if (c >= 0xC0 && c != 0x110 && c != 0xD0 && c != 0x189 && c != 0x1AF && !unicode_is_mark(c)) return true;
  }
  return shape_is_syllable(key_of(f)) &&
         (passage_cell_caps(f->p, f->m.start) == CAPS_YES || beside_capital_word(f));
}

static void decide_unknown(form *f) {
  vt_span word = {f->p->text + f->m.start, f->m.end - f->m.start};
  if (try_defined(f)) return;
  if (!word_is_caps(word)) return;
  if (shape_is_roman(key_of(f))) keep(f, f->m.start, f->m.end, VT_REASON_NUMERAL);
  else if (!try_definition(f, (vt_span){NULL, 0}) && !is_plain_word(f))
    keep(f, f->m.start, f->m.end, VT_REASON_UNKNOWN);
}

/* The c of đ/c where no entry has đ/c: a small letter behind a slash or dot that
 * follows a letter. Chains of units (c1/d2, c/d) have digits or another unit there. */
static bool is_piece_of_word(const passage *p, size_t at, const match *m) {
  if (at < 2 || m->key_size != 1 || (p->text[at - 1] != '/' && p->text[at - 1] != '.')) return false;
  size_t length;
  uint32_t c = passage_before(p, at - 1, &length);
  return unicode_is_letter(c) && !((c >= 'a' && c <= 'f') || c == 'l');
}

/* Decide what stands at `at`; returns where the next candidate may begin. */
static size_t decide_at(decider *d, passage *p, size_t at) {
  form f = {.d = d, .p = p};
  size_t span_start, span_end;
  bool known = match_find(d->dictionary, p, at, &f.m);
  if (f.m.key_size == 0 || is_piece_of_word(p, at, &f.m)) return f.m.atom_end;
  if (f.m.key_size == 1 && shape_is_list_letter(p, at, f.m.end)) return f.m.end;
  f.where = (place){d->dictionary, &d->words, p, at, f.m.end, d->decided.end ? &d->decided : NULL,
                    &d->sentence, &d->topic, false};
  composed c;
  bool composable = !known && !shape_is_syllable(key_of(&f)) &&
                    compose(&d->composer, key_of(&f), &d->scratch, &c);
  if (!known && !composable) {
    known = strip_footnote(&f);
    f.where.end = f.m.end;
  }
  bool nothing = !known && !composable;
  if (nothing && !d->kept_forms && d->defined.count == 0 && !define_may(p, &f.m)) return f.m.atom_end;
  if (identify(d->dictionary, p, f.m.start, f.m.end, &span_start, &span_end)) {
    keep(&f, span_start, span_end, VT_REASON_IDENTIFIER);
    return span_end > f.m.atom_end ? span_end : f.m.atom_end;
  }
  if (shape_is_initial(p, f.m.start, f.m.end)) return f.m.end;
  if (nothing) decide_unknown(&f);
  else if (try_definition(&f, composable ? c.long_form : (vt_span){NULL, 0}) || try_defined(&f)) {}
  else if (known) decide_entry(&f);
  else decide_composition(&f, &c);
  return f.m.end;
}

/* ----------------------------------------------------- second looks -- */

/* The chosen sense, if it is to be taken; a dot at the form's end may turn out to
 * be the sentence's. */
static bool settles(form *f, choice *c) {
  do {
    if (!choose(&f->where, &f->m, f->d->foreign, f->d->details ? &f->d->scratch : NULL, c)) {
      f->d->no_memory = true;
      return false;
    }
    if (takes(f, c)) return !stays(f, c);
  } while (shorten(f));
  return false;
}

/* Choose again for the open form `s`, which stands at `at` in the segment as it
 * reads now. True: it is settled. */
static bool look_again(decider *d, passage *p, vt_short *s, passage *now, size_t at) {
  form f = {.d = d, .p = p}, g = {.d = d, .p = now};
  composed made;
  choice c;
  bool known = match_find(d->dictionary, p, s->start, &f.m);
  bool still = match_find(d->dictionary, now, at, &g.m);
  f.where = (place){d->dictionary, &d->words, p, s->start, s->end, NULL, &d->sentence, &d->topic, false};
  g.where = (place){d->dictionary, &d->words, now, at, g.m.end, NULL, &d->sentence, &d->topic, false};
  if (!known && !still && compose(&d->composer, key_of(&f), &d->scratch, &made)) {
    if (!is_military_place(&g)) return false;
    fill_composed(&f, s, &made);
    return true;
  }
  if (!known || !still || !settles(&g, &c)) return false;
  if (g.m.entry != f.m.entry && (!shorten(&f) || g.m.entry != f.m.entry)) return false;
  s->end = f.where.end = f.m.end;
  expand_choice(&f, s, &c);
  return true;
}

/* One more reading of the whole segment. True: a form was settled. */
static bool read_again(decider *d, passage *p) {
  bool settled = false;
  size_t grown = 0; /* bytes that expansions before a place have added */
  passage now;
  buffer_reset(&d->reread);
  if (!render_segment(p->text, p->size, d->shorts, d->count, VT_STYLE_REPLACE, VT_VIETNAMESE, &d->reread)) {
    d->no_memory = true;
    return false;
  }
  passage_init(&now, d->reread.data, d->reread.size, p->continues);
  d->sentence.start = NULL;
  d->topic = d->topic_before;
  for (size_t i = 0; i < d->count; i++) {
    vt_short *s = &d->shorts[i];
    size_t added = s->action == VT_EXPAND
                       ? s->long_form.size - (s->end - s->start) + render_parts(p->text, p->size, s)
                       : 0;
    if (s->reason == VT_REASON_AMBIGUOUS) settled |= look_again(d, p, s, &now, s->start + grown);
    grown += added;
  }
  return settled;
}

static bool has_open_forms(const decider *d) {
  for (size_t i = 0; i < d->count; i++)
    if (d->shorts[i].reason == VT_REASON_AMBIGUOUS) return true;
  return false;
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
  while (at < p->size) {
    size_t count = d->scan(p->text, p->size, &at, places, PLACES_AT_ONCE);
    for (size_t i = 0; i < count; i++)
      if (places[i] >= resume) resume = decide_at(d, p, places[i]);
    if (d->no_memory) return VT_ERR_MEMORY;
  }
  for (int n = 1; n < MAX_READINGS && has_open_forms(d) && read_again(d, p); n++) continue;
  if (!d->kept_forms) drop_kept(d);
  return d->no_memory ? VT_ERR_MEMORY : VT_OK;
}

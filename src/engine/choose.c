/* Cheap cues first: neighbours, zone. The sentence and the document are read only
 * where those leave the margin open, so that a form settled by its neighbour
 * ("TT 30/2020") costs a few dozen comparisons. */
#include "engine/choose.h"

#include "engine/zone.h"
#include "text/fold.h"

/* Among the cues that --explain shows. */
#define PRIOR_TEXT ((vt_span){"prior", sizeof "prior" - 1})
#define SUITS_TEXT ((vt_span){"the text's matter", sizeof "the text's matter" - 1})

enum { MAX_SENSES = 64, SETTLED_HUNDREDTHS = 300, MAX_FIRED = 48 };
enum { EXTRA_CUES = 2 }; /* the prior and the text's matter */

typedef struct scorer {
  const place *where;
  const match *m;
  const image_sense *senses;
  uint32_t sense_count;
  int scores[MAX_SENSES]; /* hundredths */
  int local[MAX_SENSES];  /* the part of near cues */
  int suits[MAX_SENSES];  /* the part of the text's direction */
  bool barred[MAX_SENSES];
  const image_cue *fired[MAX_FIRED];
  size_t fired_count;
} scorer;

static void fire(scorer *s, const image_cue *cue) {
  if (cue->sense >= s->sense_count) return;
  s->scores[cue->sense] += cue->weight_hundredths;
  if (s->fired_count < MAX_FIRED) s->fired[s->fired_count++] = cue;
}

static bool in_zone(const scorer *s, const image_cue *cue) {
  const place *w = s->where;
  return zone_holds(w->dictionary, w->passage, w->start, w->end, cue->hash);
}

static bool is_far(const image_cue *cue) {
  return cue->kind == CUE_NEAR || cue->kind == CUE_DOMAIN;
}

/* Cues come by kind: one loop for the words and classes of each side. Returns
 * where the next kind begins. */
static uint32_t score_side(scorer *s, const image_cue *cues, uint32_t at, uint32_t count,
                           uint8_t kind, const side *beside) {
  for (; at < count && cues[at].kind == kind; at++) {
    const image_cue *cue = &cues[at];
    bool fires =
        cue->flags & CUE_IS_CLASS ? beside->classes >> cue->hash & 1 : side_has(beside, cue->hash);
    if (fires) fire(s, cue);
  }
  return at;
}

static void score_near(scorer *s, const image_cue *cues, uint32_t count) {
  const place *w = s->where;
  passage *p = w->passage;
  side beside;
  uint32_t at = 0;
  if (at < count && cues[at].kind == CUE_NEXT) {
    neighbours_next(w->words, p, w->end, &beside);
    at = score_side(s, cues, at, count, CUE_NEXT, &beside);
  }
  if (at < count && cues[at].kind == CUE_PREV) {
    neighbours_prev(w->words, p, w->start, w->decided, &beside);
    at = score_side(s, cues, at, count, CUE_PREV, &beside);
  }
  if (at < count && cues[at].kind == CUE_WITH) {
    neighbours_with(w->words, p, w->start, w->end, w->decided, &beside);
    at = score_side(s, cues, at, count, CUE_WITH, &beside);
  }
  for (; at < count; at++)
    if (cues[at].kind == CUE_ZONE && in_zone(s, &cues[at])) fire(s, &cues[at]);
}

static void score_far(scorer *s, const image_cue *cues, uint32_t count) {
  const place *w = s->where;
  uint32_t domains = 0;
  bool asked = false;
  topic_read_sentence(w->sentence, w->words, w->passage, w->start);
  for (uint32_t i = 0; i < count; i++) {
    const image_cue *cue = &cues[i];
    if (!is_far(cue)) continue;
    if (cue->kind == CUE_NEAR) {
      if (topic_has(w->sentence, cue->hash)) fire(s, cue);
      continue;
    }
    if (!asked) domains = topic_domains(w->document, w->words, w->passage);
    asked = true;
    if (domains >> cue->hash & 1) fire(s, cue);
  }
}

/* Does anything but its prior and the text's matter speak for the reading? */
static bool has_cue(const scorer *s, uint32_t sense) {
  return s->scores[sense] - s->suits[sense] > s->senses[sense].prior_hundredths;
}

/* The readings' own words, placed among the text's. */
static void score_direction(scorer *s) {
  const place *w = s->where;
  if (!w->direction->read) topic_read_direction(w->direction, w->words, w->passage);
  for (uint32_t i = 0; i < s->sense_count; i++) {
    topic_direction own;
    passage p;
    vt_span words = image_text(s->m->image, s->senses[i].long_form);
    passage_init(&p, words.text, words.size, false);
    topic_read_direction(&own, w->words, &p);
    int likeness = topic_likeness(&own, w->direction);
    s->suits[i] = likeness * s->m->image->association_hundredths / 100;
    s->scores[i] += s->suits[i];
  }
}

/* Readings that differ in capitals only (Thông báo, thông báo). */
static bool same_words(const scorer *s, uint32_t a, uint32_t b) {
  vt_span x = image_text(s->m->image, s->senses[a].long_form);
  vt_span y = image_text(s->m->image, s->senses[b].long_form);
  return fold_phrase_hash(x.text, x.size) == fold_phrase_hash(y.text, y.size);
}

/* Index of the best allowed sense, or sense_count; *margin over the next with
 * other words. */
static uint32_t best_sense(const scorer *s, int *margin) {
  uint32_t best = s->sense_count;
  for (uint32_t i = 0; i < s->sense_count; i++)
    if (!s->barred[i] && (best == s->sense_count || s->scores[i] > s->scores[best])) best = i;
  int second = 0; /* nothing at all scores zero */
  for (uint32_t i = 0; i < s->sense_count; i++)
    if (i != best && !s->barred[i] && s->scores[i] > second && !same_words(s, i, best))
      second = s->scores[i];
  *margin = best == s->sense_count ? 0 : s->scores[best] - second;
  return best;
}

static bool keep_details(const scorer *s, uint32_t best, arena *details, choice *out) {
  out->alternatives = arena_take(details, (s->sense_count + 1) * sizeof(vt_alternative));
  out->cues = arena_take(details, (s->fired_count + EXTRA_CUES) * sizeof(vt_cue));
  if (!out->alternatives || !out->cues) return false;
  for (uint32_t i = 0; i < s->sense_count; i++) {
    vt_alternative made = {image_text(s->m->image, s->senses[i].long_form),
                           (float)s->scores[i] / 100};
    size_t at = out->alternative_count++;
    for (; at > 0 && out->alternatives[at - 1].score < made.score; at--)
      out->alternatives[at] = out->alternatives[at - 1];
    out->alternatives[at] = made;
  }
  if (best < s->sense_count && s->senses[best].prior_hundredths)
    out->cues[out->cue_count++] =
        (vt_cue){PRIOR_TEXT, (float)s->senses[best].prior_hundredths / 100};
  for (size_t i = 0; i < s->fired_count; i++) {
    if (s->fired[i]->sense != best) continue;
    out->cues[out->cue_count++] = (vt_cue){image_text(s->m->image, s->fired[i]->text),
                                           (float)s->fired[i]->weight_hundredths / 100};
  }
  if (best < s->sense_count && s->suits[best])
    out->cues[out->cue_count++] = (vt_cue){SUITS_TEXT, (float)s->suits[best] / 100};
  return true;
}

static void prepare(scorer *s, const place *where, const match *m, bool foreign) {
  s->where = where;
  s->m = m;
  s->senses = entry_senses(m->image, m->entry);
  s->sense_count = m->entry->sense_count < MAX_SENSES ? m->entry->sense_count : MAX_SENSES;
  s->fired_count = 0;
  for (uint32_t i = 0; i < s->sense_count; i++) {
    s->scores[i] = s->senses[i].prior_hundredths;
    s->suits[i] = 0;
    s->barred[i] = (s->senses[i].flags & SENSE_PROPOSED) != 0 ||
                   ((s->senses[i].flags & SENSE_KEPT) != 0 && !foreign && s->sense_count == 1);
  }
}

bool choose(const place *where, const match *m, bool foreign, arena *details, choice *out) {
  scorer s;
  *out = (choice){0};
  prepare(&s, where, m, foreign);
  const image_cue *cues = entry_cues(m->image, m->entry);
  uint32_t count = m->entry->cue_count;
  int margin, wanted = m->image->margin_hundredths;
  score_near(&s, cues, count);
  for (uint32_t i = 0; i < s.sense_count; i++)
    s.local[i] = s.scores[i] - s.senses[i].prior_hundredths;
  uint32_t best = best_sense(&s, &margin);
  if (count && margin < SETTLED_HUNDREDTHS) {
    score_far(&s, cues, count);
    best = best_sense(&s, &margin);
  }
  if (where->direction && margin < wanted && s.sense_count > 1 &&
      m->image->association_hundredths) {
    score_direction(&s);
    best = best_sense(&s, &margin);
    if (best < s.sense_count && !has_cue(&s, best)) margin = 0;
    if (wanted < m->image->association_margin_hundredths)
      wanted = m->image->association_margin_hundredths;
  }
  if (best == s.sense_count) return true;
  out->sense = &s.senses[best];
  out->score = (float)s.scores[best] / 100;
  out->margin = (float)margin / 100;
  out->local = (float)s.local[best] / 100;
  out->sure = margin >= wanted;
  return !details || keep_details(&s, best, details, out);
}

#include "engine/reread.h"

#include "engine/doubt.h"
#include "engine/form.h"
#include "engine/introduce.h"
#include "engine/render.h"

enum { MAX_READINGS = 4 };

/* The chosen sense, if it is to be taken; a dot at the form's end may turn out to
 * be the sentence's. */
static bool settles(form *f, choice *c) {
  do {
    if (!choose(&f->where, &f->m, f->d->foreign, f->d->details ? &f->d->scratch : NULL, c)) {
      f->d->no_memory = true;
      return false;
    }
    if (doubt_is_word(f, c)) return false;
    if (form_takes(f, c)) return !form_stays(f, c);
  } while (form_shorten(f));
  return false;
}

/* Choose again for the open form `s`, which stands at `at` in the segment as it
 * reads now. True: it is settled. */
static bool look_again(decider *d, passage *p, vt_short *s, passage *now, size_t at,
                       topic_direction *direction) {
  form f = {.d = d, .p = p}, g = {.d = d, .p = now};
  composed made;
  choice c;
  bool known = match_find(d->dictionary, p, s->start, &f.m);
  bool still = match_find(d->dictionary, now, at, &g.m);
  f.where = (place){d->dictionary, &d->words,    p,         s->start, s->end,
                    NULL,          &d->sentence, &d->topic, NULL,     false};
  g.where = (place){d->dictionary, &d->words,    now,       at,        g.m.end,
                    NULL,          &d->sentence, &d->topic, direction, false};
  if (!known && !still && compose(&d->composer, form_key(&f), &d->scratch, &made)) {
    if (!doubt_is_military(&g)) return false;
    form_fill_composed(&f, s, &made);
    return true;
  }
  if (!known || !still || !settles(&g, &c)) return false;
  if (g.m.entry != f.m.entry && (!form_shorten(&f) || g.m.entry != f.m.entry)) return false;
  s->end = f.where.end = f.m.end;
  form_expand_choice(&f, s, &c);
  return true;
}

/* Ambiguous, or taken for a word as the text stood. */
static bool is_open(const vt_short *s) {
  return s->reason == VT_REASON_AMBIGUOUS || s->reason == VT_REASON_WORD;
}

/* One more reading of the whole segment. True: a form was settled. */
static bool read_again(decider *d, passage *p) {
  bool settled = false;
  size_t grown = 0; /* bytes that expansions before a place have added */
  passage now;
  topic_direction direction = {.read = false};
  buffer_reset(&d->reread);
  introduce_forms(d, p);
  if (!render_segment(p->text, p->size, d->shorts, d->count, d->style, VT_VIETNAMESE, &d->reread)) {
    d->no_memory = true;
    return false;
  }
  passage_init(&now, d->reread.data, d->reread.size, p->continues);
  d->sentence.start = NULL;
  d->topic = d->topic_before;
  for (size_t i = 0; i < d->count; i++) {
    vt_short *s = &d->shorts[i];
    size_t added = s->action == VT_EXPAND ? render_growth(p->text, p->size, s, d->style) : 0;
    if (is_open(s)) settled |= look_again(d, p, s, &now, s->start + grown, &direction);
    grown += added;
  }
  return settled;
}

static bool has_open_forms(const decider *d) {
  for (size_t i = 0; i < d->count; i++)
    if (is_open(&d->shorts[i])) return true;
  return false;
}

void reread_segment(decider *d, passage *p) {
  for (int n = 1; n < MAX_READINGS && has_open_forms(d) && read_again(d, p); n++) continue;
}

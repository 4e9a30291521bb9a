#include "engine/form.h"

#include <string.h>

#include "engine/fit.h"
#include "text/unicode.h"

/* Append one annotation and return it; NULL: no memory. */
vt_short *form_add(form *f, size_t start, size_t end, vt_action action, vt_reason reason) {
  decider *d = f->d;
  void *items = d->shorts;
  bool grown =
      memory_grow(&d->scratch.memory, &items, &d->capacity, d->count + 1, sizeof *d->shorts);
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
void form_keep(form *f, size_t start, size_t end, vt_reason reason) {
  bool needed = reason == VT_REASON_AMBIGUOUS || (reason == VT_REASON_WORD && f->m.entry) ||
                (reason == VT_REASON_DEFINITION && f->d->style == VT_STYLE_FIRST);
  if (!f->d->kept_forms && !needed) return;
  if (f->d->count && start < f->d->shorts[f->d->count - 1].end)
    start = f->d->shorts[f->d->count - 1].end;
  if (start >= end) return;
  vt_short *made = form_add(f, start, end, VT_KEEP, reason);
  if (made && f->m.entry) made->entry = image_text(f->m.image, f->m.entry->name);
}

void form_fill_sense(vt_short *made, const match *m, const image_sense *sense) {
  const char *kind = term_kind_name(sense->kind), *domain = term_domain_name(sense->domain);
  made->plain = image_text(m->image, sense->long_form);
  made->english = image_text(m->image, sense->english);
  made->kind = (vt_span){kind, strlen(kind)};
  made->domain = (vt_span){domain, strlen(domain)};
  made->entry = image_text(m->image, m->entry->name);
}

static unsigned kind_number(vt_span kind) {
  for (unsigned i = 0; i < KIND_COUNT; i++)
    if (strlen(term_kind_name(i)) == kind.size &&
        memcmp(term_kind_name(i), kind.text, kind.size) == 0)
      return i;
  return KIND_OTHER;
}

void form_expand(form *f, vt_short *made, vt_span plain, unsigned kind) {
  made->plain = plain;
  made->long_form =
      habit_fit(&f->d->habit, fit_case(&f->where, plain, kind, &f->d->scratch), &f->d->scratch);
  if (made->long_form.size == 0) f->d->no_memory = true;
  if (f->p->text[made->end - 1] == '.') f->p->dotted_end = made->end;
  f->d->decided = (neighbour_form){made->start, made->end, plain, kind, f->where.headed};
}

void form_fill_choice(vt_short *made, const choice *c) {
  made->score = c->score;
  made->margin = c->margin;
  made->alternatives = c->alternatives;
  made->alternative_count = c->alternative_count;
  made->cues = c->cues;
  made->cue_count = c->cue_count;
}

/* Make `made`, an annotation of the form, an expansion to the chosen sense. */
void form_expand_choice(form *f, vt_short *made, const choice *c) {
  bool single = f->m.entry->sense_count == 1;
  made->action = VT_EXPAND;
  made->reason = single ? VT_REASON_ENTRY : VT_REASON_CHOSEN;
  form_fill_sense(made, &f->m, c->sense);
  form_fill_choice(made, c);
  made->confidence = single ? 0.99f : c->margin / (c->margin + 1);
  form_expand(f, made, made->plain, c->sense->kind);
}

void form_fill_composed(form *f, vt_short *made, const composed *c) {
  made->action = VT_EXPAND;
  made->reason = VT_REASON_COMPOSED;
  made->kind = c->kind;
  made->confidence = 0.9f;
  form_expand(f, made, c->long_form, kind_number(c->kind));
}

bool form_takes(const form *f, const choice *c) {
  if (!c->sense) return false;
  if (f->m.entry->sense_count == 1 && f->m.entry->cue_count == 0) return true;
  return c->sure || (f->d->best && c->score > 0);
}

/* Where the form as read is not clear, a shorter one may be meant: "TT." may be TT
 * at the end of a sentence or line, "c bộ" the c of "c bộ binh". */
bool form_shorten(form *f) {
  size_t end = f->m.end, length;
  if (end < f->m.start + 3) return false;
  if (f->p->text[end - 1] == '.') {
    uint32_t next = passage_at(f->p, passage_skip(f->p, end, false), &length);
    if (next != '\n' && !unicode_is_upper(next)) return false;
    end--;
  } else {
    while (end > f->m.start && f->p->text[end - 1] != ' ') end--;
    if (end <= f->m.start + 1) return false;
    end--;
  }
  passage stem;
  match shorter;
  passage_init(&stem, f->p->text, end, f->p->continues);
  if (!match_find(f->d->dictionary, &stem, f->m.start, &shorter) || shorter.end != end)
    return false;
  f->m = shorter;
  f->where.end = end;
  return true;
}

/* Is the chosen reading a foreign form (CT beside MRI) that nobody asked to expand? */
bool form_stays(const form *f, const choice *c) {
  return (c->sense->flags & SENSE_KEPT) != 0 && !f->d->foreign;
}

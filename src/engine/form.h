/* One short form at its place while it is decided, and the annotation that becomes
 * of it. */
#ifndef VT_ENGINE_FORM_H
#define VT_ENGINE_FORM_H

#include "engine/decide.h"

typedef struct form {
  decider *d;
  passage *p;
  match m;
  place where;
} form;

static inline vt_span form_key(const form *f) { return (vt_span){f->m.key, f->m.key_size}; }

/* Append one annotation and return it; NULL: no memory (remembered in the decider). */
vt_short *form_add(form *f, size_t start, size_t end, vt_action action, vt_reason reason);
/* Kept forms are reported on request only; but ambiguous ones are looked at again,
 * and definitions introduce a form. */
void form_keep(form *f, size_t start, size_t end, vt_reason reason);

/* Make `s`, an annotation of the form, an expansion to `plain`. */
void form_expand(form *f, vt_short *made, vt_span plain, unsigned kind);
/* … to the sense chosen, with its scores; to what was put together. */
void form_expand_choice(form *f, vt_short *made, const choice *c);
void form_fill_composed(form *f, vt_short *made, const composed *c);
void form_fill_sense(vt_short *made, const match *m, const image_sense *sense);
void form_fill_choice(vt_short *made, const choice *c);

/* Is the choice sure enough to be written? */
bool form_takes(const form *f, const choice *c);
/* Is what was chosen a form that stays as it is written (foreign)? */
bool form_stays(const form *f, const choice *c);
/* Where the form as read is not clear, a shorter one may be meant. False: none is. */
bool form_shorten(form *f);

#endif

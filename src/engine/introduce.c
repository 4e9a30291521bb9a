#include "engine/introduce.h"

void introduce_begin(decider *d) { d->introduced_before = d->introduced.count; }

static bool is_expansion(const vt_short *s) {
  return s->reason == VT_REASON_ENTRY || s->reason == VT_REASON_CHOSEN ||
         s->reason == VT_REASON_DEFINED || s->reason == VT_REASON_COMPOSED;
}

/* Was the form introduced before this place? It is from here on. */
static bool introduces(decider *d, const passage *p, const vt_short *s) {
  char key[FORM_KEY_BYTES];
  size_t size;
  vt_span earlier;
  if (!fold_form(p->text + s->start, s->end - s->start, key, &size)) return true;
  if (definitions_find(&d->introduced, key, size, &earlier)) return false;
  if (!definitions_add(&d->introduced, key, size, (vt_span){key, 0})) d->no_memory = true;
  return true;
}

void introduce_forms(decider *d, const passage *p) {
  if (d->style != VT_STYLE_FIRST) return;
  definitions_rewind(&d->introduced, d->introduced_before);
  for (size_t i = 0; i < d->count; i++) {
    vt_short *s = &d->shorts[i];
    if (s->reason == VT_REASON_DEFINITION) (void)introduces(d, p, s);
    else if (is_expansion(s)) s->action = introduces(d, p, s) ? VT_EXPAND : VT_KEEP;
  }
}

void introduce_end(decider *d, const passage *p) {
  introduce_forms(d, p);
  for (size_t i = 0; i < d->count; i++)
    if (is_expansion(&d->shorts[i]) && d->shorts[i].action == VT_KEEP)
      d->shorts[i].reason = VT_REASON_STYLE;
}

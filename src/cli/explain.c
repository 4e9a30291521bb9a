#include "explain.h"

#include <string.h>

#include "field.h"

void explain_heading(output *err) {
  output_text(err, "place\tform\taction\tlong form\treason\tentry\tscore\trunner-up\tcues\n");
  output_flush(err);
}

static bool taken(const vt_short *s, vt_span long_form) {
  return long_form.size == s->plain.size &&
         memcmp(long_form.text, s->plain.text, long_form.size) == 0;
}

/* The best reading that was not taken and is not `before` it; NULL: none. */
static const vt_alternative *best_other(const vt_short *s, const vt_alternative *before) {
  const vt_alternative *best = NULL;
  for (size_t i = 0; i < s->alternative_count; i++) {
    const vt_alternative *a = &s->alternatives[i];
    if (a == before || taken(s, a->long_form)) continue;
    if (!best || a->score > best->score) best = a;
  }
  return best;
}

static void write_reading(output *out, const vt_alternative *a) {
  field_clean(out, a->long_form);
  output_format(out, " %.2f", (double)a->score);
}

/* Where none was taken, the two that were nearest to it. */
static void write_runner_up(output *out, const vt_short *s) {
  const vt_alternative *first = best_other(s, NULL);
  if (!first) return;
  write_reading(out, first);
  const vt_alternative *second = s->action == VT_KEEP ? best_other(s, first) : NULL;
  if (!second) return;
  output_text(out, " | ");
  write_reading(out, second);
}

static void write_cues(output *out, const vt_short *s) {
  for (size_t i = 0; i < s->cue_count; i++) {
    if (i) output_text(out, ", ");
    field_clean(out, s->cues[i].text);
    output_format(out, " %+.2f", (double)s->cues[i].weight);
  }
}

static void write_short(job *j, const vt_segment *segment, const vt_short *s) {
  output *out = &j->err;
  vt_position at = place_at(&j->place, s->start);
  output_format(out, "%s:%zu:%zu\t", j->document, at.line, at.column_cp);
  field_clean(out, (vt_span){segment->text + s->start, s->end - s->start});
  output_text(out, s->action == VT_EXPAND ? "\texpand\t" : "\tkeep\t");
  field_clean(out, s->long_form);
  output_format(out, "\t%s\t", vt_reason_text(s->reason));
  field_clean(out, s->entry);
  output_format(out, "\t%.2f\t", (double)s->score);
  write_runner_up(out, s);
  output_text(out, "\t");
  write_cues(out, s);
  output_text(out, "\n");
}

vt_status explain_segment(job *j, const vt_segment *segment) {
  place_begin(&j->place, segment);
  for (size_t i = 0; i < segment->short_count; i++) write_short(j, segment, &segment->shorts[i]);
  place_end(&j->place);
  return VT_OK;
}

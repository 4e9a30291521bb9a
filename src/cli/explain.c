#include "explain.h"

#include "field.h"

void explain_heading(output *err) {
  output_text(err, "place\tform\taction\tlong form\treason\tentry\tscore\trunner-up\tcues\n");
  output_flush(err);
}

/* The best of the readings that were not taken; alternatives hold them all. */
static void write_runner_up(output *out, const vt_short *s) {
  const vt_alternative *best = NULL;
  for (size_t i = 0; i < s->alternative_count; i++) {
    const vt_alternative *a = &s->alternatives[i];
    bool taken = a->long_form.size == s->plain.size && a->long_form.text == s->plain.text;
    if (!taken && (!best || a->score > best->score)) best = a;
  }
  if (!best) return;
  field_clean(out, best->long_form);
  output_format(out, " %.2f", (double)best->score);
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

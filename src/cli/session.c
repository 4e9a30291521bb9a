#include "session.h"

static vt_status on_text(void *context, const char *bytes, size_t size) {
  job *j = context;
  return output_sink(&j->out, bytes, size);
}

static vt_status on_segment(void *context, const vt_segment *segment) {
  job *j = context;
  return j->run->work->segment(j, segment);
}

static vt_options options_for(const run *r) {
  const settings *s = r->settings;
  return (vt_options){
      .struct_size = sizeof(vt_options),
      .style = s->style,
      .language = s->language,
      .on_ambiguous = s->ambiguous,
      .domain = s->domain,
      .foreign = s->foreign,
      .line_segments = s->lines,
      .nul_documents = s->nul,
      .kept_forms = r->work->kept,
      .details = r->work->details,
      .entity_types = r->work->entities ? s->entities : 0,
  };
}

vt_status session_ready(job *j) {
  if (j->session) return VT_OK;
  const run *r = j->run;
  vt_options options = options_for(r);
  vt_output ways = {j, r->work->text ? on_text : NULL, r->work->segment ? on_segment : NULL};
  return vt_session_new(r->dictionary, &options, ways, NULL, &j->session, NULL);
}

void counts_add(vt_counts *sum, const vt_counts *more) {
  sum->bytes += more->bytes;
  sum->segments += more->segments;
  sum->expanded += more->expanded;
  sum->kept_ambiguous += more->kept_ambiguous;
  sum->kept_unknown += more->kept_unknown;
  sum->invalid_bytes += more->invalid_bytes;
  sum->definitions_dropped += more->definitions_dropped;
  sum->segments_cut += more->segments_cut;
}

vt_counts session_counts(const job *j) {
  vt_counts sum = j->counts, now = {0};
  if (j->session) vt_session_counts(j->session, &now);
  counts_add(&sum, &now);
  return sum;
}

void session_close(job *j) {
  j->counts = session_counts(j);
  vt_session_free(j->session);
  j->session = NULL;
}

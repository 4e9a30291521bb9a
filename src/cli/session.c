#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static vt_status on_text(void *context, const char *bytes, size_t size) {
  job *j = context;
  return output_sink(&j->out, bytes, size);
}

/* The segment begins a document that is not the file's first. */
static vt_status begin_numbered(job *j) {
  size_t room = strlen(j->name) + 24;
  char *numbered = realloc(j->numbered, room);
  if (!numbered) return VT_ERR_MEMORY;
  snprintf(numbered, room, "%s#%zu", j->name, ++j->documents);
  j->document = j->numbered = numbered;
  return VT_OK;
}

static vt_status on_segment(void *context, const vt_segment *segment) {
  job *j = context;
  if (j->ended && begin_numbered(j) != VT_OK) return VT_ERR_MEMORY;
  j->ended = j->run->settings->nul && segment->text[segment->size - 1] == '\0';
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
      .kept_forms = r->work->kept || (s->verbose && !s->no_kept), /* to be counted */
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
  sum->patterns_given_up += more->patterns_given_up;
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

/* Each file gets a writer of its own, so that jobs need not share one; a writer
 * for the beginning and one for the end of the whole stand around them. */
#include <errno.h>
#include <stdlib.h>

#include "commands.h"

typedef struct annotator {
  vt_writer *writer;
  size_t documents; /* of the file at hand, that the writer knows */
} annotator;

static vt_status writer_open(const run *r, output *out, bool continued, bool continues,
                             vt_writer **writer) {
  const settings *s = r->settings;
  vt_writer_options options = {.struct_size = sizeof options,
                               .unit = s->unit,
                               .bom = s->bom,
                               .continued = continued,
                               .continues = continues};
  vt_sink sink = {out, output_sink};
  return vt_writer_new(s->format ? s->format : "jsonl", &options, r->dictionary, sink, NULL, writer,
                       NULL);
}

/* What the sink did not refuse failed for want of memory; the output is to say so
 * and is not complete. */
static vt_status frame(run *r, bool continued, bool continues) {
  vt_writer *writer = NULL;
  vt_status status = writer_open(r, r->out, continued, continues, &writer);
  if (status == VT_OK) status = vt_writer_finish(writer);
  vt_writer_free(writer);
  if (status != VT_OK && !r->out->error) r->out->error = ENOMEM;
  return status;
}

static vt_status open_job(job *j) {
  j->state = calloc(1, sizeof(annotator));
  return j->state ? VT_OK : VT_ERR_MEMORY;
}

static void close_job(job *j) {
  annotator *a = j->state;
  if (a) vt_writer_free(a->writer);
  free(a);
}

static vt_status begin_file(job *j) {
  annotator *a = j->state;
  vt_writer_free(a->writer); /* of a file that failed */
  a->writer = NULL;
  a->documents = 1;
  vt_status status = writer_open(j->run, &j->out, true, true, &a->writer);
  return status == VT_OK ? vt_writer_document(a->writer, j->name) : status;
}

static vt_status write_segment(job *j, const vt_segment *segment) {
  annotator *a = j->state;
  vt_status status = VT_OK;
  if (a->documents != j->documents) status = vt_writer_document(a->writer, j->document);
  a->documents = j->documents;
  return status == VT_OK ? vt_writer_segment(a->writer, segment) : status;
}

static vt_status flush_file(job *j) {
  annotator *a = j->state;
  return vt_writer_flush(a->writer);
}

static vt_status end_file(job *j) {
  annotator *a = j->state;
  vt_status status = vt_writer_finish(a->writer);
  vt_writer_free(a->writer);
  a->writer = NULL;
  return status;
}

static vt_status begin_all(run *r) { return frame(r, false, true); }

static exit_code finish_all(run *r) {
  return frame(r, true, false) == VT_OK ? EXIT_DONE : EXIT_OUTPUT;
}

exit_code command_annotate(const invocation *s) {
  work annotate = {.kept = !s->settings->no_kept,
                   .details = true,
                   .entities = true,
                   .open = open_job,
                   .begin = begin_file,
                   .segment = write_segment,
                   .flush = flush_file,
                   .end = end_file,
                   .close = close_job};
  return command_run(s, &(plan){&annotate, NULL, begin_all, finish_all});
}

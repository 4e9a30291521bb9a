/* The formats by name, and the public face of writers. */
#include <string.h>

#include "base/error.h"
#include "write/writer.h"

enum { FLUSH_BYTES = 64 * 1024 };

static const format *const FORMATS[] = {&FORMAT_JSONL};
static const char *const NAMES[] = {"jsonl", NULL};

const char *const *vt_writer_formats(void) { return NAMES; }

static const format *find_format(const char *name) {
  for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++)
    if (strcmp(FORMATS[i]->name, name) == 0) return FORMATS[i];
  return NULL;
}

vt_status vt_writer_new(const char *name, const vt_writer_options *options,
                        const vt_dictionary *dictionary, vt_sink sink, const vt_allocator *memory,
                        vt_writer **out, vt_error *err) {
  *out = NULL;
  const format *found = find_format(name);
  if (!found)
    return error_set(err, VT_ERR_UNKNOWN_FORMAT, (vt_position){0}, "no format \"%.32s\"", name);
  vt_allocator allocator = memory_or_default(memory);
  vt_writer *w = memory_new_zeroed(&allocator, sizeof *w);
  if (!w) return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  w->format = found;
  if (options && options->struct_size <= sizeof w->options)
    memcpy(&w->options, options, options->struct_size);
  w->dictionary = dictionary;
  w->sink = sink;
  w->memory = allocator;
  buffer_init(&w->out, &allocator);
  buffer_init(&w->document, &allocator);
  *out = w;
  return VT_OK;
}

static vt_status flush(vt_writer *w, size_t from_bytes) {
  if (w->out.size == 0 || w->out.size < from_bytes) return VT_OK;
  vt_status status = w->sink.write(w->sink.context, w->out.data, w->out.size);
  buffer_reset(&w->out);
  return status;
}

static bool end_document(vt_writer *w) {
  bool written = !w->open || !w->format->document_end || w->format->document_end(w);
  w->open = false;
  return written;
}

/* Before the first document, unless an earlier writer has done it. */
static bool begin_file(vt_writer *w) {
  bool wanted = w->documents == 0 && !w->options.continued && w->format->begin;
  return !wanted || w->format->begin(w);
}

vt_status vt_writer_document(vt_writer *w, const char *name) {
  if (!begin_file(w)) return VT_ERR_MEMORY;
  if (!end_document(w)) return VT_ERR_MEMORY;
  buffer_reset(&w->document);
  if (!buffer_append_cstr(&w->document, name)) return VT_ERR_MEMORY;
  w->documents++;
  w->segments = 0;
  w->open = true;
  if (w->format->document && !w->format->document(w)) return VT_ERR_MEMORY;
  return flush(w, FLUSH_BYTES);
}

vt_status vt_writer_segment(vt_writer *w, const vt_segment *segment) {
  if (!w->open) {
    vt_status status = vt_writer_document(w, "-");
    if (status != VT_OK) return status;
  }
  if (!w->format->segment(w, segment)) return VT_ERR_MEMORY;
  w->segments++;
  return flush(w, FLUSH_BYTES);
}

vt_status vt_writer_finish(vt_writer *w) {
  if (!begin_file(w) || !end_document(w)) return VT_ERR_MEMORY;
  bool ends = !w->options.continues && w->format->finish;
  if (ends && !w->format->finish(w)) return VT_ERR_MEMORY;
  return flush(w, 0);
}

void vt_writer_free(vt_writer *w) {
  if (!w) return;
  if (w->format->clear) w->format->clear(w);
  buffer_clear(&w->out);
  buffer_clear(&w->document);
  vt_allocator memory = w->memory;
  memory_free(&memory, w);
}

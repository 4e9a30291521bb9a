/* The formats by name, and the public face of writers. */
#include "base/error.h"
#include "write/writer.h"

enum { FLUSH_BYTES = 64 * 1024 };

#define FORMAT(name) &format_##name,
static const format *const FORMATS[] = {
#include "write/formats.def"
};
#undef FORMAT
#define FORMAT(name) #name,
static const char *const NAMES[] = {
#include "write/formats.def"
    NULL};
#undef FORMAT

const char *const *vt_writer_formats(void) { return NAMES; }

static const format *find_format(const char *name) {
  for (size_t i = 0; NAMES[i]; i++)
    if (strcmp(NAMES[i], name) == 0) return FORMATS[i];
  return NULL;
}

static vt_status say_unknown(const char *name, vt_error *err) {
  char list[256] = "";
  size_t size = 0;
  for (size_t i = 0; NAMES[i]; i++) {
    size_t length = strlen(NAMES[i]);
    if (size + length + 3 > sizeof list) break;
    memcpy(list + size, i ? ", " : "", i ? 2 : 0);
    size += i ? 2 : 0;
    memcpy(list + size, NAMES[i], length + 1);
    size += length;
  }
  return error_set(err, VT_ERR_UNKNOWN_FORMAT, (vt_position){0},
                   "no format \"%.32s\"; use one of %s", name, list);
}

static vt_status read_options(const vt_writer_options *given, vt_writer_options *options,
                              vt_error *err) {
  *options = (vt_writer_options){.struct_size = sizeof *options};
  if (!given) return VT_OK;
  if (given->struct_size == 0 || given->struct_size > sizeof *options)
    return error_set(err, VT_ERR_ARGUMENT, (vt_position){0},
                     "vt_writer_options.struct_size is not set; set it to "
                     "sizeof(vt_writer_options)");
  memcpy(options, given, given->struct_size);
  if ((unsigned)options->unit > VT_UNIT_U16)
    return error_set(err, VT_ERR_ARGUMENT, (vt_position){0},
                     "unknown unit of offsets; use cp, byte or utf16");
  return VT_OK;
}

static void name_dictionary(vt_writer *w, const vt_dictionary *dictionary) {
  if (!dictionary) return;
  vt_dictionary_facts facts;
  vt_dictionary_describe(dictionary, &facts);
  size_t room = sizeof w->dictionary - sizeof facts.hash - 1;
  size_t size = strlen(facts.version);
  if (size > room) size = room;
  memcpy(w->dictionary, facts.version, size);
  w->dictionary[size++] = '+';
  memcpy(w->dictionary + size, facts.hash, sizeof facts.hash);
}

vt_status vt_writer_new(const char *name, const vt_writer_options *given,
                        const vt_dictionary *dictionary, vt_sink sink, const vt_allocator *memory,
                        vt_writer **out, vt_error *err) {
  *out = NULL;
  const format *found = find_format(name);
  if (!found) return say_unknown(name, err);
  vt_writer_options options;
  vt_status status = read_options(given, &options, err);
  if (status != VT_OK) return status;
  vt_allocator allocator = memory_or_default(memory);
  vt_writer *w = memory_new_zeroed(&allocator, sizeof *w);
  if (w && found->state_bytes) w->state = memory_new_zeroed(&allocator, found->state_bytes);
  if (!w || (found->state_bytes && !w->state)) {
    memory_free(&allocator, w);
    return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  }
  w->format = found;
  w->options = options;
  w->sink = sink;
  w->memory = allocator;
  name_dictionary(w, dictionary);
  buffer_init(&w->out.bytes, &allocator);
  buffer_init(&w->document, &allocator);
  *out = w;
  return VT_OK;
}

static vt_status flush(vt_writer *w, size_t from_bytes) {
  if (w->out.failed) return VT_ERR_MEMORY;
  buffer *out = &w->out.bytes;
  if (out->size == 0 || out->size < from_bytes) return VT_OK;
  vt_status status = w->sink.write(w->sink.context, out->data, out->size);
  buffer_reset(out);
  return status;
}

static void begin(vt_writer *w) {
  if (!w->begun && !w->options.continued && w->format->begin) w->format->begin(w);
  w->begun = true;
}

static void end_document(vt_writer *w) {
  if (w->open && w->format->document_end) w->format->document_end(w);
  w->open = false;
}

vt_status vt_writer_document(vt_writer *w, const char *name) {
  end_document(w);
  buffer_reset(&w->document);
  if (!buffer_append_cstr(&w->document, name)) return VT_ERR_MEMORY;
  begin(w);
  if (w->state) memset(w->state, 0, w->format->state_bytes);
  w->base = 0;
  w->open = true;
  if (w->format->document) w->format->document(w);
  return flush(w, FLUSH_BYTES);
}

vt_status vt_writer_segment(vt_writer *w, const vt_segment *segment) {
  if (!w->open) {
    vt_status status = vt_writer_document(w, "-");
    if (status != VT_OK) return status;
  }
  w->format->segment(w, segment);
  if (w->format->counts_from_document) {
    counter c;
    counter_init(&c, segment, w->options.unit);
    w->base += counter_to(&c, segment->size);
  }
  return flush(w, FLUSH_BYTES);
}

vt_status vt_writer_flush(vt_writer *w) { return flush(w, 0); }

vt_status vt_writer_finish(vt_writer *w) {
  begin(w);
  end_document(w);
  if (w->format->finish && !w->options.continues) w->format->finish(w);
  return flush(w, 0);
}

void vt_writer_free(vt_writer *w) {
  if (!w) return;
  buffer_clear(&w->out.bytes);
  buffer_clear(&w->document);
  vt_allocator memory = w->memory;
  memory_free(&memory, w->state);
  memory_free(&memory, w);
}

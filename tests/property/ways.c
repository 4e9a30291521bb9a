#include "ways.h"

#include <string.h>

enum { PIECE_BYTES = 700 };

static vt_status append(void *context, const char *data, size_t size) {
  bytes_append(context, data, size);
  return VT_OK;
}

static vt_status feed(vt_session *session, const bytes *text) {
  vt_status status = VT_OK;
  for (size_t at = 0; status == VT_OK && at < text->size; at += PIECE_BYTES) {
    size_t rest = text->size - at;
    status = vt_session_feed(session, text->data + at, rest < PIECE_BYTES ? rest : PIECE_BYTES);
  }
  return status == VT_OK ? vt_session_finish(session) : status;
}

static vt_status expand(vt_style style, const vt_dictionary *dictionary, const vt_allocator *memory,
                        const bytes *text, bytes *out) {
  vt_session *session;
  vt_options options = {.struct_size = sizeof options, .style = style};
  vt_output output = {out, append, NULL};
  vt_status status = vt_session_new(dictionary, &options, output, memory, &session, NULL);
  if (status != VT_OK) return status;
  status = feed(session, text);
  vt_session_free(session);
  return status;
}

static vt_status write_segment(void *context, const vt_segment *segment) {
  return vt_writer_segment(context, segment);
}

static vt_status annotate(const char *format, const vt_dictionary *dictionary,
                          const vt_allocator *memory, const bytes *text, bytes *out) {
  vt_session *session;
  vt_writer *writer;
  vt_options options = {.struct_size = sizeof options,
                        .kept_forms = true,
                        .details = true,
                        .entity_types = (1u << VT_ENTITY_TYPES) - 1};
  vt_writer_options how = {.struct_size = sizeof how, .unit = VT_UNIT_U16};
  vt_status status =
      vt_writer_new(format, &how, dictionary, (vt_sink){out, append}, memory, &writer, NULL);
  if (status != VT_OK) return status;
  vt_output output = {writer, NULL, write_segment};
  status = vt_session_new(dictionary, &options, output, memory, &session, NULL);
  if (status == VT_OK) status = vt_writer_document(writer, "-");
  if (status == VT_OK) status = feed(session, text);
  if (status == VT_OK) status = vt_writer_finish(writer);
  vt_session_free(session);
  vt_writer_free(writer);
  return status;
}

static bool note_sense(void *context, const vt_sense *sense) {
  bytes_append(context, sense->entry.text, sense->entry.size);
  bytes_append(context, "\t", 1);
  bytes_append(context, sense->long_form.text, sense->long_form.size);
  bytes_append(context, "\n", 1);
  return true;
}

/* The words of the text, as forms or in long forms. */
static vt_status look_up(bool reverse, const vt_dictionary *dictionary, const bytes *text,
                         bytes *out) {
  for (size_t at = 0; at < text->size;) {
    const char *word = text->data + at;
    const char *blank = memchr(word, ' ', text->size - at);
    size_t size = blank ? (size_t)(blank - word) : text->size - at;
    if (!reverse) vt_dictionary_lookup(dictionary, (vt_span){word, size}, note_sense, out);
    else if (at % 16 == 0)
      vt_dictionary_reverse(dictionary, (vt_span){word, size}, note_sense, out);
    at += size + 1;
  }
  return VT_OK;
}

vt_status way_use(int way, const vt_dictionary *dictionary, const vt_allocator *memory,
                  const bytes *text, bytes *out) {
  *out = (bytes){0};
  if (way < WAY_STYLES) return expand((vt_style)way, dictionary, memory, text, out);
  way -= WAY_STYLES;
  if (way < WAY_FORMATS) return annotate(vt_writer_formats()[way], dictionary, memory, text, out);
  return look_up(way > WAY_FORMATS, dictionary, text, out);
}

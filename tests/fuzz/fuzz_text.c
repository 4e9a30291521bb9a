/* Fuzz target: a text through the built-in dictionary in every style, and with its
 * entities through every format. The first byte chooses options, the second how
 * the rest is cut into reads and what is written. Checked: neither output depends
 * on the cuts, and shorts and entities lie in the segment, in order, apart. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "viettat.h"

enum { FORMATS = 7, UNITS = 3, MOST_CUT = 61, NOT_STYLE_OR_LANGUAGE = 0xBC };

typedef struct text {
  char *bytes;
  size_t size, room;
} text;

static void fail(const char *what) {
  fprintf(stderr, "fuzz: %s\n", what);
  abort();
}

static void need(vt_status status) {
  if (status != VT_OK) fail(vt_status_text(status));
}

static vt_status append(void *context, const char *bytes, size_t size) {
  text *t = context;
  if (t->room - t->size < size) {
    t->room = (t->size + size) * 2;
    t->bytes = realloc(t->bytes, t->room);
    if (!t->bytes) fail("no memory");
  }
  if (size) memcpy(t->bytes + t->size, bytes, size);
  t->size += size;
  return VT_OK;
}

static vt_options options_from(unsigned char choice) {
  return (vt_options){.struct_size = sizeof(vt_options),
                      .style = (vt_style)(choice & 3),
                      .on_ambiguous = choice & 4 ? VT_AMBIGUOUS_BEST : VT_AMBIGUOUS_KEEP,
                      .line_segments = choice & 8,
                      .nul_documents = choice & 16,
                      .foreign = choice & 32,
                      .language = choice & 64 ? VT_ENGLISH : VT_VIETNAMESE,
                      .limits.segment_bytes = choice & 128 ? 256 : 0};
}

static void feed(vt_session *session, vt_span source, size_t piece) {
  for (size_t at = 0; at < source.size; at += piece) {
    size_t rest = source.size - at;
    need(vt_session_feed(session, source.text + at, rest < piece ? rest : piece));
  }
  need(vt_session_finish(session));
}

static text expand(const vt_options *options, vt_span source, size_t piece) {
  text made = {0};
  vt_session *session;
  vt_output output = {.context = &made, .text = append};
  need(vt_session_new(vt_dictionary_builtin(), options, output, NULL, &session, NULL));
  feed(session, source, piece);
  vt_session_free(session);
  return made;
}

/* Of the annotations being made: the sessions outlive it. */
static vt_writer *writer;

static vt_status write_segment(void *context, const vt_segment *segment) {
  size_t end = 0;
  (void)context;
  for (size_t i = 0; i < segment->short_count; i++) {
    const vt_short *s = &segment->shorts[i];
    if (s->start < end || s->end <= s->start || s->end > segment->size) fail("a short is amiss");
    end = s->end;
  }
  end = 0;
  for (size_t i = 0; i < segment->entity_count; i++) {
    const vt_entity *e = &segment->entities[i];
    if (e->start < end || e->end <= e->start || e->end > segment->size) fail("an entity is amiss");
    end = e->end;
  }
  return vt_writer_segment(writer, segment);
}

/* Making a session that finds entities takes longer than most texts do: each is
 * made once and never given back. What an earlier text might leave in it shows as
 * another difference. */
static vt_session *annotating_session(vt_options options, unsigned char choice) {
  static vt_session *made[256];
  choice &= NOT_STYLE_OR_LANGUAGE;
  options.style = VT_STYLE_REPLACE;
  options.language = VT_VIETNAMESE;
  options.kept_forms = options.details = true;
  options.entity_types = (1u << VT_ENTITY_TYPES) - 1;
  if (!made[choice])
    need(vt_session_new(vt_dictionary_builtin(), &options, (vt_output){.segment = write_segment},
                        NULL, &made[choice], NULL));
  return made[choice];
}

static text annotate(vt_session *session, unsigned char choice, vt_span source, size_t piece) {
  text made = {0};
  vt_writer_options how = {.struct_size = sizeof how, .unit = (vt_unit)(choice / FORMATS % UNITS)};
  need(vt_writer_new(vt_writer_formats()[choice % FORMATS], &how, vt_dictionary_builtin(),
                     (vt_sink){&made, append}, NULL, &writer, NULL));
  need(vt_writer_document(writer, "fuzz.txt"));
  feed(session, source, piece);
  need(vt_writer_finish(writer));
  vt_writer_free(writer);
  return made;
}

/* Frees both. */
static void must_be_same(text a, text b, const char *what) {
  if (a.size != b.size || (a.size && memcmp(a.bytes, b.bytes, a.size) != 0)) fail(what);
  free(a.bytes);
  free(b.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size < 2) return 0;
  vt_options options = options_from(data[0]);
  vt_span source = {(const char *)data + 2, size - 2};
  size_t piece = data[1] % MOST_CUT + 1u;
  must_be_same(expand(&options, source, size), expand(&options, source, piece),
               "the expanded text depends on the cuts");
  vt_session *session = annotating_session(options, data[0]);
  must_be_same(annotate(session, data[1], source, size), annotate(session, data[1], source, piece),
               "the annotations depend on the cuts");
  return 0;
}

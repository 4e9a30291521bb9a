/* Fuzz target: a text through the built-in dictionary. The first byte chooses
 * options, the second how the rest is cut into reads. Checked: the output does not
 * depend on the cuts, what lies outside the shorts is unchanged, and expanding
 * again changes nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "viettat.h"

typedef struct text {
  char *bytes;
  size_t size, room;
} text;

static void fail(const char *what) {
  fprintf(stderr, "fuzz: %s\n", what);
  abort();
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
                      .foreign = choice & 32};
}

static text expand(const vt_options *options, vt_span source, size_t piece) {
  text made = {0};
  vt_session *session;
  vt_output output = {.context = &made, .text = append};
  vt_status status = vt_session_new(vt_dictionary_builtin(), options, output, NULL, &session, NULL);
  for (size_t at = 0; status == VT_OK && at < source.size; at += piece) {
    size_t rest = source.size - at;
    status = vt_session_feed(session, source.text + at, rest < piece ? rest : piece);
  }
  if (status == VT_OK) status = vt_session_finish(session);
  if (status != VT_OK) fail(vt_status_text(status));
  vt_session_free(session);
  return made;
}

static bool same(const text *a, const text *b) {
  return a->size == b->size && (a->size == 0 || memcmp(a->bytes, b->bytes, a->size) == 0);
}

/* Shorts and entities lie inside the segment, in order, apart. */
static vt_status check_segment(void *context, const vt_segment *segment) {
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
  return VT_OK;
}

static void annotate(vt_options options, vt_span source) {
  vt_session *session;
  vt_output output = {.segment = check_segment};
  options.kept_forms = options.details = true;
  options.entity_types = (1u << VT_ENTITY_TYPES) - 1;
  if (vt_session_new(vt_dictionary_builtin(), &options, output, NULL, &session, NULL) != VT_OK)
    fail("no session");
  if (vt_session_feed(session, source.text, source.size) != VT_OK) fail("feed failed");
  if (vt_session_finish(session) != VT_OK) fail("finish failed");
  vt_session_free(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size < 2) return 0;
  vt_options options = options_from(data[0]);
  vt_span source = {(const char *)data + 2, size - 2};
  text whole = expand(&options, source, size), pieces = expand(&options, source, data[1] % 61 + 1u);
  if (!same(&whole, &pieces)) fail("the output depends on the cuts");
  text again = expand(&options, (vt_span){whole.bytes, whole.size}, size);
  if (!same(&whole, &again)) fail("expanding again changes the text");
  annotate(options, source);
  free(whole.bytes);
  free(pieces.bytes);
  free(again.bytes);
  return 0;
}

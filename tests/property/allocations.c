/* The k-th allocation fails, for every k, while a dictionary is compiled and a text
 * is expanded in every style, annotated and written in every format: the call says VT_ERR_MEMORY,
 * or does without that block and finds the same; and all is given back. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ways.h"

typedef struct ration {
  size_t calls, fails_at; /* 0: never */
  size_t blocks;          /* alive    */
} ration;

static void *resize(void *context, void *block, size_t size) {
  ration *r = context;
  if (size == 0) {
    r->blocks -= block != NULL;
    free(block);
    return NULL;
  }
  if (++r->calls == r->fails_at) return NULL;
  void *made = realloc(block, size);
  if (!made) fail("no memory", "allocations");
  r->blocks += block == NULL;
  return made;
}

static const char YAML[] = "domain: military\n"
                           "entries:\n"
                           "- {short: [ZQW, Z.QW], long: diễn tập, cues: {next: [xã, huyện]}}\n"
                           "- {short: ZQV, senses: [{long: a, prior: 1}, {long: an}]}\n";
static const vt_span SOURCE = {YAML, sizeof YAML - 1};

/* One whole use of the library. `way` WAYS: vt_expand with entities; WAYS + 1: a
 * dictionary is parsed, and a session finds entities. */
static vt_status use(const vt_allocator *memory, vt_span text, int way, record *made) {
  if (way < WAYS) {
    const bytes source = {.data = (char *)text.text, .size = text.size};
    return way_use(way, vt_dictionary_builtin(), memory, &source, &made->text);
  }
  vt_dictionary *dictionary = NULL;
  vt_session *session = NULL;
  vt_error err;
  vt_options options = {.struct_size = sizeof options,
                        .style = VT_STYLE_FIRST,
                        .kept_forms = true,
                        .details = true,
                        .entity_types = (1u << VT_ENTITY_TYPES) - 1};
  vt_status status = vt_dictionary_parse(SOURCE, "mine.yaml", vt_dictionary_builtin(), memory, NULL,
                                         NULL, &dictionary, &err);
  if (status == VT_OK && way == WAYS) {
    char *out;
    size_t size;
    status = vt_expand(dictionary, &options, text, memory, &out, &size, &err);
    if (status == VT_OK) bytes_append(&made->text, out, size);
    vt_free(out, memory);
  } else if (status == VT_OK) {
    status = vt_session_new(dictionary, &options, record_output(made), memory, &session, &err);
    for (size_t at = 0; status == VT_OK && at < text.size; at += 700)
      status =
          vt_session_feed(session, text.text + at, text.size - at < 700 ? text.size - at : 700);
    if (status == VT_OK) status = vt_session_finish(session);
    vt_session_free(session);
  }
  vt_dictionary_free(dictionary);
  return status;
}

static size_t fail_each(vt_span text, int way, const char *where) {
  ration r = {0};
  vt_allocator memory = {&r, resize};
  record wanted = {0};
  if (use(&memory, text, way, &wanted) != VT_OK || r.blocks != 0)
    fail("does not work with all memory", where);
  size_t calls = r.calls;
  for (size_t k = 1; k <= calls; k++) {
    record made = {0};
    r = (ration){.fails_at = k};
    vt_status status = use(&memory, text, way, &made);
    if (status == VT_OK &&
        !(bytes_same(&made.text, &wanted.text) && bytes_same(&made.found, &wanted.found)))
      fail("a failed allocation is not reported", where);
    if (status != VT_OK && status != VT_ERR_MEMORY)
      fail("a failed allocation is taken for something else", where);
    if (r.blocks != 0) fail("blocks were not given back", where);
    record_clear(&made);
  }
  record_clear(&wanted);
  return calls;
}

int main(int argc, char **argv) {
  size_t calls = 0;
  for (int i = 1; i < argc; i++) {
    bytes content = bytes_read(argv[i]);
    vt_span text = {content.data, content.size};
    for (int way = 0; way <= WAYS + 1; way++) calls += fail_each(text, way, argv[i]);
    bytes_clear(&content);
  }
  printf("%zu allocations failed one by one\n", calls);
  return calls == 0;
}

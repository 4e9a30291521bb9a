/* Output and annotations depend on the bytes, not on how they were cut into reads:
 * in every style and format, with segments as usual, cut by force, ended by every
 * newline and by NUL; each text also in NFD, with CRLF and with invalid bytes.
 *   chunks EVERY FILE…   every EVERY-th cut in two, and one byte at a time */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "texts.h"

enum { FORMATS = 7, MOST_BYTES = 1200, SMALL_SEGMENT = 256 };

/* A session with all that comes out of it. */
typedef struct machine {
  vt_session *session;
  record made;
  vt_writer *writers[FORMATS]; /* NULL where no entities are sought */
  bytes written[FORMATS];
} machine;

static const vt_options MACHINES[] = {
    {.style = VT_STYLE_REPLACE},
    {.style = VT_STYLE_FIRST},
    {.style = VT_STYLE_PAREN},
    {.style = VT_STYLE_GLOSS},
    {.style = VT_STYLE_FIRST, .limits.segment_bytes = SMALL_SEGMENT},
    {.style = VT_STYLE_FIRST, .line_segments = true},
    {.style = VT_STYLE_REPLACE, .nul_documents = true, .on_ambiguous = VT_AMBIGUOUS_BEST},
    {.entity_types = (1u << VT_ENTITY_TYPES) - 1, .details = true},
};
enum { MACHINE_COUNT = sizeof MACHINES / sizeof *MACHINES };

static vt_status append(void *context, const char *data, size_t size) {
  bytes_append(context, data, size);
  return VT_OK;
}

static vt_status take_text(void *context, const char *data, size_t size) {
  return append(&((machine *)context)->made.text, data, size);
}

static vt_status take_segment(void *context, const vt_segment *segment) {
  machine *m = context;
  vt_status status = record_segment(&m->made, segment);
  for (size_t i = 0; status == VT_OK && i < FORMATS && m->writers[i]; i++)
    status = vt_writer_segment(m->writers[i], segment);
  return status;
}

static void machine_open(machine *m, vt_options options) {
  options.struct_size = sizeof options;
  options.kept_forms = true;
  vt_output output = {m, take_text, take_segment};
  if (vt_session_new(vt_dictionary_builtin(), &options, output, NULL, &m->session, NULL) != VT_OK)
    fail("no session", "chunks");
}

static void writers_begin(machine *m, vt_unit unit) {
  for (size_t i = 0; i < FORMATS; i++) {
    vt_writer_options how = {.struct_size = sizeof how, .unit = unit};
    vt_sink sink = {&m->written[i], append};
    if (vt_writer_new(vt_writer_formats()[i], &how, vt_dictionary_builtin(), sink, NULL,
                      &m->writers[i], NULL) != VT_OK ||
        vt_writer_document(m->writers[i], "-") != VT_OK)
      fail("no writer", "chunks");
  }
}

static void writers_end(machine *m) {
  for (size_t i = 0; i < FORMATS; i++) {
    if (vt_writer_finish(m->writers[i]) != VT_OK) fail("a writer failed", "chunks");
    vt_writer_free(m->writers[i]);
    m->writers[i] = NULL;
  }
}

static void feed(machine *m, const bytes *text, size_t from, size_t to) {
  if (vt_session_feed(m->session, text->data + from, to - from) != VT_OK)
    fail("feed failed", "chunks");
}

/* Feeds text cut at `cut`, or byte by byte where `cut` is beyond its end. */
static void run(machine *m, const bytes *text, size_t cut, vt_unit unit, bool writes) {
  m->made.text.size = m->made.found.size = 0;
  for (size_t i = 0; i < FORMATS; i++) m->written[i].size = 0;
  if (writes) writers_begin(m, unit);
  if (cut <= text->size) {
    feed(m, text, 0, cut);
    feed(m, text, cut, text->size);
  } else {
    for (size_t at = 0; at < text->size; at++) feed(m, text, at, at + 1);
  }
  if (vt_session_finish(m->session) != VT_OK) fail("finish failed", "chunks");
  if (writes) writers_end(m);
}

static void compare(const machine *whole, const machine *pieces, const bytes *text, size_t cut) {
  const char *what = NULL;
  if (!bytes_same(&whole->made.text, &pieces->made.text)) what = "the text depends on the cuts";
  if (!bytes_same(&whole->made.found, &pieces->made.found)) what = "a find depends on the cuts";
  for (size_t i = 0; i < FORMATS; i++)
    if (!bytes_same(&whole->written[i], &pieces->written[i])) what = vt_writer_formats()[i];
  if (!what) return;
  fprintf(stderr, "cut at %zu of:\n%.*s\n", cut, (int)text->size, text->data);
  fail(what, "chunks");
}

static size_t check(machine whole[], machine pieces[], const bytes *text, size_t first,
                    size_t every, vt_unit unit) {
  size_t cuts = 0;
  for (size_t i = 0; i < MACHINE_COUNT; i++) {
    bool writes = MACHINES[i].entity_types != 0;
    run(&whole[i], text, 0, unit, writes);
    for (size_t cut = first; cut <= text->size; cut += every, cuts++) {
      run(&pieces[i], text, cut, unit, writes);
      compare(&whole[i], &pieces[i], text, cut);
    }
    run(&pieces[i], text, text->size + 1, unit, writes);
    compare(&whole[i], &pieces[i], text, text->size + 1);
  }
  return cuts;
}

static void machine_close(machine *m) {
  vt_session_free(m->session);
  record_clear(&m->made);
  for (size_t i = 0; i < FORMATS; i++) bytes_clear(&m->written[i]);
}

int main(int argc, char **argv) {
  size_t every = argc > 1 ? strtoul(argv[1], NULL, 10) : 0, count = 0, cuts = 0;
  if (every == 0 || argc < 3) fail("usage: chunks EVERY FILE…", "chunks");
  static machine whole[MACHINE_COUNT], pieces[MACHINE_COUNT];
  for (size_t i = 0; i < MACHINE_COUNT; i++) {
    machine_open(&whole[i], MACHINES[i]);
    machine_open(&pieces[i], MACHINES[i]);
  }
  texts all = texts_read(argv + 2, (size_t)argc - 2);
  for (size_t i = 0; i < all.count; i++)
    for (int how = 0; how < VARIATIONS; how++, count++) {
      if (all.items[i].size > MOST_BYTES) all.items[i].size = MOST_BYTES;
      bytes text = text_varied(&all.items[i], (variation)how);
      cuts += check(whole, pieces, &text, 1 + count * 7 % every, every, (vt_unit)(count % 3));
      bytes_clear(&text);
    }
  texts_clear(&all);
  for (size_t i = 0; i < MACHINE_COUNT; i++) {
    machine_close(&whole[i]);
    machine_close(&pieces[i]);
  }
  printf("%zu texts, %zu cuts in two\n", count, cuts);
  return count == 0;
}

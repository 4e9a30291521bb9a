/* Output and annotations depend on the bytes, not on how they were cut into reads:
 * every cut in two, and one byte at a time, in every style; each file also with
 * CRLF line ends, with invalid bytes, and with segments that are cut by force. */
#include <stdio.h>
#include <string.h>

#include "record.h"

enum { STYLES = 4, MOST_BYTES = 1200, SMALL_SEGMENT = 256 };

static void feed(vt_session *session, vt_span text, size_t from, size_t to, const char *where) {
  if (vt_session_feed(session, text.text + from, to - from) != VT_OK) fail("feed failed", where);
}

/* Feeds text cut at `cut`, or byte by byte where `cut` is beyond its end. */
static record run(const vt_options *options, vt_span text, size_t cut, const char *where) {
  record made = {0};
  vt_session *session;
  if (vt_session_new(vt_dictionary_builtin(), options, record_output(&made), NULL, &session,
                     NULL) != VT_OK)
    fail("no session", where);
  if (cut <= text.size) {
    feed(session, text, 0, cut, where);
    feed(session, text, cut, text.size, where);
  } else {
    for (size_t at = 0; at < text.size; at++) feed(session, text, at, at + 1, where);
  }
  if (vt_session_finish(session) != VT_OK) fail("finish failed", where);
  vt_session_free(session);
  return made;
}

static void check_cuts(const vt_options *options, vt_span text, const char *where) {
  record whole = run(options, text, 0, where);
  for (size_t cut = 1; cut <= text.size + 1; cut++) {
    record pieces = run(options, text, cut, where);
    if (!bytes_same(&whole.text, &pieces.text)) fail("the text depends on the cuts", where);
    if (!bytes_same(&whole.found, &pieces.found)) fail("what is found depends on the cuts", where);
    record_clear(&pieces);
  }
  record_clear(&whole);
}

static void check_text(vt_span text, const char *where) {
  vt_options options = {.struct_size = sizeof options, .kept_forms = true};
  for (int style = 0; style < STYLES; style++) {
    options.style = (vt_style)style;
    options.entity_types = style == 0 ? (1u << VT_ENTITY_TYPES) - 1 : 0;
    options.limits.segment_bytes = style == 1 ? SMALL_SEGMENT : 0;
    check_cuts(&options, text, where);
  }
}

/* The text with CR before every LF and a stray byte behind every 97th. */
static bytes spoilt(vt_span text) {
  bytes made = {0};
  for (size_t i = 0; i < text.size; i++) {
    if (text.text[i] == '\n') bytes_append(&made, "\r", 1);
    bytes_append(&made, text.text + i, 1);
    if (i % 97 == 96) bytes_append(&made, i % 2 ? "\xFF" : "\xC4", 1);
  }
  return made;
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    bytes content = bytes_read(argv[i]);
    vt_span text = {content.data, content.size < MOST_BYTES ? content.size : MOST_BYTES};
    check_text(text, argv[i]);
    bytes other = spoilt((vt_span){text.text, text.size / 2});
    check_text((vt_span){other.data, other.size}, argv[i]);
    bytes_clear(&other);
    bytes_clear(&content);
  }
  printf("%d files\n", argc - 1);
  return argc < 2;
}

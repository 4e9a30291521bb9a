/* Bytes outside the reported expansions pass unchanged, and the report leads back
 * from the output to the input: on generated texts, in every style.
 *   lossless CASES */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "texts.h"

enum { STYLES = 4, MOST_PIECES = 12, MOST_BYTES = 60 };

static const char *const PIECES[] = {"LLVT",
                                     "SSCĐ",
                                     "UBND",
                                     "HĐND",
                                     "TT",
                                     "CT",
                                     "KT",
                                     "QS",
                                     "TP.",
                                     "TP.Huế",
                                     "đ/c",
                                     "QK5",
                                     "e95",
                                     "d1/e95/f2",
                                     "12/QĐ-UBND",
                                     "30/2020/NĐ-CP",
                                     "QP-AN",
                                     "(",
                                     ")",
                                     "\"",
                                     ".",
                                     ",",
                                     "; ",
                                     ": ",
                                     " - ",
                                     "–",
                                     "/",
                                     "&",
                                     "\n",
                                     "\n\n",
                                     "\r\n",
                                     "\t",
                                     " ",
                                     " ",
                                     "  ",
                                     "\xC2\xA0",
                                     "xã",
                                     "Đảng ủy",
                                     "của",
                                     "năm 2023",
                                     "lực lượng vũ trang (LLVT)",
                                     "(sau đây gọi tắt là ",
                                     "TM. ",
                                     "P. H ĐND",
                                     "1. ",
                                     "a) ",
                                     "| ",
                                     "BÁO CÁO",
                                     "XÃ HÒA MỸ",
                                     "Ð",
                                     "U\xCC\x9B",
                                     "\xFF",
                                     "\xC4",
                                     "\xE1\xBB",
                                     "-"};

/* Every fourth text is of any bytes. */
static bytes generate(uint64_t *state, unsigned long number) {
  if (number % 4 == 3) return text_of_bytes(state, MOST_BYTES);
  return text_of_pieces(state, PIECES, sizeof PIECES / sizeof *PIECES, MOST_PIECES);
}

/* The way back: a reader of the output that knows the report. */
typedef struct reader {
  vt_style style;
  bytes output;   /* as it should be, put together from the report */
  bytes restored; /* the input, put together from the report       */
} reader;

static void append_span(bytes *b, vt_span s) { bytes_append(b, s.text, s.size); }

static void append_expansion(reader *r, vt_span surface, vt_span words) {
  bool both = r->style != VT_STYLE_REPLACE, surface_first = r->style == VT_STYLE_GLOSS;
  append_span(&r->output, surface_first ? surface : words);
  if (!both) return;
  bytes_append(&r->output, " (", 2);
  append_span(&r->output, surface_first ? words : surface);
  bytes_append(&r->output, ")", 1);
}

static bool continues(const vt_segment *segment, size_t at, size_t count) {
  for (size_t i = 1; i <= count; i++)
    if (at + i >= segment->size || ((unsigned char)segment->text[at + i] & 0xC0) != 0x80)
      return false;
  return true;
}

/* A dotted form that touches the next word is parted from it. (Of the pieces' signs
 * beyond ASCII, letters alone begin with these bytes.) */
static bool touches(const vt_segment *segment, const vt_short *s) {
  if (s->end >= segment->size || segment->text[s->end - 1] != '.') return false;
  unsigned char c = (unsigned char)segment->text[s->end];
  if (c >= 0xC3 && c <= 0xC6) return continues(segment, s->end, 1);
  if (c == 0xE1) return continues(segment, s->end, 2);
  return (c >= '0' && c <= '9') || (c < 0x80 && (unsigned)((c | 0x20) - 'a') < 26);
}

static vt_status read_segment(void *context, const vt_segment *segment) {
  reader *r = context;
  size_t done = 0, end = 0; /* of the expansion before; of the short before */
  for (size_t i = 0; i < segment->short_count; end = segment->shorts[i++].end) {
    const vt_short *s = &segment->shorts[i];
    if (s->start < end || s->end <= s->start || s->end > segment->size)
      fail("a short is amiss", "lossless");
    if (s->action != VT_EXPAND) continue;
    vt_span before = {segment->text + done, s->start - done},
            surface = {segment->text + s->start, s->end - s->start};
    append_span(&r->output, before);
    append_span(&r->restored, before);
    append_expansion(r, surface, s->long_form);
    append_span(&r->restored, surface);
    if (touches(segment, s)) bytes_append(&r->output, " ", 1);
    done = s->end;
  }
  append_span(&r->output, (vt_span){segment->text + done, segment->size - done});
  append_span(&r->restored, (vt_span){segment->text + done, segment->size - done});
  return VT_OK;
}

typedef struct both_ways {
  reader reader;
  bytes text;
} both_ways;

static vt_status take_text(void *context, const char *data, size_t size) {
  bytes_append(&((both_ways *)context)->text, data, size);
  return VT_OK;
}

static vt_status take_segment(void *context, const vt_segment *segment) {
  return read_segment(&((both_ways *)context)->reader, segment);
}

static vt_session *session_for(const vt_dictionary *dictionary, both_ways *ways, vt_style style) {
  vt_session *session;
  vt_options options = {.struct_size = sizeof options, .style = style};
  vt_output output = {ways, take_text, take_segment};
  ways->reader.style = style;
  if (vt_session_new(dictionary, &options, output, NULL, &session, NULL) != VT_OK)
    fail("no session", "lossless");
  return session;
}

static void show(const char *name, const bytes *b) {
  fprintf(stderr, "%s: %.*s\n", name, (int)b->size, b->data ? b->data : "");
}

static void check(vt_session *session, both_ways *ways, const bytes *text, bool copies) {
  ways->text.size = ways->reader.output.size = ways->reader.restored.size = 0;
  if (vt_session_feed(session, text->data, text->size) != VT_OK ||
      vt_session_finish(session) != VT_OK)
    fail("the session failed", "lossless");
  if (bytes_same(&ways->text, &ways->reader.output) && bytes_same(text, &ways->reader.restored) &&
      (!copies || bytes_same(text, &ways->text)))
    return;
  show("input", text);
  show("output", &ways->text);
  fail("the report does not lead back to the input", "lossless");
}

int main(int argc, char **argv) {
  unsigned long cases = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
  uint64_t state = 88172645463325252u;
  both_ways ways[STYLES + 1] = {0};
  vt_session *sessions[STYLES + 1];
  for (int i = 0; i < STYLES; i++)
    sessions[i] = session_for(vt_dictionary_builtin(), &ways[i], (vt_style)i);
  sessions[STYLES] = session_for(vt_dictionary_empty(), &ways[STYLES], VT_STYLE_REPLACE);
  for (unsigned long i = 0; i < cases; i++) {
    bytes text = generate(&state, i);
    check(sessions[STYLES], &ways[STYLES], &text, true);
    int style = (int)(i / 4 % STYLES);
    check(sessions[style], &ways[style], &text, false);
    bytes_clear(&text);
  }
  for (int i = 0; i <= STYLES; i++) {
    vt_session_free(sessions[i]);
    bytes_clear(&ways[i].text);
    bytes_clear(&ways[i].reader.output);
    bytes_clear(&ways[i].reader.restored);
  }
  printf("%lu cases\n", cases);
  return cases == 0;
}

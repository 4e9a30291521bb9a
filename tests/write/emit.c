/* Drives one writer over annotations that no engine chose, so that every format is
 * tested with every find at every place.
 *
 *   emit FORMAT UNIT TEXT-OUT < passage.mark     what the marks say
 *   emit FORMAT UNIT TEXT-OUT SEED [ATOMS]       text and finds by chance
 *
 * The annotations go to standard output, the text without marks to TEXT-OUT. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/marks.h"

enum { MOST_FINDS = 40000, MOST_ATOMS = 200000, ATOM_BYTES = 24, MOST_PHRASE = 3 };

typedef struct document {
  char *text;
  size_t size;
  vt_short *shorts;
  vt_entity *entities;
  size_t short_count, entity_count;
  char *words; /* what the finds point to */
  size_t word_size;
} document;

static void die(const char *why) {
  fprintf(stderr, "emit: %s\n", why);
  exit(2);
}

static void *need(void *block) {
  if (!block) die("out of memory");
  return block;
}

static vt_span cstr(const char *text) { return (vt_span){text, strlen(text)}; }

static document document_new(size_t bytes) {
  return (document){.text = need(malloc(bytes + 1)),
                    .shorts = need(calloc(MOST_FINDS, sizeof(vt_short))),
                    .entities = need(calloc(MOST_FINDS, sizeof(vt_entity)))};
}

static void document_free(document *d) {
  free(d->text);
  free(d->shorts);
  free(d->entities);
  free(d->words);
}

/* ------------------------------------------------------- from marks -- */

static void take_mark(document *d, const mark *m) {
  if (m->type != VT_ENTITY_TYPES) {
    vt_entity *e = &d->entities[d->entity_count++];
    *e = (vt_entity){.start = m->start, .end = m->end, .type = m->type};
    if (m->type == VT_LOC) e->code = cstr("490");
    if (m->type == VT_DOC) e->detail = cstr("type=Nghị định;number=30/2020/NĐ-CP;year=2020");
    return;
  }
  const char *bar = m->wanted.size ? memchr(m->wanted.text, '|', m->wanted.size) : NULL;
  vt_span wanted = {m->wanted.text, bar ? (size_t)(bar - m->wanted.text) : m->wanted.size};
  d->shorts[d->short_count++] = (vt_short){
      .start = m->start,
      .end = m->end,
      .action = wanted.size ? VT_EXPAND : VT_KEEP,
      .reason = wanted.size ? VT_REASON_ENTRY : VT_REASON_IDENTIFIER,
      .long_form = wanted,
      .plain = wanted,
      .english = cstr(wanted.size ? "as it is called \"there\" & elsewhere" : ""),
      .confidence = 0.93F,
  };
}

static document from_marks(void) {
  size_t size = 0, room = 1 << 22;
  char *passage = need(malloc(room));
  for (size_t got; (got = fread(passage + size, 1, room - size, stdin)) > 0;) size += got;
  marked m;
  const char *fault;
  if (!marked_read((vt_span){passage, size}, &m, &fault)) die(fault ? fault : "out of memory");
  document d = document_new(m.size);
  memcpy(d.text, m.text, m.size);
  d.size = m.size;
  for (size_t i = 0; i < m.count; i++) take_mark(&d, &m.marks[i]);
  d.words = passage;
  marked_clear(&m);
  return d;
}

/* --------------------------------------------------------- by chance -- */

static uint64_t chance_state;

static unsigned chance(unsigned below) {
  chance_state = chance_state * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)(chance_state >> 33) % below;
}

static vt_span atom(void) {
#define ATOM(literal)                                                                              \
  { literal, sizeof(literal) - 1 }
  static const vt_span ATOMS[] = {ATOM("Ban"),
                                  ATOM("CHQS"),
                                  ATOM("xã"),
                                  ATOM("Ủy ban"),
                                  ATOM("lực lượng"),
                                  ATOM("QP-AN"),
                                  ATOM("30/2020/NĐ-CP"),
                                  ATOM("2022-12-07"),
                                  ATOM("07h30"),
                                  ATOM(" "),
                                  ATOM(" "),
                                  ATOM(" "),
                                  ATOM("  "),
                                  ATOM("\n"),
                                  ATOM("\n\n"),
                                  ATOM("\r\n"),
                                  ATOM("\r"),
                                  ATOM("\t"),
                                  ATOM("\f"),
                                  ATOM("\v"),
                                  ATOM("\0"),
                                  ATOM("\x1B"),
                                  ATOM("\x7F"),
                                  ATOM("<b>"),
                                  ATOM("&amp;"),
                                  ATOM("&"),
                                  ATOM("\""),
                                  ATOM("'"),
                                  ATOM("]]>"),
                                  ATOM("-->"),
                                  ATOM("--"),
                                  ATOM("="),
                                  ATOM("=1+1"),
                                  ATOM("+"),
                                  ATOM("-"),
                                  ATOM("@"),
                                  ATOM("|"),
                                  ATOM("\\"),
                                  ATOM("\\n"),
                                  ATOM(";"),
                                  ATOM(","),
                                  ATOM("."),
                                  ATOM(". "),
                                  ATOM("%7C"),
                                  ATOM("#"),
                                  ATOM("{"),
                                  ATOM("_"),
                                  ATOM("\xFF"),
                                  ATOM("\xC3"),
                                  ATOM("\xE1\xBA"),
                                  ATOM("\xED\xA0\x80"),
                                  ATOM("\xF4\x90\x80\x80"),
                                  ATOM("\xC0\x80"),
                                  ATOM("\xC2\x85"),
                                  ATOM("\xC2\xA0"),
                                  ATOM("\xE2\x80\xA8"),
                                  ATOM("\xE2\x80\xA9"),
                                  ATOM("\xE2\x80\xAE"),
                                  ATOM("\xE2\x81\xA6"),
                                  ATOM("\xE2\x80\x8F"),
                                  ATOM("\xEF\xBF\xBE"),
                                  ATOM("\xEF\xB7\x90"),
                                  ATOM("\xEF\xBB\xBF"),
                                  ATOM("\xEF\xBF\xBD"),
                                  ATOM("\xF0\x9F\x98\x80"),
                                  ATOM("\xF0\x9D\x94\x98"),
                                  ATOM("e\xCC\x82\xCC\x81"),
                                  ATOM("–"),
                                  ATOM("…"),
                                  ATOM("“"),
                                  ATOM("”"),
                                  ATOM("2023-02-30"),
                                  ATOM("-DOCSTART-")};
#undef ATOM
  return ATOMS[chance(sizeof ATOMS / sizeof *ATOMS)];
}

/* A few atoms as one text. */
static vt_span phrase(document *d) {
  char *text = d->words + d->word_size;
  size_t size = 0;
  for (unsigned left = chance(MOST_PHRASE + 1); left > 0; left--) {
    vt_span a = atom();
    memcpy(text + size, a.text, a.size);
    size += a.size;
  }
  d->word_size += size;
  return (vt_span){text, size};
}

static void end_short(document *d, size_t start) {
  bool expand = chance(3) > 0;
  vt_span wanted = phrase(d);
  if (start == d->size || d->short_count == MOST_FINDS) return;
  d->shorts[d->short_count++] = (vt_short){
      .start = start,
      .end = d->size,
      .action = expand ? VT_EXPAND : VT_KEEP,
      .reason = expand ? (vt_reason)chance(4) : (vt_reason)(VT_REASON_DEFINITION + chance(9)),
      .long_form = wanted,
      .plain = wanted,
      .english = phrase(d),
      .entry = phrase(d),
      .domain = cstr("military"),
      .confidence = (float)chance(101) / 100,
  };
}

static void end_entity(document *d, size_t start) {
  if (start == d->size || d->entity_count == MOST_FINDS) return;
  d->entities[d->entity_count++] = (vt_entity){
      .start = start,
      .end = d->size,
      .type = (vt_entity_type)chance(VT_ENTITY_TYPES),
      .normal = chance(2) ? phrase(d) : (vt_span){NULL, 0},
      .code = chance(3) ? (vt_span){NULL, 0} : phrase(d),
      .detail = chance(3) ? (vt_span){NULL, 0} : cstr("type=Nghị định;number=30;bad;=;year=2020"),
  };
}

/* Finds begin and end between atoms, so also across one another's borders. */
static document by_chance(uint64_t seed, unsigned atoms) {
  enum { NONE = -1 };
  chance_state = seed;
  document d = document_new(atoms * (size_t)ATOM_BYTES);
  d.words = need(malloc((atoms + 1) * (size_t)(5 * MOST_PHRASE * ATOM_BYTES)));
  long in_short = NONE, in_entity = NONE;
  for (unsigned i = 0; i < atoms; i++) {
    if (in_entity != NONE && chance(3) == 0) end_entity(&d, (size_t)in_entity), in_entity = NONE;
    if (in_short != NONE && chance(2) == 0) end_short(&d, (size_t)in_short), in_short = NONE;
    if (in_entity == NONE && chance(3) == 0) in_entity = (long)d.size;
    if (in_short == NONE && chance(3) == 0) in_short = (long)d.size;
    vt_span a = atom();
    memcpy(d.text + d.size, a.text, a.size);
    d.size += a.size;
  }
  return d;
}

/* ----------------------------------------------------------- writing -- */

static vt_status to_stdout(void *context, const char *bytes, size_t size) {
  return fwrite(bytes, 1, size, context) == size ? VT_OK : VT_ERR_WRITE;
}

static bool inside_find(const document *d, size_t at) {
  for (size_t i = 0; i < d->short_count; i++)
    if (d->shorts[i].start < at && at < d->shorts[i].end) return true;
  for (size_t i = 0; i < d->entity_count; i++)
    if (d->entities[i].start < at && at < d->entities[i].end) return true;
  return false;
}

/* Where the next segment begins: behind a newline, or anywhere after 60,000 bytes. */
static size_t segment_end(const document *d, size_t at) {
  for (size_t end = at + 1; end < d->size; end++) {
    bool due = d->text[end - 1] == '\n' || end - at > 60000;
    if (due && d->text[end] != '\n' && !inside_find(d, end)) return end;
  }
  return d->size;
}

static vt_status write_segment(vt_writer *w, const document *d, size_t from, size_t to,
                               uint64_t line, size_t *shorts, size_t *entities) {
  vt_segment s = {.text = d->text + from, .size = to - from, .offset = from, .line = line};
  size_t first_short = *shorts, first_entity = *entities;
  for (; *shorts < d->short_count && d->shorts[*shorts].end <= to; ++*shorts)
    d->shorts[*shorts].start -= from, d->shorts[*shorts].end -= from;
  for (; *entities < d->entity_count && d->entities[*entities].end <= to; ++*entities)
    d->entities[*entities].start -= from, d->entities[*entities].end -= from;
  s.shorts = d->shorts + first_short;
  s.short_count = *shorts - first_short;
  s.entities = d->entities + first_entity;
  s.entity_count = *entities - first_entity;
  return vt_writer_segment(w, &s);
}

static vt_status write_document(vt_writer *w, const document *d) {
  size_t shorts = 0, entities = 0;
  uint64_t line = 1;
  vt_status status = vt_writer_document(w, "=a <\"1\">\t& \xFF|b.txt");
  for (size_t at = 0, end; status == VT_OK && at < d->size; at = end) {
    end = segment_end(d, at);
    status = write_segment(w, d, at, end, line, &shorts, &entities);
    for (size_t i = at; i < end; i++) line += d->text[i] == '\n';
  }
  return status == VT_OK ? vt_writer_finish(w) : status;
}

static vt_unit unit_named(const char *name) {
  if (strcmp(name, "byte") == 0) return VT_UNIT_BYTE;
  return strcmp(name, "utf16") == 0 ? VT_UNIT_U16 : VT_UNIT_CP;
}

static void save_text(const char *path, const document *d) {
  FILE *out = fopen(path, "wb");
  if (!out || fwrite(d->text, 1, d->size, out) != d->size || fclose(out) != 0)
    die("the text cannot be written");
}

int main(int count, char **arguments) {
  if (count < 4) die("usage: emit FORMAT UNIT TEXT-OUT [SEED [ATOMS]]");
  unsigned atoms = count > 5 ? (unsigned)strtoul(arguments[5], NULL, 10) : 400;
  if (atoms > MOST_ATOMS) die("too many atoms");
  document d = count > 4 ? by_chance(strtoull(arguments[4], NULL, 10), atoms) : from_marks();
  save_text(arguments[3], &d);
  vt_writer *w;
  vt_error err = {0};
  vt_writer_options options = {.struct_size = sizeof options, .unit = unit_named(arguments[2])};
  vt_sink sink = {stdout, to_stdout};
  if (vt_writer_new(arguments[1], &options, vt_dictionary_builtin(), sink, NULL, &w, &err) != VT_OK)
    die(err.message);
  vt_status status = write_document(w, &d);
  vt_writer_free(w);
  document_free(&d);
  if (status != VT_OK || fflush(stdout) != 0) die(vt_status_text(status));
  return 0;
}

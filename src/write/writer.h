/* What every output format is: a few functions over one state. A format is one
 * file and one row in formats.def. */
#ifndef VT_WRITE_WRITER_H
#define VT_WRITE_WRITER_H

#include "write/pen.h"

typedef struct format format;

struct vt_writer {
  const format *format;
  vt_writer_options options;
  char dictionary[64]; /* "version+hash"; empty where the caller named none */
  vt_sink sink;
  vt_allocator memory;
  pen out;          /* what is not handed to the sink yet                      */
  buffer document;  /* the document's name                                     */
  uint64_t base;    /* units of the document before the segment at hand        */
  bool begun, open; /* the beginning is written; a document is begun           */
  void *state;      /* state_bytes of zeros at first; cleared for each document */
};

/* The functions may be NULL; they write to writer->out. */
struct format {
  const char *name;
  void (*begin)(vt_writer *writer);    /* once, before the first document */
  void (*document)(vt_writer *writer); /* a document begins               */
  void (*segment)(vt_writer *writer, const vt_segment *segment);
  void (*document_end)(vt_writer *writer);
  void (*finish)(vt_writer *writer); /* once, at the end                */
  size_t state_bytes;
  bool counts_from_document; /* offsets count from there: keep `base` */
};

#define FORMAT(name) extern const format format_##name;
#include "write/formats.def"
#undef FORMAT

/* Offsets of a segment in the writer's unit, asked for in ascending order. An
 * invalid byte counts as one code point (and one UTF-16 unit). */
typedef struct counter {
  const char *text;
  size_t size, at, units;
  vt_unit unit;
  bool valid; /* the text is UTF-8 throughout */
} counter;
void counter_init(counter *c, const vt_segment *segment, vt_unit unit);
size_t counter_to(counter *c, size_t offset_bytes);
/* Both ends of a span; the counter stays at its start, where the next may lie. */
typedef struct range {
  uint64_t start, end;
} range;
range counter_range(counter *c, size_t start_bytes, size_t end_bytes);
const char *unit_name(vt_unit unit);

/* Small things that several formats need. */
static inline vt_span span_cstr(const char *text) { return (vt_span){text, strlen(text)}; }
static inline bool span_equal(vt_span a, vt_span b) {
  return a.size == b.size && (a.size == 0 || memcmp(a.text, b.text, a.size) == 0);
}
static inline vt_span short_surface(const vt_segment *segment, const vt_short *s) {
  return (vt_span){segment->text + s->start, s->end - s->start};
}
static inline vt_span entity_surface(const vt_segment *segment, const vt_entity *e) {
  return (vt_span){segment->text + e->start, e->end - e->start};
}

#endif

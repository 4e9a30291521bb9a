/* What every output format is: four functions over one state. A format is one
 * file and one row in formats.c. */
#ifndef VT_WRITE_WRITER_H
#define VT_WRITE_WRITER_H

#include "base/buffer.h"

typedef struct format format;

struct vt_writer {
  const format *format;
  vt_writer_options options;
  const vt_dictionary *dictionary;
  vt_sink sink;
  vt_allocator memory;
  buffer out;      /* what is not handed to the sink yet          */
  buffer document; /* the document's name                         */
  uint64_t documents, segments; /* begun in the file; in the document  */
  bool open;       /* a document is begun                         */
  void *state;     /* the format's own; freed by its `clear`      */
};

/* Each may be NULL. They append to writer->out; false: no memory. */
struct format {
  const char *name;
  bool (*begin)(vt_writer *writer);          /* once, before the first document */
  bool (*document)(vt_writer *writer);       /* a document begins               */
  bool (*segment)(vt_writer *writer, const vt_segment *segment);
  bool (*document_end)(vt_writer *writer);
  bool (*finish)(vt_writer *writer);         /* once, at the end                */
  void (*clear)(vt_writer *writer);
};

extern const format FORMAT_JSONL;

/* Offsets of a segment in the writer's unit, asked for in ascending order. An
 * invalid byte counts as one code point (and one UTF-16 unit). */
typedef struct counter {
  const char *text;
  size_t size, at, units;
  vt_unit unit;
} counter;
void counter_init(counter *c, const vt_segment *segment, vt_unit unit);
size_t counter_to(counter *c, size_t offset_bytes);
const char *unit_name(vt_unit unit);

#endif

#include "record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fail(const char *what, const char *where) {
  fprintf(stderr, "%s: %s\n", where, what);
  exit(1);
}

void bytes_append(bytes *b, const void *data, size_t size) {
  if (b->room - b->size < size) {
    b->room = (b->size + size) * 2;
    b->data = realloc(b->data, b->room);
    if (!b->data) fail("no memory", "test");
  }
  if (size) memcpy(b->data + b->size, data, size);
  b->size += size;
}

void bytes_clear(bytes *b) {
  free(b->data);
  *b = (bytes){0};
}

bool bytes_same(const bytes *a, const bytes *b) {
  return a->size == b->size && (a->size == 0 || memcmp(a->data, b->data, a->size) == 0);
}

bytes bytes_read(const char *path) {
  bytes content = {0};
  char block[4096];
  FILE *in = fopen(path, "rb");
  if (!in) fail("cannot be read", path);
  for (size_t size; (size = fread(block, 1, sizeof block, in)) > 0;)
    bytes_append(&content, block, size);
  fclose(in);
  return content;
}

void record_clear(record *r) {
  bytes_clear(&r->text);
  bytes_clear(&r->found);
}

static vt_status write_text(void *context, const char *data, size_t size) {
  bytes_append(&((record *)context)->text, data, size);
  return VT_OK;
}

static void append_number(bytes *b, uint64_t number) { bytes_append(b, &number, sizeof number); }

static void append_span(bytes *b, vt_span span) {
  append_number(b, span.size);
  bytes_append(b, span.text, span.size);
}

vt_status record_segment(void *context, const vt_segment *segment) {
  bytes *b = &((record *)context)->found;
  append_number(b, segment->offset);
  append_number(b, segment->line);
  append_span(b, (vt_span){segment->text, segment->size});
  for (size_t i = 0; i < segment->short_count; i++) {
    const vt_short *s = &segment->shorts[i];
    append_number(b, segment->offset + s->start);
    append_number(b, segment->offset + s->end);
    append_number(b, (uint64_t)s->action << 8 | (uint64_t)s->reason);
    append_span(b, s->long_form);
    bytes_append(b, &s->score, sizeof s->score);
    bytes_append(b, &s->confidence, sizeof s->confidence);
  }
  for (size_t i = 0; i < segment->entity_count; i++) {
    const vt_entity *e = &segment->entities[i];
    append_number(b, segment->offset + e->start);
    append_number(b, segment->offset + e->end);
    append_number(b, (uint64_t)e->type);
    append_span(b, e->normal);
  }
  return VT_OK;
}

vt_output record_output(record *r) {
  return (vt_output){.context = r, .text = write_text, .segment = record_segment};
}

#include "marks.h"

#include <stdlib.h>
#include <string.h>

#include "options.h"

#define FORM_OPEN    "⟦"
#define FORM_CLOSE   "⟧"
#define ENTITY_OPEN  "⟪"
#define ENTITY_CLOSE "⟫"
#define ARROW        "→"
enum { MARK_BYTES = sizeof FORM_OPEN - 1 };

typedef struct reader {
  const char *at, *end;
  marked *out;
  size_t open_entity; /* mark + 1, 0: none */
  const char *fault;
} reader;

static bool at_mark(const reader *r, const char *which) {
  return (size_t)(r->end - r->at) >= MARK_BYTES && memcmp(r->at, which, MARK_BYTES) == 0;
}

static bool fail(reader *r, const char *fault) {
  r->fault = fault;
  return false;
}

static void copy_byte(reader *r) { r->out->text[r->out->size++] = *r->at++; }

static mark *add_mark(reader *r) {
  mark *m = &r->out->marks[r->out->count++];
  *m = (mark){.start = r->out->size, .type = VT_ENTITY_TYPES};
  return m;
}

static bool read_form(reader *r) {
  mark *m = add_mark(r);
  for (r->at += MARK_BYTES; r->at < r->end && !at_mark(r, ARROW);) copy_byte(r);
  m->end = r->out->size;
  if (r->at == r->end) return fail(r, "a ⟦ has no →; write ⟦form→long form⟧");
  const char *wanted = r->at += MARK_BYTES;
  while (r->at < r->end && !at_mark(r, FORM_CLOSE)) r->at++;
  if (r->at == r->end) return fail(r, "a ⟦ has no ⟧; close it");
  if (*wanted != '=') m->wanted = (vt_span){wanted, (size_t)(r->at - wanted)};
  r->at += MARK_BYTES;
  return true;
}

static bool open_entity(reader *r) {
  if (r->open_entity) return fail(r, "a ⟪ stands inside another; entities do not nest");
  const char *name = r->at += MARK_BYTES;
  while (r->at < r->end && *r->at != ':') r->at++;
  mark *m = add_mark(r);
  m->type = entity_type_named((vt_span){name, (size_t)(r->at - name)});
  r->open_entity = r->out->count;
  r->out->entities = true;
  if (r->at == r->end || m->type == VT_ENTITY_TYPES)
    return fail(r, "a ⟪ has no known type; write ⟪LOC:…⟫, for example");
  r->at++;
  return true;
}

static bool close_entity(reader *r) {
  if (!r->open_entity) return fail(r, "a ⟫ has no ⟪; take it away");
  r->out->marks[r->open_entity - 1].end = r->out->size;
  r->open_entity = 0;
  r->at += MARK_BYTES;
  return true;
}

static bool read_step(reader *r) {
  if (at_mark(r, FORM_OPEN)) return read_form(r);
  if (at_mark(r, ENTITY_OPEN)) return open_entity(r);
  if (at_mark(r, ENTITY_CLOSE)) return close_entity(r);
  copy_byte(r);
  return true;
}

bool marked_read(vt_span passage, marked *out, const char **fault) {
  *out = (marked){.text = malloc(passage.size + 1),
                  .marks = calloc(passage.size / MARK_BYTES + 1, sizeof *out->marks)};
  reader r = {.at = passage.text, .end = passage.text + passage.size, .out = out};
  bool good = out->text && out->marks;
  while (good && r.at < r.end) good = read_step(&r);
  if (good && r.open_entity) good = fail(&r, "a ⟪ has no ⟫; close it");
  *fault = r.fault;
  return good;
}

void marked_clear(marked *m) {
  free(m->text);
  free(m->marks);
}

bool mark_accepts(const mark *m, vt_span long_form) {
  const char *at = m->wanted.text, *end = at + m->wanted.size;
  while (at < end) {
    const char *bar = memchr(at, '|', (size_t)(end - at));
    size_t size = (size_t)((bar ? bar : end) - at);
    if (size == long_form.size && memcmp(at, long_form.text, size) == 0) return true;
    if (!bar) return false;
    at = bar + 1;
  }
  return false;
}

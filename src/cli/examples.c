#include "examples.h"

#include <string.h>

#include "field.h"
#include "marks.h"

/* One example at a time; `seen` has a flag for each mark that was met. */
typedef struct checker {
  const vt_dictionary *dictionary;
  output *out, *err;
  size_t examples, faults;
  const char *source;
  vt_position at;
  const marked *wanted;
  size_t base; /* of the segment in the example */
} checker;

static vt_span piece(const checker *c, size_t start, size_t end) {
  return (vt_span){c->wanted->text + start, end - start};
}

/* "FORM" became "LONG"; `what` says what is wrong with it. */
static void say_form(checker *c, vt_span form, vt_span long_form, const char *what) {
  c->faults++;
  place_write(c->out, c->source, c->at);
  output_text(c->out, "in the example, \"");
  field_clean(c->out, form);
  output_text(c->out, long_form.size ? "\" became \"" : "\" stayed");
  field_clean(c->out, long_form);
  output_text(c->out, long_form.size ? "\"" : "");
  output_format(c->out, "; %s\n", what);
}

static const mark *mark_at(const checker *c, size_t start, size_t end, vt_entity_type type) {
  for (size_t i = 0; i < c->wanted->count; i++) {
    const mark *m = &c->wanted->marks[i];
    if (m->start == start && m->end == end && m->type == type) return m;
  }
  return NULL;
}

static void check_short(checker *c, const vt_short *s) {
  size_t start = c->base + s->start, end = c->base + s->end;
  const mark *m = mark_at(c, start, end, VT_ENTITY_TYPES);
  if (s->action != VT_EXPAND) return;
  if (!m)
    say_form(c, piece(c, start, end), s->long_form, "no mark says so; mark it or change the cues");
  else if (!m->wanted.size)
    say_form(c, piece(c, start, end), s->long_form, "its mark says that it stays");
  else if (!mark_accepts(m, s->long_form))
    say_form(c, piece(c, start, end), s->long_form, "its mark has another long form");
}

static bool expanded_there(const checker *c, const vt_segment *segment, const mark *m) {
  for (size_t i = 0; i < segment->short_count; i++) {
    const vt_short *s = &segment->shorts[i];
    if (s->action == VT_EXPAND && c->base + s->start == m->start && c->base + s->end == m->end)
      return true;
  }
  return false;
}

static bool entity_there(const checker *c, const vt_segment *segment, const mark *m) {
  for (size_t i = 0; i < segment->entity_count; i++) {
    const vt_entity *e = &segment->entities[i];
    if (e->type == m->type && c->base + e->start == m->start && c->base + e->end == m->end)
      return true;
  }
  return false;
}

static void say_entity(checker *c, const mark *m) {
  c->faults++;
  place_write(c->out, c->source, c->at);
  output_text(c->out, "in the example, \"");
  field_clean(c->out, piece(c, m->start, m->end));
  output_format(c->out, "\" was not found as %s; change the mark or the rules\n",
                vt_entity_type_text(m->type));
}

static void check_mark(checker *c, const vt_segment *segment, const mark *m) {
  if (m->start < c->base || m->end > c->base + segment->size) return;
  if (m->type != VT_ENTITY_TYPES) {
    if (!entity_there(c, segment, m)) say_entity(c, m);
  } else if (m->wanted.size && !expanded_there(c, segment, m) &&
             !mark_accepts(m, piece(c, m->start, m->end))) {
    say_form(c, piece(c, m->start, m->end), (vt_span){"", 0},
             "its mark has a long form; change the cues or the mark");
  }
}

static vt_status check_segment(void *context, const vt_segment *segment) {
  checker *c = context;
  c->base = (size_t)segment->offset;
  for (size_t i = 0; i < segment->short_count; i++) check_short(c, &segment->shorts[i]);
  for (size_t i = 0; i < c->wanted->count; i++) check_mark(c, segment, &c->wanted->marks[i]);
  return VT_OK;
}

static vt_status run_example(checker *c) {
  vt_options options = {.struct_size = sizeof options};
  if (c->wanted->entities) options.entity_types = (1u << VT_ENTITY_TYPES) - 1;
  vt_session *session = NULL;
  vt_output ways = {.context = c, .segment = check_segment};
  vt_status status = vt_session_new(c->dictionary, &options, ways, NULL, &session, NULL);
  if (status == VT_OK) status = vt_session_feed(session, c->wanted->text, c->wanted->size);
  if (status == VT_OK) status = vt_session_finish(session);
  vt_session_free(session);
  return status;
}

static bool check_example(void *context, const vt_sense *sense, vt_span passage, const char *source,
                          vt_position at) {
  checker *c = context;
  const char *fault;
  marked wanted;
  (void)sense;
  c->examples++;
  c->source = source;
  c->at = at;
  c->wanted = &wanted;
  if (!marked_read(passage, &wanted, &fault)) {
    c->faults++;
    place_write(c->out, source, at);
    output_format(c->out, "%s\n", fault ? fault : "no memory left for the example");
  } else if (run_example(c) != VT_OK) {
    c->faults++;
    message(c->err, "%s: an example could not be run", source);
  }
  marked_clear(&wanted);
  return !c->out->error;
}

exit_code examples_check(const invocation *s, const vt_dictionary *dictionary, output *out,
                         const char *const *paths, size_t count) {
  checker c = {.dictionary = dictionary, .out = out, .err = s->err};
  exit_code code = EXIT_DONE;
  for (size_t i = 0; i < count; i++) {
    vt_error failure = {0};
    vt_status status = vt_dictionary_examples(paths[i], check_example, &c, &failure);
    if (status == VT_OK || status == VT_ERR_STOPPED) continue;
    message_fault(s->err, &failure);
    code = EXIT_INPUT;
  }
  if (s->settings->verbose) message(s->err, "%zu examples, %zu faults", c.examples, c.faults);
  return c.faults && code == EXIT_DONE ? EXIT_FOUND : code;
}

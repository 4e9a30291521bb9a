/* lookup: what the dictionaries say about a form. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "field.h"
#include "result.h"

typedef struct listing {
  output *out;
  bool color;
  size_t found;
} listing;

static void write_row(listing *l, vt_span form, const vt_span fields[5], const char *note) {
  l->found++;
  if (l->color) output_text(l->out, "\033[1m");
  field_clean(l->out, form);
  if (l->color) output_text(l->out, "\033[0m");
  for (size_t i = 0; i < 5; i++) {
    output_text(l->out, "\t");
    field_clean(l->out, fields[i]);
  }
  output_text(l->out, "\t");
  output_text(l->out, note);
  output_text(l->out, "\n");
}

static bool write_sense(void *context, const vt_sense *sense) {
  listing *l = context;
  const vt_span fields[] = {sense->long_form, sense->english, sense->kind, sense->domain,
                            sense->source};
  write_row(l, sense->entry, fields, sense->kept ? "kept" : sense->proposed ? "proposed" : "");
  return !l->out->error;
}

static vt_status write_composed(void *context, const vt_segment *segment) {
  listing *l = context;
  const vt_span none = {"", 0};
  if (segment->short_count != 1) return VT_OK;
  const vt_short *s = &segment->shorts[0];
  if (s->reason != VT_REASON_COMPOSED || s->start != 0 || s->end != segment->size) return VT_OK;
  const vt_span fields[] = {s->plain, s->english, s->kind, s->domain, none};
  write_row(l, (vt_span){segment->text, segment->size}, fields, "composed");
  return VT_OK;
}

/* Some forms are put together only where the text is military: ask as if it were. */
static void look_for_composed(const invocation *s, vt_span form, listing *l) {
  vt_options options = {.struct_size = sizeof options, .domain = "military"};
  vt_session *session;
  vt_output to = {.context = l, .segment = write_composed};
  vt_status status = vt_session_new(s->dictionary, &options, to, NULL, &session, NULL);
  if (status == VT_OK) status = vt_session_feed(session, form.text, form.size);
  if (status == VT_OK) status = vt_session_finish(session);
  if (status != VT_OK) message(s->err, "%s", vt_status_text(status));
  vt_session_free(session);
}

/* The forms that may be meant, each once, as `"SSCĐ" or "T.T"`. */
typedef struct likeness {
  char text[256];
  size_t size;
  vt_span last;
} likeness;

static bool add_likeness(void *context, const vt_sense *sense) {
  likeness *l = context;
  if (l->last.text == sense->entry.text) return true;
  int written = snprintf(l->text + l->size, sizeof l->text - l->size, "%s\"%.*s\"",
                         l->size ? " or " : "", (int)sense->entry.size, sense->entry.text);
  if (written < 0 || (size_t)written >= sizeof l->text - l->size) {
    l->text[l->size] = '\0';
    return false;
  }
  l->size += (size_t)written;
  l->last = sense->entry;
  return true;
}

static void say_not_found(const invocation *s, vt_span form) {
  likeness like = {.size = 0};
  vt_dictionary_similar(s->dictionary, form, add_likeness, &like);
  if (like.size)
    message(s->err, "\"%s\" is in no dictionary; did you mean %s?", form.text, like.text);
  else message(s->err, "\"%s\" is in no dictionary; look for its words with --reverse", form.text);
}

static bool look_up(const invocation *s, const char *word, output *out) {
  vt_span wanted = {word, strlen(word)};
  listing l = {.out = out, .color = color_for(s->settings, out->fd)};
  if (s->settings->reverse) {
    vt_dictionary_reverse(s->dictionary, wanted, write_sense, &l);
    if (!l.found) message(s->err, "\"%s\" is in no long form; try fewer words", word);
  } else {
    vt_dictionary_lookup(s->dictionary, wanted, write_sense, &l);
    if (!l.found) look_for_composed(s, wanted, &l);
    if (!l.found) say_not_found(s, wanted);
  }
  return l.found > 0;
}

exit_code command_lookup(const invocation *s) {
  result to;
  exit_code code = EXIT_DONE;
  if (!result_open(&to, s->settings, s->err)) return EXIT_OUTPUT;
  for (size_t i = 0; i < s->settings->operand_count; i++)
    if (!look_up(s, s->settings->operands[i], &to.out)) code = EXIT_FOUND;
  return result_close(&to, s->err, code);
}

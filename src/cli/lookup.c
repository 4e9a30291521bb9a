/* lookup: what the dictionaries say about a form. */
#include <string.h>

#include "commands.h"
#include "field.h"
#include "result.h"

typedef struct listing {
  output *out;
  bool color;
  size_t found;
} listing;

static bool write_sense(void *context, const vt_sense *sense) {
  listing *l = context;
  const vt_span fields[] = {sense->long_form, sense->english, sense->kind, sense->domain,
                            sense->source};
  l->found++;
  if (l->color) output_text(l->out, "\033[1m");
  field_clean(l->out, sense->entry);
  if (l->color) output_text(l->out, "\033[0m");
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
    output_text(l->out, "\t");
    field_clean(l->out, fields[i]);
  }
  output_text(l->out, sense->kept ? "\tkept\n" : sense->proposed ? "\tproposed\n" : "\t\n");
  return !l->out->error;
}

exit_code command_lookup(const invocation *s) {
  result to;
  exit_code code = EXIT_DONE;
  if (!result_open(&to, s->settings, s->err)) return EXIT_OUTPUT;
  for (size_t i = 0; i < s->settings->operand_count; i++) {
    const char *word = s->settings->operands[i];
    vt_span wanted = {word, strlen(word)};
    listing l = {.out = &to.out, .color = color_for(s->settings, to.out.fd)};
    if (s->settings->reverse) vt_dictionary_reverse(s->dictionary, wanted, write_sense, &l);
    else vt_dictionary_lookup(s->dictionary, wanted, write_sense, &l);
    if (l.found) continue;
    code = EXIT_FOUND;
    message(s->err, "\"%s\" is %s; %s", word,
            s->settings->reverse ? "in no long form" : "in no dictionary",
            s->settings->reverse
                ? "try fewer words"
                : "check case and diacritics, or look for its words with --reverse");
  }
  return result_close(&to, s->err, code);
}

/* lint: the faults of dictionaries and, on request, their examples. */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "commands.h"
#include "dictionary.h"
#include "examples.h"
#include "result.h"

typedef struct findings {
  output *out;
  size_t count; /* faults; remarks do not count */
} findings;

static void write_fault(void *context, const vt_error *fault) {
  findings *f = context;
  output *out = f->out;
  if (fault->status != VT_OK) f->count++;
  place_write(out, fault->source, fault->at);
  if (fault->status == VT_OK) output_text(out, "remark: "); /* the dictionary is usable */
  output_text(out, fault->message);
  output_text(out, "\n");
}

/* Every file that cannot be read is named and left out of `paths`. */
static size_t readable(const invocation *s, const char **paths) {
  size_t count = 0;
  for (size_t i = 0; i < s->settings->operand_count; i++) {
    const char *path = s->settings->operands[i];
    if (access(path, R_OK) == 0) paths[count++] = path;
    else message_unreadable(s->err, path, errno);
  }
  return count;
}

static exit_code check(const invocation *s, output *out, const char **paths, size_t count) {
  vt_dictionary *made = NULL;
  vt_error failure = {0};
  findings found = {out, 0};
  if (count == 0) return EXIT_INPUT;
  vt_status status =
      vt_dictionary_open(paths, count, s->dictionary, NULL, write_fault, &found, &made, &failure);
  if (status == VT_ERR_DICTIONARY) return EXIT_FOUND;
  if (status != VT_OK) {
    message_fault(s->err, &failure);
    return EXIT_INPUT;
  }
  exit_code code = EXIT_DONE;
  if (!dictionary_try(made, &failure)) {
    if (!failure.source[0]) snprintf(failure.source, sizeof failure.source, "%s", paths[count - 1]);
    if (failure.status == VT_ERR_MEMORY) { /* nothing against the dictionary */
      message_fault(s->err, &failure);
      code = EXIT_INPUT;
    } else {
      write_fault(&found, &failure);
    }
  }
  if (s->settings->examples) code = examples_check(s, made, out, paths, count);
  if (found.count && code == EXIT_DONE) code = EXIT_FOUND;
  vt_dictionary_free(made);
  return code;
}

exit_code command_lint(const invocation *s) {
  result to;
  if (!result_open(&to, s->settings, s->err)) return EXIT_OUTPUT;
  size_t count = readable(s, s->settings->operands);
  exit_code code = check(s, &to.out, s->settings->operands, count);
  if (count < s->settings->operand_count && code < EXIT_INPUT) code = EXIT_INPUT;
  return result_close(&to, s->err, code);
}

/* What all commands that read text have in common. */
#include "commands.h"

#include <string.h>
#include <unistd.h>

#include "result.h"

static const char *const standard_input[] = {"-"};

static void say_counts(output *err, const run *r) {
  const vt_counts *c = &r->counts;
  message(err,
          "%zu %s, %llu bytes in %llu segments: %llu expanded, %llu ambiguous, %llu unknown, "
          "%llu invalid bytes",
          r->file_count, r->file_count == 1 ? "file" : "files", (unsigned long long)c->bytes,
          (unsigned long long)c->segments, (unsigned long long)c->expanded,
          (unsigned long long)c->kept_ambiguous, (unsigned long long)c->kept_unknown,
          (unsigned long long)c->invalid_bytes);
}

static void say_limits(output *err, const run *r) {
  if (r->counts.segments_cut)
    message(err,
            "%llu stretches without a break were cut, since they were longer than the limit; "
            "a form that lies across a cut is not seen",
            (unsigned long long)r->counts.segments_cut);
  if (r->counts.definitions_dropped)
    message(err,
            "%llu definitions were forgotten, since a document has more than the limit; "
            "split it",
            (unsigned long long)r->counts.definitions_dropped);
  if (r->counts.patterns_given_up)
    message(err,
            "%llu searches for an entity were given up, since they took more steps than the "
            "limit; simplify the pattern, or look at the longest paragraphs",
            (unsigned long long)r->counts.patterns_given_up);
}

exit_code command_run(const invocation *s, const plan *p) {
  const settings *wanted = s->settings;
  result to;
  if (!result_open(&to, wanted, s->err)) return EXIT_OUTPUT;
  run r = {.settings = wanted, .dictionary = s->dictionary, .work = p->work, .state = p->state};
  r.files = wanted->operand_count ? wanted->operands : standard_input;
  r.file_count = wanted->operand_count ? wanted->operand_count : 1;
  r.out = &to.out;
  r.flush_each = wanted->lines || isatty(to.out.fd);
  bool begun = (!p->begin || p->begin(&r) == VT_OK) && output_flush(&to.out);
  exit_code code = begun ? run_files(&r) : EXIT_OUTPUT;
  if (p->finish && code != EXIT_OUTPUT) {
    exit_code finished = p->finish(&r);
    if (code < finished) code = finished;
  }
  code = result_close(&to, s->err, code);
  if (!wanted->quiet) say_limits(s->err, &r);
  if (wanted->verbose) say_counts(s->err, &r);
  return code;
}

/* The commands, and what those that read text share. Each returns the exit
 * code. */
#ifndef VT_CLI_COMMANDS_H
#define VT_CLI_COMMANDS_H

#include "work.h"

/* Where a command starts: settings, the dictionary, standard error. */
typedef struct start {
  const settings *settings;
  const vt_dictionary *dictionary;
  output *err;
} start;

exit_code command_expand(const start *s);
exit_code command_annotate(const start *s);
exit_code command_scan(const start *s);
exit_code command_glossary(const start *s);
exit_code command_lookup(const start *s);
exit_code command_lint(const start *s);
exit_code command_compile(const start *s);

/* What is to be done with the text: how each file is worked on, and what stands
 * before the first and after the last. Each of these may be left out. */
typedef struct plan {
  const work *work;
  void *state; /* goes to r->state */
  void (*begin)(run *r);
  exit_code (*finish)(run *r);
} plan;
/* Work through the operands and write to standard output or -o. */
exit_code command_run(const start *s, const plan *p);

#endif

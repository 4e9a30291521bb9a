/* The commands, and what those that read text share. Each returns the exit
 * code. */
#ifndef VT_CLI_COMMANDS_H
#define VT_CLI_COMMANDS_H

#include "work.h"

/* Where a command starts: settings, the dictionary, standard error. */
typedef struct invocation {
  const settings *settings;
  const vt_dictionary *dictionary;
  output *err;
} invocation;

exit_code command_expand(const invocation *s);
exit_code command_annotate(const invocation *s);
exit_code command_scan(const invocation *s);
exit_code command_glossary(const invocation *s);
exit_code command_lookup(const invocation *s);
exit_code command_lint(const invocation *s);
exit_code command_compile(const invocation *s);

/* What is to be done with the text: how each file is worked on, and what stands
 * before the first and after the last. Each of these may be left out. */
typedef struct plan {
  const work *work;
  void *state; /* goes to r->state */
  vt_status (*begin)(run *r);
  exit_code (*finish)(run *r);
} plan;
/* Work through the operands and write to standard output or -o. */
exit_code command_run(const invocation *s, const plan *p);

#endif

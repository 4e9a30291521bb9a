#include "commands.h"
#include "explain.h"

exit_code command_expand(const invocation *s) {
  static const work plain = {.text = true};
  static const work explained = {
      .text = true, .kept = true, .details = true, .segment = explain_segment};
  plan p = {.work = s->settings->explain ? &explained : &plain};
  if (s->settings->explain) explain_heading(s->err);
  return command_run(s, &p);
}

/* compile: dictionaries to an image. */
#include "commands.h"
#include "dictionary.h"
#include "result.h"

exit_code command_compile(const invocation *s) {
  vt_dictionary *made = NULL;
  vt_error failure = {0};
  result to;
  if (!dictionary_open(s->settings->operands, s->settings->operand_count, s->dictionary, s->err,
                       &made))
    return EXIT_USAGE;
  if (!result_open(&to, s->settings, s->err)) {
    vt_dictionary_free(made);
    return EXIT_OUTPUT;
  }
  vt_status status = vt_dictionary_write(made, (vt_sink){&to.out, output_sink}, &failure);
  if (status != VT_OK && status != VT_ERR_WRITE) message_fault(s->err, &failure);
  vt_dictionary_free(made);
  return result_close(&to, s->err, status == VT_OK ? EXIT_DONE : EXIT_OUTPUT);
}

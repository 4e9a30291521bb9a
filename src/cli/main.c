/* viettat: the program. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "dictionary.h"
#include "help.h"
#include "result.h"

/* A closed standard descriptor would be given to the next file that is opened.
 * It is held by one that fails when it is used. */
static void hold_descriptors(void) {
  static const int useless[] = {O_WRONLY, O_RDONLY, O_RDWR};
  for (int fd = 0; fd <= 2; fd++)
    if (fcntl(fd, F_GETFD) == -1 && open("/dev/null", useless[fd]) != fd) _exit(EXIT_OUTPUT);
}

static exit_code write_version(const settings *s, const vt_dictionary *dictionary, output *err) {
  result to;
  if (!result_open(&to, &(settings){0}, err)) return EXIT_OUTPUT;
  vt_dictionary_facts facts;
  vt_dictionary_describe(dictionary, &facts);
  output_format(&to.out, "viettat %s\ndictionary %s %s\n", VT_VERSION,
                *facts.version ? facts.version : "-", facts.hash);
  if (s->verbose)
    output_format(&to.out, "%zu entries, %zu readings, %zu forms\n", facts.entries, facts.senses,
                  facts.forms);
  return result_close(&to, err, EXIT_DONE);
}

static exit_code write_help(const settings *s, output *err) {
  result to;
  if (!result_open(&to, &(settings){0}, err)) return EXIT_OUTPUT;
  if (s->help) help_whole(&to.out, s);
  else help_short(&to.out, s);
  return result_close(&to, err, EXIT_DONE);
}

static exit_code dispatch(const invocation *s) {
  switch (s->settings->command->id) {
  case ANNOTATE: return command_annotate(s);
  case SCAN: return command_scan(s);
  case GLOSSARY: return command_glossary(s);
  case LOOKUP: return command_lookup(s);
  case LINT: return command_lint(s);
  case COMPILE: return command_compile(s);
  default: return command_expand(s);
  }
}

/* A person at a terminal who names no file wants to know how. */
static bool nothing_to_read(const settings *s) {
  return s->command->id & (EXPAND | ANNOTATE | SCAN | GLOSSARY) && s->operand_count == 0 &&
         isatty(STDIN_FILENO);
}

static exit_code work_on(const settings *s, output *err) {
  if (s->usage || s->help) return write_help(s, err);
  if (nothing_to_read(s) && !s->version) {
    help_short(err, s);
    return EXIT_USAGE;
  }
  vt_dictionary *owned;
  const vt_dictionary *dictionary = dictionary_load(s, err, &owned);
  if (!dictionary) return EXIT_USAGE;
  exit_code code =
      s->version ? write_version(s, dictionary, err) : dispatch(&(invocation){s, dictionary, err});
  vt_dictionary_free(owned);
  return code;
}

int main(int argc, char **argv) {
  static char held[MESSAGE_BYTES];
  hold_descriptors();
  output err = {
      .fd = STDERR_FILENO, .name = "standard error", .data = held, .capacity = sizeof held};
  settings wanted;
  exit_code code = EXIT_USAGE;
  if (settings_read(&wanted, argc, argv)) {
    message_color(color_for(&wanted, STDERR_FILENO));
    code = work_on(&wanted, &err);
  }
  settings_clear(&wanted);
  return (int)code;
}

#include "complain.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "message.h"
#include "suggest.h"

enum { TEXT_BYTES = 1024 };

bool complain(const char *format, ...) {
  char text[TEXT_BYTES], held[TEXT_BYTES + 64];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  output err = {
      .fd = STDERR_FILENO, .name = "standard error", .data = held, .capacity = sizeof held};
  message(&err, "%s", text);
  return false;
}

/* "--style", or "-h" where there is no name. */
static const char *row_name(const option_row *row, char name[40]) {
  if (row->name[0]) snprintf(name, 40, "--%s", row->name);
  else snprintf(name, 40, "-%c", row->letter);
  return name;
}

bool complain_unknown(const char *word, int letter) {
  if (letter) return complain("unknown option -%c; see viettat -h", letter);
  vt_span name = {word + 2, strcspn(word + 2, "=")};
  suggestion near = suggestion_for(name);
  size_t beginning_alike = 0;
  for (size_t i = 0; i < OPTIONS; i++) {
    vt_span known = {option_rows[i].name, strlen(option_rows[i].name)};
    suggestion_offer(&near, known);
    if (name.size && strncmp(known.text, name.text, name.size) == 0) beginning_alike++;
  }
  int size = (int)name.size;
  if (beginning_alike > 1)
    return complain("option --%.*s is short for several; write it out, see viettat -h", size,
                    name.text);
  if (near.nearest.size)
    return complain("unknown option --%.*s; did you mean --%s?", size, name.text,
                    near.nearest.text);
  return complain("unknown option --%.*s; see viettat -h", size, name.text);
}

bool complain_argument(const option_row *row) {
  char name[40];
  return complain("%s needs a value; write %s %s", row_name(row, name), name, row->argument);
}

bool complain_no_argument(const option_row *row) {
  char name[40];
  return complain("%s takes no value; write %s alone", row_name(row, name), name);
}

bool complain_value(const option_row *row, vt_span value) {
  char name[40], all[TEXT_BYTES];
  suggestion near = suggestion_for(value);
  vt_span known;
  for (size_t i = 0; option_value(row, i, &known); i++) suggestion_offer(&near, known);
  option_values(row, all, sizeof all);
  row_name(row, name);
  if (near.nearest.size)
    return complain("%s: unknown value \"%.*s\"; did you mean \"%.*s\"? (%s)", name,
                    (int)value.size, value.text, (int)near.nearest.size, near.nearest.text, all);
  return complain("%s: unknown value \"%.*s\"; use one of %s", name, (int)value.size, value.text,
                  all);
}

bool complain_number(const option_row *row, const char *text) {
  char name[40];
  return complain("%s: \"%s\" is no number of jobs; use 1 to 256", row_name(row, name), text);
}

bool complain_command(const option_row *row, const command *wanted) {
  char name[40], takers[TEXT_BYTES] = "";
  size_t size = 0;
  unsigned taking = 0;
  for (size_t i = 0; i < OPTIONS; i++)
    if (strcmp(option_rows[i].name, row->name) == 0) taking |= option_rows[i].commands;
  for (size_t i = 0; i < COMMANDS; i++)
    if (taking & commands[i].id)
      size += (size_t)snprintf(takers + size, sizeof takers - size, "%s%s", size ? ", " : "",
                               commands[i].name);
  return complain("%s takes no %s; it belongs to %s", wanted->name, row_name(row, name), takers);
}

bool complain_operands(const command *wanted) {
  int size = (int)strcspn(wanted->operands, ".");
  return complain("%s needs a %.*s; write viettat %s %s", wanted->name, size, wanted->operands,
                  wanted->name, wanted->operands);
}

static bool is_option_name(const char *word) {
  for (size_t i = 0; i < OPTIONS; i++)
    if (*word && strcmp(option_rows[i].name, word) == 0) return true;
  return false;
}

bool complain_if_command(const char *word) {
  if (strpbrk(word, "./ ") || access(word, F_OK) == 0) return true;
  if (is_option_name(word))
    return complain("there is no command and no file \"%s\"; did you mean --%s?", word, word);
  suggestion near = suggestion_for((vt_span){word, strlen(word)});
  for (size_t i = 0; i < COMMANDS; i++)
    suggestion_offer(&near, (vt_span){commands[i].name, strlen(commands[i].name)});
  if (!near.nearest.size) return true;
  return complain("there is no command and no file \"%s\"; did you mean the command %s?", word,
                  near.nearest.text);
}

#include "help.h"

#include <stdio.h>
#include <string.h>

enum { LINE_WIDTH = 80, TEXT_INDENT = 8, NAME_WIDTH = 28, TEXT_BYTES = 1024 };

static size_t width_cp(const char *text, size_t size) {
  size_t width = 0;
  for (size_t i = 0; i < size; i++) width += ((unsigned char)text[i] & 0xC0) != 0x80;
  return width;
}

/* Write `text` in lines that begin with the indent. */
static void write_wrapped(output *out, const char *text, size_t indent) {
  size_t column = 0;
  while (*text) {
    size_t size = strcspn(text, " "), width = width_cp(text, size);
    if (column && column + 1 + width > LINE_WIDTH) {
      output_text(out, "\n");
      column = 0;
    }
    if (column == 0) output_format(out, "%*s", (int)indent, "");
    if (column) output_text(out, " ");
    output_write(out, text, size);
    column = column ? column + 1 + width : indent + width;
    text += size + (text[size] == ' ');
  }
  output_text(out, "\n");
}

static void option_heading(const option_row *row, char *text, size_t room) {
  const char *argument = row->argument ? row->argument : "";
  const char *bare = argument[0] == '[' ? "[=" : row->argument ? " " : "";
  if (argument[0] == '[') argument++;
  if (!row->name[0]) snprintf(text, room, "  -%c", row->letter);
  else if (row->letter)
    snprintf(text, room, "  -%c, --%s%s%s", row->letter, row->name, bare, argument);
  else snprintf(text, room, "      --%s%s%s", row->name, bare, argument);
}

static void write_option(output *out, const option_row *row, bool whole) {
  char heading[64], text[TEXT_BYTES];
  option_heading(row, heading, sizeof heading);
  output_format(out, "%-*s  %s\n", NAME_WIDTH, heading, row->help);
  if (!whole) return;
  option_text(row, text, sizeof text);
  write_wrapped(out, text, TEXT_INDENT);
}

static void write_usage(output *out, const settings *s) {
  const command *c = s->command;
  if (s->command_given)
    output_format(out, "Usage: viettat %s [OPTION]... %s\n", c->name, c->operands);
  else
    output_text(out, "Usage: viettat [COMMAND] [OPTION]... [FILE]...\n"
                     "Expands the short forms of Vietnamese administrative text.\n\n");
  if (!s->command_given) return;
  output_format(out, "viettat %s: %s.\n\n", c->name, c->help);
}

static void write_commands(output *out) {
  output_text(out, "Commands:\n");
  for (size_t i = 0; i < COMMANDS; i++)
    output_format(out, "  %-10s %s%s\n", commands[i].name, commands[i].help,
                  i == 0 ? " (default)" : "");
  output_text(out, "\n");
}

static void write_options(output *out, const settings *s, bool whole) {
  output_format(out, "Options of %s:\n", s->command->name);
  for (size_t i = 0; i < OPTIONS; i++)
    if (option_rows[i].commands & s->command->id) write_option(out, &option_rows[i], whole);
}

bool help_short(output *out, const settings *s) {
  write_usage(out, s);
  if (!s->command_given) write_commands(out);
  write_options(out, s, false);
  if (!s->command_given)
    output_text(out,
                "\nviettat COMMAND -h shows the options of another command, --help says more.\n");
  return output_flush(out);
}

bool help_whole(output *out, const settings *s) {
  write_usage(out, s);
  write_wrapped(out, s->command->text, 0);
  output_text(out, "\n");
  if (!s->command_given) write_commands(out);
  write_options(out, s, true);
  output_text(out,
              "\nExit codes: 0 done; 1 a check found something; 2 command line or dictionary;\n"
              "3 some input failed, the rest was done; 4 output failed.\n"
              "viettat(1) has examples; viettat(5) describes dictionaries.\n");
  return output_flush(out);
}

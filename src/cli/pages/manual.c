#include <string.h>

#include "pages.h"

/* Text as roff reads it: no request at the start of a line, hyphens as typed. */
static void write_roff(FILE *out, const char *text) {
  if (*text == '.' || *text == '\'') fputs("\\&", out);
  for (; *text; text++) {
    if (*text == '\\') fputs("\\e", out);
    else if (*text == '-') fputs("\\-", out);
    else fputc(*text, out);
  }
}

static void write_heading(FILE *out, const option_row *row) {
  const char *argument = row->argument;
  fputs(".TP\n", out);
  if (row->letter) fprintf(out, "\\fB\\-%c\\fR", row->letter);
  if (row->letter && row->name[0]) fputs(", ", out);
  if (row->name[0]) {
    fputs("\\fB\\-\\-", out);
    write_roff(out, row->name);
    fputs("\\fR", out);
  }
  if (argument && *argument == '[')
    fprintf(out, "[=\\fI%.*s\\fR]", (int)strlen(argument) - 2, argument + 1);
  else if (argument) fprintf(out, " \\fI%s\\fR", argument);
  fputc('\n', out);
}

/* A help line is a phrase; the text has the sentences. */
static void write_capital(FILE *out, const char *phrase) {
  if (*phrase >= 'a' && *phrase <= 'z') fputc(*phrase - 'a' + 'A', out);
  else fputc(*phrase, out);
  write_roff(out, phrase + 1);
  fputs(".\n", out);
}

static void write_takers(FILE *out, unsigned taking) {
  if (taking == ALL) return;
  const char *before = "(";
  for (size_t i = 0; i < COMMANDS; i++) {
    if (!(taking & commands[i].id)) continue;
    fprintf(out, "%s%s", before, commands[i].name);
    before = ", ";
  }
  fputs(")\n", out);
}

static void write_options(FILE *out) {
  char text[1024];
  for (size_t i = 0; i < OPTIONS; i++) {
    const option_row *row = &option_rows[i];
    write_heading(out, row);
    write_takers(out, row->commands);
    write_capital(out, row->help);
    option_text(row, text, sizeof text);
    write_roff(out, text);
    fputc('\n', out);
  }
}

static void write_commands(FILE *out) {
  for (size_t i = 0; i < COMMANDS; i++) {
    fprintf(out, ".TP\n\\fBviettat %s\\fR [\\fIOPTION\\fR]... \\fI", commands[i].name);
    write_roff(out, commands[i].operands);
    fputs("\\fR\n", out);
    write_roff(out, commands[i].text);
    fputc('\n', out);
  }
}

int pages_manual(FILE *template, FILE *out) {
  char line[1024];
  fputs(".\\\" Made by viettat-pages from the template and the option tables.\n", out);
  while (fgets(line, sizeof line, template)) {
    const char *version = strstr(line, "@VERSION@");
    if (strcmp(line, "@COMMANDS@\n") == 0) write_commands(out);
    else if (strcmp(line, "@OPTIONS@\n") == 0) write_options(out);
    else if (version)
      fprintf(out, "%.*s%s%s", (int)(version - line), line, VT_VERSION, version + 9);
    else fputs(line, out);
  }
  return ferror(template) ? 1 : 0;
}

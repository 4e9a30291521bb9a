#include "pages.h"

static void write_quoted(FILE *out, const char *text) {
  fputc('\'', out);
  for (; *text; text++) {
    if (*text == '\'' || *text == '\\') fputc('\\', out);
    fputc(*text, out);
  }
  fputc('\'', out);
}

static void write_names(FILE *out, unsigned which) {
  for (size_t i = 0; i < COMMANDS; i++)
    if (which & commands[i].id) fprintf(out, " %s", commands[i].name);
}

/* Without a command the options are those of expand. */
static void write_condition(FILE *out, unsigned taking) {
  if (taking == ALL) return;
  if (taking & EXPAND) fputs(" -n 'not __fish_seen_subcommand_from", out);
  else fputs(" -n '__fish_seen_subcommand_from", out);
  write_names(out, taking & EXPAND ? ALL & ~taking : taking);
  fputc('\'', out);
}

static void write_option(FILE *out, const option_row *row) {
  vt_span value;
  fputs("complete -c viettat", out);
  write_condition(out, row->commands);
  if (row->name[0]) fprintf(out, " -l %s", row->name);
  if (row->letter) fprintf(out, " -s %c", row->letter);
  if (row->argument && row->argument[0] != '[')
    fputs(pages_takes_file(row) ? " -r -F" : " -x", out);
  if (option_value(row, 0, &value)) {
    fputs(pages_takes_list(row) ? " -a '(__fish_append , " : " -a '", out);
    pages_values(row, out);
    fputs(pages_takes_list(row) ? ")'" : "'", out);
  }
  fputs(" -d ", out);
  write_quoted(out, row->help);
  fputc('\n', out);
}

void pages_fish(FILE *out) {
  fputs("# Completion of viettat for fish, made by viettat-pages.\n", out);
  for (size_t i = 0; i < COMMANDS; i++) {
    fprintf(out, "complete -c viettat -n __fish_use_subcommand -a %s -d ", commands[i].name);
    write_quoted(out, commands[i].help);
    fputc('\n', out);
  }
  for (size_t i = 0; i < OPTIONS; i++) write_option(out, &option_rows[i]);
}

#include "pages.h"

/* Text inside single quotes and square brackets. */
static void write_quoted(FILE *out, const char *text) {
  for (; *text; text++) {
    if (*text == '\'') fputs("'\\''", out);
    else if (*text == '[' || *text == ']' || *text == ':') fprintf(out, "\\%c", *text);
    else fputc(*text, out);
  }
}

static void write_names(FILE *out, const option_row *row) {
  const char *plus = row->argument ? row->argument[0] == '[' ? "-" : "+" : "";
  const char *equals = row->argument ? row->argument[0] == '[' ? "=-" : "=" : "";
  if (row->letter && row->name[0])
    fprintf(out, "{-%c%s,--%s%s}'", row->letter, plus, row->name, equals);
  else if (row->letter) fprintf(out, "'-%c%s", row->letter, plus);
  else fprintf(out, "'--%s%s", row->name, equals);
}

static void write_argument(FILE *out, const option_row *row) {
  vt_span value;
  if (!row->argument) return;
  fputs(row->argument[0] == '[' ? "::" : ":", out);
  write_quoted(out, row->argument[0] == '[' ? "suffix" : row->argument);
  if (pages_takes_file(row)) {
    fputs(":_files", out);
  } else if (option_value(row, 0, &value)) {
    fputs(pages_takes_list(row) ? ":_values -s , value " : ":(", out);
    pages_values(row, out);
    if (!pages_takes_list(row)) fputc(')', out);
  } else {
    fputs(": ", out);
  }
}

/* Given once, an option is not offered again, but -d may be. */
static void write_option(FILE *out, const option_row *row) {
  bool again = pages_takes_file(row);
  fputs("      ", out);
  if (again) fputs("'*'", out);
  else if (row->letter && row->name[0]) fprintf(out, "'(-%c --%s)'", row->letter, row->name);
  write_names(out, row);
  fputc('[', out);
  write_quoted(out, row->help);
  fputc(']', out);
  write_argument(out, row);
  fputs("' \\\n", out);
}

static void write_command(FILE *out, const command *c) {
  fprintf(out, "  %s)\n    _arguments -s -S \\\n", c->name);
  for (size_t i = 0; i < OPTIONS; i++)
    if (option_rows[i].commands & c->id) write_option(out, &option_rows[i]);
  fputs(c->id == LOOKUP ? "      '*:form: ' ;;\n" : "      '*:file:_files' ;;\n", out);
}

void pages_zsh(FILE *out) {
  fputs("#compdef viettat\n# Completion of viettat for zsh, made by viettat-pages.\n\n"
        "_viettat() {\n  local command=expand\n  local -a names\n  names=(\n",
        out);
  for (size_t i = 0; i < COMMANDS; i++) {
    fprintf(out, "    '%s:", commands[i].name);
    write_quoted(out, commands[i].help);
    fputs("'\n", out);
  }
  fputs("  )\n"
        "  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then\n"
        "    _describe command names\n    _files\n    return\n  fi\n"
        "  if ((${names[(I)$words[2]:*]})); then\n"
        "    command=$words[2]\n    shift words\n    ((CURRENT--))\n  fi\n"
        "  case $command in\n",
        out);
  for (size_t i = 0; i < COMMANDS; i++) write_command(out, &commands[i]);
  fputs("  esac\n}\n\n_viettat \"$@\"\n", out);
}

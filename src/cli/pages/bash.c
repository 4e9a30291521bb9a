#include "pages.h"

static const char head[] =
    "# Completion of viettat for bash, made by viettat-pages.\n"
    "_viettat() {\n"
    "  local cur=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]}\n"
    "  local command=expand word head=\n"
    "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
    "    case $word in\n";

/* bash takes "=" for a word of its own. */
static const char equals[] = "    esac\n"
                             "  done\n"
                             "  if [[ $cur == = ]]; then\n"
                             "    cur=\n"
                             "  elif [[ $option == = ]]; then\n"
                             "    option=${COMP_WORDS[COMP_CWORD-2]}\n"
                             "  fi\n"
                             "  [[ $cur == *,* ]] && head=${cur%,*},\n"
                             "  COMPREPLY=()\n"
                             "  case \"$command $option\" in\n";

static void write_command_names(FILE *out, const char *between) {
  for (size_t i = 0; i < COMMANDS; i++) fprintf(out, "%s%s", i ? between : "", commands[i].name);
}

/* "expand --style" | "expand -s" … */
static void write_patterns(FILE *out, const option_row *row) {
  const char *between = "";
  for (size_t i = 0; i < COMMANDS; i++) {
    if (!(row->commands & commands[i].id)) continue;
    if (row->name[0]) fprintf(out, "%s\"%s --%s\"", between, commands[i].name, row->name);
    if (row->name[0]) between = " | ";
    if (row->letter) fprintf(out, "%s\"%s -%c\"", between, commands[i].name, row->letter);
    between = " | ";
  }
}

static void write_argument(FILE *out, const option_row *row) {
  if (!row->argument || row->argument[0] == '[') return;
  vt_span value;
  fputs("  ", out);
  write_patterns(out, row);
  fputs(")\n", out);
  if (pages_takes_file(row)) {
    fputs("    COMPREPLY=($(compgen -f -- \"$cur\"))\n", out);
  } else if (option_value(row, 0, &value)) {
    fputs("    COMPREPLY=($(compgen ", out);
    if (pages_takes_list(row)) fputs("-P \"$head\" ", out);
    fputs("-W '", out);
    pages_values(row, out);
    fputs(pages_takes_list(row) ? "' -- \"${cur##*,}\"))\n" : "' -- \"$cur\"))\n", out);
  }
  fputs("    return ;;\n", out);
}

static void write_option_names(FILE *out, const command *c) {
  fprintf(out, "    %s) word='", c->name);
  for (size_t i = 0; i < OPTIONS; i++) {
    const option_row *row = &option_rows[i];
    if (!(row->commands & c->id)) continue;
    if (row->name[0]) fprintf(out, "--%s ", row->name);
    if (row->letter) fprintf(out, "-%c ", row->letter);
  }
  fputs("' ;;\n", out);
}

void pages_bash(FILE *out) {
  fputs(head, out);
  fputs("      ", out);
  write_command_names(out, " | ");
  fputs(") command=$word; break ;;\n", out);
  fputs(equals, out);
  for (size_t i = 0; i < OPTIONS; i++) write_argument(out, &option_rows[i]);
  fputs("  esac\n  if [[ $cur == -* ]]; then\n    case $command in\n", out);
  for (size_t i = 0; i < COMMANDS; i++) write_option_names(out, &commands[i]);
  fputs("    esac\n    COMPREPLY=($(compgen -W \"$word\" -- \"$cur\"))\n    return\n  fi\n", out);
  fputs("  COMPREPLY=($(compgen -f -- \"$cur\"))\n", out);
  fputs("  ((COMP_CWORD == 1)) && COMPREPLY+=($(compgen -W '", out);
  write_command_names(out, " ");
  fputs("' -- \"$cur\"))\n}\ncomplete -o filenames -F _viettat viettat\n", out);
}

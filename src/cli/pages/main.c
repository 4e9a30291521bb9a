/* viettat-pages man TEMPLATE | bash | zsh | fish: one page on standard output. */
#include <string.h>

#include "pages.h"

size_t pages_values(const option_row *row, FILE *out) {
  vt_span value;
  size_t count = 0;
  while (option_value(row, count, &value))
    fprintf(out, "%s%.*s", count++ ? " " : "", (int)value.size, value.text);
  return count;
}

bool pages_takes_file(const option_row *row) {
  return row->values && strcmp(row->values, "@file") == 0;
}

bool pages_takes_list(const option_row *row) {
  return row->argument && strcmp(row->argument, "LIST") == 0;
}

static int manual(const char *path) {
  FILE *template = fopen(path, "r");
  if (!template) {
    perror(path);
    return 1;
  }
  int code = pages_manual(template, stdout);
  fclose(template);
  return code;
}

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "";
  int code = 0;
  if (strcmp(what, "man") == 0 && argc == 3) code = manual(argv[2]);
  else if (strcmp(what, "bash") == 0) pages_bash(stdout);
  else if (strcmp(what, "zsh") == 0) pages_zsh(stdout);
  else if (strcmp(what, "fish") == 0) pages_fish(stdout);
  else code = 2;
  return fclose(stdout) == 0 ? code : 1;
}

/* Any words as a command line; NUL bytes part them. A message, or settings that
 * hold nothing but what may be asked for. */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "cli/options.h"
#include "fuzz.h"

enum { MOST_WORDS = 64 };

/* The words of `line`, behind the program's name; NULL ends them. */
static int split(char *line, size_t size, char **words) {
  static char name[] = "viettat";
  int count = 0;
  words[count++] = name;
  for (size_t at = 0; at < size && count < MOST_WORDS; at += strlen(line + at) + 1)
    words[count++] = line + at;
  words[count] = NULL;
  return count;
}

static bool is_format(const settings *s) {
  for (size_t row = 0; s->format && row < OPTIONS; row++) {
    vt_span value;
    if (!(option_rows[row].commands & s->command->id) || strcmp(option_rows[row].name, "to") != 0)
      continue;
    for (size_t i = 0; option_value(&option_rows[row], i, &value); i++)
      if (strlen(s->format) == value.size && memcmp(s->format, value.text, value.size) == 0)
        return true;
  }
  return !s->format;
}

static bool sound(const settings *s, size_t words) {
  return s->command && s->operand_count < words && s->dictionary_count < words && s->jobs >= 1 &&
         s->jobs <= 256 && s->style <= VT_STYLE_GLOSS && s->language <= VT_ENGLISH &&
         s->ambiguous <= VT_AMBIGUOUS_BEST && s->unit <= VT_UNIT_U16 && s->color <= COLOR_NEVER &&
         s->entities < 1u << VT_ENTITY_TYPES && s->fail_on < 8 && is_format(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *line = malloc(size + 1), *words[MOST_WORDS + 1];
  if (!line) return 0;
  memcpy(line, data, size);
  line[size] = '\0';
  int count = split(line, size, words);
  settings wanted;
  optind = 0; /* getopt begins anew */
  if (settings_read(&wanted, count, words) && !sound(&wanted, (size_t)count)) abort();
  settings_clear(&wanted);
  free(line);
  return 0;
}

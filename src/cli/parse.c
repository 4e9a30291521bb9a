/* From argv to settings. Options and operands may stand in any order; the first
 * operand may name a command, and which command it is decides what an option
 * means, so the words are gathered first and applied afterwards. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "complain.h"
#include "options.h"

enum { LONG_BASE = 256, LETTERS_BYTES = 3 * OPTIONS + 3 };

/* What getopt_long(3) wants to know. */
typedef struct getopt_tables {
  struct option names[OPTIONS + 1];
  char letters[LETTERS_BYTES];
} getopt_tables;

typedef struct given {
  option_id id;
  const char *argument;
} given;

static int argument_kind(const option_row *row) {
  if (!row->argument) return no_argument;
  return row->argument[0] == '[' ? optional_argument : required_argument;
}

/* The first row with the name or letter of that one. */
static size_t first_row(size_t index) {
  const option_row *row = &option_rows[index];
  for (size_t i = 0; i < index; i++)
    if (strcmp(option_rows[i].name, row->name) == 0 && option_rows[i].letter == row->letter)
      return i;
  return index;
}

static void tables_fill(getopt_tables *t) {
  size_t names = 0;
  char *letter = t->letters;
  *letter++ = '-'; /* operands in order */
  *letter++ = ':'; /* no messages       */
  for (size_t i = 0; i < OPTIONS; i++) {
    const option_row *row = &option_rows[i];
    if (first_row(i) != i) continue;
    int kind = argument_kind(row);
    if (row->name[0])
      t->names[names++] = (struct option){row->name, kind, NULL, LONG_BASE + (int)i};
    if (!row->letter) continue;
    *letter++ = row->letter;
    for (int colons = 0; colons < kind; colons++) *letter++ = ':';
  }
  *letter = '\0';
  t->names[names] = (struct option){NULL, 0, NULL, 0};
}

/* The row for what getopt_long returned; OPTIONS: none. */
static size_t row_of(int code) {
  if (code >= LONG_BASE) return (size_t)(code - LONG_BASE);
  for (size_t i = 0; i < OPTIONS; i++)
    if (code && option_rows[i].letter == code) return i;
  return OPTIONS;
}

static const command *command_named(const char *word) {
  for (size_t i = 0; i < COMMANDS; i++)
    if (strcmp(commands[i].name, word) == 0) return &commands[i];
  return NULL;
}

static void add_operand(settings *s, const char *word) {
  s->operands[s->operand_count++] = word;
  s->standard_input |= strcmp(word, "-") == 0;
}

/* The first word may be a command. */
static void add_word(settings *s, const char *word) {
  const command *named = s->command || s->operand_count ? NULL : command_named(word);
  if (named) s->command = named;
  else add_operand(s, word);
}

/* Gather the words; false: one of them is no option. */
static bool gather(settings *s, int argc, char **argv, given *list, size_t *count) {
  getopt_tables tables;
  tables_fill(&tables);
  opterr = 0;
  for (;;) {
    int code = getopt_long(argc, argv, tables.letters, tables.names, NULL);
    if (code == -1) break;
    if (code == '?' && row_of(optopt) == OPTIONS) return complain_unknown(argv[optind - 1], optopt);
    if (code == '?') return complain_no_argument(&option_rows[row_of(optopt)]);
    if (code == ':') return complain_argument(&option_rows[row_of(optopt)]);
    if (code == 1) add_word(s, optarg);
    else list[(*count)++] = (given){(option_id)row_of(code), optarg};
  }
  while (optind < argc) add_operand(s, argv[optind++]);
  return true;
}

/* The row with the same name that the command takes; false: there is none. */
static bool resolve(const command *wanted, given *g) {
  const option_row *named = &option_rows[g->id];
  for (size_t i = 0; i < OPTIONS; i++)
    if (first_row(i) == g->id && option_rows[i].commands & wanted->id) {
      g->id = (option_id)i;
      return true;
    }
  return complain_command(named, wanted);
}

static bool value_known(const option_row *row, vt_span value) {
  vt_span known;
  for (size_t i = 0; option_value(row, i, &known); i++)
    if (known.size == value.size && memcmp(known.text, value.text, value.size) == 0) return true;
  return false;
}

/* The next of the values with commas between; false after the last one. */
static bool next_value(const char **rest, vt_span *value) {
  if (!*rest) return false;
  size_t size = strcspn(*rest, ",");
  *value = (vt_span){*rest, size};
  *rest = (*rest)[size] ? *rest + size + 1 : NULL;
  return true;
}

static bool values_known(const option_row *row, const char *argument) {
  vt_span value;
  if (!argument || !option_value(row, 0, &value)) return true;
  bool list = strcmp(row->argument, "LIST") == 0;
  const char *rest = argument;
  value = (vt_span){argument, strlen(argument)};
  while (!list || next_value(&rest, &value)) {
    if (!value_known(row, value)) return complain_value(row, value);
    if (!list) break;
  }
  return true;
}

/* Which of the row's values it is; the enums of viettat.h have the same order. */
static unsigned value_index(const option_row *row, const char *argument) {
  vt_span known;
  unsigned i = 0;
  while (option_value(row, i, &known) && strncmp(known.text, argument, known.size) != 0) i++;
  return i;
}

static uint32_t entity_bits(const char *list) {
  uint32_t bits = 0;
  vt_span name;
  while (next_value(&list, &name)) {
    vt_entity_type type = entity_type_named(name);
    if (type < VT_ENTITY_TYPES) bits |= 1u << type;
    else bits = name.size == 3 ? (1u << VT_ENTITY_TYPES) - 1 : 0; /* all; none */
  }
  return bits;
}

static unsigned fail_bits(const char *list) {
  unsigned bits = 0;
  vt_span name;
  while (next_value(&list, &name))
    bits |= name.text[0] == 'u'   ? FAIL_UNKNOWN
            : name.text[0] == 'a' ? FAIL_AMBIGUOUS
                                  : FAIL_COMPOSED;
  return bits;
}

static bool jobs_number(const option_row *row, const char *text, unsigned *jobs) {
  char *end;
  long number = strtol(text, &end, 10);
  if (end == text || *end || number < 1 || number > 256) return complain_number(row, text);
  *jobs = (unsigned)number;
  return true;
}

static bool apply(settings *s, const given *g) {
  const option_row *row = &option_rows[g->id];
  const char *argument = g->argument;
  if (!values_known(row, argument)) return false;
  switch (g->id) {
  case OPTION_STYLE: s->style = (vt_style)value_index(row, argument); break;
  case OPTION_LANG: s->language = (vt_language)value_index(row, argument); break;
  case OPTION_AMBIGUOUS: s->ambiguous = (vt_ambiguous)value_index(row, argument); break;
  case OPTION_IN_PLACE:
    s->in_place = true;
    s->suffix = argument;
    break;
  case OPTION_TO:
  case OPTION_TO_SCAN:
  case OPTION_TO_GLOSSARY: s->format = argument; break;
  case OPTION_OFFSETS: s->unit = (vt_unit)value_index(row, argument); break;
  case OPTION_ENTITIES: s->entities = entity_bits(argument); break;
  case OPTION_NO_KEPT: s->no_kept = true; break;
  case OPTION_BOM: s->bom = true; break;
  case OPTION_FAIL_ON: s->fail_on |= fail_bits(argument); break;
  case OPTION_REVERSE: s->reverse = true; break;
  case OPTION_EXAMPLES: s->examples = true; break;
  case OPTION_DICTIONARY: s->dictionaries[s->dictionary_count++] = argument; break;
  case OPTION_NO_BUILTIN: s->no_builtin = true; break;
  case OPTION_DOMAIN: s->domain = argument; break;
  case OPTION_FOREIGN: s->foreign = true; break;
  case OPTION_OUTPUT: s->output = argument; break;
  case OPTION_NUL: s->nul = true; break;
  case OPTION_LINES: s->lines = true; break;
  case OPTION_EXPLAIN: s->explain = true; break;
  case OPTION_JOBS: return jobs_number(row, argument, &s->jobs);
  case OPTION_QUIET: s->quiet = true; break;
  case OPTION_VERBOSE: s->verbose = true; break;
  case OPTION_COLOR: s->color = (color_when)value_index(row, argument); break;
  case OPTION_VERSION: s->version = true; break;
  case OPTION_USAGE: s->usage = true; break;
  case OPTION_HELP: s->help = true; break;
  case OPTIONS: break;
  }
  return true;
}

/* What only several words together get wrong. */
static bool consistent(const settings *s) {
  if (s->usage || s->help || s->version) return true;
  if (!s->command_given && s->operand_count && !complain_if_command(s->operands[0])) return false;
  if (s->in_place && s->output)
    return complain("-i changes the files themselves and -o writes elsewhere; use one of them");
  if (s->in_place && !s->operand_count) return complain("-i needs the files to change; name them");
  if (s->in_place && s->standard_input)
    return complain("-i cannot change standard input; leave out \"-\" or -i");
  if (s->command->id & (LOOKUP | LINT | COMPILE) && !s->operand_count)
    return complain_operands(s->command);
  if (s->command->id == COMPILE && !s->output)
    return complain("compile needs -o FILE; name the image to write");
  return true;
}

/* How many options the words can hold at most: every letter of -qvz is one. */
static size_t most_options(int argc, char **argv) {
  size_t most = 1;
  for (int i = 1; i < argc; i++) most += strlen(argv[i]);
  return most;
}

bool settings_read(settings *s, int argc, char **argv) {
  *s = (settings){.jobs = 1, .entities = (1u << VT_ENTITY_TYPES) - 1};
  size_t room = (size_t)argc + 1, count = 0;
  given *list = calloc(most_options(argc, argv), sizeof *list);
  s->operands = calloc(room, sizeof *s->operands);
  s->dictionaries = calloc(room, sizeof *s->dictionaries);
  bool good = list && s->operands && s->dictionaries;
  if (good) good = gather(s, argc, argv, list, &count);
  else complain("no memory left");
  s->command_given = s->command != NULL;
  if (!s->command_given) s->command = &commands[0];
  for (size_t i = 0; good && i < count; i++)
    good = resolve(s->command, &list[i]) && apply(s, &list[i]);
  free(list);
  return good && consistent(s);
}

void settings_clear(settings *s) {
  free(s->operands);
  free(s->dictionaries);
}

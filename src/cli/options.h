/* The commands and options of the program. options.def and commands.def are the
 * only places that list them; parser, help, manual and completions read the
 * tables made from them here. */
#ifndef VT_CLI_OPTIONS_H
#define VT_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "viettat.h"

/* EXPAND, ANNOTATE …: bits, so that an option can belong to several. */
enum {
#define COMMAND(id, name, operands, help, text) COMMAND_INDEX_##id,
#include "commands.def"
#undef COMMAND
  COMMANDS
};
enum {
#define COMMAND(id, name, operands, help, text) id = 1u << COMMAND_INDEX_##id,
#include "commands.def"
#undef COMMAND
  ALL = (1u << COMMANDS) - 1
};

typedef enum option_id {
#define OPTION(id, name, letter, argument, values, commands, help, text) OPTION_##id,
#include "options.def"
#undef OPTION
  OPTIONS
} option_id;

typedef struct command {
  unsigned id; /* EXPAND … */
  const char *name, *operands, *help, *text;
} command;

typedef struct option_row {
  const char *name;              /* empty: only a letter */
  char letter;                   /* 0: only a name       */
  const char *argument, *values; /* NULL: none */
  unsigned commands;
  const char *help, *text;
} option_row;

extern const command commands[COMMANDS];
extern const option_row option_rows[OPTIONS];

typedef enum color_when { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color_when;

enum { FAIL_UNKNOWN = 1, FAIL_AMBIGUOUS = 2, FAIL_COMPOSED = 4 };

/* What was asked for. Strings are lent by argv. */
typedef struct settings {
  const command *command;
  bool command_given; /* not taken for want of another */
  const char **operands;
  size_t operand_count;
  bool standard_input; /* is among them, as "-" */
  const char **dictionaries;
  size_t dictionary_count;
  bool no_builtin, foreign, in_place, nul, lines, explain, no_kept, bom, reverse, examples;
  bool quiet, verbose, version, usage, help;
  vt_style style;
  vt_language language;
  vt_ambiguous ambiguous;
  vt_unit unit;
  color_when color;
  uint32_t entities; /* bit 1u << type */
  unsigned fail_on;
  unsigned jobs;
  const char *format, *domain, *output, *suffix; /* NULL: not given */
} settings;

/* False: something is wrong with the command line, and a message has said what.
 * `settings` is to be cleared in either case. */
bool settings_read(settings *s, int argc, char **argv);
void settings_clear(settings *s);

/* The index-th value that an option takes, from 0; false past the last one. */
bool option_value(const option_row *row, size_t index, vt_span *value);
/* All of them with commas between. */
void option_values(const option_row *row, char *text, size_t room);
/* The row's text; "@" stands for the values. */
void option_text(const option_row *row, char *text, size_t room);
/* The entity type of that name, or VT_ENTITY_TYPES. */
vt_entity_type entity_type_named(vt_span name);

#endif

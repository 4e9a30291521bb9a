/* The tables that the .def files say, and the values of options. */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "options.h"

const command commands[COMMANDS] = {
#define COMMAND(id, name, operands, help, text) {id, name, operands, help, text},
#include "commands.def"
#undef COMMAND
};

const option_row option_rows[OPTIONS] = {
#define OPTION(id, name, letter, argument, values, commands, help, text)                           \
  {name, letter, argument, values, commands, help, text},
#include "options.def"
#undef OPTION
};

static bool take(const char *word_cstr, vt_span *value) {
  *value = (vt_span){word_cstr, strlen(word_cstr)};
  return true;
}

static bool format_value(size_t index, vt_span *value) {
  const char *const *names = vt_writer_formats();
  for (size_t i = 0; names[i]; i++)
    if (i == index) return take(names[i], value);
  return false;
}

static bool entity_value(size_t index, vt_span *value) {
  if (index < VT_ENTITY_TYPES) return take(vt_entity_type_text((vt_entity_type)index), value);
  if (index == VT_ENTITY_TYPES) return take("all", value);
  if (index == VT_ENTITY_TYPES + 1) return take("none", value);
  return false;
}

static bool domain_value(size_t index, vt_span *value) {
  const char *name = index < UINT_MAX ? vt_domain_text((unsigned)index) : NULL;
  return name && take(name, value);
}

bool option_value(const option_row *row, size_t index, vt_span *value) {
  const char *at = row->values;
  if (!at) return false;
  if (strcmp(at, "@formats") == 0) return format_value(index, value);
  if (strcmp(at, "@entities") == 0) return entity_value(index, value);
  if (strcmp(at, "@domains") == 0) return domain_value(index, value);
  if (*at == '@') return false;
  for (; *at; at += strspn(at, " ")) {
    size_t size = strcspn(at, " ");
    if (index-- == 0) {
      *value = (vt_span){at, size};
      return true;
    }
    at += size;
  }
  return false;
}

void option_values(const option_row *row, char *text, size_t room) {
  vt_span value;
  size_t size = 0;
  text[0] = '\0';
  for (size_t i = 0; option_value(row, i, &value) && size < room; i++)
    size += (size_t)snprintf(text + size, room - size, "%s%.*s", i ? ", " : "", (int)value.size,
                             value.text);
}

void option_text(const option_row *row, char *text, size_t room) {
  size_t before = strcspn(row->text, "@");
  snprintf(text, room, "%.*s", (int)before, row->text);
  if (!row->text[before] || before >= room) return;
  option_values(row, text + before, room - before);
  size_t size = strlen(text);
  snprintf(text + size, room - size, "%s", row->text + before + 1);
}

vt_entity_type entity_type_named(vt_span name) {
  for (int type = 0; type < VT_ENTITY_TYPES; type++) {
    const char *text = vt_entity_type_text((vt_entity_type)type);
    if (strlen(text) == name.size && memcmp(text, name.text, name.size) == 0)
      return (vt_entity_type)type;
  }
  return VT_ENTITY_TYPES;
}

#include "dict/field.h"

#include <stdio.h>
#include <string.h>

#include "text/normal.h"

enum { NAME_BYTES = 32 }; /* longer names are near to nothing */
enum { LIST_BYTES = 400 };

static bool is_name(vt_span s, const char *name) {
  return s.size == strlen(name) && memcmp(s.text, name, s.size) == 0;
}

int field_number_of(field_names *names, vt_span name) {
  for (unsigned i = 0; names(i); i++)
    if (is_name(name, names(i))) return (int)i;
  return -1;
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Levenshtein's distance, one row at a time. */
static size_t distance(vt_span a, const char *name) {
  size_t row[NAME_BYTES + 1], size = strlen(name);
  if (a.size > NAME_BYTES || size > NAME_BYTES) return NAME_BYTES;
  for (size_t j = 0; j <= size; j++) row[j] = j;
  for (size_t i = 1; i <= a.size; i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= size; j++) {
      size_t changed = diagonal + (a.text[i - 1] != name[j - 1]);
      diagonal = row[j];
      row[j] = least(changed, least(row[j], row[j - 1]) + 1);
    }
  }
  return row[size];
}

const char *field_nearest(field_names *names, vt_span name, size_t far) {
  const char *found = NULL;
  for (unsigned i = 0; names(i); i++) {
    size_t changes = distance(name, names(i));
    if (changes < far || (changes == far && !found)) far = changes, found = names(i);
  }
  return found;
}

/* The names with commas between; as many as there is room for. */
static void list_names(field_names *names, char *text, size_t room) {
  size_t size = 0;
  text[0] = '\0';
  for (unsigned i = 0; names(i) && size < room; i++)
    size += (size_t)snprintf(text + size, room - size, "%s%s", i ? ", " : "", names(i));
}

int field_term(draft *d, const source_node *name, field_names *names, const char *what) {
  if (name->kind != SOURCE_TEXT) {
    faults_add(&d->faults, name->at, "the %s is not a text; write one name", what);
    return -1;
  }
  int number = field_number_of(names, name->text);
  if (number >= 0) return number;
  char all[LIST_BYTES];
  list_names(names, all, sizeof all);
  const char *near = field_nearest(names, name->text, least(name->text.size / 2, 3));
  if (near)
    faults_add(&d->faults, name->at, "unknown %s \"%.*s\"; did you mean \"%s\"?", what,
               SPAN_ARGS(name->text), near);
  else
    faults_add(&d->faults, name->at, "unknown %s \"%.*s\"; choose from: %s", what,
               SPAN_ARGS(name->text), all);
  return -1;
}

bool field_is_map(draft *d, const source_node *node, const char *what) {
  if (node->kind == SOURCE_MAP) return true;
  faults_add(&d->faults, node->at, "%s is not a mapping; write \"key: value\" lines", what);
  return false;
}

bool field_split(draft *d, const source_node *map, field_names *names, const char *what,
                 const source_node **values, size_t count) {
  memset(values, 0, count * sizeof *values);
  if (!field_is_map(d, map, what)) return false;
  for (const source_node *key = map->first; key; key = key->next->next) {
    int number = field_term(d, key, names, "field");
    if (number >= 0 && !values[number]) values[number] = key->next;
  }
  return true;
}

static bool has_control(vt_span s) {
  for (size_t i = 0; i < s.size; i++)
    if ((unsigned char)s.text[i] < 0x20 || s.text[i] == 0x7F) return true;
  return false;
}

static bool is_ascii(vt_span s) {
  for (size_t i = 0; i < s.size; i++)
    if ((unsigned char)s.text[i] >= 0x80) return false;
  return true;
}

bool field_text(draft *d, const source_node *node, const char *what, vt_span *out) {
  faults *f = &d->faults;
  *out = (vt_span){"", 0};
  if (node->kind != SOURCE_TEXT) {
    faults_add(f, node->at, "%s is not a text; write one line", what);
  } else if (node->text.size == 0) {
    faults_add(f, node->at, "%s is empty; fill it in or take the line away", what);
  } else if (has_control(node->text)) {
    faults_add(f, node->at, "%s holds a line break or control character; write one line", what);
  } else if (node->text.text[0] == ' ' || node->text.text[node->text.size - 1] == ' ') {
    faults_add(f, node->at, "%s begins or ends with a space; take it away", what);
  } else {
    if (!is_ascii(node->text) && !normal_is_composed(node->text.text, node->text.size))
      faults_advise(f, node->at, "%s \"%.*s\" is not in NFC; type it again or compose it", what,
                    SPAN_ARGS(node->text));
    *out = node->text;
    return true;
  }
  return false;
}

/* [+-]digits[.digit[digit]], whatever the locale. */
static bool parse_hundredths(vt_span s, int32_t *out) {
  size_t i = 0;
  bool negative = s.size > 0 && s.text[0] == '-';
  if (s.size > 0 && (s.text[0] == '-' || s.text[0] == '+')) i++;
  size_t whole_start = i;
  int32_t value = 0;
  for (; i < s.size && s.text[i] >= '0' && s.text[i] <= '9' && value < 100000; i++)
    value = value * 10 + (s.text[i] - '0');
  if (i == whole_start || value >= 100000) return false;
  value *= 100;
  if (i < s.size && s.text[i] == '.') {
    int32_t unit = 10;
    for (i++; i < s.size && s.text[i] >= '0' && s.text[i] <= '9' && unit > 0; i++, unit /= 10)
      value += (s.text[i] - '0') * unit;
  }
  *out = negative ? -value : value;
  return i == s.size;
}

bool field_hundredths(draft *d, const source_node *node, const char *what, int low, int high,
                      int32_t *out) {
  int32_t value;
  if (node->kind != SOURCE_TEXT || !parse_hundredths(node->text, &value)) {
    faults_add(&d->faults, node->at, "%s is not a number; write one like 1.5", what);
    return false;
  }
  if (value < low * 100 || value > high * 100) {
    faults_add(&d->faults, node->at, "%s %.*s is out of range; choose from %d to %d", what,
               SPAN_ARGS(node->text), low, high);
    return false;
  }
  *out = value;
  return true;
}

bool field_is_true(draft *d, const source_node *node, const char *what) {
  if (!node) return false;
  if (node->kind == SOURCE_TEXT && is_name(node->text, "true")) return true;
  if (node->kind != SOURCE_TEXT || !is_name(node->text, "false"))
    faults_add(&d->faults, node->at, "%s is neither true nor false; write one of them", what);
  return false;
}

const source_node *field_items(draft *d, const source_node *node, const char *what, bool *single) {
  *single = node->kind == SOURCE_TEXT && node->text.size > 0;
  if (*single) return node;
  if (node->kind == SOURCE_LIST && node->first) return node->first;
  if (node->kind == SOURCE_LIST || node->kind == SOURCE_TEXT)
    faults_add(&d->faults, node->at, "%s is an empty list; fill it or take the line away", what);
  else faults_add(&d->faults, node->at, "%s is not a list; write [one, two]", what);
  return NULL;
}

/* Events become nodes as they come; nothing is kept of libyaml. The reader feeds
 * libyaml piece by piece and stops feeding when one event has eaten too much, so
 * that an endless scalar ends early instead of filling the memory. */
#include "dict/source.h"

#include <string.h>
#include <yaml.h>

#include "base/hash.h"
#include "base/sort.h"

typedef struct reader {
  vt_span text; /* what is left to feed is text[fed…] */
  size_t fed, fed_at_event;
  bool starved;      /* stopped feeding: one event is too long */
  yaml_mark_t ended; /* where the last event ended */
  size_t text_offset, walked_bytes, walked_cp;
  arena *memory;
  faults *faults;
  const source_node *root;
  source_node *open[SOURCE_DEPTH]; /* collections that have not ended */
  source_node *last[SOURCE_DEPTH]; /* and their last children         */
  size_t depth, documents;
} reader;

static int feed(void *context, unsigned char *out, size_t room, size_t *given) {
  reader *r = context;
  size_t size = r->text.size - r->fed;
  if (size > room) size = room;
  if (r->fed - r->fed_at_event > SOURCE_EVENT_BYTES) {
    r->starved = true;
    return 0;
  }
  if (size) memcpy(out, r->text.text + r->fed, size);
  r->fed += size;
  *given = size;
  return 1;
}

/* libyaml counts code points; walk on from the last place that was asked for. */
static source_place place_of(reader *r, yaml_mark_t mark) {
  if (mark.index < r->walked_cp) r->walked_cp = r->walked_bytes = 0;
  const char *text = r->text.text;
  size_t at = r->walked_bytes, cp = r->walked_cp;
  while (cp < mark.index && at < r->text.size) {
    at++;
    while (at < r->text.size && ((unsigned char)text[at] & 0xC0) == 0x80) at++;
    cp++;
  }
  r->walked_bytes = at;
  r->walked_cp = cp;
  return (source_place){(uint32_t)mark.line + 1, (uint32_t)mark.column + 1,
                        (uint32_t)(at + r->text_offset)};
}

static source_place place_of_byte(const reader *r, size_t offset_bytes) {
  source_place place = {1, 1, (uint32_t)(offset_bytes + r->text_offset)};
  for (size_t i = 0; i < offset_bytes && i < r->text.size; i++) {
    unsigned char byte = (unsigned char)r->text.text[i];
    if (byte == '\n') place.line++, place.column_cp = 1;
    else if ((byte & 0xC0) != 0x80) place.column_cp++;
  }
  return place;
}

/* What usually mends the most frequent faults. */
static const char *advice_for(const char *problem) {
  static const char *const ADVICE[][2] = {
      {"mapping values are not allowed", "put a text that holds \": \" in quotes"},
      {"expected ':'", "write \"key: value\", with a space behind the colon"},
      {"did not find expected key", "check the indentation and the quotes"},
      {"did not find expected '-'", "check the indentation"},
      {"did not find expected ',' or ']'", "close the list with ]"},
      {"did not find expected ',' or '}'", "close the mapping with }"},
      {"unexpected end of stream", "close the quote"},
      {"tab character", "indent with spaces"},
      {"cannot start any token", "indent with spaces, and quote texts that begin with a sign"},
      {"unknown escape character", "write \\\\ for a backslash, or use single quotes"},
  };
  for (size_t i = 0; i < sizeof ADVICE / sizeof *ADVICE; i++)
    if (strstr(problem, ADVICE[i][0])) return ADVICE[i][1];
  return "see the YAML of the other dictionaries";
}

/* What was begun and never ended is shown where it began. */
static void report_grammar(reader *r, const yaml_parser_t *parser, const char *problem) {
  bool begun = parser->context && parser->context_mark.index < parser->problem_mark.index;
  bool at_end = begun && strstr(problem, "end of stream");
  faults_add(r->faults, place_of(r, at_end ? parser->context_mark : parser->problem_mark),
             "not YAML: %s; %s", problem, advice_for(problem));
  if (begun && !at_end) faults_relate(r->faults, place_of(r, parser->context_mark));
}

static void report_syntax(reader *r, const yaml_parser_t *parser) {
  const char *problem = parser->problem ? parser->problem : "unreadable";
  if (parser->error == YAML_MEMORY_ERROR) {
    r->faults->no_memory = true;
  } else if (r->starved) {
    faults_add(r->faults, place_of(r, r->ended),
               "the value behind this is longer than %d KiB; split it, or close its quote",
               SOURCE_TEXT_BYTES / 1024);
  } else if (parser->error == YAML_READER_ERROR) {
    faults_add(r->faults, place_of_byte(r, parser->problem_offset),
               "not YAML: %s; save the file as UTF-8 without control characters", problem);
  } else {
    report_grammar(r, parser, problem);
  }
}

static source_node *node_new(reader *r, uint8_t kind, yaml_mark_t mark, size_t extra_bytes) {
  source_node *node = arena_take(r->memory, sizeof *node + extra_bytes);
  if (!node) {
    r->faults->no_memory = true;
    return NULL;
  }
  *node = (source_node){.next = NULL, .at = place_of(r, mark), .kind = kind};
  return node;
}

/* Hang a finished or opened node into the collection that is open. */
static bool attach(reader *r, source_node *node) {
  if (r->depth == 0) {
    r->root = node;
    return true;
  }
  source_node *parent = r->open[r->depth - 1];
  source_node **last = &r->last[r->depth - 1];
  bool is_key = parent->kind == SOURCE_MAP && parent->count % 2 == 0;
  if (is_key && node->kind != SOURCE_TEXT) {
    faults_add(r->faults, node->at, "a key must be a text; write \"key: value\"");
    return false;
  }
  if (*last) (*last)->next = node;
  else parent->first = node;
  *last = node;
  parent->count++; /* of a map: keys and values, until it ends */
  return true;
}

static bool open_node(reader *r, uint8_t kind, yaml_mark_t mark) {
  source_node *node = node_new(r, kind, mark, 0);
  if (!node || !attach(r, node)) return false;
  if (r->depth == SOURCE_DEPTH) {
    faults_add(r->faults, node->at, "nested more than %d deep; no dictionary needs that",
               SOURCE_DEPTH);
    return false;
  }
  r->open[r->depth] = node;
  r->last[r->depth] = NULL;
  r->depth++;
  return true;
}

static bool add_text(reader *r, const yaml_event_t *event) {
  if (event->data.scalar.length > SOURCE_TEXT_BYTES) {
    faults_add(r->faults, place_of(r, event->start_mark),
               "a value is longer than %d KiB; split it, or close its quote",
               SOURCE_TEXT_BYTES / 1024);
    return false;
  }
  size_t size = event->data.scalar.length;
  source_node *node = node_new(r, SOURCE_TEXT, event->start_mark, size);
  if (!node) return false;
  char *copy = (char *)(node + 1); /* right behind */
  if (size) memcpy(copy, event->data.scalar.value, size);
  node->text = (vt_span){copy, size};
  return attach(r, node);
}

static void report_twice(reader *r, source_node *key, const source_node *earlier) {
  key->again = true;
  faults_add(r->faults, key->at, "\"%.*s\" is given twice (first at line %u); delete one",
             SPAN_ARGS(key->text), earlier->at.line);
  faults_relate(r->faults, earlier->at);
}

/* A table of the keys seen so far finds the second of two in any size of map. */
static bool check_keys(reader *r, const source_node *map) {
  const source_node *few[32] = {NULL};
  const source_node **table = few;
  size_t slots = sizeof few / sizeof *few;
  if (map->count > slots / 2) {
    while (slots < (size_t)map->count * 2) slots *= 2;
    table = arena_take(r->memory, slots * sizeof *table);
    if (!table) {
      r->faults->no_memory = true;
      return false;
    }
    memset(table, 0, slots * sizeof *table);
  }
  for (source_node *key = map->first; key; key = key->next->next) {
    size_t at = hash_finish(hash_bytes(HASH_SEED, key->text.text, key->text.size)) & (slots - 1);
    while (table[at] && !span_equal(table[at]->text, key->text)) at = (at + 1) & (slots - 1);
    if (table[at]) report_twice(r, key, table[at]);
    else table[at] = key;
  }
  return true;
}

static bool close_node(reader *r) {
  source_node *node = r->open[--r->depth];
  if (node->kind != SOURCE_MAP) return true;
  node->count /= 2;
  return check_keys(r, node);
}

static bool refuse(reader *r, const yaml_event_t *event, const char *what, const char *advice) {
  faults_add(r->faults, place_of(r, event->start_mark), "%s are not read; %s", what, advice);
  return false;
}

static bool has_anchor_or_tag(reader *r, const yaml_event_t *event, const void *anchor,
                              const void *tag) {
  if (anchor) refuse(r, event, "YAML anchors", "write the value out at each place");
  else if (tag) refuse(r, event, "YAML tags", "every value is a text: take the tag away");
  return anchor || tag;
}

/* False: stop, a fault was added. */
static bool take_event(reader *r, const yaml_event_t *e) {
  switch (e->type) {
  case YAML_ALIAS_EVENT:
    return refuse(r, e, "YAML aliases", "write the value out, or quote a text that begins with *");
  case YAML_DOCUMENT_START_EVENT:
    if (r->documents++ == 0) return true;
    return refuse(r, e, "further documents of a file", "take the line --- away");
  case YAML_SCALAR_EVENT:
    return !has_anchor_or_tag(r, e, e->data.scalar.anchor, e->data.scalar.tag) && add_text(r, e);
  case YAML_SEQUENCE_START_EVENT:
    return !has_anchor_or_tag(r, e, e->data.sequence_start.anchor, e->data.sequence_start.tag) &&
           open_node(r, SOURCE_LIST, e->start_mark);
  case YAML_MAPPING_START_EVENT:
    return !has_anchor_or_tag(r, e, e->data.mapping_start.anchor, e->data.mapping_start.tag) &&
           open_node(r, SOURCE_MAP, e->start_mark);
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT: return close_node(r);
  default: return true;
  }
}

static bool read_events(reader *r, yaml_parser_t *parser) {
  for (bool more = true; more;) {
    yaml_event_t event;
    r->fed_at_event = r->fed;
    if (!yaml_parser_parse(parser, &event)) {
      report_syntax(r, parser);
      return false;
    }
    more = event.type != YAML_STREAM_END_EVENT;
    r->ended = event.end_mark;
    bool taken = take_event(r, &event);
    yaml_event_delete(&event);
    if (!taken) return false;
  }
  return true;
}

bool source_read(vt_span yaml, arena *memory, faults *f, const source_node **root) {
  *root = NULL;
  if (yaml.size > SOURCE_FILE_BYTES) {
    faults_add(f, (source_place){0, 0, 0}, "larger than %zu MiB; split the file",
               SOURCE_FILE_BYTES >> 20);
    return false;
  }
  reader r = {.text = yaml, .memory = memory, .faults = f};
  if (yaml.size >= 3 && memcmp(yaml.text, "\xEF\xBB\xBF", 3) == 0) {
    r.text = (vt_span){yaml.text + 3, yaml.size - 3};
    r.text_offset = 3;
  }
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) {
    f->no_memory = true;
    return false;
  }
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input(&parser, feed, &r);
  bool read = read_events(&r, &parser);
  yaml_parser_delete(&parser);
  if (read) *root = r.root;
  return read && !f->no_memory;
}

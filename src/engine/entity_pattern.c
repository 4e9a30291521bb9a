/* A pattern becomes a tree, the tree becomes steps, and a small backtracking
 * machine runs them.
 *
 * Why not PCRE2 here: its letters are bytes. Chunks come in several hundred kinds;
 * in its 16-bit form every class becomes a list, bounded repeats are written out,
 * and the whole set neither fits its size limit nor compiles in less than tens of
 * milliseconds. Here a class expression was answered for every symbol beforehand,
 * so a step is the test of one bit; the patterns that can begin with a symbol are
 * known, so most chunks cost one look-up; compiling takes well under a millisecond.
 * PCRE2 runs the patterns over the text itself (entity_text.c). */
#include "engine/entity_pattern.h"

#include <string.h>

#include "base/error.h"

enum { DEPTH_MAX = 40, NODES_MAX = 60000, REPEATS_MAX = 32 };

/* ---------------------------------------------------------------- trees -- */

typedef enum node_kind {
  NODE_EMPTY,
  NODE_SET,
  NODE_ANY,
  NODE_SEQUENCE,
  NODE_EITHER,
  NODE_REPEAT,
  NODE_GROUP,
  NODE_AHEAD,
  NODE_NOT_AHEAD,
  NODE_BEHIND,
  NODE_NOT_BEHIND
} node_kind;

typedef struct node {
  uint8_t kind, lazy;
  uint16_t set;     /* expression or group         */
  uint32_t a, b;    /* children                    */
  uint8_t min, max; /* of a repeat; max 0: no limit */
} node;

typedef struct parser {
  pattern_set *set;
  const image_header *image;
  node *nodes;
  size_t node_count, node_capacity;
  pattern_code code;
  vt_span text;
  size_t at;
  int depth;
  const char *fault; /* NULL: fine; "": no memory */
} parser;

static uint32_t node_add(parser *p, node n) {
  if (p->node_count >= p->node_capacity &&
      (p->node_count == NODES_MAX ||
       !memory_grow(&p->set->memory, (void **)&p->nodes, &p->node_capacity, p->node_count + 1,
                    sizeof n))) {
    if (!p->fault) p->fault = p->node_count == NODES_MAX ? "the pattern is too large" : "";
    return 0;
  }
  p->nodes[p->node_count] = n;
  return (uint32_t)p->node_count++;
}

static uint32_t fail(parser *p, const char *why) {
  if (!p->fault) p->fault = why;
  return 0;
}

static bool take(parser *p, const char *what_cstr) {
  size_t size = strlen(what_cstr);
  if (p->text.size - p->at < size || memcmp(p->text.text + p->at, what_cstr, size) != 0)
    return false;
  p->at += size;
  return true;
}

static uint32_t parse_either(parser *p);

/* "<…>" whose '<' is taken */
static uint16_t parse_set(parser *p) {
  const char *from = p->text.text + p->at;
  const char *close = memchr(from, '>', p->text.size - p->at);
  if (!close) return (uint16_t)fail(p, "\"<\" without \">\"");
  vt_span e = {from, (size_t)(close - from)};
  p->at += e.size + 1;
  return alphabet_expression(p->set->letters, e);
}

static uint32_t parse_group(parser *p, node_kind kind, uint16_t set) {
  uint32_t inside = parse_either(p);
  if (!take(p, ")")) return fail(p, "\"(\" without \")\"");
  return kind == NODE_SEQUENCE
             ? inside
             : node_add(p, (node){.kind = (uint8_t)kind, .set = set, .a = inside});
}

static uint32_t parse_behind(parser *p, node_kind kind) {
  if (!take(p, "<")) return fail(p, "only one <class> can be looked back at");
  uint16_t set = parse_set(p);
  if (!take(p, ")")) return fail(p, "only one <class> can be looked back at");
  return node_add(p, (node){.kind = (uint8_t)kind, .set = set});
}

static uint32_t parse_entity(parser *p) {
  for (unsigned type = 0; type < VT_ENTITY_TYPES; type++) {
    const char *name = term_entity_name(type);
    size_t at = p->at;
    if (!take(p, name) || !take(p, ">")) {
      p->at = at;
      continue;
    }
    if (p->code.group_count == GROUPS_MAX) return fail(p, "too many entities in one pattern");
    uint16_t group = p->code.group_count++;
    p->code.types[group] = (uint8_t)type;
    return parse_group(p, NODE_GROUP, group);
  }
  return fail(p, "unknown type of entity");
}

/* "{name}": the piece is parsed as if it stood here, in brackets. */
static uint32_t parse_piece(parser *p) {
  const char *from = p->text.text + p->at;
  const char *close = memchr(from, '}', p->text.size - p->at);
  if (!close) return fail(p, "\"{\" without \"}\"");
  vt_span piece = alphabet_piece(p->set->letters, (vt_span){from, (size_t)(close - from)});
  if (!piece.text) return fail(p, "unknown piece in {}");
  if (p->depth + 2 >= DEPTH_MAX) return fail(p, "pieces contain one another");
  vt_span text = p->text;
  size_t at = p->at + (size_t)(close - from) + 1;
  p->text = piece;
  p->at = 0;
  p->depth++;
  uint32_t inside = parse_either(p);
  if (p->at != piece.size) fail(p, "a piece in {} has one \")\" too many");
  p->depth--;
  p->text = text;
  p->at = at;
  return inside;
}

static uint32_t parse_atom(parser *p) {
  if (take(p, "<")) {
    uint16_t set = parse_set(p);
    return node_add(p, (node){.kind = NODE_SET, .set = set});
  }
  if (take(p, "(?=")) return parse_group(p, NODE_AHEAD, 0);
  if (take(p, "(?!")) return parse_group(p, NODE_NOT_AHEAD, 0);
  if (take(p, "(?<=")) return parse_behind(p, NODE_BEHIND);
  if (take(p, "(?<!")) return parse_behind(p, NODE_NOT_BEHIND);
  if (take(p, "(?<")) return parse_entity(p);
  if (take(p, "(")) return parse_group(p, NODE_SEQUENCE, 0);
  if (take(p, "{")) return parse_piece(p);
  if (take(p, ".")) return node_add(p, (node){.kind = NODE_ANY});
  return fail(p, "a class in <>, a word in '' or a group was expected");
}

static bool is_digit_at(const parser *p) {
  return p->at < p->text.size && p->text.text[p->at] >= '0' && p->text.text[p->at] <= '9';
}

static uint8_t parse_count(parser *p) {
  unsigned n = 0;
  while (is_digit_at(p) && n <= REPEATS_MAX) n = n * 10 + (unsigned)(p->text.text[p->at++] - '0');
  if (n > REPEATS_MAX) fail(p, "a repeat counts to 32 at most");
  return (uint8_t)n;
}

static uint32_t parse_repeated(parser *p) {
  uint32_t atom = parse_atom(p);
  while (!p->fault && p->at < p->text.size) {
    node n = {.kind = NODE_REPEAT, .a = atom};
    if (take(p, "?")) n.max = 1;
    else if (take(p, "*")) n.max = 0;
    else if (take(p, "+")) n.min = 1;
    else if (p->at + 1 < p->text.size && p->text.text[p->at] == '{' && (p->at++, is_digit_at(p))) {
      n.min = parse_count(p);
      n.max = n.min;
      if (take(p, ",")) n.max = is_digit_at(p) ? parse_count(p) : 0;
      if (!take(p, "}")) return fail(p, "a repeat is {2}, {2,} or {2,4}");
    } else {
      if (p->text.text[p->at - 1] == '{') p->at--; /* a piece follows */
      break;
    }
    n.lazy = take(p, "?");
    atom = node_add(p, n);
  }
  return atom;
}

static uint32_t parse_sequence(parser *p) {
  uint32_t all = 0;
  while (!p->fault && p->at < p->text.size && p->text.text[p->at] != '|' &&
         p->text.text[p->at] != ')') {
    uint32_t next = parse_repeated(p);
    all = all ? node_add(p, (node){.kind = NODE_SEQUENCE, .a = all, .b = next}) : next;
  }
  return all;
}

static uint32_t parse_either(parser *p) {
  if (++p->depth > DEPTH_MAX) return fail(p, "too many brackets");
  uint32_t all = parse_sequence(p);
  while (!p->fault && take(p, "|")) {
    uint32_t other = parse_sequence(p);
    all = node_add(p, (node){.kind = NODE_EITHER, .a = all, .b = other});
  }
  p->depth--;
  return all;
}

/* ---------------------------------------------------------------- steps -- */

static uint32_t step_add(parser *p, uint8_t op, uint16_t set, uint32_t to) {
  pattern_set *s = p->set;
  if (s->step_count == s->step_capacity &&
      !memory_grow(&s->memory, (void **)&s->steps, &s->step_capacity, s->step_count + 1,
                   sizeof *s->steps))
    return fail(p, "");
  s->steps[s->step_count] = (pattern_step){.op = op, .set = set, .to = to};
  return (uint32_t)s->step_count++;
}

static void emit(parser *p, uint32_t at);

/* Split: go on with the next step; on failure with `to` (lazy: the other way). */
static uint32_t emit_split(parser *p, bool lazy) {
  uint32_t split = step_add(p, STEP_SPLIT, 0, 0);
  if (p->fault) return 0;
  pattern_step *made = &p->set->steps[split];
  made->lazy = lazy;
  made->here = made->there = SET_UNSETTLED;
  return split;
}

static void land(parser *p, uint32_t step) {
  if (!p->fault) p->set->steps[step].to = (uint32_t)p->set->step_count;
}

static void emit_repeat(parser *p, node n) {
  for (int i = 0; i < n.min; i++) emit(p, n.a);
  if (!n.max) {
    uint32_t split = emit_split(p, n.lazy);
    emit(p, n.a);
    step_add(p, STEP_GO, 0, split);
    land(p, split);
    return;
  }
  uint32_t splits[REPEATS_MAX];
  size_t count = 0;
  for (int i = n.min; i < n.max; i++) {
    splits[count++] = emit_split(p, n.lazy);
    emit(p, n.a);
  }
  while (count) land(p, splits[--count]);
}

static void emit(parser *p, uint32_t at) {
  node n = at ? p->nodes[at] : (node){0};
  uint32_t split, go;
  if (p->fault) return;
  switch (n.kind) {
  case NODE_SET: step_add(p, STEP_SET, n.set, 0); break;
  case NODE_ANY: step_add(p, STEP_ANY, 0, 0); break;
  case NODE_SEQUENCE:
    emit(p, n.a);
    emit(p, n.b);
    break;
  case NODE_EITHER:
    split = emit_split(p, false);
    emit(p, n.a);
    go = step_add(p, STEP_GO, 0, 0);
    land(p, split);
    emit(p, n.b);
    land(p, go);
    break;
  case NODE_REPEAT: emit_repeat(p, n); break;
  case NODE_GROUP:
    step_add(p, STEP_OPEN, n.set, 0);
    emit(p, n.a);
    step_add(p, STEP_CLOSE, n.set, 0);
    break;
  case NODE_AHEAD:
  case NODE_NOT_AHEAD:
    go = step_add(p, n.kind == NODE_AHEAD ? STEP_AHEAD : STEP_NOT_AHEAD, 0, 0);
    emit(p, n.a);
    step_add(p, STEP_DONE, 0, 0);
    land(p, go);
    break;
  case NODE_BEHIND: step_add(p, STEP_BEHIND, n.set, 0); break;
  case NODE_NOT_BEHIND: step_add(p, STEP_NOT_BEHIND, n.set, 0); break;
  default: break;
  }
}

static vt_status compile_one(parser *p, const image_pattern *pattern, vt_error *err) {
  vt_span type = image_text(p->image, pattern->type), name = image_text(p->image, pattern->name);
  p->code = (pattern_code){.name = name, .start = (uint32_t)p->set->step_count};
  p->text = image_text(p->image, pattern->pattern);
  p->at = 0;
  p->node_count = 1; /* 0 is the empty tree */
  p->fault = NULL;
  p->depth = 0;
  if (type.size) {
    p->code.group_count = 1;
    p->code.types[0] = (uint8_t)alphabet_type(type);
    if (p->code.types[0] == VT_ENTITY_TYPES) fail(p, "unknown type of entity");
  }
  uint32_t tree = parse_either(p);
  if (!p->fault && p->at != p->text.size) fail(p, "one \")\" too many");
  if (!p->fault && type.size) tree = node_add(p, (node){.kind = NODE_GROUP, .set = 0, .a = tree});
  emit(p, tree);
  if (!p->fault) step_add(p, STEP_DONE, 0, 0);
  if (!p->fault && !memory_grow(&p->set->memory, (void **)&p->set->codes, &p->set->code_capacity,
                                p->set->code_count + 1, sizeof p->code))
    fail(p, "");
  if (!p->fault) return p->set->codes[p->set->code_count++] = p->code, VT_OK;
  if (!*p->fault) return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  return error_set(err, VT_ERR_DICTIONARY, (vt_position){0}, "entity pattern \"%.*s\": %s",
                   (int)name.size, name.text, p->fault);
}

vt_status pattern_set_make(pattern_set *s, const alphabet *letters, const vt_allocator *memory,
                           vt_error *err) {
  *s = (pattern_set){.memory = memory_or_default(memory), .letters = letters};
  parser p = {.set = s};
  vt_status status = VT_OK;
  node_add(&p, (node){0}); /* number 0: the empty tree */
  if (p.fault) status = error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  for (size_t l = 0; status == VT_OK && l < letters->layer_count; l++) {
    p.image = letters->layers[l].image;
    const image_pattern *patterns = image_items(p.image, SECTION_PATTERNS);
    for (size_t i = 0; status == VT_OK && i < image_count(p.image, SECTION_PATTERNS); i++)
      if (patterns[i].kind == PATTERN_OF_CHUNKS) status = compile_one(&p, &patterns[i], err);
  }
  memory_free(&s->memory, p.nodes);
  if (status == VT_OK) status = pattern_set_find_first(s, err);
  if (status == VT_OK) {
    s->choices = memory_new(&s->memory, CHOICES_MAX * sizeof *s->choices);
    if (!s->choices) status = error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  }
  if (status != VT_OK) pattern_set_clear(s);
  return status;
}

void pattern_set_clear(pattern_set *s) {
  pattern_set_forget_first(s);
  memory_free(&s->memory, s->steps);
  memory_free(&s->memory, s->codes);
  memory_free(&s->memory, s->first);
  memory_free(&s->memory, s->choices);
  memory_free(&s->memory, s->symbol_sets);
  *s = (pattern_set){.memory = s->memory};
}

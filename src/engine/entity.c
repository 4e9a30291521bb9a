/* Chunks, patterns over them and over the text, normal forms. */
#include "engine/entity.h"

#include <string.h>

#include "base/error.h"
#include "engine/entity_normal.h"
#include "engine/entity_pattern.h"
#include "engine/entity_text.h"

struct entity_finder {
  vt_allocator memory;
  const vt_dictionary *dictionary;
  uint32_t types;
  entity_memory document;
  alphabet letters;
  chunk_row row;
  pattern_set patterns;
  text_patterns *text;
};

vt_status entity_finder_new(const vt_dictionary *dictionary, uint32_t types,
                            const vt_allocator *memory, entity_finder **out, vt_error *err) {
  *out = NULL;
  vt_allocator a = memory_or_default(memory);
  entity_finder *f = memory_new_zeroed(&a, sizeof *f);
  if (!f) return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  f->memory = a;
  f->dictionary = dictionary;
  f->types = types;
  vt_status status = chunk_row_init(&f->row, &a)
                         ? VT_OK
                         : error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  if (status == VT_OK) status = alphabet_make(&f->letters, dictionary, &a, err);
  if (status == VT_OK) status = pattern_set_make(&f->patterns, &f->letters, &a, err);
  if (status == VT_OK) status = text_patterns_new(dictionary, &a, &f->text, err);
  if (status == VT_OK) alphabet_finish(&f->letters), *out = f;
  else entity_finder_free(f);
  return status;
}

void entity_finder_free(entity_finder *f) {
  if (!f) return;
  text_patterns_free(f->text);
  pattern_set_clear(&f->patterns);
  chunk_row_clear(&f->row);
  alphabet_clear(&f->letters);
  memory_free(&f->memory, f);
}

void entity_finder_reset(entity_finder *f) { f->document = (entity_memory){0}; }

uint64_t entity_finder_given_up(const entity_finder *f) {
  return f->patterns.given_up + text_patterns_given_up(f->text);
}

/* ------------------------------------------------------------- matching -- */

typedef struct found_list {
  vt_entity *items;
  size_t count, room;
} found_list;

static void take_match(entity_finder *f, const pattern_match *match, found_list *found) {
  for (size_t g = 0; g < match->code->group_count; g++) {
    size_t from = match->groups[g].from, to = match->groups[g].to;
    if (to <= from || found->count == found->room) continue;
    size_t start = f->row.starts[from], end = f->row.ends[to - 1];
    if (found->count && start < found->items[found->count - 1].end) continue;
    found->items[found->count++] =
        (vt_entity){.start = start, .end = end, .type = (vt_entity_type)match->code->types[g]};
  }
}

/* Is the chunk a later word of a short form? An entity begins with the whole form:
 * "ĐBQH" is no organ, though "Quốc hội" is one. */
static bool inside_form(const chunk_row *row, size_t at) {
  return at > 0 && row->starts[at] < row->ends[at - 1];
}

static void match_all(entity_finder *f, found_list *found) {
  pattern_match match;
  for (size_t at = 0; at < f->row.count;) {
    if (pattern_set_begins(&f->patterns, f->row.symbols[at]) && !inside_form(&f->row, at) &&
        pattern_set_match(&f->patterns, &f->row, at, &match)) {
      take_match(f, &match, found);
      at = match.end;
    } else at++;
  }
}

/* Drop the types that nobody asked for. */
static size_t keep_wanted(found_list *found, uint32_t types) {
  size_t kept = 0;
  for (size_t i = 0; i < found->count; i++)
    if (types >> found->items[i].type & 1) found->items[kept++] = found->items[i];
  return kept;
}

vt_status entity_find(entity_finder *f, vt_span text, const vt_short *shorts, size_t short_count,
                      arena *scratch, const vt_entity **out, size_t *count) {
  *out = NULL;
  *count = 0;
  if ((!f->patterns.code_count && !f->text) || !text.size) return VT_OK;
  if (!chunk_row_fill(&f->row, &f->letters, text, shorts, short_count)) return VT_ERR_MEMORY;
  found_list found = {.room = f->row.count};
  found.items = arena_take(scratch, found.room * sizeof *found.items);
  if (!found.items) return VT_ERR_MEMORY;
  if (f->patterns.code_count) match_all(f, &found);
  if (!text_patterns_add(f->text, text, scratch, &found.items, &found.count)) return VT_ERR_MEMORY;
  *count = keep_wanted(&found, f->types);
  *out = found.items;
  normal_input in = {f->dictionary, &f->letters, text, shorts, short_count, scratch, &f->document};
  return normal_fill(&in, found.items, *count) ? VT_OK : VT_ERR_MEMORY;
}

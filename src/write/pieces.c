#include "write/pieces.h"

void pieces_begin(pieces *p, const vt_segment *segment) { *p = (pieces){segment, 0, 0, 0}; }

/* The find at or after `at`, past those that ended; NULL: none. */
static const vt_short *coming_short(pieces *p) {
  const vt_segment *s = p->segment;
  while (p->next_short < s->short_count && s->shorts[p->next_short].end <= p->at) p->next_short++;
  return p->next_short < s->short_count ? &s->shorts[p->next_short] : NULL;
}

static const vt_entity *coming_entity(pieces *p) {
  const vt_segment *s = p->segment;
  while (p->next_entity < s->entity_count && s->entities[p->next_entity].end <= p->at)
    p->next_entity++;
  return p->next_entity < s->entity_count ? &s->entities[p->next_entity] : NULL;
}

static size_t border(size_t at, size_t start, size_t end) { return start > at ? start : end; }

bool pieces_next(pieces *p, piece *out) {
  if (p->at >= p->segment->size) return false;
  const vt_short *brief = coming_short(p);
  const vt_entity *entity = coming_entity(p);
  size_t end = p->segment->size;
  size_t by_short = brief ? border(p->at, brief->start, brief->end) : end;
  size_t by_entity = entity ? border(p->at, entity->start, entity->end) : end;
  if (by_short < end) end = by_short;
  if (by_entity < end) end = by_entity;
  if (brief && brief->start > p->at) brief = NULL;
  if (entity && entity->start > p->at) entity = NULL;
  bool new_entity = entity && entity->start == p->at;
  bool old_entity = p->next_entity && p->segment->entities[p->next_entity - 1].end == p->at;
  *out = (piece){
      .start = p->at,
      .end = end,
      .entity = entity,
      .brief = brief,
      .opens_entity = new_entity,
      .opens_short = brief && (brief->start == p->at || new_entity || old_entity),
      .closes_short = brief && (brief->end == end || end == by_entity),
      .closes_entity = entity && entity->end == end,
  };
  p->at = end;
  return true;
}

bool pieces_next_find(pieces *p, const vt_entity **entity, const vt_short **brief) {
  const vt_segment *s = p->segment;
  bool more_shorts = p->next_short < s->short_count;
  bool more_entities = p->next_entity < s->entity_count;
  *entity = NULL;
  *brief = NULL;
  if (!more_shorts && !more_entities) return false;
  if (more_entities &&
      (!more_shorts || s->entities[p->next_entity].start <= s->shorts[p->next_short].start))
    *entity = &s->entities[p->next_entity++];
  else *brief = &s->shorts[p->next_short++];
  return true;
}

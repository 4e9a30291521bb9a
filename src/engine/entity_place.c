/* Which unit a place name means. Many names are borne by several units; one is
 * chosen only where a single code is left: of units in force before former ones,
 * and of those within the unit named next ("xã Lộc Hiệp, huyện Lộc Ninh") or last
 * in the document. */
#include <stdio.h>
#include <string.h>

#include "engine/entity_chunk.h"
#include "engine/entity_normal.h"
#include "text/token.h"

enum { PARENTS_MAX = 3, CODE_BYTES = 8 };

static const char *const LEVELS[] = {"tỉnh", "thành phố", "thị xã", "thị trấn", "huyện",
                                     "quận", "xã",        "phường", "đặc khu"};
enum { LEVEL_COUNT = sizeof LEVELS / sizeof *LEVELS };

typedef struct wanted {
  place_units units;
  uint16_t level; /* 0: any that is known without its level word */
} wanted;

static vt_span rest_of(vt_span text, size_t from) {
  return (vt_span){text.text + from, text.size - from};
}

/* Units with the name, and with the level if the text begins with one. */
static wanted read_name(const normal_input *in, vt_span text) {
  token_reader reader = token_reader_at_start(text.text, text.size);
  token t;
  uint32_t level = 0;
  reader.fresh = false;
  for (int words = 0; words < 2 && token_next(&reader, &t); words++) {
    level = token_join(level, t.hash);
    for (int i = 0; i < LEVEL_COUNT; i++)
      if (token_phrase_hash(LEVELS[i], strlen(LEVELS[i])) == level) {
        vt_span name = rest_of(text, t.end);
        return (wanted){place_find(in->letters, token_phrase_hash(name.text, name.size)),
                        place_level_key(level)};
      }
  }
  return (wanted){place_find(in->letters, token_phrase_hash(text.text, text.size)), 0};
}

static bool fits_level(const wanted *w, const image_place *place) {
  if (w->level) return place->level == w->level;
  for (int i = 0; i < 2; i++) /* bare names are those of provinces and cities */
    if (place->level == place_level_key(token_phrase_hash(LEVELS[i], strlen(LEVELS[i]))))
      return true;
  return false;
}

static bool is_within(const image_header *image, const image_place *place, const wanted *parent) {
  const image_place *all = image_items(image, SECTION_PLACES);
  for (int i = 0; i < PARENTS_MAX && place->parent != PLACE_NO_PARENT; i++) {
    place = &all[place->parent];
    for (size_t u = 0; u < parent->units.count; u++)
      if (fits_level(parent, &parent->units.first[u]) &&
          parent->units.first[u].code == place->code &&
          parent->units.first[u].level == place->level)
        return true;
  }
  return false;
}

static bool is_within_unit(const image_header *image, const image_place *place, uint32_t unit) {
  const image_place *all = image_items(image, SECTION_PLACES);
  for (int i = 0; i < PARENTS_MAX && place->parent != PLACE_NO_PARENT; i++) {
    if (all[place->parent].code == all[unit].code) return true;
    place = &all[place->parent];
  }
  return false;
}

typedef bool place_filter(const normal_input *in, const wanted *w, const image_place *place,
                          const wanted *parent);

static bool in_parent(const normal_input *in, const wanted *w, const image_place *place,
                      const wanted *parent) {
  (void)in;
  return parent && is_within(w->units.image, place, parent);
}
static bool in_district(const normal_input *in, const wanted *w, const image_place *place,
                        const wanted *parent) {
  (void)parent;
  return in->memory->district && in->memory->image == w->units.image &&
         is_within_unit(w->units.image, place, in->memory->district - 1);
}
static bool in_province(const normal_input *in, const wanted *w, const image_place *place,
                        const wanted *parent) {
  (void)parent;
  return in->memory->province && in->memory->image == w->units.image &&
         is_within_unit(w->units.image, place, in->memory->province - 1);
}
static bool in_force(const normal_input *in, const wanted *w, const image_place *place,
                     const wanted *parent) {
  (void)in, (void)w, (void)parent;
  return !(place->flags & PLACE_FORMER);
}
static bool anywhere(const normal_input *in, const wanted *w, const image_place *place,
                     const wanted *parent) {
  (void)in, (void)w, (void)place, (void)parent;
  return true;
}

/* The only unit that passes, or NULL; several rows of one code are one unit. */
static const image_place *only_one(const normal_input *in, const wanted *w, place_filter *passes,
                                   const wanted *parent) {
  const image_place *one = NULL;
  for (size_t i = 0; i < w->units.count; i++) {
    const image_place *place = &w->units.first[i];
    if (!place->code || !fits_level(w, place) || !passes(in, w, place, parent)) continue;
    if (one && one->code != place->code) return NULL;
    if (!one || (one->flags & PLACE_FORMER)) one = place;
  }
  return one;
}

static const image_place *choose_unit(const normal_input *in, const wanted *w,
                                      const wanted *parent) {
  static place_filter *const FILTERS[] = {in_parent, anywhere, in_district, in_province, in_force};
  if (!w->units.count) return NULL;
  for (size_t i = 0; i < sizeof FILTERS / sizeof *FILTERS; i++) {
    const image_place *one = only_one(in, w, FILTERS[i], parent);
    if (one) return one;
  }
  return NULL;
}

static void remember(const normal_input *in, const wanted *w, const image_place *unit) {
  entity_memory *m = in->memory;
  uint32_t index =
      (uint32_t)(unit - (const image_place *)image_items(w->units.image, SECTION_PLACES));
  m->image = w->units.image;
  if (unit->parent == PLACE_NO_PARENT) m->province = index + 1, m->district = 0;
  else if ((unit->code >> 24) == 3) m->district = index + 1;
}

/* Is the second place said to contain the first: only a comma between them? */
static bool follows(const normal_input *in, const vt_entity *first, const vt_entity *second) {
  for (size_t i = first->end; i < second->start; i++)
    if (!strchr(", \n(", in->text.text[i])) return false;
  return second->start - first->end <= 4;
}

static vt_span written(const normal_input *in, const vt_entity *e) {
  return e->normal.size ? e->normal : (vt_span){in->text.text + e->start, e->end - e->start};
}

bool normal_places(const normal_input *in, vt_entity *entities, size_t count) {
  for (size_t i = 0; i < count; i++) {
    vt_entity *e = &entities[i];
    if (e->type != VT_LOC) continue;
    wanted w = read_name(in, written(in, e)), parent = {{NULL, NULL, 0}, 0};
    bool has_parent = i + 1 < count && entities[i + 1].type == VT_LOC && follows(in, e, e + 1);
    if (has_parent) parent = read_name(in, written(in, e + 1));
    const image_place *unit = choose_unit(in, &w, has_parent ? &parent : NULL);
    if (!unit) continue;
    remember(in, &w, unit);
    char *code = arena_take(in->scratch, CODE_BYTES);
    if (!code) return false;
    int size = snprintf(code, CODE_BYTES, "%0*u", (int)(unit->code >> 24), unit->code & 0xFFFFFFu);
    e->code = (vt_span){code, size > 0 && size < CODE_BYTES ? (size_t)size : 0};
  }
  return true;
}

/* From the draft to the image. */
#ifndef VT_DICT_BUILD_H
#define VT_DICT_BUILD_H

#include "base/buffer.h"
#include "dict/draft.h"

/* The image of a draft without faults, in one block of the draft's allocator.
 * The same bytes for the same entries, in whatever order they were read. */
vt_status build_image(draft *d, void **image, size_t *size_bytes, vt_error *err);

/* ---- shared by the build's files ---- */

typedef struct builder {
  draft *d;
  buffer sections[SECTION_COUNT];
  uint32_t counts[SECTION_COUNT];
  draft_slot *string_slots; /* into `strings`: equal texts are stored once */
  size_t string_slot_count;
  DRAFT_LIST(image_string) strings;
  uint32_t *entry_order; /* of living entries: draft index by image index */
  uint32_t entry_count;
  bool failed;    /* checked once */
  bool too_large; /* why it failed; else memory ran out */
} builder;

/* Places are already those of the image: the strings come right behind the header. */
image_string build_string(builder *b, vt_span text);
/* The same for texts that occur once: not looked for, and not found later. */
image_string build_unique_string(builder *b, vt_span text);
static inline vt_span build_text(const builder *b, image_string s) {
  return (vt_span){b->sections[SECTION_STRINGS].data + s.offset - sizeof(image_header), s.size};
}
void build_item(builder *b, image_section_id section, const void *item, size_t item_bytes);
/* A section of that many zeroed items; NULL: it failed. */
void *build_zeroed(builder *b, image_section_id section, uint32_t count, size_t item_bytes);
/* Entries are taken in the order of their names, which lie anywhere: what comes up
 * is asked for ahead of time. */
void build_prefetch(const builder *b, uint32_t number);
/* The least power of two that leaves half of the slots empty. */
uint32_t build_slot_count(size_t items);

void build_forms(builder *b);    /* build_forms.c  */
void build_phrases(builder *b);  /* build_tables.c */
void build_tables(builder *b);   /* build_tables.c */
void build_entities(builder *b); /* build_entities.c */

#endif

/* Normal forms of the entities found: short forms written out, dates in ISO 8601,
 * documents taken apart, places by their official code. */
#ifndef VT_ENGINE_ENTITY_NORMAL_H
#define VT_ENGINE_ENTITY_NORMAL_H

#include "engine/entity_alphabet.h"

/* What the document has said so far. */
typedef struct entity_memory {
  uint32_t province, district; /* index + 1 of the last unit known for sure; 0: none */
  const image_header *image;   /* that the indices are of                            */
} entity_memory;

typedef struct normal_input {
  const vt_dictionary *dictionary;
  const alphabet *letters;
  vt_span text;
  const vt_short *shorts;
  size_t short_count;
  arena *scratch;
  entity_memory *memory;
} normal_input;

/* Fill normal, code and detail of all `entities`. False: no memory. */
bool normal_fill(const normal_input *in, vt_entity *entities, size_t count);

/* ---- shared by its files ---- */

/* "2022-09-22", "2022-09-22T07:30", "2022-09", "2022", "2021/2025", "2022-10/2022-12" in
 * `out` (40 bytes); 0: not complete, or not understood. */
size_t normal_date(vt_span text, char *out);
/* "type=…;number=…;year=…;issuer=…" of a document as it stands in the text, `text`
 * with its short forms written out. False: no memory. */
bool normal_document(const normal_input *in, vt_span text, vt_span *detail);
/* The codes of the places among the entities. False: no memory. */
bool normal_places(const normal_input *in, vt_entity *entities, size_t count);

#endif

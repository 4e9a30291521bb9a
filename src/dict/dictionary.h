/* A dictionary: an image laid over a base. The engine asks here; what it gets
 * points into the image of the layer that answered. */
#ifndef VT_DICT_DICTIONARY_H
#define VT_DICT_DICTIONARY_H

#include "dict/image.h"
#include "dict/terms.h"

enum {
  DEFAULT_MARGIN_HUNDREDTHS = 100,
  DICTIONARY_LAYERS_MAX = 16 /* deeper stacks are refused when they are made */
};

struct vt_dictionary {
  const image_header *image;
  const vt_dictionary *base; /* NULL: none                                      */
  vt_allocator memory;
  void *owned;         /* block to free, or NULL                          */
  size_t mapped_bytes; /* of `owned`, where it is a file's mapping; else 0 */
  uint64_t hash;       /* of all layers, where there are several          */
};

static inline uint64_t dictionary_hash(const vt_dictionary *d) {
  return d->base ? d->hash : d->image->content_hash;
}

/* What a form key is: `entry` NULL where it only begins longer forms. */
typedef struct dictionary_match {
  const image_header *image; /* the layer that knows the entry */
  const image_entry *entry;
  bool longer; /* in any layer a longer form begins with this key */
} dictionary_match;

/* False: no form is or begins with that key. `hash`: hash_bytes(HASH_SEED, …). */
bool dictionary_find(const vt_dictionary *dictionary, uint32_t hash, const char *key, size_t size,
                     dictionary_match *match);

/* Class and domain bits of a phrase (1u << CLASS_…), over all layers. */
typedef struct dictionary_classes {
  uint32_t classes, domains;
  bool longer;
} dictionary_classes;
dictionary_classes dictionary_class(const vt_dictionary *dictionary, uint32_t phrase_hash);

/* The phrase's numbers (ASSOCIATION_NUMBERS of them) in the uppermost layer that has
 * some; NULL: none. */
const int8_t *dictionary_association(const vt_dictionary *dictionary, uint32_t phrase_hash);

/* The fields of a sense that are numbers in the image. */
void sense_set_terms(vt_sense *sense, unsigned kind, unsigned domain, unsigned flags,
                     int32_t prior_hundredths);

static inline const image_sense *entry_senses(const image_header *image, const image_entry *entry) {
  return (const image_sense *)image_items(image, SECTION_SENSES) + entry->first_sense;
}
static inline const image_cue *entry_cues(const image_header *image, const image_entry *entry) {
  return (const image_cue *)image_items(image, SECTION_CUES) + entry->first_cue;
}

#endif

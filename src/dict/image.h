/* The dictionary image: what a compiled dictionary is, in memory and in a file.
 *
 * One relocatable block, read in place. All numbers are of the machine's byte
 * order (checked by byte_order); all places are u32 offsets from the image's
 * first byte. Strings are UTF-8 (NFC), not terminated.
 *
 *   header | sections, each aligned to 8, in the order of image_section_id
 *
 * Looking a form up: slot = hash_finish(hash) & (slot_count − 1), then along the
 * row until an empty slot. A slot holds form index + 1 and a piece of the hash,
 * so that nearly every miss ends in the slot array. Every proper prefix of a
 * form that ends at an atom's border is in the table, too, marked LONGER. */
#ifndef VT_DICT_IMAGE_H
#define VT_DICT_IMAGE_H

#include "viettat.h"

#define IMAGE_MAGIC "VIETTAT\n"
enum { IMAGE_VERSION = 5, IMAGE_BYTE_ORDER = 0x01020304 };

typedef enum image_section_id {
  SECTION_STRINGS,      /* bytes                                              */
  SECTION_SLOTS,        /* image_slot, a power of two                         */
  SECTION_FORMS,        /* image_form, sorted by text                         */
  SECTION_ENTRIES,      /* image_entry, sorted by name                        */
  SECTION_SENSES,       /* image_sense, those of one entry together           */
  SECTION_CUES,         /* image_cue, of one entry together, by (kind, hash)  */
  SECTION_CLASS_SLOTS,  /* image_class_slot, a power of two                   */
  SECTION_PARTS,        /* image_part, sorted by (class, text)                */
  SECTION_COMPOSITIONS, /* image_composition, in the order of the file        */
  SECTION_CODES,        /* image_pair: tails of document numbers, sorted      */
  SECTION_CODE_TYPES,   /* image_pair: QĐ → quyết định, sorted                */
  SECTION_CODE_ISSUERS, /* image_pair: UBND → Ủy ban nhân dân, sorted         */
  SECTION_PATTERNS,     /* image_pattern: entity patterns, in order           */
  SECTION_RANK_SIGNS,   /* image_pair: signs of military ranks, sorted        */
  SECTION_WORD_CLASSES, /* image_word_class: the bits of image_word_mask      */
  SECTION_WORD_MASKS,   /* image_word_mask: every set of classes that occurs  */
  SECTION_WORD_SLOTS,   /* image_word_slot, a power of two                    */
  SECTION_PLACE_NAMES,  /* image_place_name, sorted by hash; the last is an end */
  SECTION_PLACES,       /* image_place, in the order of the names             */
  SECTION_ASSOCIATIONS, /* image_association, a power of two                  */
  SECTION_COUNT
} image_section_id;

typedef struct image_string {
  uint32_t offset, size;
} image_string;

typedef struct image_section {
  uint32_t offset, count; /* items, not bytes */
} image_section;

typedef struct image_header {
  char magic[8];
  uint32_t version, byte_order;
  uint64_t size_bytes;       /* of the whole image                                  */
  uint64_t checksum;         /* hash_content of all behind content_hash             */
  uint64_t content_hash;     /* the same: names the dictionary to users             */
  image_string data_version; /* "2026.11"; a NUL follows                        */
  int32_t margin_hundredths;
  int32_t weights_hundredths[8];         /* by term_cue; already worked into the cues    */
  int32_t association_hundredths;        /* of a reading that is wholly of the text's matter */
  int32_t association_margin_hundredths; /* wanted where the matter had to help */
  uint32_t entries, senses, forms;       /* without those that only take away */
  uint32_t reserved[2];
  image_section sections[SECTION_COUNT];
} image_header;

typedef struct image_slot {
  uint32_t form;  /* index + 1; 0: empty */
  uint32_t check; /* the form's hash     */
} image_slot;

enum { FORM_TERMINAL = 1, FORM_LONGER = 2 };
typedef struct image_form {
  image_string text; /* form key                       */
  uint32_t entry;    /* index, when TERMINAL           */
  uint32_t flags;
} image_form;

/* Flags of an entry are also those of its layer: REMOVED hides the base's. */
enum { ENTRY_REMOVED = 1, ENTRY_HAS_LOCAL_CUES = 2, ENTRY_HAS_FAR_CUES = 4 };
typedef struct image_entry {
  image_string name; /* first written form */
  uint32_t first_sense, sense_count;
  uint32_t first_cue, cue_count;
  uint32_t flags;
  uint32_t form_count; /* rows of SECTION_FORMS that end here */
} image_entry;

enum { SENSE_KEPT = 1, SENSE_PROPOSED = 2 };
typedef struct image_sense {
  image_string long_form, english, source;
  uint8_t kind, domain, flags, reserved;
  int32_t prior_hundredths;
} image_sense;

enum { CUE_IS_CLASS = 1 }; /* the hash is a term_class (or zone, domain) */
typedef struct image_cue {
  uint32_t hash; /* of the phrase (fold.h), or the number of the class */
  uint8_t kind;  /* term_cue                                           */
  uint8_t flags;
  uint16_t sense; /* index within the entry */
  int32_t weight_hundredths;
  image_string text; /* as written, for explaining */
} image_cue;

/* Phrase → classes and domains; hash 0: empty slot. `longer`: a longer phrase
 * begins with this one. */
typedef struct image_class_slot {
  uint32_t hash, classes, domains, longer;
} image_class_slot;

/* Where a phrase lies among those that it is used with: phrases of like texts have
 * like numbers. */
enum { ASSOCIATION_NUMBERS = 32 };
typedef struct image_association {
  uint32_t hash; /* of the phrase; 0: empty slot */
  int8_t numbers[ASSOCIATION_NUMBERS];
} image_association;

typedef struct image_part {
  image_string text, long_form;
  uint32_t part; /* term_part */
} image_part;

/* "unit number": part names split by spaces, a literal in quotes; long_form
 * names them in brackets: "[unit] [number]". */
enum { COMPOSITION_SURE = 1, COMPOSITION_MILITARY = 2 };
typedef struct image_composition {
  image_string pattern, long_form, kind;
  uint32_t flags;
} image_composition;

typedef struct image_pair {
  image_string text, long_form;
} image_pair;

/* Over chunks, a piece of such, or over the text itself (PCRE2); see
 * dictionaries/entities/README.md. `type`: as vt_entity_type_text, or empty. */
enum { PATTERN_OF_CHUNKS, PATTERN_PIECE, PATTERN_OF_TEXT, PATTERN_KINDS };
typedef struct image_pattern {
  image_string name, type, pattern;
  uint32_t kind;
} image_pattern;

/* A class of words that entity patterns speak of. `letters` says in which case a
 * word must be written to be of the class. */
enum { LETTERS_ANY, LETTERS_SMALL, LETTERS_CAPITAL, LETTERS_NAME };
typedef struct image_word_class {
  image_string name;
  uint32_t letters;
} image_word_class;

enum { WORD_CLASSES_MAX = 256 };
typedef struct image_word_mask {
  uint64_t bits[WORD_CLASSES_MAX / 64];
} image_word_mask;

/* Phrase (token_phrase_hash) → its classes; hash 0: empty slot. */
enum { WORD_NO_MASK = 0xFFFF };
typedef struct image_word_slot {
  uint32_t hash;
  uint16_t mask;   /* index, or WORD_NO_MASK: it only begins longer phrases */
  uint16_t longer; /* a longer phrase begins with this one                  */
} image_word_slot;

/* Name of a place (token_phrase_hash) → its units, up to those of the next one. */
typedef struct image_place_name {
  uint32_t hash, first;
} image_place_name;

enum { PLACE_FORMER = 1 };
#define PLACE_NO_PARENT UINT32_MAX
typedef struct image_place {
  uint32_t parent; /* index, or PLACE_NO_PARENT                        */
  uint32_t code;   /* its digits as a number, their count in the top byte */
  uint16_t level;  /* place_level_key of "xã", "thành phố" …           */
  uint16_t flags;  /* PLACE_FORMER: no longer valid                    */
} image_place;
static inline uint16_t place_level_key(uint32_t phrase_hash) { return (uint16_t)phrase_hash; }

static inline const void *image_at(const image_header *image, uint32_t offset) {
  return (const char *)image + offset;
}
static inline vt_span image_text(const image_header *image, image_string s) {
  return (vt_span){(const char *)image + s.offset, s.size};
}
static inline const void *image_items(const image_header *image, image_section_id id) {
  return (const char *)image + image->sections[id].offset;
}
static inline uint32_t image_count(const image_header *image, image_section_id id) {
  return image->sections[id].count;
}

/* Check magic, version, size, checksum and every offset of the `size` bytes at
 * `bytes` (aligned to 8). VT_OK: they may be read in place without more checks. */
vt_status image_check(const void *bytes, size_t size_bytes, vt_error *err);

/* What checksum and content_hash must be. */
uint64_t image_content_hash(const image_header *image);

/* The form with that key, or NULL. `hash` is hash_bytes(HASH_SEED, key, size). */
const image_form *image_find(const image_header *image, uint32_t hash, const char *key,
                             size_t size);
/* Classes and domains of the phrase with that hash, or NULL. */
const image_class_slot *image_find_class(const image_header *image, uint32_t hash);

#endif

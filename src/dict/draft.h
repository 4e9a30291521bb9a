/* A dictionary while it is put together: what has been read so far, in flat
 * lists, before it becomes an image. All texts borrow from the draft's arena or
 * from an image below, both of which outlive the build. */
#ifndef VT_DICT_DRAFT_H
#define VT_DICT_DRAFT_H

#include "dict/dictionary.h"
#include "dict/faults.h"

typedef struct draft_cue {
  vt_span text;
  uint32_t hash; /* or the number of the class, zone or domain */
  int32_t weight_hundredths;
  uint8_t kind, flags;
  bool default_weight; /* weight_hundredths is +1 or -1: times the table's */
} draft_cue;

typedef struct draft_sense {
  vt_span long_form, english, source;
  uint8_t kind, domain, flags;
  int32_t prior_hundredths;
  uint32_t first_cue, cue_count;
  source_place at;
} draft_sense;

typedef struct draft_entry {
  vt_span name; /* first written form */
  uint32_t first_sense, sense_count;
  uint32_t first_form, form_count;
  uint32_t live_forms; /* 0: every form was taken over by a later file */
  uint32_t file;       /* number of the file it is from                */
  bool removed;
  source_place at;
} draft_entry;

/* A form taken over by a later file stays in the list, but not in the index. */
typedef struct draft_form {
  vt_span key;
  uint32_t hash, entry;
  bool dead;
} draft_form;

typedef struct draft_phrase {
  uint32_t hash, classes, domains, longer;
} draft_phrase;

typedef struct draft_part {
  vt_span text, long_form;
  uint32_t part;
  uint32_t file;
} draft_part;

typedef struct draft_pair {
  vt_span text, long_form;
  uint32_t file;
} draft_pair;

/* Sections that are lists of pairs: text → long form. */
enum { PAIR_CODES, PAIR_TYPES, PAIR_ISSUERS, PAIR_RANK_SIGNS, PAIR_LISTS };

typedef struct draft_composition {
  vt_span pattern, long_form, kind;
  uint32_t flags;
} draft_composition;

typedef struct draft_word_class {
  vt_span name;
  uint32_t letters;
} draft_word_class;

/* A listed phrase, or (longer) the beginning of one. */
#define WORD_NO_CLASS UINT32_MAX
typedef struct draft_word {
  uint32_t hash, class_;
  bool longer;
} draft_word;

typedef struct draft_pattern {
  vt_span name, type, pattern;
  uint32_t kind;
} draft_pattern;

typedef struct draft_place {
  uint32_t name, level; /* token_phrase_hash                               */
  uint32_t path;        /* of "xã X, huyện Y, tỉnh Z"; 0: of a second name */
  uint32_t parent_path; /* where `taken`: index of the parent in the list  */
  uint32_t code;        /* as in the image                                 */
  bool former, taken;   /* taken: it is from an image                      */
} draft_place;

typedef struct draft_example {
  vt_span marked;
  source_place at;
  uint32_t entry, sense; /* indices in the lists */
} draft_example;

/* A slot of a hash table: a piece of the hash spares most looks at the item. */
typedef struct draft_slot {
  uint32_t item; /* index + 1; 0: empty */
  uint32_t hash;
} draft_slot;

/* A table of `count` slots, a power of two, with the items of `old`, which is
 * freed. NULL: no memory, `old` is as it was. */
draft_slot *draft_slots_grow(const vt_allocator *memory, draft_slot *old, size_t old_count,
                             size_t count);

/* A growing list; `items` is typed by the field that holds it. */
#define DRAFT_LIST(type)                                                                           \
  struct {                                                                                         \
    type *items;                                                                                   \
    size_t count, capacity;                                                                        \
  }

typedef struct draft {
  vt_allocator memory;
  arena texts;
  faults faults;
  const vt_dictionary *base; /* what this is laid over, or NULL */
  bool strict;               /* one dictionary in several files: no overriding, all fields wanted */
  bool keep_examples;
  uint32_t file; /* number of the current one, from 1 */
  DRAFT_LIST(const char *) file_names;
  DRAFT_LIST(draft_entry) entries;
  DRAFT_LIST(draft_sense) senses;
  DRAFT_LIST(draft_cue) cues;
  DRAFT_LIST(draft_form) forms;
  DRAFT_LIST(draft_phrase) phrases;
  DRAFT_LIST(draft_part) parts;
  DRAFT_LIST(draft_pair) pairs[PAIR_LISTS];
  DRAFT_LIST(draft_composition) compositions;
  DRAFT_LIST(draft_word_class) word_classes;
  DRAFT_LIST(draft_word) words;
  DRAFT_LIST(draft_pattern) patterns;
  DRAFT_LIST(draft_place) places;
  DRAFT_LIST(image_association) associations;
  DRAFT_LIST(draft_example) examples;
  draft_slot *form_slots; /* into forms; a power of two */
  size_t form_slot_count;
  vt_span version;
  int32_t margin_hundredths, association_hundredths, association_margin_hundredths;
  int32_t weights_hundredths[CUE_COUNT];
} draft;

void draft_init(draft *d, const vt_dictionary *base, const vt_allocator *memory);
void draft_clear(draft *d);

/* One more zeroed item at the end of a list; NULL: no memory (remembered). The
 * pointer is good until the next one. */
void *draft_push(draft *d, void *list, size_t item_bytes);
#define DRAFT_PUSH(d, list) draft_push((d), &(d)->list, sizeof *(d)->list.items)

/* Bytes in the draft's arena; an empty span when memory ran out. */
vt_span draft_text(draft *d, const char *text, size_t size);

/* The living form with that key, or NULL. */
const draft_form *draft_find_form(const draft *d, vt_span key, uint32_t hash);
/* Give a form to the entry made last; an earlier entry loses it. Returns the index
 * of that one, or UINT32_MAX. */
uint32_t draft_claim_form(draft *d, vt_span key, uint32_t hash);

/* The number of the word class of that name, made where it is new. WORD_NO_CLASS:
 * there is no room. */
uint32_t draft_word_class_number(draft *d, vt_span name, uint32_t letters);
/* Put a phrase into a class; WORD_NO_CLASS: it begins longer ones. */
void draft_add_word(draft *d, uint32_t hash, uint32_t class_);

#endif

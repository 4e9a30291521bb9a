/* The alphabet of entity patterns. A chunk of text is one symbol; chunks that no
 * pattern tells apart share one. What a class expression of the patterns, such as
 * <organ&cap>, says of a symbol is one bit. */
#ifndef VT_ENGINE_ENTITY_ALPHABET_H
#define VT_ENGINE_ENTITY_ALPHABET_H

#include "base/memory.h"
#include "dict/dictionary.h"
#include "text/token.h"

/* How the letters of a listed word or phrase stand. */
typedef enum letters_seen {
  SEEN_SMALL,   /* chủ tịch              */
  SEEN_CAPITAL, /* Chủ tịch              */
  SEEN_NAME,    /* Chủ Tịch: every word  */
  SEEN_CAPS,    /* CHỦ TỊCH              */
  SEEN_ABBR,    /* CT, meaning chủ tịch  */
  SEEN_COUNT
} letters_seen;

/* Classes that the chunker itself asks about, found by name. */
typedef enum chunk_class {
  CHUNK_LEVEL,   /* "level": a gazetteer name may follow */
  CHUNK_SURNAME, /* "surname"                            */
  CHUNK_PLACED,  /* "placed": a name found so            */
  CHUNK_COUNT
} chunk_class;

enum { LAYERS_MAX = 16, SYMBOLS_MAX = 2000 };

typedef struct alphabet_layer {
  const image_header *image;
  const image_word_slot *slots;
  uint32_t slot_mask;              /* slots − 1; there are none where `slots` is NULL */
  uint16_t (*symbols)[SEEN_COUNT]; /* by mask index; 0: no class in that case */
} alphabet_layer;

typedef struct alphabet {
  vt_allocator memory;
  alphabet_layer layers[LAYERS_MAX]; /* the uppermost first */
  size_t layer_count;
  uint16_t by_shape[SHAPE_COUNT]; /* of tokens in no class      */
  uint16_t by_kind[KIND_COUNT];   /* of short forms by kind     */
  uint16_t placed;
  uint8_t is_chunk[SYMBOLS_MAX + 1]; /* bit 1 << chunk_class        */
  uint64_t *answers;                 /* by symbol, one bit an expression */
  size_t answer_words, symbol_count;
  struct universe *universe;
} alphabet;

/* Number the symbols that the dictionary's patterns need. */
vt_status alphabet_make(alphabet *a, const vt_dictionary *dictionary, const vt_allocator *memory,
                        vt_error *err);
/* Free what is only needed while patterns are compiled. */
void alphabet_finish(alphabet *a);
void alphabet_clear(alphabet *a);

/* Number of the class expression, which occurs in a pattern. */
uint16_t alphabet_expression(const alphabet *a, vt_span text);
/* Is a chunk with that symbol what the expression says? */
static inline bool alphabet_answer(const alphabet *a, uint16_t symbol, uint16_t expression) {
  return a->answers[(size_t)symbol * a->answer_words + expression / 64] >> expression % 64 & 1;
}

/* The text of the piece of that name; .text NULL: there is none. */
vt_span alphabet_piece(const alphabet *a, vt_span name);
/* VT_ENTITY_TYPES: no such name. */
unsigned alphabet_type(vt_span name);

/* Classes of a phrase: the uppermost layer that lists it decides. NULL: none. */
typedef struct alphabet_word {
  const alphabet_layer *layer; /* NULL: in no class */
  uint16_t mask;
  bool longer;
} alphabet_word;
alphabet_word alphabet_find(const alphabet *a, uint32_t hash);

#endif

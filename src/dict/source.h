/* A YAML text as a tree of strings, each with its place. The one door to libyaml.
 *
 * Every scalar is a string (NO, 012 and ~ are not special). Anchors, aliases,
 * tags, a second document and keys given twice are faults; so is what no
 * dictionary needs: nesting over SOURCE_DEPTH, a text over SOURCE_TEXT_BYTES. */
#ifndef VT_DICT_SOURCE_H
#define VT_DICT_SOURCE_H

#include "dict/faults.h"

enum {
  SOURCE_DEPTH = 12,
  SOURCE_TEXT_BYTES = 64 * 1024,  /* longest scalar                            */
  SOURCE_EVENT_BYTES = 256 * 1024 /* longest stretch of source without a value */
};
#define SOURCE_FILE_BYTES ((size_t)512 * 1024 * 1024)

enum { SOURCE_TEXT, SOURCE_LIST, SOURCE_MAP };

typedef struct source_node source_node;
struct source_node {
  source_node *next;
  union {
    vt_span text; /* of a SOURCE_TEXT */
    struct {
      source_node *first; /* of a list: its items; of a map: key, value, key, … */
      uint32_t count;     /* items, or pairs                                    */
    };
  };
  source_place at;
  uint8_t kind;
  bool again; /* a key that its map has already: a fault was added */
};

/* Read `yaml` into `memory`. *root is NULL for a text without a document. False:
 * a fault was added (or memory ran out, which `f` remembers). */
bool source_read(vt_span yaml, arena *memory, faults *f, const source_node **root);

#endif

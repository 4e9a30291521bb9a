/* Cutting a stream into segments. A segment ends behind an empty line; a very long
 * one is cut behind its last line, else its last blank, else its last code point
 * that fits. Where cuts fall depends on the bytes from the segment's start only,
 * never on how they arrived. */
#ifndef VT_ENGINE_SEGMENT_H
#define VT_ENGINE_SEGMENT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct segment_rules {
  size_t limit; /* longest segment, bytes; at least 64   */
  bool by_line; /* end at every newline                  */
  bool by_nul;  /* end behind NUL, which ends a document */
} segment_rules;

typedef struct segment_cut {
  size_t size;        /* of the segment; 0: more bytes are needed            */
  bool ends_document; /* behind a NUL                                       */
  bool forced;        /* by the limit                                        */
} segment_cut;

/* Where the segment that begins at text[0] ends. `last`: nothing follows. `*seen`:
 * bytes already known to hold no end, 0 at first; kept by the caller while the
 * segment grows. */
segment_cut segment_find(const segment_rules *rules, const char *text, size_t size, bool last,
                         size_t *seen);

#endif

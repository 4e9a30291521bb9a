/* The core: a segment and the document's memory in, short forms out. Streaming,
 * files and formats are shells around it. */
#ifndef VT_ENGINE_DECIDE_H
#define VT_ENGINE_DECIDE_H

#include "engine/choose.h"
#include "engine/compose.h"
#include "engine/define.h"
#include "engine/habit.h"
#include "engine/definitions.h"
#include "engine/scan.h"

typedef struct decider {
  const vt_dictionary *dictionary;
  scan_kernel *scan;
  vt_style style;
  bool foreign, best, kept_forms, details;
  composer composer;
  /* The document's memory. */
  definitions defined;                /* form → long form                              */
  definitions introduced;             /* forms already written with their long form    */
  size_t introduced_before;           /* at the segment's start */
  topic_document topic, topic_before; /* now; at the segment's start */
  habit habit;                        /* where the tone marks stand */
  /* The segment's: gone with the next one. */
  arena scratch;
  word_notes words; /* kept from segment to segment */
  topic_sentence sentence;
  vt_short *shorts;
  size_t count, capacity;
  neighbour_form decided; /* the last form that was expanded */
  buffer reread;          /* the segment with its expansions put in */
  bool no_memory;
} decider;

void decider_init(decider *d, const vt_dictionary *dictionary, const vt_options *options,
                  const vt_allocator *memory);
void decider_forget(decider *d); /* a new document begins */
void decider_clear(decider *d);

/* Fill d->shorts for the segment; lent until the next call. */
vt_status decide_segment(decider *d, passage *p);

#endif

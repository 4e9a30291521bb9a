/* Where a document puts the tone mark of hòa and ủy, and long forms written so. Text
 * without such syllables decides nothing: long forms stay as the dictionary writes them. */
#ifndef VT_ENGINE_HABIT_H
#define VT_ENGINE_HABIT_H

#include "base/memory.h"
#include "viettat.h"

typedef struct habit {
  int balance; /* syllables like hoà less those like hòa */
  size_t read; /* bytes of the document                  */
} habit;

/* The next segment of the document. */
void habit_read(habit *h, const char *text, size_t size);

/* The long form as the document would write it; in `scratch` where it differs. An empty
 * span: no memory. */
vt_span habit_fit(const habit *h, vt_span long_form, arena *scratch);

#endif

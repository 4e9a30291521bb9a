/* A few syllables settle it, and the beginning of a document has them or it has none:
 * reading more would cost and tell nothing. */
#include "engine/habit.h"

#include "text/tone.h"

enum { SETTLED = 3, READ_BYTES = 16 * 1024 };

void habit_read(habit *h, const char *text, size_t size) {
  if (h->read >= READ_BYTES || h->balance >= SETTLED || h->balance <= -SETTLED) return;
  size_t left = READ_BYTES - h->read;
  h->balance += tone_balance(text, size < left ? size : left);
  h->read += size;
}

vt_span habit_fit(const habit *h, vt_span long_form, arena *scratch) {
  if (h->balance <= 0 || long_form.size == 0) return long_form;
  char *out = arena_take(scratch, long_form.size * 2);
  if (!out) return (vt_span){NULL, 0};
  return (vt_span){out, tone_write_last(long_form.text, long_form.size, out)};
}

/* Where a short form may begin: the filter that lets the engine skip nearly all
 * text. A candidate is a place, not a match; the set of candidates depends on at
 * most three bytes before and three behind each place, and is the same for every
 * kernel. */
#ifndef VT_ENGINE_SCAN_H
#define VT_ENGINE_SCAN_H

#include <stddef.h>
#include <stdint.h>

enum { SCAN_BLOCK = 58 }; /* places decided at once: 64 bytes less three at either end */

/* Candidates of text[*at … size), ascending, into `places` until fewer than
 * SCAN_BLOCK of `room` are left or the text ends; *at moves on to where the next
 * call goes on (a multiple of SCAN_BLOCK, or size). Returns their number. */
typedef size_t scan_kernel(const char *text, size_t size, size_t *at, uint32_t *places,
                           size_t room);

scan_kernel scan_scalar;
/* The fastest kernel of this processor. */
scan_kernel *scan_best(void);
/* All kernels that this processor runs, NULL-terminated; for tests. */
typedef struct scan_choice {
  const char *name;
  scan_kernel *run;
} scan_choice;
size_t scan_choices(scan_choice choices[4]);

#endif

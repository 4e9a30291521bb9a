/* The one door to ICU: normalisation and the properties of rare code points.
 * Nothing here allocates; nothing depends on the locale. */
#ifndef VT_TEXT_NORMAL_H
#define VT_TEXT_NORMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Compose `text` (valid or not) to NFC in `out`. False: it does not fit, or ICU
 * gave up; *out_size is then 0. Invalid bytes become U+FFFD. At most 256 bytes. */
bool normal_compose(const char *text, size_t size, char *out, size_t room, size_t *out_size);
/* Is the text NFC as it stands? Any size. */
bool normal_is_composed(const char *text, size_t size);

bool normal_is_letter(uint32_t c);
bool normal_is_mark(uint32_t c);
bool normal_is_upper(uint32_t c);
bool normal_is_lower(uint32_t c);
uint32_t normal_lower(uint32_t c);
uint32_t normal_upper(uint32_t c);
/* The letter without its marks: Ủ → U, ế → e; Đ has none and stays. */
uint32_t normal_base(uint32_t c);

#endif

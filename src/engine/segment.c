#include "engine/segment.h"

#include <string.h>

/* Behind the newline at `newline`, if an empty line follows it; SIZE_MAX: the
 * bytes end before that is known; 0: no. */
static size_t empty_line_end(const char *text, size_t size, size_t newline) {
  size_t at = newline + 1;
  if (at < size && text[at] == '\r') at++;
  if (at >= size) return (size_t)-1;
  return text[at] == '\n' ? at + 1 : 0;
}

static size_t last_of(const char *text, size_t from, size_t to, char wanted) {
  while (to > from)
    if (text[--to] == wanted) return to + 1;
  return 0;
}

/* The best cut of a segment of more than `limit` bytes. */
static size_t forced_cut(const char *text, size_t limit) {
  size_t cut = last_of(text, limit / 2, limit, '\n');
  if (!cut) cut = last_of(text, limit / 2, limit, ' ');
  if (cut) return cut;
  cut = limit; /* not inside a code point */
  while (cut > limit - 4 && ((unsigned char)text[cut] & 0xC0) == 0x80) cut--;
  return ((unsigned char)text[cut] & 0xC0) == 0x80 ? limit : cut;
}

segment_cut segment_find(const segment_rules *rules, const char *text, size_t size, bool last,
                         size_t *seen) {
  size_t within = size < rules->limit ? size : rules->limit, at = *seen;
  const char *nul = rules->by_nul && at < within ? memchr(text + at, '\0', within - at) : NULL;
  size_t end = nul ? (size_t)(nul - text) : within;
  while (at < end) {
    const char *found = memchr(text + at, '\n', end - at);
    if (!found) break;
    size_t newline = (size_t)(found - text);
    if (rules->by_line) return (segment_cut){newline + 1, false, false};
    size_t behind = empty_line_end(text, size, newline);
    if (behind == (size_t)-1) {
      if (nul || last || within == rules->limit) break;
      *seen = newline;
      return (segment_cut){0, false, false};
    }
    if (behind && behind <= end) return (segment_cut){behind, false, false};
    at = newline + 1;
  }
  if (nul) return (segment_cut){end + 1, true, false};
  if (size > rules->limit) {
    size_t cut = forced_cut(text, rules->limit);
    return (segment_cut){cut, false, text[cut - 1] != '\n'};
  }
  *seen = within;
  return (segment_cut){last ? size : 0, false, false};
}

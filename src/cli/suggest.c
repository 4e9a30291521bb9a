/* Edit distance with swaps of neighbours (optimal string alignment). A candidate
 * is near when at most a third of its letters, and at least one, differ; the case
 * does not count. */
#include "suggest.h"

enum { WORD_BYTES = 32 };

static size_t smallest(size_t a, size_t b, size_t c) {
  size_t least = a < b ? a : b;
  return least < c ? least : c;
}

static char small(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static bool alike(char a, char b) { return small(a) == small(b); }

static size_t distance_between(vt_span a, vt_span b) {
  size_t rows[WORD_BYTES + 1][WORD_BYTES + 1];
  for (size_t i = 0; i <= a.size; i++) rows[i][0] = i;
  for (size_t j = 0; j <= b.size; j++) rows[0][j] = j;
  for (size_t i = 1; i <= a.size; i++)
    for (size_t j = 1; j <= b.size; j++) {
      size_t change = alike(a.text[i - 1], b.text[j - 1]) ? 0 : 1;
      rows[i][j] = smallest(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change);
      bool swapped = i > 1 && j > 1 && alike(a.text[i - 1], b.text[j - 2]) &&
                     alike(a.text[i - 2], b.text[j - 1]);
      if (swapped && rows[i - 2][j - 2] + 1 < rows[i][j]) rows[i][j] = rows[i - 2][j - 2] + 1;
    }
  return rows[a.size][b.size];
}

suggestion suggestion_for(vt_span word) { return (suggestion){word, {NULL, 0}, WORD_BYTES}; }

void suggestion_offer(suggestion *s, vt_span candidate) {
  if (s->word.size > WORD_BYTES || candidate.size > WORD_BYTES) return;
  size_t allowed = candidate.size < 6 ? 1 + (candidate.size > 3) : candidate.size / 3;
  size_t distance = distance_between(s->word, candidate);
  if (distance > allowed || distance >= s->distance || distance >= candidate.size) return;
  s->nearest = candidate;
  s->distance = distance;
}

/* A segment's text as the deciding stages see it: words around a place, the line
 * and the sentence it stands in. Nothing is prepared beforehand: text without
 * candidates costs nothing here. */
#ifndef VT_ENGINE_PASSAGE_H
#define VT_ENGINE_PASSAGE_H

#include <string.h>

#include "text/unicode.h"
#include "viettat.h"

typedef enum passage_caps { CAPS_UNKNOWN, CAPS_NO, CAPS_YES, CAPS_ONLY_FORMS } passage_caps;

typedef struct passage {
  const char *text;
  size_t size;
  bool continues;    /* begins in the middle of a line */
  size_t dotted_end; /* behind the last form that took its dot with it; 0: none */
  /* The line last asked for; `line_gaps`: it holds a bar, a tab or three blanks. */
  size_t line_start, line_end;
  bool line_gaps;
  bool bracket, bracket_sought; /* does the text hold an opening bracket? */
  bool small;                   /* words in small letters stand around the place …    */
  size_t small_sought;          /* … before this one; 0: none was asked for           */
  size_t run_start, run_end;    /* the stretch without blanks last judged, and … */
  bool run_identifies;          /* … whether it is an identifier               */
  bool recipients_sought;
  size_t recipients; /* where "Nơi nhận" stands, once sought; SIZE_MAX: nowhere */
  /* The cell (stretch between wide gaps) last asked for, and its capitals. */
  size_t cell_start, cell_end;
  passage_caps cell_caps;
} passage;

void passage_init(passage *p, const char *text, size_t size, bool continues);

/* The code point at / before a place; '\n' beyond the ends. */
static inline uint32_t passage_at(const passage *p, size_t at, size_t *length) {
  *length = 0;
  return at < p->size ? utf8_decode(p->text + at, p->size - at, length) : '\n';
}
static inline uint32_t passage_before(const passage *p, size_t at, size_t *length) {
  *length = 0;
  return at > 0 ? utf8_decode_before(p->text, at, length) : '\n';
}

/* End of the word (letters, digits, marks) at `at`; `at` itself if none is there. */
size_t passage_word_end(const passage *p, size_t at);
size_t passage_word_start(const passage *p, size_t end);

/* Is text[start, end) just so written? */
static inline bool passage_is(const passage *p, size_t start, size_t end, const char *words_cstr) {
  return end - start == strlen(words_cstr) && memcmp(p->text + start, words_cstr, end - start) == 0;
}

/* Does the text hold an opening bracket? Sought once. */
bool passage_has_bracket(passage *p);

size_t passage_skip_any(const passage *p, size_t at, bool over_break);
size_t passage_skip_back_any(const passage *p, size_t at, bool over_break);

/* Over blanks; with `over_break` also over one line break. Nearly always there is
 * one blank, or none, and ASCII or a Vietnamese letter beside it. */
static inline size_t passage_skip(const passage *p, size_t at, bool over_break) {
  const unsigned char *t = (const unsigned char *)p->text;
  if (at < p->size && t[at] == ' ') at++;
  if (at < p->size && t[at] > ' ' && (t[at] < 0x80 || (t[at] >= 0xC3 && t[at] <= 0xE1))) return at;
  return passage_skip_any(p, at, over_break);
}
static inline size_t passage_skip_back(const passage *p, size_t at, bool over_break) {
  const unsigned char *t = (const unsigned char *)p->text;
  if (at > 0 && t[at - 1] == ' ') at--;
  if (at > 0 && t[at - 1] > ' ' && t[at - 1] < 0x80) return at;
  if (at > 2 && ((t[at - 2] >= 0xC3 && t[at - 2] <= 0xC6) || t[at - 3] == 0xE1)) return at;
  return passage_skip_back_any(p, at, over_break);
}

/* Sets line_start and line_end (without the line break). */
void passage_line(passage *p, size_t at);

/* Does the line at `start` begin with a list mark ("- ", "1. ", "a) ", "II. ")?
 * Returns the place behind it, or `start`. */
size_t passage_list_mark(const passage *p, size_t start, size_t end);

/* Is the line break before `line_start` only a wrap within running text? */
bool passage_is_wrap(const passage *p, size_t line_start);

/* Does a sentence, heading or list item begin at `at`? */
bool passage_starts_sentence(passage *p, size_t at);

/* Is `at` the first place of a table's cell other than the line's first? */
bool passage_starts_cell(passage *p, size_t at);

/* The sentence around `at`; at most 150 bytes to either side. */
vt_span passage_sentence(const passage *p, size_t at);

/* Whether the cell around `at` is set in capitals. Atoms in which a small letter
 * belongs to a unit's number (e95) do not count. */
passage_caps passage_cell_caps(passage *p, size_t at);

bool word_is_caps(vt_span word);        /* two or more letters, all capitals */
bool word_is_capitalised(vt_span word); /* a capital, then only small letters */

#endif

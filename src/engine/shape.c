#include "engine/shape.h"

#include <string.h>

#include "text/unicode.h"

bool shape_is_roman(vt_span word) {
  static const char *const TENS[] = {"", "X", "XX", "XXX"};
  static const char *const ONES[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  if (word.size == 0 || word.size > 8) return false;
  for (size_t t = 0; t < 4; t++) {
    size_t tens = strlen(TENS[t]);
    if (word.size < tens || memcmp(word.text, TENS[t], tens) != 0) continue;
    for (size_t o = 0; o < 10; o++)
      if (word.size - tens == strlen(ONES[o]) &&
          memcmp(word.text + tens, ONES[o], word.size - tens) == 0)
        return true;
  }
  return false;
}

/* Length of the longest of the listed pieces that `s` begins with. */
static size_t piece(vt_span s, const char *const *pieces, size_t count) {
  size_t best = 0;
  for (size_t i = 0; i < count; i++) {
    size_t size = strlen(pieces[i]);
    if (size > best && size <= s.size && memcmp(s.text, pieces[i], size) == 0) best = size;
  }
  return best;
}

bool shape_is_syllable(vt_span word) {
  static const char *const ONSETS[] = {"B", "C", "CH", "D", "G",  "GH", "GI", "H",  "K", "KH",
                                       "L", "M", "N",  "NG", "NGH", "NH", "P", "PH", "QU", "R",
                                       "S", "T", "TH", "TR", "V",  "X",  "\xC4\x90"};
  static const char *const RHYMES[] = {"A",  "AI", "AO", "AU", "AY", "E",  "EO", "I",  "IA", "IU",
                                       "O",  "OA", "OE", "OI", "U",  "UA", "UI", "UY", "Y",  "OAI",
                                       "UE", "IE", "UO", "UYA"};
  static const char *const CODAS[] = {"C", "CH", "M", "N", "NG", "NH", "P", "T"};
  if (word.size < 2 || word.size > 7) return false;
  bool vowel = false;
  for (size_t i = 0; i < word.size; i++) vowel |= strchr("AEIOUY", word.text[i]) != NULL;
  if (!vowel) return false;
  size_t onset = piece(word, ONSETS, sizeof ONSETS / sizeof *ONSETS);
  vt_span rest = {word.text + onset, word.size - onset};
  size_t rhyme = piece(rest, RHYMES, sizeof RHYMES / sizeof *RHYMES);
  rest = (vt_span){rest.text + rhyme, rest.size - rhyme};
  size_t coda = piece(rest, CODAS, sizeof CODAS / sizeof *CODAS);
  return rhyme > 0 && coda == rest.size;
}

bool shape_is_initial(const passage *p, size_t start, size_t end) {
  size_t length, letter = passage_word_end(p, start);
  uint32_t c = passage_at(p, start, &length);
  if (letter != start + length || !unicode_is_upper(c)) return false;
  if (letter >= p->size || p->text[letter] != '.') return false;
  (void)end;
  size_t before = passage_skip_back(p, start, false);
  size_t word = passage_word_start(p, before);
  if (word == before || before == start) return false;
  return word_is_capitalised((vt_span){p->text + word, before - word});
}

#include "engine/shape.h"

#include <string.h>

#include "text/fold.h"

enum { MAX_LIST_LETTERS = 12 };

bool shape_is_roman(vt_span word) {
  static const char *const TENS[] = {"", "X", "XX", "XXX"};
  static const char *const ONES[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  if (word.size == 0 || word.size > 8) return false;
  if (word.text[0] != 'I' && word.text[0] != 'V' && word.text[0] != 'X') return false;
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

typedef struct pieces {
  const vt_span *items;
  size_t count;
} pieces;
#define PIECE(text)                                                                                \
  { text, sizeof text - 1 }
#define PIECES(list)                                                                               \
  (pieces) { list, sizeof list / sizeof *list }

/* Length of the longest of the pieces that `s` begins with. */
static size_t longest(vt_span s, pieces p) {
  size_t best = 0;
  for (size_t i = 0; i < p.count; i++) {
    vt_span item = p.items[i];
    if (item.size > best && item.size <= s.size && memcmp(s.text, item.text, item.size) == 0)
      best = item.size;
  }
  return best;
}

/* The last byte of Ư counts, too. */
static bool is_vowel(char c) {
  return c == '\xAF' || c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U' || c == 'Y';
}

bool shape_is_syllable(vt_span word) {
  static const vt_span ONSETS[] = {
      PIECE("B"),   PIECE("C"),  PIECE("CH"), PIECE("D"),  PIECE("G"),  PIECE("GH"), PIECE("GI"),
      PIECE("H"),   PIECE("K"),  PIECE("KH"), PIECE("L"),  PIECE("M"),  PIECE("N"),  PIECE("NG"),
      PIECE("NGH"), PIECE("NH"), PIECE("P"),  PIECE("PH"), PIECE("QU"), PIECE("R"),  PIECE("S"),
      PIECE("T"),   PIECE("TH"), PIECE("TR"), PIECE("V"),  PIECE("X"),  PIECE("Đ")};
  static const vt_span RHYMES[] = {
      PIECE("A"),  PIECE("AI"), PIECE("AO"),  PIECE("AU"), PIECE("AY"), PIECE("E"),   PIECE("EO"),
      PIECE("I"),  PIECE("IA"), PIECE("IU"),  PIECE("O"),  PIECE("OA"), PIECE("OE"),  PIECE("OI"),
      PIECE("U"),  PIECE("UA"), PIECE("UI"),  PIECE("UY"), PIECE("Y"),  PIECE("OAI"), PIECE("UE"),
      PIECE("IE"), PIECE("UO"), PIECE("UYA"), PIECE("Ư"),  PIECE("ƯA"), PIECE("ƯU")};
  static const vt_span CODAS[] = {PIECE("C"),  PIECE("CH"), PIECE("M"), PIECE("N"),
                                  PIECE("NG"), PIECE("NH"), PIECE("P"), PIECE("T")};
  if (word.size < 2 || word.size > 7) return false;
  char last = word.text[word.size - 1];
  if (!is_vowel(last) && memchr("CHMNGPT", last, 7) == NULL) return false;
  bool vowel = false;
  for (size_t i = 0; i < word.size; i++) vowel |= is_vowel(word.text[i]);
  if (!vowel) return false;
  size_t onset = longest(word, PIECES(ONSETS));
  vt_span rest = {word.text + onset, word.size - onset};
  size_t rhyme = longest(rest, PIECES(RHYMES));
  rest = (vt_span){rest.text + rhyme, rest.size - rhyme};
  bool open = rhyme == 1 && word.text[onset] == 'Y'; /* LY, but no TYT */
  return rhyme > 0 && (rest.size == 0 || (!open && longest(rest, PIECES(CODAS)) == rest.size));
}

/* One capital by itself? */
static bool is_lone_capital(const passage *p, size_t start) {
  size_t length;
  return unicode_is_upper(passage_at(p, start, &length)) &&
         passage_word_end(p, start) == start + length;
}

/* The V.H of L.V.H, the P.T of P.T.C: part of a chain of initials. */
static bool is_in_chain(const passage *p, size_t start, size_t end) {
  if (!is_lone_capital(p, start)) return false;
  if (memchr(p->text + start, '.', end - start) && end < p->size && p->text[end] == '.' &&
      is_lone_capital(p, end + 1))
    return true;
  if (start < 2 || p->text[start - 1] != '.') return false;
  size_t word = passage_word_start(p, start - 1);
  return word < start - 1 && is_lone_capital(p, word);
}

bool shape_is_initial(const passage *p, size_t start, size_t end) {
  if (is_in_chain(p, start, end)) return true;
  size_t length, letter = passage_word_end(p, start);
  uint32_t c = passage_at(p, start, &length);
  if (letter != start + length || !unicode_is_upper(c)) return false;
  if (letter >= p->size || p->text[letter] != '.') return false;
  size_t before = passage_skip_back(p, start, false);
  size_t word = passage_word_start(p, before);
  if (word == before || before == start) return false;
  return word_is_capitalised((vt_span){p->text + word, before - word});
}

/* Words whose parts are numbered by letters. */
static bool is_numbered_part(const passage *p, size_t start, size_t end) {
  static const vt_span PARTS[] = {
      PIECE("điểm"),   PIECE("khoản"), PIECE("mục"),  PIECE("lớp"), PIECE("bảng"), PIECE("câu"),
      PIECE("phòng"),  PIECE("khu"),   PIECE("tổ"),   PIECE("lô"),  PIECE("nhà"),  PIECE("bài"),
      PIECE("mẫu"),    PIECE("nhóm"),  PIECE("ý"),    PIECE("đề"),  PIECE("tiết"), PIECE("điều"),
      PIECE("chương"), PIECE("phần"),  PIECE("loại"), PIECE("hạng")};
  char key[WORD_KEY_BYTES];
  size_t size = end > start ? fold_word(p->text + start, end - start, key) : 0;
  for (size_t i = 0; size && i < sizeof PARTS / sizeof *PARTS; i++)
    if (PARTS[i].size == size && memcmp(PARTS[i].text, key, size) == 0) return true;
  return false;
}

static bool is_one_letter(const passage *p, size_t start, size_t end) {
  size_t length;
  return end > start && unicode_is_letter(passage_at(p, start, &length)) && start + length == end;
}

/* Back over "a, b và" to what the letters number. */
bool shape_follows_numbered_part(const passage *p, size_t start) {
  for (int letters = 0; letters < MAX_LIST_LETTERS; letters++) {
    size_t end = passage_skip_back(p, start, true);
    if (end > 0 && p->text[end - 1] == ',') end = passage_skip_back(p, end - 1, true);
    size_t word = passage_word_start(p, end);
    if (is_numbered_part(p, word, end)) return true;
    bool and = end - word == 3 && memcmp(p->text + word, "và", 3) == 0;
    if (!and&&!is_one_letter(p, word, end)) return false;
    start = word;
  }
  return true; /* a list that long numbers something */
}

bool shape_is_list_letter(const passage *p, size_t start, size_t end) {
  size_t length, at = passage_skip(p, end, true);
  uint32_t sign = passage_at(p, end, &length);
  if (sign == '\'' || sign == 0x2019 || sign == ')') return true;
  if (is_numbered_part(p, at, passage_word_end(p, at))) return true; /* "d khoản 1" */
  return shape_follows_numbered_part(p, start);
}

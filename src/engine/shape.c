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

#define PIECE(text)                                                                                \
  { text, sizeof(text) - 1 }

static bool is_vowel(char c) {
  return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U' || c == 'Y';
}

/* Đ and Ư stand in a form's key as two bytes; here each is one letter. */
enum { LETTER_D = 1, LETTER_U = 2, MAX_SYLLABLE = 7 };

/* The letters of the word, one byte each; 0: others are among them, or too many. */
static size_t read_letters(vt_span word, char out[MAX_SYLLABLE]) {
  size_t count = 0;
  for (size_t i = 0; i < word.size; i++) {
    char c = word.text[i];
    if (count == MAX_SYLLABLE) return 0;
    if (c >= 'A' && c <= 'Z') out[count++] = c;
    else if (i + 1 < word.size && c == '\xC4' && word.text[++i] == '\x90') out[count++] = LETTER_D;
    else if (i + 1 < word.size && c == '\xC6' && word.text[++i] == '\xAF') out[count++] = LETTER_U;
    else return 0;
  }
  return count;
}

static bool is_one_of(const char *letters, size_t count, const char *list) {
  for (const char *at = list; *at; at += strcspn(at, " ") + (at[strcspn(at, " ")] == ' '))
    if (strncmp(at, letters, count) == 0 && (at[count] == ' ' || at[count] == '\0')) return true;
  return false;
}

static bool is_onset(const char *letters, size_t count) {
  if (count == 0) return true;
  if (count == 1)
    return letters[0] != 'F' && letters[0] != 'J' && letters[0] != 'W' && letters[0] != 'Z';
  return is_one_of(letters, count, "CH GH GI KH NG NGH NH PH QU TH TR");
}

static bool is_coda(const char *letters, size_t count) {
  return count == 0 || is_one_of(letters, count, "C CH M N NG NH P T");
}

/* Consonants, one to three vowels, consonants: told apart before any list is read,
 * since most forms have no vowel or end in one that closes no syllable. */
bool shape_is_syllable(vt_span word) {
  char letters[MAX_SYLLABLE];
  size_t count = read_letters(word, letters), onset = 0, rhyme;
  if (count < 2) return false;
  while (onset < count && !is_vowel(letters[onset]) && letters[onset] != LETTER_U) onset++;
  for (rhyme = onset; rhyme < count && (is_vowel(letters[rhyme]) || letters[rhyme] == LETTER_U);)
    rhyme++;
  if (rhyme == onset || rhyme - onset > 3 || onset > 3 || count - rhyme > 2) return false;
  if (onset == 1 && letters[0] == 'Q' && letters[1] != 'U') return false;
  if (rhyme < count && letters[rhyme - 1] == 'Y') return false; /* TYT: nothing closes a Y */
  return is_coda(letters + rhyme, count - rhyme) && is_onset(letters, onset);
}

/* One capital by itself? */
static bool is_lone_capital(const passage *p, size_t start) {
  size_t length, behind;
  if (!unicode_is_upper(passage_at(p, start, &length))) return false;
  uint32_t next = passage_at(p, start + length, &behind);
  return !unicode_is_letter(next) && !unicode_is_digit(next);
}

/* The V.H of L.V.H, the P.T of P.T.C: is the lone capital part of a chain of initials? */
static bool is_in_chain(const passage *p, size_t start, size_t end) {
  if (memchr(p->text + start, '.', end - start) && end < p->size) {
    if (p->text[end] == '.' && is_lone_capital(p, end + 1)) return true;
    if (p->text[end - 1] == '.' && is_lone_capital(p, end)) return true;
  }
  if (start < 2 || p->text[start - 1] != '.') return false;
  size_t word = passage_word_start(p, start - 1);
  return word < start - 1 && is_lone_capital(p, word);
}

bool shape_is_initial(const passage *p, size_t start, size_t end) {
  size_t length;
  if (!is_lone_capital(p, start)) return false;
  if (is_in_chain(p, start, end)) return true;
  (void)passage_at(p, start, &length);
  if (start + length >= p->size || p->text[start + length] != '.') return false;
  size_t before = passage_skip_back(p, start, false);
  size_t word = passage_word_start(p, before);
  if (word == before || before == start) return false;
  return word_is_capitalised((vt_span){p->text + word, before - word});
}

bool shape_is_mention(const passage *p, size_t start) {
  static const vt_span WORDS[] = {PIECE("chữ"),     PIECE("chữ lồng"), PIECE("viết tắt"),
                                  PIECE("ký hiệu"), PIECE("ký tự"),    PIECE("chữ cái")};
  size_t length, end = passage_skip_back(p, start, false);
  uint32_t quote = passage_before(p, end, &length);
  if (end > 0 && (quote == 0x201C || quote == '"')) end = passage_skip_back(p, end - length, false);
  for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
    size_t size = WORDS[i].size;
    if (end >= size && p->text[end - 1] == WORDS[i].text[size - 1] &&
        memcmp(p->text + end - size, WORDS[i].text, size) == 0)
      return true;
  }
  return false;
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
    if (!passage_is(p, word, end, "và") && !is_one_letter(p, word, end)) return false;
    start = word;
  }
  return true; /* a list that long numbers something */
}

bool shape_is_list_letter(const passage *p, size_t start, size_t end) {
  size_t length, at = passage_skip(p, end, true);
  uint32_t sign = passage_at(p, end, &length);
  bool bracketed = start > 0 && p->text[start - 1] == '('; /* tiểu đoàn (d) */
  if (sign == '\'' || sign == 0x2019 || (sign == ')' && !bracketed)) return true;
  if (is_numbered_part(p, at, passage_word_end(p, at))) return true; /* "d khoản 1" */
  return shape_follows_numbered_part(p, start);
}

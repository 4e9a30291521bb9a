/* The rules, the first that applies:
 *   a stretch set in capitals gets capitals;
 *   the start of a sentence, heading, list item or cell gets a capital;
 *   a field behind an organ's head word gets one ("Phòng TC-KH"), as Decree 30/2020
 *   writes organs, and so do its further parts ("Sở KHCN") and the next part of the
 *   compound; the title of a law gets one ("Luật GTĐB");
 *   an organ before its level or name, a rank before a name and a document's type
 *   before its number get one;
 *   a small form that begins its line with a capital ("V/v") gets one;
 *   everything else stays as the dictionary writes it. */
#include "engine/fit.h"

#include <string.h>

#include "engine/zone.h"
#include "text/unicode.h"

/* The first code point (or all of them) as capitals. */
static vt_span raise(vt_span s, bool all, arena *scratch) {
  char *out = arena_take(scratch, s.size * 2 + 4);
  if (!out) return (vt_span){NULL, 0};
  size_t n = 0;
  for (size_t at = 0, length; at < s.size; at += length) {
    uint32_t c = utf8_decode(s.text + at, s.size - at, &length);
    if (!all && at > 0) {
      memcpy(out + n, s.text + at, s.size - at);
      return (vt_span){out, n + s.size - at};
    }
    n += utf8_encode(unicode_upper(c), out + n);
  }
  return (vt_span){out, n};
}

/* "khoa học và công nghệ" as an organ's fields: "Khoa học và Công nghệ". */
static vt_span raise_fields(vt_span s, arena *scratch) {
  static const char *const JOINTS[] = {" và ", ", ", " - "};
  char *out = arena_take(scratch, s.size * 2 + 4);
  if (!out) return (vt_span){NULL, 0};
  size_t n = 0;
  for (size_t at = 0, length; at < s.size; at += length) {
    uint32_t c = utf8_decode(s.text + at, s.size - at, &length);
    bool first = at == 0;
    for (size_t i = 0; i < sizeof JOINTS / sizeof *JOINTS; i++) {
      size_t size = strlen(JOINTS[i]);
      first |= at >= size && memcmp(s.text + at - size, JOINTS[i], size) == 0;
    }
    n += utf8_encode(first ? unicode_upper(c) : c, out + n);
  }
  return (vt_span){out, n};
}

/* The end of what the place is joined to ("TC" for "-KH"), or SIZE_MAX. */
static size_t joined_to(const passage *p, size_t start) {
  size_t at = passage_skip_back(p, start, true), length;
  uint32_t c = passage_before(p, at, &length);
  if (unicode_is_dash(c) || c == ',' || c == '&') return passage_skip_back(p, at - length, true);
  size_t word = passage_word_start(p, at);
  return passage_is(p, word, at, "và") ? passage_skip_back(p, word, true) : SIZE_MAX;
}

static bool begins_upper(const passage *p, size_t at) {
  size_t length;
  return unicode_is_upper(passage_at(p, at, &length));
}

/* Longer heads write their field small: Ban Chỉ huy quân sự, Ban quản lý rừng. */
enum { HEAD_SYLLABLES = 2 };

/* What the words before a place end in. */
typedef struct head {
  size_t start, end; /* equal: no word stands there */
  uint32_t classes;
} head;

/* The longest listed phrase, so that "biên phòng" is no phòng and "cơ sở" no sở; else
 * the last word. A post is looked through for the office it ends in ("Trưởng phòng"). */
static head head_before(const place *where, size_t at) {
  const passage *p = where->passage;
  size_t end = passage_skip_back(p, at, true), next = end;
  head found = {end, end, 0};
  for (int count = 0; count < HEAD_SYLLABLES; count++) {
    size_t start = passage_word_start(p, next);
    if (start == next) break;
    uint32_t hash = fold_phrase_hash(p->text + start, end - start);
    dictionary_classes c = dictionary_class(where->dictionary, hash);
    bool listed = (c.classes | c.domains) && !(c.classes >> CLASS_POST & 1);
    if (count == 0 || listed) found = (head){start, end, c.classes};
    next = passage_skip_back(p, start, true);
  }
  return found;
}

/* `word`, be its first letter small or capital. */
static bool head_is(const passage *p, head h, const char *word) {
  size_t size = h.end - h.start;
  return size == strlen(word) && (p->text[h.start] | 0x20) == word[0] &&
         memcmp(p->text + h.start + 1, word + 1, size - 1) == 0;
}

static bool head_among(const passage *p, head h, const char *const *words) {
  while (*words && !head_is(p, h, *words)) words++;
  return *words != NULL;
}

/* Does an organ's head with a capital stand before `at` ("Phòng", "Chi cục"), or one
 * that is often written without, or a word that has one only before such a field? */
static bool follows_head_word(const place *where, size_t at) {
  static const char *const OFTEN_SMALL[] = {"phòng", "văn phòng", "sở", NULL};
  const passage *p = where->passage;
  head h = head_before(where, at);
  if (passage_is(p, h.start, h.end, "Ngày") || passage_is(p, h.start, h.end, "Khoa")) return true;
  if (!(h.classes >> CLASS_ORGAN & 1) || h.classes >> CLASS_COMMON & 1) return false;
  return begins_upper(p, h.start) || head_among(p, h, OFTEN_SMALL);
}

/* The title of a law, whatever it speaks of: "Luật GTĐB", "Bộ luật LĐ". */
static bool follows_law_word(const place *where) {
  const passage *p = where->passage;
  size_t end = passage_skip_back(p, where->start, true);
  size_t last = passage_word_start(p, end);
  size_t first = passage_word_start(p, passage_skip_back(p, last, true));
  return passage_is(p, last, end, "Luật") || passage_is(p, first, end, "Bộ luật");
}

/* The form before is an organ's head ("TT" read as trung tâm) or a post at one
 * ("TP" read as Trưởng phòng). */
static bool follows_head_form(const place *where) {
  const neighbour_form *d = where->decided;
  if (!d || d->end != passage_skip_back(where->passage, where->start, true)) return false;
  vt_span words = d->long_form;
  if (d->kind == KIND_POST) {
    size_t last = words.size;
    while (last > 0 && words.text[last - 1] != ' ') last--;
    if (last == 0) return false;
    words = (vt_span){words.text + last, words.size - last};
  } else if (d->kind != KIND_ORGAN) {
    return false;
  }
  uint32_t hash = fold_phrase_hash(words.text, words.size);
  if (d->kind == KIND_ORGAN)
    return hash == fold_phrase_hash("trung tâm", strlen("trung tâm")) ||
           hash == fold_phrase_hash("công ty", strlen("công ty"));
  return dictionary_class(where->dictionary, hash).classes >> CLASS_ORGAN & 1;
}

static bool joins_next(const place *where) {
  size_t length;
  uint32_t joint = passage_at(where->passage, where->end, &length);
  return joint == '&' || unicode_is_dash(joint);
}

/* An organ whose form holds the first of its fields and is joined to the next
 * ("PGD&ĐT"): "Phòng Giáo dục&Đào tạo". */
static bool holds_field(const place *where, vt_span organ) {
  size_t length, second = 0;
  while (second < organ.size && organ.text[second] != ' ') second++;
  if (second == organ.size || !joins_next(where)) return false;
  uint32_t office = fold_phrase_hash(organ.text, second);
  uint32_t field = utf8_decode(organ.text + second + 1, organ.size - second - 1, &length);
  return unicode_is_upper(field) &&
         dictionary_class(where->dictionary, office).classes >> CLASS_ORGAN & 1;
}

/* Is the place joined to a part that was written with a capital ("TC-KH")? */
static bool joins_headed(const place *where) {
  const neighbour_form *d = where->decided;
  return d && d->headed && d->end == joined_to(where->passage, where->start);
}

static bool is_field(unsigned kind) {
  switch (kind) {
  case KIND_FIELD:
  case KIND_LAW:
  case KIND_FINANCE:
  case KIND_FORCE:
  case KIND_PERSON:
  case KIND_EQUIPMENT: return true;
  default: return false;
  }
}

/* What an organ does may be its name ("Đội PCCC") or what the sentence says of it
 * ("Chi bộ KN 02 đảng viên"); only offices are named so. */
static bool follows_office(const place *where) {
  static const char *const OFTEN_SMALL[] = {"phòng",   "văn phòng", "trung tâm", "cục",
                                            "chi cục", "tổng cục",  NULL};
  static const char *const OFFICES[] = {"Ban", "Đội", "Tổ", "Trường", "Khoa", "Quỹ", "Đài", "Trạm"};
  const passage *p = where->passage;
  head h = head_before(where, where->start);
  if (head_among(p, h, OFTEN_SMALL)) return true;
  for (size_t i = 0; i < sizeof OFFICES / sizeof *OFFICES; i++)
    if (passage_is(p, h.start, h.end, OFFICES[i])) return true;
  return false;
}

static bool is_long_number(const passage *p, const side *next) {
  return next->word_end - next->word_start >= 3 &&
         unicode_is_digit((unsigned char)p->text[next->word_start]);
}

/* Does what follows make the organ, rank or document one by name or number? */
static bool names_one(const place *where, unsigned kind) {
  side next;
  if (kind != KIND_ORGAN && kind != KIND_RANK && kind != KIND_DOCUMENT_TYPE) return false;
  neighbours_next(where->words, where->passage, where->end, &next);
  switch (kind) {
  case KIND_ORGAN:
    return is_long_number(where->passage, &next) ||
           (next.classes & (1u << CLASS_LEVEL | 1u << CLASS_NAME | 1u << CLASS_ORGAN));
  case KIND_RANK: return next.classes >> CLASS_NAME & 1;
  default:
    return (next.classes & (1u << CLASS_IDENTIFIER | 1u << CLASS_DATE)) != 0 ||
           (next.word_end > next.word_start &&
            passage_is(where->passage, next.word_start, next.word_end, "số"));
  }
}

/* “KT THAM MƯU TRƯỞNG” within a sentence: the words behind, as far as they are
 * set in capitals, hold one that is no form. */
static bool heads_capital_words(const passage *p, size_t end) {
  bool marked = false;
  for (size_t at = end, length; at < p->size && at - end < 48; at += length) {
    uint32_t c = passage_at(p, at, &length);
    if (unicode_is_lower(c)) return false;
    if (!unicode_is_letter(c) && !unicode_is_space(c) && c != '.') break;
    marked |= c >= 0xC0 && c != 0x110 && c != 0x1AF;
  }
  return marked;
}

static bool in_capitals(const place *where, unsigned kind) {
  passage *p = where->passage;
  passage_caps caps = passage_cell_caps(p, where->start);
  if (caps == CAPS_YES) return true;
  if (caps == CAPS_ONLY_FORMS && zone_is_signature(where->dictionary, p, where->start)) return true;
  return kind == KIND_SIGNATURE && heads_capital_words(p, where->end);
}

/* Small forms that a line begins with capitalised ("V/v"), be it taken for a wrapped one. */
static bool begins_line_with_capital(const place *where) {
  passage *p = where->passage;
  size_t first, second;
  passage_line(p, where->start);
  return passage_skip_back(p, where->start, false) <= p->line_start &&
         unicode_is_upper(passage_at(p, where->start, &first)) &&
         passage_at(p, where->start + first, &second) == '/' &&
         unicode_is_lower(passage_at(p, where->start + first + second, &second));
}

/* Is the reading an organ's field, or what it does, by the words around it? "KH" and "BC"
 * behind an organ may be what it writes, but not in "Sở KH&ĐT". */
static bool takes_capital(const place *where, vt_span long_form, unsigned kind) {
  switch (kind) {
  case KIND_ORGAN: return holds_field(where, long_form);
  case KIND_ACTIVITY:
  case KIND_OTHER: return follows_office(where) || follows_head_form(where);
  case KIND_DOCUMENT_TYPE: return joins_next(where) && follows_head_word(where, where->start);
  default:
    return is_field(kind) && (follows_head_word(where, where->start) || follows_head_form(where));
  }
}

vt_span fit_case(place *where, vt_span long_form, unsigned kind, arena *scratch) {
  size_t length;
  bool law = follows_law_word(where);
  where->headed = law || joins_headed(where) || takes_capital(where, long_form, kind);
  if (long_form.size == 0) return long_form;
  if (in_capitals(where, kind)) return raise(long_form, true, scratch);
  if (unicode_is_upper(utf8_decode(long_form.text, long_form.size, &length))) return long_form;
  if (where->headed && !law && kind == KIND_FIELD) return raise_fields(long_form, scratch);
  if (where->headed || passage_starts_sentence(where->passage, where->start) ||
      names_one(where, kind) || begins_line_with_capital(where))
    return raise(long_form, false, scratch);
  return long_form;
}

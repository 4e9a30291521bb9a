/* A form key grows atom by atom: atom, separator, atom … The dictionary says
 * whether a longer form begins with what was read so far, so text that is no form
 * is left after one look-up. Separators are one of . - / & , with blanks around
 * that do not count, or blanks alone (one line break at most). */
#include "engine/match.h"

#include <string.h>

#include "text/unicode.h"

enum { MAX_FORM_BYTES = 160 };

/* Append text[start, end) to the key. False: too long. */
static bool key_append(match *m, const passage *p, size_t start, size_t end, bool plain) {
  size_t size = end - start;
  if (plain) {
    if (m->key_size + size > FORM_KEY_BYTES) return false;
    memcpy(m->key + m->key_size, p->text + start, size);
    m->key_size += size;
    return true;
  }
  char piece[FORM_KEY_BYTES];
  if (!fold_form(p->text + start, size, piece, &size)) return false;
  if (m->key_size + size > FORM_KEY_BYTES) return false;
  memcpy(m->key + m->key_size, piece, size);
  m->key_size += size;
  return true;
}

/* End of the atom at `at`; *plain: its bytes are their own key (ASCII, Đ, đ, Ư). */
static size_t atom_end(const passage *p, size_t at, bool *plain) {
  const unsigned char *t = (const unsigned char *)p->text;
  *plain = true;
  while (at < p->size) {
    unsigned char c = t[at];
    if (c < 0x80) {
      if (!(c >= '0' && c <= '9') && (unsigned)((c | 0x20) - 'a') >= 26) break;
      at++;
    } else if (at + 1 < p->size && ((c == 0xC4 && (t[at + 1] & 0xFE) == 0x90) ||
                                    (c == 0xC6 && (t[at + 1] == 0xAF || t[at + 1] == 0xB0)))) {
      at += 2;
    } else {
      size_t length;
      uint32_t cp = passage_at(p, at, &length);
      if (!unicode_is_letter(cp)) break;
      *plain = false;
      at += length;
    }
  }
  return at;
}

typedef struct separator {
  size_t end;      /* where the next atom may begin                  */
  size_t mark_end; /* behind the mark itself, 0 if blanks alone  */
  char key;        /* ' ' or the mark                                */
} separator;

static bool read_separator(const passage *p, size_t at, separator *s) {
  size_t length, body = passage_skip(p, at, true);
  uint32_t c = passage_at(p, body, &length);
  if (unicode_is_dash(c)) c = '-';
  if (c == '.' || c == '-' || c == '/' || c == '&' || c == ',') {
    *s = (separator){passage_skip(p, body + length, true), body + length, (char)c};
    return c != '.' || body == at; /* a dot stands close */
  }
  *s = (separator){body, 0, ' '};
  return body > at;
}

static bool look_up(const vt_dictionary *dictionary, match *m, size_t end, bool *longer) {
  dictionary_match found;
  uint32_t hash = hash_bytes(HASH_SEED, m->key, m->key_size);
  *longer = false;
  if (!dictionary_find(dictionary, hash, m->key, m->key_size, &found)) return false;
  *longer = found.longer;
  if (found.entry) {
    m->image = found.image;
    m->entry = found.entry;
    m->end = end;
  }
  return found.entry != NULL;
}

static uint32_t classes_at(const vt_dictionary *dictionary, const passage *p, size_t start,
                           size_t end) {
  return dictionary_class(dictionary, fold_phrase_hash(p->text + start, end - start)).classes;
}

/* "Ông Tư", "Đồng chí", "Đ/c", "Năm 2022", "Sau đó": a sentence begins, unless it is a place ("Bà
 * Rịa", "Ba Đồn"). */
static bool begins_sentence(const vt_dictionary *dictionary, const passage *p, size_t start) {
  size_t length, end = passage_word_end(p, start), next = passage_skip(p, end, false);
  size_t both = passage_word_end(p, next);
  if (p->size - start > 4 && memcmp(p->text + start, "Đ/c", strlen("Đ/c")) == 0) return true;
  uint32_t first = classes_at(dictionary, p, start, end);
  uint32_t phrase = classes_at(dictionary, p, start, both);
  if (phrase >> CLASS_PLACE & 1) return false;
  if ((first | phrase) >> CLASS_PERSON & 1) return true;
  uint32_t behind = passage_at(p, next, &length);
  if (first >> CLASS_MONTH & 1) return unicode_is_digit(behind);
  return (first >> CLASS_FUNCTION & 1) && unicode_is_lower(behind);
}

/* Does a dot that ends the form ("TP.") belong to it? Not where it may end the
 * sentence: before a line's end, or before a word that looks like a sentence's
 * first ("… CA TP. Đại diện …"). A name has a second capital ("TP. Đồng Hới") or is
 * known ("TP. Huế"). */
static bool dot_belongs(const vt_dictionary *dictionary, const passage *p, size_t form,
                        size_t behind) {
  size_t length, start = passage_skip(p, behind, false);
  uint32_t next = passage_at(p, start, &length);
  if (unicode_is_digit(next) || unicode_is_lower(next) || next == '(') return true;
  if (next == ')') return form > 0 && p->text[form - 1] == '('; /* thị trấn (TT.) */
  if (!unicode_is_upper(next) || begins_sentence(dictionary, p, start)) return false;
  (void)passage_at(p, form, &length);
  if (form + length + 1 == behind) return true; /* P. Nội vụ: one letter ends no sentence */
  size_t end = passage_word_end(p, start);
  if (!word_is_capitalised((vt_span){p->text + start, end - start})) return true;
  if (classes_at(dictionary, p, start, end) >> CLASS_PLACE & 1) return true;
  size_t second = passage_skip(p, end, false);
  next = passage_at(p, second, &length);
  if (second == end || !unicode_is_upper(next)) return second == end || !unicode_is_lower(next);
  end = passage_word_end(p, second); /* "… kết cấu CT. Việc TC …" */
  return end == second + length || word_is_capitalised((vt_span){p->text + second, end - second});
}

static bool is_signature(const match *m) {
  const image_sense *senses = entry_senses(m->image, m->entry);
  for (uint32_t i = 0; i < m->entry->sense_count; i++)
    if (senses[i].kind == KIND_SIGNATURE) return true;
  return false;
}

/* Does the form end with the mark just read ("TP.", "KT.")? */
static bool take_mark(const vt_dictionary *dictionary, const passage *p, match *m,
                      const separator *s, bool *longer) {
  match before = *m;
  if (!look_up(dictionary, m, s->mark_end, longer)) return false;
  if (s->key != '.' || dot_belongs(dictionary, p, m->start, s->mark_end) || is_signature(m))
    return true;
  *m = before;
  return false;
}

static void extend(const vt_dictionary *dictionary, const passage *p, match *m, size_t at) {
  size_t best_key = m->entry ? m->key_size : 0;
  char first_key[FORM_KEY_BYTES];
  size_t first_key_size = m->key_size;
  memcpy(first_key, m->key, m->key_size);
  bool longer = true;
  for (int atoms = 1; atoms < FORM_PARTS_MAX && longer && at - m->start < MAX_FORM_BYTES; atoms++) {
    separator s;
    if (!read_separator(p, at, &s) || m->key_size + 1 > FORM_KEY_BYTES) break;
    m->key[m->key_size++] = s.key;
    if (s.mark_end && take_mark(dictionary, p, m, &s, &longer)) {
      best_key = m->key_size;
      if (s.end > s.mark_end && is_signature(m)) break; /* "KT. CT" are two forms, "KT.CT" is one */
    } else if (!s.mark_end || s.key != '.') longer = true;
    bool plain;
    size_t end = atom_end(p, s.end, &plain);
    if (end == s.end || !key_append(m, p, s.end, end, plain)) break;
    if (look_up(dictionary, m, end, &longer)) best_key = m->key_size;
    at = end;
  }
  if (best_key) {
    m->key_size = best_key;
  } else {
    memcpy(m->key, first_key, first_key_size);
    m->key_size = first_key_size;
  }
}

bool match_find(const vt_dictionary *dictionary, const passage *p, size_t start, match *m) {
  bool plain, longer;
  m->start = start;
  m->entry = NULL;
  m->key_size = 0;
  m->atom_end = m->end = atom_end(p, start, &plain);
  if (m->atom_end - start > MAX_FORM_BYTES || !key_append(m, p, start, m->atom_end, plain)) {
    m->key_size = 0;
    return false;
  }
  look_up(dictionary, m, m->atom_end, &longer);
  if (longer) extend(dictionary, p, m, m->atom_end);
  return m->entry != NULL;
}

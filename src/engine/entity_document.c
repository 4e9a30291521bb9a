/* Document numbers: digits, perhaps a year, then signs of type and issuer, which
 * dictionaries/codes.yaml explains: 30/2020/NĐ-CP, 21-NQ/ĐU, 48/2019/QH14. */
#include <string.h>

#include "base/sort.h"
#include "engine/entity_normal.h"
#include "text/token.h"
#include "text/unicode.h"

typedef struct parts {
  vt_span type_word, number, year, signs;
} parts;

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static vt_span take_digits(vt_span *rest) {
  size_t n = 0;
  while (n < rest->size && is_digit(rest->text[n])) n++;
  vt_span digits = {rest->text, n};
  *rest = (vt_span){rest->text + n, rest->size - n};
  return digits;
}

static void skip_separator(vt_span *rest) {
  if (rest->size && (rest->text[0] == '/' || rest->text[0] == '-'))
    *rest = (vt_span){rest->text + 1, rest->size - 1};
}

/* The words before the number, without "số" and marks. */
static vt_span type_word(vt_span before) {
  token_reader reader = token_reader_at_start(before.text, before.size);
  token t;
  size_t end = 0;
  uint32_t number_word = token_phrase_hash("số", strlen("số"));
  reader.fresh = false;
  while (token_next(&reader, &t))
    if (t.hash && t.hash != number_word && t.shape <= SHAPE_ABBR) end = t.end;
  return (vt_span){before.text, end};
}

static parts take_apart(vt_span text) {
  parts p = {.type_word = text};
  size_t at = 0;
  while (at < text.size && !is_digit(text.text[at])) at++;
  p.type_word = type_word((vt_span){text.text, at});
  if (at == text.size) return p;
  vt_span rest = {text.text + at, text.size - at};
  p.number = take_digits(&rest);
  if (rest.size && rest.text[0] == ' ') return p; /* "Trung ương 6 khóa XIII" */
  skip_separator(&rest);
  vt_span after = rest, year = take_digits(&after);
  if (year.size == 4 && after.size && (after.text[0] == '/' || after.text[0] == '-')) {
    p.year = year;
    rest = after;
    skip_separator(&rest);
  }
  p.signs = rest;
  return p;
}

/* The meaning of the sign in a sorted list, in the uppermost layer that knows it. */
static vt_span find_sign(const vt_dictionary *dictionary, image_section_id list, vt_span sign) {
  for (const vt_dictionary *d = dictionary; d; d = d->base) {
    const image_pair *pairs = image_items(d->image, list);
    size_t low = 0, high = image_count(d->image, list);
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      int order = span_compare(image_text(d->image, pairs[middle].text), sign);
      if (order == 0) return image_text(d->image, pairs[middle].long_form);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
  }
  return (vt_span){NULL, 0};
}

static vt_span next_sign(vt_span *rest) {
  size_t n = 0;
  while (n < rest->size && rest->text[n] != '-' && rest->text[n] != '/') n++;
  vt_span sign = {rest->text, n};
  *rest = n < rest->size ? (vt_span){rest->text + n + 1, rest->size - n - 1} : (vt_span){NULL, 0};
  return sign;
}

static vt_span issuer_of(const vt_dictionary *dictionary, vt_span sign) {
  vt_span known = find_sign(dictionary, SECTION_CODE_ISSUERS, sign);
  size_t size = sign.size;
  while (!known.size && size && is_digit(sign.text[size - 1])) size--; /* QH14 */
  if (!known.size && size < sign.size)
    known = find_sign(dictionary, SECTION_CODE_ISSUERS, (vt_span){sign.text, size});
  return known.size ? known : sign;
}

/* Text of bounded size; what does not fit is left out. */
typedef struct pen {
  char *text;
  size_t size;
} pen;
enum { DETAIL_BYTES = 512 };

static void put_text(pen *out, vt_span text) {
  if (text.size > DETAIL_BYTES - out->size) return;
  memcpy(out->text + out->size, text.text, text.size);
  out->size += text.size;
}

/* Values part with ';' and names end in '=': neither occurs inside. */
static void put(pen *out, const char *name_cstr, vt_span value) {
  size_t needed = strlen(name_cstr) + value.size + 2;
  if (value.size == 0 || needed > DETAIL_BYTES - out->size) return;
  if (out->size) put_text(out, (vt_span){";", 1});
  put_text(out, (vt_span){name_cstr, strlen(name_cstr)});
  put_text(out, (vt_span){"=", 1});
  put_text(out, value);
}

static void put_issuers(const normal_input *in, pen *out, vt_span rest) {
  bool first = true;
  while (rest.size) {
    vt_span issuer = issuer_of(in->dictionary, next_sign(&rest));
    if (first) {
      put(out, "issuer", issuer);
    } else {
      put_text(out, (vt_span){", ", 2});
      put_text(out, issuer);
    }
    first = false;
  }
}

static bool has_small(vt_span text) {
  for (size_t at = 0, length; at < text.size; at += length)
    if (unicode_is_lower(utf8_decode(text.text + at, text.size - at, &length))) return true;
  return false;
}

/* A document's type in small letters, however the text writes it, as
 * dictionaries/codes.yaml has them; "Trung ương" and other names in it keep theirs. */
static vt_span lower_type(vt_span type, arena *scratch) {
  char *out = arena_take(scratch, type.size * 2 + 4);
  if (!out) return (vt_span){NULL, 0};
  bool capitals = !has_small(type);
  size_t n = 0;
  for (size_t at = 0, length; at < type.size; at += length) {
    uint32_t c = utf8_decode(type.text + at, type.size - at, &length);
    n += utf8_encode(at == 0 || capitals ? unicode_lower(c) : c, out + n);
  }
  return (vt_span){out, n};
}

bool normal_document(const normal_input *in, vt_span text, vt_span *detail) {
  pen out = {arena_take(in->scratch, DETAIL_BYTES), 0};
  if (!out.text) return false;
  parts p = take_apart(text);
  vt_span rest = p.signs, sign = next_sign(&rest);
  vt_span type = find_sign(in->dictionary, SECTION_CODE_TYPES, sign);
  if (!type.size) rest = p.signs; /* the first sign is an issuer's */
  if (p.type_word.size) type = p.number.size ? lower_type(p.type_word, in->scratch) : p.type_word;
  if (p.type_word.size && !type.text) return false;
  put(&out, p.number.size ? "type" : "title", type);
  put(&out, "number", p.number);
  put(&out, "year", p.year);
  put_issuers(in, &out, rest);
  *detail = (vt_span){out.text, out.size};
  return true;
}

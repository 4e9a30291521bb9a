/* One pass over the bytes; what a line break means is decided from the lines on both
 * sides of it. */
#include "text/token_parts.h"

#include <string.h>

#include "text/unicode.h"

#define TOKEN_SHAPE_NAME(id, name) name,
static const char *const SHAPES[] = {TOKEN_SHAPES(TOKEN_SHAPE_NAME)};
const char *token_shape_name(unsigned shape) { return shape < SHAPE_COUNT ? SHAPES[shape] : NULL; }

enum {
  WRAPPED_LINE_BYTES = 48, /* a shorter line was ended on purpose       */
  GAP_BLANKS = 3           /* that many blanks part columns             */
};

/* --------------------------------------------------------------- marks -- */

static token_shape ascii_mark(char c) {
  switch (c) {
  case ',': return SHAPE_COMMA;
  case ';': return SHAPE_SEMI;
  case ':': return SHAPE_COLON;
  case '-': return SHAPE_DASH;
  case '/': return SHAPE_SLASH;
  case '&': return SHAPE_AMP;
  case '(':
  case '[':
  case '{': return SHAPE_OPEN;
  case ')':
  case ']':
  case '}': return SHAPE_CLOSE;
  case '"': return SHAPE_RQUOTE;
  case '%': return SHAPE_PERCENT;
  case '+': return SHAPE_PLUS;
  default: return SHAPE_MARK;
  }
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static size_t read_mark(const char *text, size_t at, size_t end, token *out) {
  size_t length;
  uint32_t c = utf8_decode(text + at, end - at, &length);
  if (c == '.') out->shape = token_alnum_at(text, at + 1, end) ? SHAPE_TIGHT : SHAPE_DOT;
  else if (c == '-' && at > 0 && !is_blank(text[at - 1]) && token_alnum_at(text, at + 1, end))
    out->shape = SHAPE_HYPHEN;
  else if (c < 0x80) out->shape = (uint8_t)ascii_mark((char)c);
  else if (unicode_is_dash(c)) out->shape = SHAPE_DASH;
  else if (c == 0x201C || c == 0x2018 || c == 0xAB) out->shape = SHAPE_LQUOTE;
  else if (c == 0x201D || c == 0x2019 || c == 0xBB) out->shape = SHAPE_RQUOTE;
  else if (c == 0x2026) out->shape = SHAPE_DOT;
  else out->shape = SHAPE_MARK;
  return at + length;
}

/* ---------------------------------------------------------------- lines -- */

static size_t skip_blanks(const char *text, size_t at, size_t end) {
  size_t length = 1;
  while (at < end) {
    unsigned char b = (unsigned char)text[at];
    if (b == ' ' || b == '\t' || b == '\r' || b == '\f' || b == '\v') length = 1;
    else if (b < 0xC2 || b > 0xE3 || !unicode_is_space(utf8_decode(text + at, end - at, &length)))
      break;
    at += length;
  }
  return at;
}

/* "1." "2)" "IV." "a)" "-" "•" before a blank: returns the end or 0. */
static size_t read_label(const char *text, size_t at, size_t end) {
  size_t i = at, length;
  uint32_t c = utf8_decode(text + at, end - at, &length);
  if (unicode_is_dash(c) || c == '+' || c == '*' || c == 0x2022) {
    i += length;
    return i < end && skip_blanks(text, i, end) > i ? i : 0;
  }
  if (token_is_digit(text[i])) {
    for (int level = 0; level < 3; level++) {
      size_t digits = i;
      while (i < end && token_is_digit(text[i])) i++;
      if (i == digits || i - digits > 2) return 0;
      if (i + 1 < end && text[i] == '.' && token_is_digit(text[i + 1])) i++;
      else break;
    }
  } else {
    while (i < end && (text[i] == 'I' || text[i] == 'V' || text[i] == 'X')) i++;
    if (i == at && token_letter_at(text, i, end, &length)) i += length;
  }
  if (i == at || i >= end || (text[i] != '.' && text[i] != ')')) return 0;
  i++;
  return i == end || text[i] == '\n' || skip_blanks(text, i, end) > i ? i : 0;
}

static bool ends_sentence(const char *text, size_t at) {
  size_t length;
  if (!at) return true;
  uint32_t c = utf8_decode_before(text, at, &length);
  return c == '.' || c == ':' || c == ';' || c == '!' || c == '?' || c == 0x2026;
}

static bool is_caps_line(const char *text, size_t from, size_t to) {
  size_t upper = 0, lower = 0, length;
  for (size_t i = from; i < to; i += length) {
    uint32_t c = utf8_decode(text + i, to - i, &length);
    upper += unicode_is_upper(c);
    lower += unicode_is_lower(c);
  }
  return upper > lower;
}

static bool ends_with(const char *text, size_t from, size_t to, const char *what_cstr) {
  size_t size = strlen(what_cstr);
  return to - from >= size && memcmp(text + to - size, what_cstr, size) == 0;
}

/* A heading before a long paragraph: wrapped lines are of much the same length. */
static bool is_longer_line(const char *text, size_t size, size_t at, size_t than) {
  size_t left = size - at;
  return left > than && !memchr(text + at, '\n', than);
}

enum { LINE_LOOK_BYTES = 200 }; /* how far the next line is looked at */

static size_t line_end(const char *text, size_t at, size_t size) {
  size_t left = size - at < LINE_LOOK_BYTES ? size - at : LINE_LOOK_BYTES;
  const char *end = memchr(text + at, '\n', left);
  return end ? (size_t)(end - text) : at + left;
}

/* Does the line text[from, to) end in earnest, the next beginning at `next`? */
static bool is_hard_break(const char *text, size_t size, size_t from, size_t to, size_t next) {
  size_t length;
  while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\r' || text[to - 1] == '\t')) to--;
  next = skip_blanks(text, next, size);
  if (to == from || next >= size || text[next] == '\n') return true;
  if (read_label(text, next, size)) return true;
  if (unicode_is_lower(utf8_decode(text + next, size - next, &length)))
    return next + 1 < size &&
           (token_is_digit(text[next + 1]) || text[next + 1] == ' '); /* a unit: e95, d 6 */
  if (ends_sentence(text, to) || memchr(text + from, '|', to - from)) return true;
  if (is_caps_line(text, next, line_end(text, next, size)) && !is_caps_line(text, from, to))
    return true;
  if (text[to - 1] == ',' || ends_with(text, from, to, " số")) return false;
  if (to - from < WRAPPED_LINE_BYTES || is_longer_line(text, size, next, (to - from) * 3 / 2))
    return true;
  return is_caps_line(text, from, to);
}

/* Does a Vietnamese letter begin with these bytes? Others are found out slowly. */
static inline bool begins_letter(const char *text) {
  unsigned char b = (unsigned char)text[0], c = (unsigned char)text[1];
  if (b < 0x80) return (unsigned)((b | 0x20) - 'a') < 26;
  if (b >= 0xC4 && b <= 0xC6) return (c & 0xC0) == 0x80;
  return b == 0xE1 && (c == 0xBA || c == 0xBB) && ((unsigned char)text[2] & 0xC0) == 0x80;
}

/* Usually: one blank at most, then a letter. */
static inline bool next_plain_word(token_reader *r, token *out) {
  size_t at = r->at;
  if (at + 3 >= r->limit || r->fresh) return false;
  at += r->text[at] == ' ';
  if (!begins_letter(r->text + at)) return false;
  *out = (token){.start = (uint32_t)at};
  r->at = token_read_word(r, at, out);
  out->end = (uint32_t)r->at;
  return true;
}

bool token_next(token_reader *r, token *out) {
  if (next_plain_word(r, out)) return true;
  while (r->at < r->limit) {
    size_t at = skip_blanks(r->text, r->at, r->limit);
    *out = (token){.start = (uint32_t)r->at, .end = (uint32_t)at};
    if (!r->fresh && at - r->at > 0 &&
        (at - r->at >= GAP_BLANKS || memchr(r->text + r->at, '\t', at - r->at))) {
      r->at = at;
      if (at < r->limit && r->text[at] != '\n') return out->shape = SHAPE_GAP, true;
    }
    if (at >= r->limit) return r->at = at, false;
    out->start = (uint32_t)at;
    size_t length;
    if (r->text[at] == '\n') {
      bool hard = is_hard_break(r->text, r->size, r->line_start, at, at + 1);
      r->at = r->line_start = at + 1;
      r->fresh = true;
      if (!hard) continue;
      out->end = (uint32_t)at + 1;
      return out->shape = SHAPE_BREAK, true;
    }
    size_t label = r->fresh ? read_label(r->text, at, r->limit) : 0;
    r->fresh = false;
    if (label) {
      out->shape = SHAPE_LABEL;
      r->at = label;
    } else if (token_is_digit(r->text[at])) {
      token_shape shape;
      r->at = token_read_number(r->text, at, r->limit, &shape);
      out->shape = (uint8_t)shape;
      if (shape <= SHAPE_INT) out->hash = hash_bytes(HASH_SEED, r->text + at, r->at - at);
    } else if (token_letter_at(r->text, at, r->limit, &length)) {
      r->at = token_read_word(r, at, out);
    } else {
      r->at = read_mark(r->text, at, r->limit, out);
    }
    out->end = (uint32_t)r->at;
    return true;
  }
  return false;
}

size_t token_read(token_reader *r, token *out, size_t room) {
  size_t count = 0;
  while (count < room && token_next(r, &out[count])) count++;
  return count;
}

uint32_t token_phrase_hash(const char *text, size_t size) {
  token_reader r = token_reader_at_start(text, size);
  token t;
  uint32_t hash = 0;
  r.fresh = false;
  while (token_next(&r, &t)) {
    if (t.hash) hash = token_join(hash, t.hash);
  }
  return hash;
}

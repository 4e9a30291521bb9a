/* A second matcher, slow and plain, written from what dictionaries/README.md and the
 * design say about written forms; the engine finds the same forms in generated texts, be
 * the dictionary compiled from YAML or opened as an image.
 *   naive CASES
 * The forms have one reading and no cues, look like nothing but short forms, and no
 * words here begin with their letters, so that matching alone decides:
 *   a form begins and ends where no letter, digit or mark goes on;
 *   among the forms that begin at a place the longest is taken, and what follows is
 *   looked for behind it;
 *   case counts; NFC and NFD are the same; Ð and Ɖ count as Đ; any dash is a hyphen;
 *   a blank is any run of blanks with at most one line break, and blanks beside
 *   - / & , do not count, nor do those behind a dot;
 *   nothing is found in an identifier. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>
#include <unistd.h>

#include "texts.h"

enum { MOST_PIECES = 10, FORM_UNITS = 64, MOST_FINDS = 256 };

static const char *const FORMS[] = {"ZQW",     "ZQWK",  "ZQW KHX",     "ZQW-KHX", "KHX",
                                    "KHX,ZQW", "ĐKX",   "ĐKX/zq",      "ƯZX",     "ƯZX-ĐKX-ZQW",
                                    "KX&ZQ",   "ZQ.WX", "TZQ KHX ZQW", "Tpz",     "KX ZQ-TX"};
enum { FORM_COUNT = sizeof FORMS / sizeof *FORMS };

static const char *const PIECES[] = {"ZQW",
                                     "ZQWK",
                                     "KHX",
                                     "ĐKX",
                                     "\xC3\x90KX",
                                     "\xC6\x89KX",
                                     "ƯZX",
                                     "U\xCC\x9BZX",
                                     "KX&ZQ",
                                     "ZQ.WX",
                                     "TZQ",
                                     "Tpz",
                                     "KX",
                                     "ZQ-TX",
                                     "zq",
                                     "ĐKX/zq",
                                     "zqw",
                                     "Khx",
                                     "ZQWx",
                                     "yKHX",
                                     "ZQ",
                                     "KHX\xCC\x81",
                                     "ZQW ",
                                     "KHX ",
                                     "ZQW-KHX ",
                                     "ZQW\nKHX ",
                                     "KX & ZQ",
                                     "ZQ–TX ",
                                     "KHX,\nZQW ",
                                     " ",
                                     " ",
                                     " ",
                                     "  ",
                                     "\xC2\xA0",
                                     "\n",
                                     "\r\n",
                                     "\n\n",
                                     " - ",
                                     " – ",
                                     ", ",
                                     "; ",
                                     ": ",
                                     " và ",
                                     " của tổ ",
                                     " số 15 ",
                                     "\xFF",
                                     "\xC4",
                                     " 30/2020/NĐ-KHX; ",
                                     " http://zq.vn/ZQW; ",
                                     "; KHX@zq.vn; ",
                                     " ủy\t"};

/* ------------------------------------------------- the second matcher -- */

typedef struct find {
  size_t start, end, form;
} find;

typedef struct finds {
  find items[MOST_FINDS];
  size_t count;
} finds;

/* A form or a stretch of text, as it is compared. */
typedef struct key {
  UChar units[FORM_UNITS];
  int32_t size; /* negative: cannot be a form */
} key;

static bool is_break(UChar c) { return c == '\n' || c == '\r'; }
static bool is_blank(UChar c) { return is_break(c) || c == '\t' || u_isblank(c); }
static bool is_joiner(UChar c) { return c == '-' || c == '/' || c == '&' || c == ','; }

static UChar plain(UChar c) {
  if (c == 0xD0 || c == 0x189) return 0x110;
  return u_charType(c) == U_DASH_PUNCTUATION ? '-' : c;
}

/* The blanks at `at` as they are compared; returns the place behind them. */
static int32_t add_blanks(const UChar *composed, int32_t size, int32_t at, key *k) {
  int breaks = 0;
  UChar before = k->size ? k->units[k->size - 1] : 0;
  while (at < size && is_blank(composed[at])) breaks += composed[at++] == '\n';
  UChar behind = at < size ? plain(composed[at]) : 0;
  if (breaks > 1 || behind == '.') k->size = -1;
  else if (!is_joiner(before) && before != '.' && !is_joiner(behind)) k->units[k->size++] = ' ';
  return at;
}

static key key_of(const char *text, size_t size) {
  UErrorCode error = U_ZERO_ERROR;
  UChar wide[FORM_UNITS], composed[FORM_UNITS];
  int32_t wide_size;
  key k = {.size = 0};
  u_strFromUTF8(wide, FORM_UNITS, &wide_size, text, (int32_t)size, &error);
  int32_t end = unorm2_normalize(unorm2_getNFCInstance(&error), wide, wide_size, composed,
                                 FORM_UNITS, &error);
  if (U_FAILURE(error)) return (key){.size = -1};
  for (int32_t at = 0; at < end && k.size >= 0;) {
    if (is_blank(composed[at])) at = add_blanks(composed, end, at, &k);
    else k.units[k.size++] = plain(composed[at++]);
  }
  return k;
}

/* The code point at, and before, a place; negative: not UTF-8. */
static UChar32 at_or_0(const bytes *text, size_t at) {
  UChar32 c = 0;
  const uint8_t *units = (const uint8_t *)text->data;
  size_t i = at;
  if (at < text->size) U8_NEXT(units, i, text->size, c);
  return c;
}

static UChar32 before_or_0(const bytes *text, size_t at) {
  UChar32 c = 0;
  const uint8_t *units = (const uint8_t *)text->data;
  int32_t i = (int32_t)at;
  if (at > 0) U8_PREV(units, 0, i, c);
  return c;
}

static bool goes_on(UChar32 c) {
  return c > 0 && (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0);
}

/* Before a word, bytes that are no UTF-8 may be a letter of another encoding. */
static bool begins_word(const bytes *text, size_t at) {
  UChar32 before = before_or_0(text, at);
  return goes_on(at_or_0(text, at)) && before >= 0 && !goes_on(before);
}

static bool ends_word(const bytes *text, size_t at) {
  return goes_on(before_or_0(text, at)) && !goes_on(at_or_0(text, at));
}

/* The stretch without blanks around a place holds a number or an address. */
static bool in_identifier(const bytes *text, size_t at) {
  size_t start = at, end = at;
  while (start > 0 && !is_blank((UChar)before_or_0(text, start))) start--;
  while (end < text->size && !is_blank((UChar)at_or_0(text, end))) end++;
  for (size_t i = start; i < end; i++) {
    char c = text->data[i];
    if (c == '@' || (c >= '0' && c <= '9')) return true;
    if (c == ':' && end - i > 2 && memcmp(text->data + i, "://", 3) == 0) return true;
  }
  return false;
}

/* The longest form at `start`; false: none. */
static bool find_at(const bytes *text, const key forms[], size_t start, find *longest) {
  bool found = false;
  for (size_t end = start + 1; end <= text->size && end - start < FORM_UNITS; end++) {
    if (!ends_word(text, end)) continue;
    key k = key_of(text->data + start, end - start);
    for (size_t i = 0; i < FORM_COUNT; i++)
      if (k.size > 0 && k.size == forms[i].size && k.units[k.size - 1] != ' ' &&
          u_memcmp(k.units, forms[i].units, k.size) == 0) {
        *longest = (find){start, end, i};
        found = true;
      }
  }
  return found;
}

static void find_naively(const bytes *text, const key forms[], finds *all) {
  all->count = 0;
  for (size_t at = 0; at < text->size;) {
    find f;
    if (begins_word(text, at) && !in_identifier(text, at) && find_at(text, forms, at, &f)) {
      all->items[all->count++] = f;
      at = f.end;
    } else {
      at++;
    }
  }
}

/* --------------------------------------------------------- the engine -- */

static vt_status take_segment(void *context, const vt_segment *segment) {
  finds *all = context;
  for (size_t i = 0; i < segment->short_count; i++) {
    const vt_short *s = &segment->shorts[i];
    if (s->action != VT_EXPAND || all->count == MOST_FINDS) continue;
    size_t form = 0;
    while (form < FORM_COUNT && (strlen(FORMS[form]) != s->entry.size ||
                                 memcmp(FORMS[form], s->entry.text, s->entry.size) != 0))
      form++;
    size_t offset = (size_t)segment->offset;
    all->items[all->count++] = (find){offset + s->start, offset + s->end, form};
  }
  return VT_OK;
}

static vt_session *session_of(const vt_dictionary *dictionary, finds *all) {
  vt_session *session;
  vt_options options = {.struct_size = sizeof options};
  if (vt_session_new(dictionary, &options, (vt_output){all, NULL, take_segment}, NULL, &session,
                     NULL) != VT_OK)
    fail("no session", "naive");
  return session;
}

static void find_by_engine(vt_session *session, const bytes *text, finds *all) {
  all->count = 0;
  if (vt_session_feed(session, text->data, text->size) != VT_OK ||
      vt_session_finish(session) != VT_OK)
    fail("the session failed", "naive");
}

static vt_dictionary *dictionary_of_yaml(void) {
  bytes yaml = {0};
  vt_dictionary *made;
  for (size_t i = 0; i < FORM_COUNT; i++) {
    char line[128];
    int size = snprintf(line, sizeof line, "\"%s\": ruộng đồng\n", FORMS[i]);
    bytes_append(&yaml, line, (size_t)size);
  }
  if (vt_dictionary_parse((vt_span){yaml.data, yaml.size}, "naive.yaml", NULL, NULL, NULL, NULL,
                          &made, NULL) != VT_OK)
    fail("no dictionary", "naive");
  bytes_clear(&yaml);
  return made;
}

static vt_status write_file(void *context, const char *data, size_t size) {
  return fwrite(data, 1, size, context) == size ? VT_OK : VT_ERR_WRITE;
}

/* The same, through an image in a file. */
static vt_dictionary *dictionary_of_image(const vt_dictionary *yaml) {
  char path[] = "naive-XXXXXX";
  const char *const paths[] = {path};
  int fd = mkstemp(path);
  FILE *out = fd >= 0 ? fdopen(fd, "wb") : NULL;
  vt_dictionary *made;
  if (!out || vt_dictionary_write(yaml, (vt_sink){out, write_file}, NULL) != VT_OK || fclose(out))
    fail("no image", "naive");
  if (vt_dictionary_open(paths, 1, NULL, NULL, NULL, NULL, &made, NULL) != VT_OK)
    fail("the image cannot be opened", "naive");
  unlink(path);
  return made;
}

/* -------------------------------------------------------- comparison -- */

static bool same(const finds *a, const finds *b) {
  if (a->count != b->count) return false;
  for (size_t i = 0; i < a->count; i++)
    if (a->items[i].start != b->items[i].start || a->items[i].end != b->items[i].end ||
        a->items[i].form != b->items[i].form)
      return false;
  return true;
}

static void show(const char *who, const finds *all) {
  fprintf(stderr, "%s:", who);
  for (size_t i = 0; i < all->count; i++)
    fprintf(stderr, " %zu-%zu %s", all->items[i].start, all->items[i].end,
            FORMS[all->items[i].form]);
  fprintf(stderr, "\n");
}

int main(int argc, char **argv) {
  unsigned long cases = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
  static finds wanted, of_yaml, of_image;
  uint64_t state = 88172645463325252u;
  size_t found = 0;
  key forms[FORM_COUNT];
  for (size_t i = 0; i < FORM_COUNT; i++) forms[i] = key_of(FORMS[i], strlen(FORMS[i]));
  vt_dictionary *yaml = dictionary_of_yaml(), *image = dictionary_of_image(yaml);
  vt_session *first = session_of(yaml, &of_yaml), *second = session_of(image, &of_image);
  for (unsigned long i = 0; i < cases; i++) {
    bytes text = text_of_pieces(&state, PIECES, sizeof PIECES / sizeof *PIECES, MOST_PIECES);
    find_naively(&text, forms, &wanted);
    find_by_engine(first, &text, &of_yaml);
    find_by_engine(second, &text, &of_image);
    if (!same(&wanted, &of_yaml) || !same(&wanted, &of_image)) {
      fprintf(stderr, "%.*s\n", (int)text.size, text.data);
      show("naive ", &wanted);
      show("engine", &of_yaml);
      show("image ", &of_image);
      fail("another result", "naive");
    }
    found += wanted.count;
    bytes_clear(&text);
  }
  vt_session_free(first);
  vt_session_free(second);
  vt_dictionary_free(yaml);
  vt_dictionary_free(image);
  printf("%lu texts, %zu forms found by all\n", cases, found);
  return found == 0;
}

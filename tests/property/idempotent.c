/* Expanding the expanded text again changes nothing, in every style, whatever is
 * done about ambiguous forms: on all texts of files. On texts put together by
 * chance, where sentences make no sense, at most ALLOWED in a million may change:
 * readings hang on what stands around them, and the first expansion alters that.
 *   idempotent CASES FILE… */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "texts.h"

enum { STYLES = 4, WAYS = 2 * STYLES, MOST_PIECES = 12, ALLOWED = 600 };

static const char *const PIECES[] = {"LLVT",
                                     "SSCĐ",
                                     "UBND ",
                                     "HĐND ",
                                     "TT ",
                                     "CT ",
                                     "KT. ",
                                     "QS",
                                     "TP. ",
                                     "TP.Huế",
                                     "đ/c ",
                                     "QK5",
                                     "e95",
                                     "d1/e95/f2",
                                     "12/QĐ-UBND ",
                                     "30/2020/NĐ-CP ",
                                     "QP-AN",
                                     "(",
                                     ")",
                                     "\"",
                                     ". ",
                                     ", ",
                                     "; ",
                                     ": ",
                                     " - ",
                                     "–",
                                     "/",
                                     "&",
                                     "\n",
                                     "\n\n",
                                     "\r\n",
                                     "\t",
                                     " ",
                                     "\xC2\xA0",
                                     " xã ",
                                     " Đảng ủy ",
                                     " của ",
                                     " năm 2023 ",
                                     "lực lượng vũ trang (LLVT) ",
                                     "(sau đây gọi tắt là ",
                                     "TM. ",
                                     "1. ",
                                     "a) ",
                                     "| ",
                                     "BÁO CÁO ",
                                     "XÃ HÒA MỸ ",
                                     "Ð",
                                     "U\xCC\x9B",
                                     "\xFF",
                                     "BCH ",
                                     "PCTT ",
                                     "huyện ",
                                     "thực hiện "};

typedef struct expander {
  vt_session *session;
  bytes text;
} expander;

static vt_status take(void *context, const char *data, size_t size) {
  bytes_append(&((expander *)context)->text, data, size);
  return VT_OK;
}

static void expander_open(expander *e, int way) {
  vt_options options = {.struct_size = sizeof options,
                        .style = (vt_style)(way % STYLES),
                        .on_ambiguous = way < STYLES ? VT_AMBIGUOUS_KEEP : VT_AMBIGUOUS_BEST};
  vt_output output = {e, take, NULL};
  *e = (expander){0};
  if (vt_session_new(vt_dictionary_builtin(), &options, output, NULL, &e->session, NULL) != VT_OK)
    fail("no session", "idempotent");
}

static void expander_close(expander *e) {
  vt_session_free(e->session);
  bytes_clear(&e->text);
}

static void expand(expander *e, const bytes *text) {
  e->text.size = 0;
  if (vt_session_feed(e->session, text->data, text->size) != VT_OK ||
      vt_session_finish(e->session) != VT_OK)
    fail("the session failed", "idempotent");
}

static bool changes(expander *once, expander *twice, const bytes *text) {
  expand(once, text);
  expand(twice, &once->text);
  return !bytes_same(&once->text, &twice->text);
}

static void show(const char *name, const bytes *b) {
  fprintf(stderr, "%s: %.*s\n", name, (int)b->size, b->data);
}

static size_t check_files(expander *once, expander *twice, const texts *all) {
  size_t changed = 0;
  for (size_t i = 0; i < all->count; i++) {
    if (!changes(once, twice, &all->items[i])) continue;
    show("once ", &once->text);
    show("twice", &twice->text);
    changed++;
  }
  return changed;
}

static size_t check_generated(expander *once, expander *twice, unsigned long cases, uint64_t seed) {
  size_t changed = 0;
  for (unsigned long i = 0; i < cases; i++) {
    bytes text = text_of_pieces(&seed, PIECES, sizeof PIECES / sizeof *PIECES, MOST_PIECES);
    changed += changes(once, twice, &text);
    bytes_clear(&text);
  }
  return changed;
}

int main(int argc, char **argv) {
  unsigned long cases = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
  if (cases == 0 || argc < 3) fail("usage: idempotent CASES FILE…", "idempotent");
  texts all = texts_read(argv + 2, (size_t)argc - 2);
  size_t files_changed = 0, changed = 0;
  for (int way = 0; way < WAYS; way++) {
    expander once, twice;
    expander_open(&once, way);
    expander_open(&twice, way);
    files_changed += check_files(&once, &twice, &all);
    changed += check_generated(&once, &twice, cases, 88172645463325252u + (unsigned)way);
    expander_close(&once);
    expander_close(&twice);
  }
  printf("%zu of %zu texts in %d ways change, %zu of %lu generated ones\n", files_changed,
         all.count * WAYS, WAYS, changed, cases * WAYS);
  texts_clear(&all);
  return files_changed > 0 || changed * 1000000 > ALLOWED * cases * WAYS;
}

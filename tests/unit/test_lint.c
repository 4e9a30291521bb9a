/* Broken dictionaries: tests/lint/NAME.yaml and the exact messages, NAME.err.
 * "NAME.builtin.yaml" is read as one of the library's own. With UPDATE=1 in the
 * environment the messages are written anew, for review. */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "dict/compile.h"

enum { PATH_BYTES = 512, NAMES_MAX = 200, MESSAGES_BYTES = 1 << 20 };

typedef struct messages {
  char text[MESSAGES_BYTES];
  size_t size;
} messages;

/* FILE:LINE:COL: message; remarks are marked, and so is a second place. */
static void add_message(void *context, const vt_error *fault) {
  messages *m = context;
  const char *name = strrchr(fault->source, '/');
  char related[64] = "";
  if (fault->related.line)
    snprintf(related, sizeof related, " [%zu:%zu]", fault->related.line, fault->related.column_cp);
  int size = snprintf(m->text + m->size, sizeof m->text - m->size, "%s:%zu:%zu: %s%s%s\n",
                      name ? name + 1 : fault->source, fault->at.line, fault->at.column_cp,
                      fault->status == VT_OK ? "(remark) " : "", fault->message, related);
  if (size > 0) m->size += (size_t)size;
}

static bool read_whole(const char *path, char *text, size_t room) {
  FILE *in = fopen(path, "rb");
  if (!in) return false;
  size_t size = fread(text, 1, room - 1, in);
  text[size] = '\0';
  return fclose(in) == 0;
}

static bool write_whole(const char *path, const char *text) {
  FILE *out = fopen(path, "wb");
  if (!out) return false;
  bool written = fputs(text, out) >= 0;
  return fclose(out) == 0 && written;
}

static void compile_one(const char *path, messages *found) {
  const compile_input input = {.memory = memory_or_default(NULL),
                               .strict = strstr(path, ".builtin.") != NULL,
                               .report = add_message,
                               .report_context = found};
  void *image = NULL;
  size_t size_bytes = 0;
  vt_error err = {.status = VT_OK};
  vt_status status = compile_files(&input, &path, 1, &image, &size_bytes, &err);
  memory_free(&input.memory, image);
  int size = snprintf(found->text + found->size, sizeof found->text - found->size, "= %s\n",
                      vt_status_text(status));
  if (size > 0) found->size += (size_t)size;
}

static bool check_one(const char *name) {
  static messages found;
  static char wanted[MESSAGES_BYTES];
  char path[PATH_BYTES], expected[PATH_BYTES];
  snprintf(path, sizeof path, "%s/lint/%s", TESTS_FOLDER, name);
  snprintf(expected, sizeof expected, "%.*s.err", (int)(strlen(path) - strlen(".yaml")), path);
  found.size = 0;
  compile_one(path, &found);
  if (getenv("UPDATE")) return write_whole(expected, found.text);
  if (!read_whole(expected, wanted, sizeof wanted)) wanted[0] = '\0';
  if (strcmp(wanted, found.text) == 0) return true;
  printf("%s: wanted\n%s---- found\n%s", name, wanted, found.text);
  return false;
}

static int compare_names(const void *a, const void *b) { return strcmp(a, b); }

int main(void) {
  static char names[NAMES_MAX][128];
  size_t count = 0, failed = 0;
  DIR *folder = opendir(TESTS_FOLDER "/lint");
  if (!folder) return 1;
  for (struct dirent *item; count < NAMES_MAX && (item = readdir(folder));) {
    const char *end = strrchr(item->d_name, '.');
    if (end && strcmp(end, ".yaml") == 0)
      snprintf(names[count++], sizeof names[0], "%.127s", item->d_name);
  }
  closedir(folder);
  qsort(names, count, sizeof names[0], compare_names);
  for (size_t i = 0; i < count; i++) failed += !check_one(names[i]);
  printf("%zu of %zu dictionaries give other messages\n", failed, count);
  return failed > 0 || count == 0;
}

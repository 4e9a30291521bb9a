/* viettat-dictc OUT.c FILE.yaml… — compile the library's own dictionary and write
 * its image as a C array. Part of the build; runs on the building machine. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "dict/compile.h"

enum { WORDS_PER_LINE = 6 };

static void show(const vt_error *e) {
  if (e->source[0]) fprintf(stderr, "%s:", e->source);
  if (e->at.line) fprintf(stderr, "%zu:%zu:", e->at.line, e->at.column_cp);
  fprintf(stderr, " %s\n", e->message);
}

/* Remarks are for `viettat lint`; the build is stopped by faults only. */
static void report(void *context, const vt_error *fault) {
  (void)context;
  if (fault->status != VT_OK) show(fault);
}

static int compare_paths(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool write_words(FILE *out, const uint64_t *words, size_t count) {
  fprintf(out, "/* Written by viettat-dictc from dictionaries/; do not edit. */\n"
               "#include <stdint.h>\n"
               "extern const uint64_t viettat_builtin_image[];\n"
               "_Alignas(64) const uint64_t viettat_builtin_image[] = {");
  for (size_t i = 0; i < count; i++)
    fprintf(out, "%s0x%" PRIx64 ",", i % WORDS_PER_LINE ? "" : "\n", words[i]);
  fprintf(out, "\n};\n");
  return !ferror(out);
}

static bool write_image(const char *path, const void *image, size_t size_bytes) {
  FILE *out = fopen(path, "wb");
  if (!out) return false;
  bool written = write_words(out, image, size_bytes / sizeof(uint64_t));
  if (fclose(out) != 0) written = false;
  if (!written) (void)remove(path);
  return written;
}

int main(int argc, char **argv) {
  if (argc < 2) {
    fprintf(stderr, "usage: viettat-dictc OUT.c FILE.yaml...\n");
    return 2;
  }
  /* Sorted, so that the order of arguments is not in the image. */
  qsort(argv + 2, (size_t)argc - 2, sizeof *argv, compare_paths);
  const compile_input input = {.memory = memory_or_default(NULL), .strict = true, .report = report};
  void *image = NULL;
  size_t size_bytes = 0;
  vt_error err = {.status = VT_OK};
  vt_status status = compile_files(&input, (const char *const *)argv + 2, (size_t)argc - 2, &image,
                                   &size_bytes, &err);
  if (status == VT_OK) status = image_check(image, size_bytes, &err);
  if (status != VT_OK) {
    if (status != VT_ERR_DICTIONARY) show(&err);
    return 1;
  }
  bool written = write_image(argv[1], image, size_bytes);
  memory_free(&input.memory, image);
  if (!written) fprintf(stderr, "viettat-dictc: cannot write %s\n", argv[1]);
  return written ? 0 : 1;
}

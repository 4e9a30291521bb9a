/* Runs a fuzz target over the files of folders, without a fuzzer. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

enum { PATH_BYTES = 1024, SEED_BYTES = 1 << 22 };

static void replay(const char *path) {
  static uint8_t seed[SEED_BYTES];
  FILE *in = fopen(path, "rb");
  if (!in) return;
  size_t size = fread(seed, 1, sizeof seed, in);
  fclose(in);
  uint8_t *exact = malloc(size ? size : 1); /* a sanitizer sees reads behind it */
  if (!exact) return;
  memcpy(exact, seed, size);
  (void)LLVMFuzzerTestOneInput(exact, size);
  free(exact);
}

static size_t replay_folder(const char *name) {
  DIR *folder = opendir(name);
  size_t count = 0;
  if (!folder) return 0;
  for (struct dirent *item; (item = readdir(folder));) {
    char path[PATH_BYTES];
    if (item->d_name[0] == '.') continue;
    int size = snprintf(path, sizeof path, "%s/%s", name, item->d_name);
    if (size < 0 || (size_t)size >= sizeof path) continue;
    replay(path);
    count++;
  }
  closedir(folder);
  return count;
}

int main(int argc, char **argv) {
  size_t count = 0;
  for (int i = 1; i < argc; i++) count += replay_folder(argv[i]);
  printf("%zu seeds\n", count);
  return count == 0; /* a test without seeds tests nothing */
}

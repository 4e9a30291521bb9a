/* Every vector kernel finds the candidates that the scalar one finds: on random
 * bytes, on bytes drawn from what matters to it, and on files, from every start. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/scan.h"
#include "record.h"

enum { TEXT_BYTES = 300, ROUNDS = 20000, PLACES = 4096 };

static size_t run(scan_kernel *kernel, const char *text, size_t size, size_t room,
                  uint32_t *places) {
  size_t at = 0, count = 0;
  while (at < size) {
    size_t before = at, made = kernel(text, size, &at, places + count, room);
    count += made;
    if (at == before || made > room) fail("the kernel stands still", "kernels");
  }
  return count;
}

static void compare(const char *text, size_t size) {
  static uint32_t wanted[PLACES], got[PLACES];
  scan_choice choices[4];
  size_t known = scan_choices(choices);
  size_t count = run(scan_scalar, text, size, SCAN_BLOCK * 2, wanted);
  for (size_t i = 0; i < known; i++)
    for (size_t room = SCAN_BLOCK; room <= SCAN_BLOCK * 3; room += 31) {
      size_t found = run(choices[i].run, text, size, room, got);
      if (found != count || memcmp(wanted, got, count * sizeof *got) != 0)
        fail("finds other candidates than the scalar kernel", choices[i].name);
    }
}

static void compare_random(void) {
  static const char SIGNS[] =
      "AZaz09.-/& \n()\xC3\xC4\xC6\xE1\x90\x91\x80\xBB\xBA\xAF\xB0\x82tcxpbdUO\xCC\x9B\x86\xFF|";
  static char text[TEXT_BYTES];
  srand(7);
  for (int round = 0; round < ROUNDS; round++) {
    size_t size = (size_t)rand() % TEXT_BYTES;
    for (size_t i = 0; i < size; i++)
      text[i] = round % 2 ? (char)rand() : SIGNS[(size_t)rand() % (sizeof SIGNS - 1)];
    compare(text, size);
  }
}

static void compare_file(const char *path) {
  bytes content = bytes_read(path);
  size_t most = content.size < PLACES ? content.size : PLACES;
  for (size_t start = 0; start < most; start++) {
    size_t size = content.size - start < 200 ? content.size - start : 200;
    char *exact = malloc(size + 1); /* a sanitizer sees reads behind it */
    if (!exact) fail("no memory", path);
    memcpy(exact, content.data + start, size);
    compare(exact, size);
    free(exact);
  }
  bytes_clear(&content);
}

int main(int argc, char **argv) {
  scan_choice choices[4];
  size_t known = scan_choices(choices);
  for (size_t i = 0; i < known; i++) printf("%s ", choices[i].name);
  compare_random();
  for (int i = 1; i < argc; i++) compare_file(argv[i]);
  printf("agree on %d texts and %d files\n", ROUNDS, argc - 1);
  return 0;
}

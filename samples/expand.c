/* Expand the words of the command line with the built-in dictionary:
 *   cc expand.c $(pkg-config --cflags --libs viettat) -o expand
 *   ./expand 'LLVT địa phương SSCĐ' */
#include <stdio.h>
#include <string.h>
#include <viettat.h>

int main(int argc, char **argv) {
  vt_options options = {.struct_size = sizeof options, .style = VT_STYLE_FIRST};
  for (int i = 1; i < argc; i++) {
    vt_span text = {argv[i], strlen(argv[i])};
    vt_error err = {0};
    char *expanded;
    size_t size;
    if (vt_expand(vt_dictionary_builtin(), &options, text, NULL, &expanded, &size, &err) != VT_OK) {
      fprintf(stderr, "expand: %s\n", err.message);
      return 1;
    }
    fwrite(expanded, 1, size, stdout);
    putchar('\n');
    vt_free(expanded, NULL);
  }
  return 0;
}

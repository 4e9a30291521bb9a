/* entries: the built-in dictionary as "form TAB long form" lines, one reading each:
 * the list that sed and perl are given. */
#include <stdio.h>

#include "viettat.h"

static void print_span(vt_span s, char end) {
  fwrite(s.text, 1, s.size, stdout);
  putchar(end);
}

typedef struct last_entry {
  vt_span name;
} last_entry;

/* The readings of an entry come together; the first one is taken. */
static bool print_sense(void *context, const vt_sense *sense) {
  last_entry *last = context;
  if (sense->kept || sense->proposed || last->name.text == sense->entry.text) return true;
  last->name = sense->entry;
  print_span(sense->entry, '\t');
  print_span(sense->long_form, '\n');
  return true;
}

int main(void) {
  last_entry last = {{NULL, 0}};
  vt_dictionary_visit(vt_dictionary_builtin(), print_sense, &last);
  return fflush(stdout) == 0 ? 0 : 1;
}

/* What is made of a document does not depend on the documents before it: a session that
 * reads them from the last to the first makes the same as one that reads them in order.
 *   order FILE… */
#include <stdio.h>
#include <stdlib.h>

#include "texts.h"

static vt_session *session_to(record *made) {
  const vt_options options = {.struct_size = sizeof options,
                              .style = VT_STYLE_FIRST,
                              .kept_forms = true,
                              .details = true,
                              .entity_types = (1u << VT_ENTITY_TYPES) - 1};
  vt_session *session = NULL;
  if (vt_session_new(vt_dictionary_builtin(), &options, record_output(made), NULL, &session,
                     NULL) != VT_OK)
    fail("no session", "order");
  return session;
}

/* What the session makes of the text; `made` is what it writes to. */
static record read_text(vt_session *session, record *made, const bytes *text) {
  *made = (record){0};
  if (vt_session_feed(session, text->data, text->size) != VT_OK ||
      vt_session_finish(session) != VT_OK)
    fail("a text failed", "order");
  return *made;
}

int main(int argc, char **argv) {
  texts all = texts_read(argv + 1, (size_t)argc - 1);
  record made, *wanted = calloc(all.count + 1, sizeof *wanted);
  if (!wanted) fail("no memory", "order");
  vt_session *forward = session_to(&made), *backward = session_to(&made);
  for (size_t i = 0; i < all.count; i++) wanted[i] = read_text(forward, &made, &all.items[i]);
  for (size_t i = all.count; i-- > 0;) {
    record got = read_text(backward, &made, &all.items[i]);
    if (!bytes_same(&got.text, &wanted[i].text) || !bytes_same(&got.found, &wanted[i].found)) {
      fprintf(stderr, "%.*s\n", (int)all.items[i].size, all.items[i].data);
      fail("the result depends on the texts before", "order");
    }
    record_clear(&got);
    record_clear(&wanted[i]);
  }
  vt_session_free(forward);
  vt_session_free(backward);
  free(wanted);
  printf("%zu texts\n", all.count);
  int nothing = all.count == 0;
  texts_clear(&all);
  return nothing;
}

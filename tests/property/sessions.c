/* Sessions made and freed, used or not: nothing is left behind. Meant for valgrind.
 *   sessions COUNT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "record.h"

/* One that finds entities takes hundreds of times as long to make. */
enum { STYLES = 4, ENTITIES_EVERY = 500 };

static const char *const USES[] = {"", "Ban CHQS quận trực SSCĐ.\n\nĐ/c CT UBND xã dự.",
                                   "lực lượng vũ trang (LLVT), gọi là LLVT", "\xC4\xFF\r\n(",
                                   "Căn cứ NĐ số 30/2020/NĐ-CP của CP"};

static void use_one(size_t number) {
  record made = {0};
  vt_session *session;
  vt_options options = {.struct_size = sizeof options,
                        .style = (vt_style)(number % STYLES),
                        .details = number % 3 == 0,
                        .kept_forms = number % 7 == 0};
  if (number % ENTITIES_EVERY == 0) options.entity_types = (1u << VT_ENTITY_TYPES) - 1;
  if (vt_session_new(vt_dictionary_builtin(), &options, record_output(&made), NULL, &session,
                     NULL) != VT_OK)
    fail("no session", "sessions");
  const char *text = USES[number % (sizeof USES / sizeof *USES)];
  bool left_open = number % 11 == 0, unused = number % 13 == 0;
  if (!unused && vt_session_feed(session, text, strlen(text)) != VT_OK) fail("feed", "sessions");
  if (!left_open && vt_session_finish(session) != VT_OK) fail("finish", "sessions");
  vt_session_free(session);
  record_clear(&made);
}

int main(int argc, char **argv) {
  size_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
  for (size_t i = 0; i < count; i++) use_one(i);
  printf("%zu sessions\n", count);
  return count == 0;
}

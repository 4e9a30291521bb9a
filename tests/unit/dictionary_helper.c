#include "dictionary_helper.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"

vt_dictionary *dictionary_of(const char *yaml, const vt_dictionary *base) {
  vt_dictionary *made = NULL;
  vt_error err;
  vt_status status = vt_dictionary_parse((vt_span){yaml, strlen(yaml)}, "test.yaml", base, NULL,
                                         NULL, NULL, &made, &err);
  if (status != VT_OK) print_error("%zu:%zu: %s\n", err.at.line, err.at.column_cp, err.message);
  assert_int_equal(status, VT_OK);
  assert_non_null(made);
  return made;
}

static bool join_reading(void *context, const vt_sense *sense) {
  char *joined = context;
  if (joined[0]) strcat(joined, " | ");
  strncat(joined, sense->long_form.text, sense->long_form.size);
  return true;
}

const char *readings_of(const vt_dictionary *dictionary, const char *form) {
  static char joined[1024];
  joined[0] = '\0';
  vt_dictionary_lookup(dictionary, (vt_span){form, strlen(form)}, join_reading, joined);
  return joined;
}

bool find_key(const vt_dictionary *dictionary, const char *key, dictionary_match *match) {
  size_t size = strlen(key);
  return dictionary_find(dictionary, hash_bytes(HASH_SEED, key, size), key, size, match);
}

static void *failing_resize(void *context, void *block, size_t size_bytes) {
  failing_memory *state = context;
  if (size_bytes == 0) {
    state->blocks -= block != NULL;
    free(block);
    return NULL;
  }
  if (++state->calls == state->fail_at) return NULL;
  void *grown = realloc(block, size_bytes);
  state->blocks += !block && grown;
  return grown;
}

vt_allocator failing_allocator(failing_memory *state) {
  return (vt_allocator){state, failing_resize};
}

static vt_status keep(void *context, const char *bytes, size_t size_bytes) {
  kept_bytes *kept = context;
  char *grown = realloc(kept->data, kept->size + size_bytes + 1);
  if (!grown) return VT_ERR_MEMORY;
  memcpy(grown + kept->size, bytes, size_bytes);
  kept->data = grown;
  kept->size += size_bytes;
  return VT_OK;
}

vt_sink keeping_sink(kept_bytes *kept) { return (vt_sink){kept, keep}; }

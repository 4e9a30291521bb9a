/* What the tests of the dictionary layer share. Include before cmocka.h. */
#ifndef TEST_DICTIONARY_HELPER_H
#define TEST_DICTIONARY_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dict/dictionary.h"

/* Compile a YAML text over `base`; the test fails where that fails. */
vt_dictionary *dictionary_of(const char *yaml, const vt_dictionary *base);

/* Every long form of `form`, joined by " | ", in a static buffer. */
const char *readings_of(const vt_dictionary *dictionary, const char *form);

/* dictionary_find for a key as it is. */
bool find_key(const vt_dictionary *dictionary, const char *key, dictionary_match *match);

/* An allocator that fails at the call number `fail_at` (from 1; 0: never) and counts
 * what has not been given back. */
typedef struct failing_memory {
  size_t calls, fail_at, blocks;
} failing_memory;
vt_allocator failing_allocator(failing_memory *state);

/* A sink that keeps all. */
typedef struct kept_bytes {
  char *data;
  size_t size;
} kept_bytes;
vt_sink keeping_sink(kept_bytes *kept);

#endif

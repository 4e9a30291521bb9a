/* What every fuzz target offers. */
#ifndef TEST_FUZZ_H
#define TEST_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Always 0; a finding aborts, or a sanitizer does. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif

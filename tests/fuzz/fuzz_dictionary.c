/* Any bytes as a YAML dictionary, alone and laid over another: a clean fault or a
 * dictionary whose image is sound. */
#include <stdlib.h>

#include "dict/dictionary.h"
#include "fuzz.h"

static const char BELOW[] = "AB: anh ba\nCD: con dao\n";

static void count_fault(void *context, const vt_error *fault) {
  (void)fault;
  ++*(size_t *)context;
}

static void check(const vt_dictionary *base, vt_span yaml) {
  vt_dictionary *made = NULL;
  vt_error err;
  size_t faults = 0;
  vt_status status =
      vt_dictionary_parse(yaml, "fuzz.yaml", base, NULL, count_fault, &faults, &made, &err);
  if ((status == VT_OK) != (made != NULL) || (status == VT_ERR_DICTIONARY && faults == 0)) abort();
  if (made && image_check(made->image, (size_t)made->image->size_bytes, NULL) != VT_OK) abort();
  vt_dictionary_facts facts;
  if (made) vt_dictionary_describe(made, &facts);
  vt_dictionary_free(made);
}

/* Made once; never given back. */
static const vt_dictionary *dictionary_below(void) {
  static vt_dictionary *below;
  if (!below && vt_dictionary_parse((vt_span){BELOW, sizeof BELOW - 1}, "below", NULL, NULL, NULL,
                                    NULL, &below, NULL) != VT_OK)
    abort();
  return below;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  check(NULL, (vt_span){(const char *)data, size});
  check(dictionary_below(), (vt_span){(const char *)data, size});
  return 0;
}

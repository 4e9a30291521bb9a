#include "dictionary.h"

const vt_dictionary *dictionary_base(const settings *s) {
  return s->no_builtin ? vt_dictionary_empty() : vt_dictionary_builtin();
}

void dictionary_fault(void *context, const vt_error *fault) { message_fault(context, fault); }

/* A failure that is no fault of a file has not been reported. */
static void say_failure(output *err, const vt_error *failure) {
  bool reported = failure->status == VT_ERR_DICTIONARY;
  if (!reported) message_fault(err, failure);
}

const vt_dictionary *dictionary_load(const settings *s, output *err, vt_dictionary **owned) {
  *owned = NULL;
  const vt_dictionary *base = dictionary_base(s);
  if (s->dictionary_count == 0) return base;
  vt_error failure = {0};
  vt_status status = vt_dictionary_open(s->dictionaries, s->dictionary_count, base, NULL,
                                        dictionary_fault, err, owned, &failure);
  if (status != VT_OK) say_failure(err, &failure);
  return *owned;
}

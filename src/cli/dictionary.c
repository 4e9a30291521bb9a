#include "dictionary.h"

/* Remarks are for lint: the dictionary is usable. */
static void dictionary_fault(void *context, const vt_error *fault) {
  if (fault->status != VT_OK) message_fault(context, fault);
}

/* A failure that is no fault of a file has not been reported. */
bool dictionary_open(const char *const *paths, size_t count, const vt_dictionary *base, output *err,
                     vt_dictionary **out) {
  vt_error failure = {0};
  vt_status status =
      vt_dictionary_open(paths, count, base, NULL, dictionary_fault, err, out, &failure);
  if (status != VT_OK && status != VT_ERR_DICTIONARY) message_fault(err, &failure);
  return status == VT_OK;
}

static vt_status ignore_segment(void *context, const vt_segment *segment) {
  (void)context, (void)segment;
  return VT_OK;
}

bool dictionary_try(const vt_dictionary *dictionary, vt_error *failure) {
  const vt_options options = {.struct_size = sizeof options,
                              .entity_types = (1u << VT_ENTITY_TYPES) - 1};
  const vt_output ways = {.segment = ignore_segment};
  vt_session *session = NULL;
  vt_status status = vt_session_new(dictionary, &options, ways, NULL, &session, failure);
  vt_session_free(session);
  return status == VT_OK;
}

const vt_dictionary *dictionary_load(const settings *s, output *err, vt_dictionary **owned) {
  const vt_dictionary *base = s->no_builtin ? vt_dictionary_empty() : vt_dictionary_builtin();
  *owned = NULL;
  if (s->dictionary_count == 0) return base;
  dictionary_open(s->dictionaries, s->dictionary_count, base, err, owned);
  vt_error failure = {0};
  if (*owned && s->command->id & ANNOTATE && s->entities && !dictionary_try(*owned, &failure)) {
    message_fault(err, &failure);
    vt_dictionary_free(*owned);
    *owned = NULL;
  }
  return *owned;
}

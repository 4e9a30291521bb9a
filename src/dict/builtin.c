/* The dictionary inside the library. Its image was checked when it was written,
 * at build time, and is used as it lies in the program. */
#include "dict/dictionary.h"

extern const uint64_t viettat_builtin_image[]; /* written by viettat-dictc */

const vt_dictionary *vt_dictionary_builtin(void) {
  static const vt_dictionary BUILTIN = {.image = (const void *)viettat_builtin_image};
  return &BUILTIN;
}

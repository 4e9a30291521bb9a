/* From files to an image: reads, checks and lays dictionaries over one another. */
#ifndef VT_DICT_COMPILE_H
#define VT_DICT_COMPILE_H

#include "dict/dictionary.h"

typedef struct compile_input {
  const vt_dictionary *base; /* or NULL */
  vt_allocator memory;
  bool strict; /* the files are one dictionary, the library's own: a form twice is
                  a fault, and so is a reading without source or English */
  vt_report *report;
  void *report_context;
} compile_input;

/* On VT_OK *image is a block of the allocator. Otherwise it is NULL and *err, if
 * given, holds the first fault. */
vt_status compile_files(const compile_input *input, const char *const *paths, size_t count,
                        void **image, size_t *size_bytes, vt_error *err);
vt_status compile_text(const compile_input *input, vt_span yaml, const char *name, void **image,
                       size_t *size_bytes, vt_error *err);

#endif

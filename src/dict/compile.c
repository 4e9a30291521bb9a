#include "dict/compile.h"

#include "base/error.h"
#include "dict/build.h"
#include "dict/file.h"
#include "dict/layer.h"
#include "dict/read.h"
#include "dict/source.h"

static void begin(draft *d, const compile_input *input, vt_error *err) {
  draft_init(d, input->base, &input->memory);
  faults_init(&d->faults, &input->memory, input->report, input->report_context, err);
  d->strict = d->faults.strict = input->strict;
}

static void begin_file(draft *d, const char *name) {
  const char **kept = DRAFT_PUSH(d, file_names);
  if (kept) *kept = name;
  d->file++;
  faults_begin(&d->faults, name);
}

static void read_yaml(draft *d, vt_span yaml) {
  const source_node *root;
  if (source_read(yaml, &d->texts, &d->faults, &root)) read_file(d, root);
}

/* The result, when every file has been read. */
static vt_status end(draft *d, void **image, size_t *size_bytes, vt_error *err) {
  vt_status status = VT_ERR_DICTIONARY;
  if (d->faults.no_memory)
    status = error_set(err, VT_ERR_MEMORY, (vt_position){0, 0, 0}, "out of memory");
  else if (d->faults.total == 0) status = build_image(d, image, size_bytes, err);
  faults_clear(&d->faults);
  draft_clear(d);
  return status;
}

vt_status compile_text(const compile_input *input, vt_span yaml, const char *name, void **image,
                       size_t *size_bytes, vt_error *err) {
  draft d;
  *image = NULL;
  begin(&d, input, err);
  begin_file(&d, name);
  read_yaml(&d, yaml);
  faults_end(&d.faults);
  return end(&d, image, size_bytes, err);
}

/* Images stay open until the end: the draft borrows their texts. */
static vt_status take_file(draft *d, const char *path, file_bytes *file, vt_error *err) {
  vt_status status = file_open(path, &d->memory, file, err);
  if (status != VT_OK) return status;
  begin_file(d, path);
  if (file->is_image) {
    status = image_check(file->data, file->size, err);
    if (status == VT_OK) layer_image(d, (const image_header *)(const void *)file->data);
    else if (err && err->source[0] == '\0') error_source(err, path);
  } else {
    read_yaml(d, (vt_span){file->data, file->size});
    file_close(file);
  }
  faults_end(&d->faults);
  return status;
}

vt_status compile_files(const compile_input *input, const char *const *paths, size_t count,
                        void **image, size_t *size_bytes, vt_error *err) {
  draft d;
  *image = NULL;
  file_bytes *files = memory_new_zeroed(&input->memory, (count + 1) * sizeof *files);
  if (!files) return error_set(err, VT_ERR_MEMORY, (vt_position){0, 0, 0}, "out of memory");
  vt_status status = VT_OK;
  begin(&d, input, err);
  size_t opened = 0;
  for (; opened < count && status == VT_OK; opened++)
    status = take_file(&d, paths[opened], &files[opened], err);
  if (status != VT_OK) d.faults.total++; /* nothing to build */
  vt_status ended = end(&d, image, size_bytes, err);
  for (size_t i = 0; i < opened; i++) file_close(&files[i]);
  memory_free(&input->memory, files);
  return status != VT_OK ? status : ended;
}

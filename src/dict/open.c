/* Making and freeing dictionaries. A file that is an image is used where it lies;
 * everything else becomes one image of its own. */
#include "dict/dictionary.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "dict/compile.h"
#include "dict/file.h"

/* An image without anything: an empty slot ends every search. */
static const struct empty_image {
  image_header header;
  image_slot slot;
  image_class_slot class_slot;
  image_association association;
} EMPTY = {
    .header = {
        .magic = "VIETTAT",
        .version = IMAGE_VERSION,
        .byte_order = IMAGE_BYTE_ORDER,
        .size_bytes = sizeof(struct empty_image),
        .margin_hundredths = DEFAULT_MARGIN_HUNDREDTHS,
        .sections = {[SECTION_SLOTS] = {offsetof(struct empty_image, slot), 1},
                     [SECTION_CLASS_SLOTS] = {offsetof(struct empty_image, class_slot), 1},
                     [SECTION_ASSOCIATIONS] = {offsetof(struct empty_image, association), 1}}}};
static const vt_dictionary EMPTY_DICTIONARY = {.image = &EMPTY.header};

const vt_dictionary *vt_dictionary_empty(void) { return &EMPTY_DICTIONARY; }

static uint64_t layers_hash(const vt_dictionary *dictionary) {
  uint64_t own = dictionary->image->content_hash;
  const vt_dictionary *base = dictionary->base;
  return base ? hash_content(dictionary_hash(base), &own, sizeof own) : own;
}

static size_t depth_of(const vt_dictionary *dictionary) {
  size_t depth = 0;
  for (; dictionary; dictionary = dictionary->base) depth++;
  return depth;
}

/* Takes the bytes over on VT_OK. */
static vt_status make(const vt_dictionary *base, const vt_allocator *memory, const void *image,
                      void *owned, size_t mapped_bytes, vt_dictionary **out, vt_error *err) {
  if (depth_of(base) >= DICTIONARY_LAYERS_MAX)
    return error_set(err, VT_ERR_LIMIT, (vt_position){0, 0, 0},
                     "more than %d dictionaries over one another; open several files at once",
                     DICTIONARY_LAYERS_MAX);
  vt_dictionary *made = memory_new_zeroed(memory, sizeof *made);
  if (!made) return error_set(err, VT_ERR_MEMORY, (vt_position){0, 0, 0}, "out of memory");
  made->image = image;
  made->base = base;
  made->memory = *memory;
  made->owned = owned;
  made->mapped_bytes = mapped_bytes;
  made->hash = layers_hash(made);
  *out = made;
  return VT_OK;
}

static vt_status make_of_block(const compile_input *input, void *image, vt_dictionary **out,
                               vt_error *err) {
  vt_status status = make(input->base, &input->memory, image, image, 0, out, err);
  if (status != VT_OK) memory_free(&input->memory, image);
  return status;
}

/* A single image is not copied. *out stays NULL where the file is none. */
static vt_status open_image(const char *path, const compile_input *input, vt_dictionary **out,
                            vt_error *err) {
  file_bytes file;
  vt_status status = file_open(path, &input->memory, &file, err);
  if (status != VT_OK) return status;
  if (file.is_image) {
    status = image_check(file.data, file.size, err);
    if (status == VT_OK)
      status =
          make(input->base, &input->memory, file.data, file.owned, file.mapped_bytes, out, err);
    else if (err && err->source[0] == '\0') error_source(err, path);
  }
  if (!*out) file_close(&file);
  return status;
}

vt_status vt_dictionary_open(const char *const *paths, size_t count, const vt_dictionary *base,
                             const vt_allocator *memory, vt_report *report, void *report_context,
                             vt_dictionary **out, vt_error *err) {
  if (err) *err = (vt_error){.status = VT_OK};
  if (!out || (count && !paths))
    return error_set(err, VT_ERR_ARGUMENT, (vt_position){0, 0, 0}, "no place for the result");
  *out = NULL;
  const compile_input input = {base, memory_or_default(memory), false, report, report_context};
  void *image = NULL;
  size_t size_bytes = 0;
  vt_status status = VT_OK;
  if (count == 1) status = open_image(paths[0], &input, out, err);
  if (status != VT_OK || *out) return status;
  status = compile_files(&input, paths, count, &image, &size_bytes, err);
  return status == VT_OK ? make_of_block(&input, image, out, err) : status;
}

vt_status vt_dictionary_parse(vt_span yaml, const char *name, const vt_dictionary *base,
                              const vt_allocator *memory, vt_report *report, void *report_context,
                              vt_dictionary **out, vt_error *err) {
  if (err) *err = (vt_error){.status = VT_OK};
  if (!out || (yaml.size && !yaml.text))
    return error_set(err, VT_ERR_ARGUMENT, (vt_position){0, 0, 0}, "no text or no place");
  *out = NULL;
  const compile_input input = {base, memory_or_default(memory), false, report, report_context};
  void *image = NULL;
  size_t size_bytes = 0;
  vt_status status = compile_text(&input, yaml, name ? name : "-", &image, &size_bytes, err);
  return status == VT_OK ? make_of_block(&input, image, out, err) : status;
}

vt_status vt_dictionary_write(const vt_dictionary *dictionary, vt_sink sink, vt_error *err) {
  if (err) *err = (vt_error){.status = VT_OK};
  if (!dictionary || !sink.write)
    return error_set(err, VT_ERR_ARGUMENT, (vt_position){0, 0, 0}, "no dictionary or no sink");
  const image_header *image = dictionary->image;
  vt_status status = sink.write(sink.context, (const char *)image, (size_t)image->size_bytes);
  if (status == VT_OK) return VT_OK;
  return error_set(err, status, (vt_position){0, 0, 0}, "the image could not be written");
}

void vt_dictionary_free(vt_dictionary *dictionary) {
  if (!dictionary || !dictionary->memory.resize) return; /* built-in and empty */
  vt_allocator memory = dictionary->memory;
  file_release(&memory, dictionary->owned, dictionary->mapped_bytes);
  memory_free(&memory, dictionary);
}

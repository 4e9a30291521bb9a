/* Images: the same bytes for the same sources, and nothing damaged is taken. */
#include "dictionary_helper.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "dict/compile.h"

static const char FIRST[] =
    "entries:\n"
    "- {short: [B, B.B], long: bê, cues: {next: [một, hai]}}\n"
    "- {short: A, senses: [{long: a, prior: 1}, {long: an, prior: -1}]}\n"
    "version: \"1\"\n"
    "codes: [{code: QĐ-UBND, long: Quyết định}]\n"
    "parts: {unit: {e: trung đoàn}}\n"
    "compositions: [{pattern: unit number, long: \"[unit] [number]\"}]\n"
    "word-classes:\n"
    "- {class: organ, letters: capital, words: [ban, ban chỉ huy]}\n"
    "- {class: surname, letters: name, words: [Nguyễn, Tôn Nữ]}\n"
    "pieces: [{name: head, pattern: \"<organ>\"}]\n"
    "patterns: [{name: an-organ, type: ORG, pattern: \"{head} 'số' <low>\"}]\n"
    "places: [\"tỉnh Bắc Ninh | 27\", \"xã Tân Lập | 09400 | tỉnh Bắc Ninh\"]\n";
static const char SECOND[] = "entries:\n"
                             "- {short: C, long: cê, en: see, kind: other, source: here}\n"
                             "classes: {organ: [ban, ban chỉ huy]}\n"
                             "word-classes: [{class: field, words: [quân sự]}]\n"
                             "places: [\"xã Tân Lập | 09401 | huyện Cũ | 2025-06-30 | Tân\"]\n";

typedef struct folder {
  char path[3][64]; /* two sources and an image */
} folder;

static void write_file(const char *path, const char *data, size_t size) {
  FILE *out = fopen(path, "wb");
  assert_non_null(out);
  assert_int_equal(fwrite(data, 1, size, out), size);
  assert_int_equal(fclose(out), 0);
}

static int make_files(void **state) {
  folder *f = test_malloc(sizeof *f);
  for (int i = 0; i < 3; i++)
    snprintf(f->path[i], sizeof f->path[i], "test_image_%ld_%d.tmp", (long)getpid(), i);
  write_file(f->path[0], FIRST, strlen(FIRST));
  write_file(f->path[1], SECOND, strlen(SECOND));
  *state = f;
  return 0;
}

static int remove_files(void **state) {
  folder *f = *state;
  for (int i = 0; i < 3; i++) (void)remove(f->path[i]);
  test_free(f);
  return 0;
}

static vt_status open_files(const char *const *paths, size_t count, const vt_allocator *memory,
                            vt_dictionary **out, vt_error *err) {
  return vt_dictionary_open(paths, count, NULL, memory, NULL, NULL, out, err);
}

static kept_bytes image_of(const char *first, const char *second) {
  const char *const paths[] = {first, second};
  vt_dictionary *d = NULL;
  vt_error err;
  kept_bytes kept = {NULL, 0};
  assert_int_equal(open_files(paths, second ? 2 : 1, NULL, &d, &err), VT_OK);
  assert_int_equal(vt_dictionary_write(d, keeping_sink(&kept), &err), VT_OK);
  vt_dictionary_free(d);
  return kept;
}

static void assert_same_bytes(kept_bytes a, kept_bytes b) {
  assert_int_equal(a.size, b.size);
  assert_memory_equal(a.data, b.data, a.size);
}

static void is_the_same_in_any_order(void **state) {
  folder *f = *state;
  kept_bytes forth = image_of(f->path[0], f->path[1]);
  kept_bytes back = image_of(f->path[1], f->path[0]);
  assert_same_bytes(forth, back);
  free(forth.data);
  free(back.data);
}

/* An image alone is mapped; with others it is taken apart and put together. */
static void images_are_files_like_others(void **state) {
  folder *f = *state;
  kept_bytes first = image_of(f->path[0], NULL);
  write_file(f->path[2], first.data, first.size);
  kept_bytes again = image_of(f->path[2], NULL);
  assert_same_bytes(first, again);
  kept_bytes mixed = image_of(f->path[2], f->path[1]);
  kept_bytes sources = image_of(f->path[0], f->path[1]);
  assert_same_bytes(mixed, sources);
  free(first.data);
  free(again.data);
  free(mixed.data);
  free(sources.data);
}

static void cut_images_are_refused(void **state) {
  folder *f = *state;
  kept_bytes whole = image_of(f->path[0], f->path[1]);
  for (size_t size = 0; size < whole.size; size++) {
    uint64_t *copy = malloc(size + 8); /* exact: a sanitizer sees reads behind it */
    assert_non_null(copy);
    memcpy(copy, whole.data, size);
    vt_error err = {.status = VT_OK};
    assert_int_equal(image_check(copy, size, &err), VT_ERR_IMAGE);
    assert_int_equal(err.status, VT_ERR_IMAGE);
    free(copy);
  }
  write_file(f->path[2], whole.data, whole.size - 1);
  vt_dictionary *d = NULL;
  vt_error err;
  const char *const paths[] = {f->path[2], f->path[0]};
  assert_int_equal(open_files(paths, 1, NULL, &d, &err), VT_ERR_IMAGE);
  assert_null(d);
  assert_string_equal(err.source, f->path[2]);
  assert_int_equal(open_files(paths, 2, NULL, &d, &err), VT_ERR_IMAGE);
  assert_null(d);
  free(whole.data);
}

/* A flipped bit is found by the checksum; with the checksum made right again, the
 * image is either refused or safe to use. */
static void damaged_images_are_refused_or_safe(void **state) {
  folder *f = *state;
  kept_bytes whole = image_of(f->path[0], f->path[1]);
  for (size_t at = 0; at < whole.size * 8; at++) {
    size_t byte = at / 8;
    whole.data[byte] = (char)(whole.data[byte] ^ 1 << at % 8);
    image_header *image = (void *)whole.data;
    assert_int_equal(image_check(image, whole.size, NULL), VT_ERR_IMAGE);
    if (image->size_bytes == whole.size) {
      uint64_t checksum = image->checksum;
      image->checksum = image->content_hash = image_content_hash(image);
      if (image_check(image, whole.size, NULL) == VT_OK) {
        vt_dictionary d = {.image = image};
        (void)readings_of(&d, "B.B");
        (void)readings_of(&d, "A");
        (void)dictionary_class(&d, 5);
      }
      image->checksum = image->content_hash = checksum;
    }
    whole.data[byte] = (char)(whole.data[byte] ^ 1 << at % 8);
  }
  assert_int_equal(image_check(whole.data, whole.size, NULL), VT_OK);
  free(whole.data);
}

static void survives_failing_memory(void **state) {
  folder *f = *state;
  const char *const paths[] = {f->path[0], f->path[1]};
  kept_bytes image = image_of(f->path[1], NULL);
  write_file(f->path[2], image.data, image.size);
  free(image.data);
  const char *const mixed[] = {f->path[2], f->path[0]};
  const char *const *const all[] = {paths, mixed};
  for (size_t which = 0; which < 2; which++) {
    for (size_t count = 1; count <= 2; count++) {
      vt_status status = VT_ERR_MEMORY;
      for (size_t fail_at = 1; status != VT_OK; fail_at++) {
        assert_true(fail_at < 5000);
        failing_memory memory = {0, fail_at, 0};
        vt_allocator allocator = failing_allocator(&memory);
        vt_dictionary *d = NULL;
        vt_error err;
        status = open_files(all[which], count, &allocator, &d, &err);
        assert_true(status == VT_OK || status == VT_ERR_MEMORY);
        assert_int_equal(err.status, status);
        assert_true((d == NULL) == (status != VT_OK));
        vt_dictionary_free(d);
        assert_int_equal(memory.blocks, 0);
      }
    }
  }
}

static void missing_files_are_named(void **state) {
  (void)state;
  const char *const paths[] = {"no/such/file.yaml"};
  vt_dictionary *d = NULL;
  vt_error err;
  assert_int_equal(open_files(paths, 1, NULL, &d, &err), VT_ERR_READ);
  assert_string_equal(err.source, paths[0]);
  assert_null(d);
  const char *const here[] = {"."};
  assert_int_equal(open_files(here, 1, NULL, &d, &err), VT_ERR_READ);
  assert_int_equal(open_files(NULL, 1, NULL, &d, &err), VT_ERR_ARGUMENT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(is_the_same_in_any_order),
      cmocka_unit_test(images_are_files_like_others),
      cmocka_unit_test(cut_images_are_refused),
      cmocka_unit_test(damaged_images_are_refused_or_safe),
      cmocka_unit_test(survives_failing_memory),
      cmocka_unit_test(missing_files_are_named),
  };
  return cmocka_run_group_tests(tests, make_files, remove_files);
}

/* A sound image, damaged: every three bytes of the input are a place and what is
 * changed there. With its checksum made right the image is refused, or safe to
 * use. (Images themselves would be seeds of one format version only.) */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "dict/dictionary.h"
#include "fuzz.h"

static const char SOURCE[] =
    "version: \"1\"\n"
    "domain: military\n"
    "entries:\n"
    "- {short: [A-B, AB], long: an bình, cues: {next: [số, number], near: [QS], zone: [table]}}\n"
    "- {short: C, senses: [{long: cê, prior: 1}, {long: con, cues: {domain: [party]}}]}\n"
    "classes: {organ: [ban, ban chỉ huy]}\n"
    "parts: {unit: {e: trung đoàn}}\n"
    "compositions: [{pattern: unit number, long: \"[unit] [number]\"}]\n"
    "codes: [{code: QĐ-UBND, long: Quyết định}]\n"
    "word-classes: [{class: organ, letters: capital, words: [ban, ban chỉ huy]}]\n"
    "patterns: [{name: an-organ, type: ORG, pattern: \"<organ>\"}]\n"
    "places: [\"tỉnh Bắc Ninh | 27\", \"xã Tân Lập | 09400 | tỉnh Bắc Ninh\"]\n";

static bool go_on(void *context, const vt_sense *sense) {
  size_t *sum = context;
  for (size_t i = 0; i < sense->long_form.size; i++)
    *sum += (unsigned char)sense->long_form.text[i];
  return true;
}

static void use(const image_header *image) {
  const vt_dictionary d = {.image = image};
  vt_dictionary_facts facts;
  dictionary_match match;
  vt_dictionary *above = NULL;
  size_t sum = 0;
  vt_dictionary_describe(&d, &facts);
  vt_dictionary_visit(&d, go_on, &sum);
  vt_dictionary_lookup(&d, (vt_span){"AB", 2}, go_on, &sum);
  vt_dictionary_reverse(&d, (vt_span){"an", 2}, go_on, &sum);
  (void)dictionary_find(&d, hash_bytes(HASH_SEED, "A-", 2), "A-", 2, &match);
  (void)dictionary_class(&d, 7);
  const char added[] = "entries: [{short: AB, add: true, long: anh ba}]";
  if (vt_dictionary_parse((vt_span){added, sizeof added - 1}, "above", &d, NULL, NULL, NULL, &above,
                          NULL) == VT_OK)
    vt_dictionary_free(above);
}

/* Made once; never given back. */
static const image_header *sound_image(void) {
  static vt_dictionary *whole;
  if (!whole && vt_dictionary_parse((vt_span){SOURCE, sizeof SOURCE - 1}, "source", NULL, NULL,
                                    NULL, NULL, &whole, NULL) != VT_OK)
    abort();
  return whole->image;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  size_t image_bytes = (size_t)sound_image()->size_bytes;
  image_header *image = malloc(image_bytes);
  if (!image) return 0;
  uint8_t *bytes = (void *)image;
  memcpy(image, sound_image(), image_bytes);
  for (size_t i = 0; i + 3 <= size; i += 3)
    bytes[((size_t)data[i] << 8 | data[i + 1]) % image_bytes] ^= data[i + 2];
  if (image->size_bytes == image_bytes)
    image->checksum = image->content_hash = image_content_hash(image);
  if (image_check(image, image_bytes, NULL) == VT_OK) use(image);
  free(image);
  return 0;
}

#include "texts.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "cli/marks.h"

enum { SPOIL_EVERY = 97, NUL_EVERY = 16 };

static void add(texts *t, const char *data, size_t size) {
  t->items = realloc(t->items, (t->count + 1) * sizeof *t->items);
  if (!t->items) fail("no memory", "texts");
  t->items[t->count] = (bytes){0};
  bytes_append(&t->items[t->count++], data, size);
}

/* A block: "# id", a line break, the passage. */
static void add_block(texts *t, vt_span block, const char *path) {
  const char *line = memchr(block.text, '\n', block.size);
  if (!line) return;
  size_t head = (size_t)(line - block.text) + 1;
  marked m;
  const char *fault;
  if (!marked_read((vt_span){block.text + head, block.size - head}, &m, &fault))
    fail(fault ? fault : "no memory", path);
  add(t, m.text, m.size);
  marked_clear(&m);
}

/* Blocks are parted by lines "---". */
static void add_blocks(texts *t, const bytes *content, const char *path) {
  size_t start = 0;
  for (size_t at = 0; at + 4 <= content->size; at++) {
    if (memcmp(content->data + at, "---\n", 4) != 0 || (at && content->data[at - 1] != '\n'))
      continue;
    add_block(t, (vt_span){content->data + start, at - start}, path);
    start = at + 4;
  }
  add_block(t, (vt_span){content->data + start, content->size - start}, path);
}

texts texts_read(char *const *paths, size_t count) {
  texts t = {0};
  for (size_t i = 0; i < count; i++) {
    bytes content = bytes_read(paths[i]);
    const char *ending = strrchr(paths[i], '.');
    if (ending && strcmp(ending, ".mark") == 0) add_blocks(&t, &content, paths[i]);
    else add(&t, content.data, content.size);
    bytes_clear(&content);
  }
  return t;
}

void texts_clear(texts *t) {
  for (size_t i = 0; i < t->count; i++) bytes_clear(&t->items[i]);
  free(t->items);
  *t = (texts){0};
}

static bytes decomposed(const bytes *text) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t room = (int32_t)text->size * 4 + 1, size16, size;
  UChar *wide = malloc((size_t)room * sizeof *wide),
        *parted = malloc((size_t)room * sizeof *parted);
  bytes made = {.data = malloc((size_t)room * 3), .room = (size_t)room * 3};
  if (!wide || !parted || !made.data) fail("no memory", "texts");
  u_strFromUTF8WithSub(wide, room, &size16, text->data, (int32_t)text->size, 0xFFFD, NULL, &error);
  size16 = unorm2_normalize(unorm2_getNFDInstance(&error), wide, size16, parted, room, &error);
  u_strToUTF8(made.data, (int32_t)made.room, &size, parted, size16, &error);
  if (U_FAILURE(error)) fail("ICU failed", "texts");
  made.size = (size_t)size;
  free(wide);
  free(parted);
  return made;
}

static bytes with_crlf(const bytes *text) {
  bytes made = {0};
  for (size_t i = 0; i < text->size; i++)
    bytes_append(&made, text->data[i] == '\n' ? "\r\n" : &text->data[i],
                 text->data[i] == '\n' ? 2 : 1);
  return made;
}

static bytes spoilt(const bytes *text) {
  bytes made = {0};
  for (size_t i = 0; i < text->size; i++) {
    bytes_append(&made, text->data + i, 1);
    if (i % SPOIL_EVERY == SPOIL_EVERY - 1) bytes_append(&made, i % 2 ? "\xFF" : "\xC4", 1);
  }
  return made;
}

bytes text_varied(const bytes *text, variation how) {
  bytes made = {0};
  switch (how) {
  case DECOMPOSED: return decomposed(text);
  case CRLF: return with_crlf(text);
  case SPOILT: return spoilt(text);
  default: bytes_append(&made, text->data, text->size); return made;
  }
}

uint64_t next_random(uint64_t *state) { /* xorshift */
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

bytes text_of_pieces(uint64_t *state, const char *const *pieces, size_t count, size_t most) {
  bytes made = {0};
  for (size_t left = next_random(state) % most + 1; left > 0; left--) {
    const char *piece = pieces[next_random(state) % count];
    bytes_append(&made, piece, strlen(piece));
    if (next_random(state) % NUL_EVERY == 0) bytes_append(&made, "", 1);
  }
  return made;
}

bytes text_of_bytes(uint64_t *state, size_t most) {
  bytes made = {0};
  for (size_t left = next_random(state) % (most + 1); left > 0; left--) {
    unsigned char byte = (unsigned char)(next_random(state) >> 32);
    bytes_append(&made, &byte, 1);
  }
  return made;
}

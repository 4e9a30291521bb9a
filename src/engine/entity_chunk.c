/* Two passes: bytes and short forms to raw tokens, then raw tokens to chunks,
 * longest listed phrase first. Behind a level word (xã, huyện …) the gazetteer
 * decides where the name ends; it is asked only there, and so names that are also
 * ordinary words or surnames do no harm elsewhere. */
#include "engine/entity_chunk.h"

#include <string.h>

enum { PHRASE_WORDS_MAX = 16, LONG_PHRASE_WORDS = 4, PLACE_WORDS_MAX = 6 };

bool chunk_row_init(chunk_row *row, const vt_allocator *memory) {
  *row = (chunk_row){.memory = memory_or_default(memory)};
  row->memo = memory_new_zeroed(&row->memory, sizeof *row->memo);
  row->cache = memory_new_zeroed(&row->memory, CHUNK_CACHE_SLOTS * sizeof *row->cache);
  return row->memo && row->cache;
}

void chunk_row_clear(chunk_row *row) {
  memory_free(&row->memory, row->memo);
  memory_free(&row->memory, row->cache);
  memory_free(&row->memory, row->raw);
  memory_free(&row->memory, row->symbols);
  memory_free(&row->memory, row->starts);
  memory_free(&row->memory, row->ends);
  *row = (chunk_row){.memory = row->memory};
}

/* ----------------------------------------------------------- raw tokens -- */

enum { RAW_ROOM = 64 };

/* Room for RAW_ROOM more. */
static bool raw_reserve(chunk_row *row) {
  size_t wanted = row->raw_count + RAW_ROOM;
  return wanted <= row->raw_capacity || memory_grow(&row->memory, (void **)&row->raw,
                                                    &row->raw_capacity, wanted, sizeof *row->raw);
}

static bool add_plain(chunk_row *row, token_reader *reader, size_t limit) {
  size_t count = RAW_ROOM;
  reader->limit = limit;
  while (count == RAW_ROOM) {
    if (!raw_reserve(row)) return false;
    count = token_read(reader, row->raw + row->raw_count, RAW_ROOM);
    row->raw_count += count;
  }
  return true;
}

/* Names of kinds are the list's own, or (of compositions) copies in an image. */
static uint8_t kind_of(vt_span name) {
  for (unsigned i = 0; name.size && i < KIND_COUNT; i++) {
    const char *known = term_kind_name(i);
    if (known == name.text || (memcmp(known, name.text, 1) == 0 && strlen(known) == name.size &&
                               memcmp(known, name.text, name.size) == 0))
      return (uint8_t)(i + 1);
  }
  return 0;
}

/* The words of the long form, at the place of the short form. */
static bool add_expanded(chunk_row *row, const vt_short *s) {
  vt_span words = s->plain.size ? s->plain : s->long_form;
  token_reader reader = token_reader_at_start(words.text, words.size);
  reader.fresh = false;
  reader.memo = row->memo;
  if (!raw_reserve(row)) return false;
  token *first = row->raw + row->raw_count;
  size_t count = token_read(&reader, first, RAW_ROOM); /* more are not looked at */
  for (size_t i = 0; i < count; i++) {
    bool word = first[i].shape <= SHAPE_MIXED &&
                (words.text[first[i].start] < '0' || words.text[first[i].start] > '9');
    if (word) first[i].shape = SHAPE_ABBR;
    first[i].start = (uint32_t)s->start;
    first[i].end = (uint32_t)s->end;
    first[i].user[RAW_PIECE] = (uint8_t)(count - 1 - i);
  }
  if (count) first->user[RAW_KIND] = kind_of(s->kind);
  row->raw_count += count;
  return true;
}

static bool add_kept(chunk_row *row, vt_span text, const vt_short *s) {
  if (!raw_reserve(row)) return false;
  token *raw = &row->raw[row->raw_count++];
  *raw = (token){.start = (uint32_t)s->start, .end = (uint32_t)s->end, .shape = SHAPE_KEPT};
  if (s->reason == VT_REASON_IDENTIFIER)
    raw->shape = (uint8_t)token_number_shape(text.text + s->start, s->end - s->start);
  else if (s->reason == VT_REASON_NUMERAL) raw->shape = SHAPE_ROMAN;
  else if (s->reason == VT_REASON_AMBIGUOUS) raw->shape = SHAPE_VAGUE;
  return true;
}

/* "T." may be a person's initial. */
static bool may_be_initial(vt_span text, const vt_short *s) {
  size_t size = s->end - s->start;
  return size == 1 || (size == 2 && text.text[s->end - 1] == '.');
}

/* Is the form one token as it stands? Other kept forms are read like any word. */
static bool stays_whole(vt_span text, const vt_short *s) {
  return s->action == VT_KEEP &&
         (s->reason == VT_REASON_IDENTIFIER || s->reason == VT_REASON_NUMERAL ||
          s->reason == VT_REASON_FOREIGN || s->reason == VT_REASON_DEFINITION ||
          (s->reason == VT_REASON_AMBIGUOUS && !may_be_initial(text, s)));
}

static bool fill_raw(chunk_row *row, vt_span text, const vt_short *shorts, size_t count) {
  token_reader reader = token_reader_at_start(text.text, text.size);
  reader.memo = row->memo;
  row->raw_count = 0;
  for (size_t i = 0; i < count; i++) {
    const vt_short *s = &shorts[i];
    bool expanded = s->action == VT_EXPAND && s->long_form.size;
    if (s->start < reader.at || s->end <= s->start || (!expanded && !stays_whole(text, s)))
      continue;
    if (!add_plain(row, &reader, s->start)) return false;
    if (!(expanded ? add_expanded(row, s) : add_kept(row, text, s))) return false;
    reader.at = s->end;
    reader.fresh = false;
  }
  return add_plain(row, &reader, text.size);
}

/* --------------------------------------------------------------- places -- */

/* The units of that name in one image: names are sorted, an end mark last. */
static place_units find_in_image(const image_header *image, uint32_t hash) {
  const image_place_name *names = image_items(image, SECTION_PLACE_NAMES);
  uint32_t low = 0, count = image_count(image, SECTION_PLACE_NAMES);
  for (uint32_t high = count; low < high;) {
    uint32_t middle = low + (high - low) / 2;
    if (names[middle].hash < hash) low = middle + 1;
    else high = middle;
  }
  if (low + 1 >= count || names[low].hash != hash) return (place_units){NULL, NULL, 0};
  const image_place *places = image_items(image, SECTION_PLACES);
  return (place_units){image, places + names[low].first, names[low + 1].first - names[low].first};
}

place_units place_find(const alphabet *a, uint32_t hash) {
  place_units found = {NULL, NULL, 0};
  for (size_t i = 0; i < a->layer_count && !found.count; i++)
    found = find_in_image(a->layers[i].image, hash);
  return found;
}

bool place_has_level(place_units units, uint32_t level_hash) {
  for (size_t i = 0; i < units.count; i++)
    if (units.first[i].level == place_level_key(level_hash)) return true;
  return false;
}

static bool is_name_word(const token *t) {
  return t->shape == SHAPE_CAP || t->shape == SHAPE_CAPS || t->shape == SHAPE_SINGLE ||
         t->shape == SHAPE_ROMAN || t->shape == SHAPE_MIXED;
}

static bool is_surname(const alphabet *a, const token *t) {
  alphabet_word w = alphabet_find(a, t->hash);
  letters_seen seen = t->shape == SHAPE_CAPS ? SEEN_CAPS : SEEN_NAME;
  return w.layer && a->is_chunk[w.layer->symbols[w.mask][seen]] & 1 << CHUNK_SURNAME;
}

/* How many raw tokens from `at` name a unit of that level. A name shorter than
 * the row of capitals is believed in a heading, and before a surname. */
static size_t placed_words(const chunk_row *row, const alphabet *a, size_t at, uint32_t level) {
  size_t run = 0, found = 0;
  uint32_t hash = 0;
  while (run < PLACE_WORDS_MAX && at + run < row->raw_count &&
         (is_name_word(&row->raw[at + run]) ||
          (run && row->raw[at + run].hash && row->raw[at + run].shape == SHAPE_MONTH))) {
    hash = token_join(hash, row->raw[at + run].hash);
    run++;
    if (place_has_level(place_find(a, hash), level)) found = run;
  }
  if (found == run || !found) return found;
  const token *next = &row->raw[at + found];
  return next->shape == SHAPE_CAPS || next->shape == SHAPE_MONTH || is_surname(a, next) ? found : 0;
}

/* --------------------------------------------------------------- chunks -- */

/* Room for as many chunks. */
static bool reserve_chunks(chunk_row *row, size_t count) {
  return (count <= row->symbol_capacity ||
          memory_grow(&row->memory, (void **)&row->symbols, &row->symbol_capacity, count,
                      sizeof *row->symbols)) &&
         (count <= row->start_capacity ||
          memory_grow(&row->memory, (void **)&row->starts, &row->start_capacity, count,
                      sizeof *row->starts)) &&
         (count <= row->end_capacity || memory_grow(&row->memory, (void **)&row->ends,
                                                    &row->end_capacity, count, sizeof *row->ends));
}

static void chunk_add(chunk_row *row, uint16_t symbol, uint32_t start, uint32_t end) {
  row->symbols[row->count] = symbol;
  row->starts[row->count] = start;
  row->ends[row->count++] = end;
}

/* How the letters of raw[from, to) stand. */
static letters_seen letters_of(const token *raw, size_t from, size_t to) {
  bool caps = true, name = true;
  if (raw[from].shape == SHAPE_ABBR) return SEEN_ABBR;
  if (raw[from].shape == SHAPE_LOW || raw[from].shape == SHAPE_MIXED) return SEEN_SMALL;
  for (size_t i = from; i < to; i++) {
    if (raw[i].shape == SHAPE_COMMA) continue;
    caps &=
        raw[i].shape == SHAPE_CAPS || raw[i].shape == SHAPE_ROMAN || raw[i].shape == SHAPE_SINGLE;
    name &= raw[i].shape != SHAPE_LOW;
  }
  if (caps && (to > from + 1 || raw[from].shape == SHAPE_CAPS)) return SEEN_CAPS;
  return name ? SEEN_NAME : SEEN_CAPITAL;
}

typedef struct phrase {
  size_t words;
  uint16_t symbol;
  uint32_t hash;
  bool alone; /* no listed phrase goes on behind the first word */
} phrase;

/* Does it read as two words, "tỉnh" and a name, rather than as "tỉnh đoàn"? */
static bool breaks_in_two(const token *raw, size_t from, size_t to) {
  return to - from == 2 && raw[from].shape == SHAPE_LOW && raw[from + 1].shape == SHAPE_CAP;
}

static phrase first_word(const alphabet *a, const token *t) {
  uint32_t hash = token_join(0, t->hash);
  alphabet_word w = alphabet_find(a, hash);
  uint16_t symbol = w.layer ? w.layer->symbols[w.mask][letters_of(t, 0, 1)] : 0;
  return (phrase){symbol != 0, symbol, hash, !w.longer};
}

/* The longest listed phrase at raw[at], whose first word is known; words 0: none. A
 * long one may hold commas that the list leaves out: the titles of laws do. */
static phrase longest_phrase(const chunk_row *row, const alphabet *a, size_t at, phrase first) {
  phrase best = first;
  uint32_t hash = first.hash;
  size_t commas = 0;
  for (size_t n = 1; n < PHRASE_WORDS_MAX && at + n < row->raw_count; n++) {
    const token *t = &row->raw[at + n];
    if (!t->hash) {
      if (t->shape != SHAPE_COMMA || row->raw[at].shape != SHAPE_CAP) break;
      commas++;
      continue;
    }
    hash = token_join(hash, t->hash);
    alphabet_word w = alphabet_find(a, hash);
    if (w.layer && (!commas || n - commas >= LONG_PHRASE_WORDS) &&
        !breaks_in_two(row->raw, at, at + n + 1)) {
      uint16_t symbol = w.layer->symbols[w.mask][letters_of(row->raw, at, at + n + 1)];
      if (symbol) best = (phrase){n + 1, symbol, hash, false};
    }
    if (!w.longer) break;
  }
  return best;
}

/* Kinds whose short forms are one word, whatever they are made of. */
static bool is_single_kind(unsigned kind) {
  switch (kind) {
  case KIND_OTHER:
  case KIND_ORGAN:
  case KIND_UNIT:
  case KIND_LEVEL:
  case KIND_PLACE: return false;
  default: return true;
  }
}

static chunk_cached *cache_slot(const chunk_row *row, const token *t) {
  return &row->cache[(t->hash ^ t->shape * 0x9E3779B9u) % CHUNK_CACHE_SLOTS];
}

/* The chunk of the phrase at raw[at], and of the place name behind a level word. */
static size_t add_listed(chunk_row *row, const alphabet *a, size_t at, phrase p) {
  chunk_add(row, p.symbol, row->raw[at].start, row->raw[at + p.words - 1].end);
  if (!(a->is_chunk[p.symbol] & 1 << CHUNK_LEVEL)) return p.words;
  size_t placed = placed_words(row, a, at + p.words, p.hash);
  if (!placed) return p.words;
  const token *first = &row->raw[at + p.words];
  chunk_add(row, a->placed, first->start, first[placed - 1].end);
  return p.words + placed;
}

/* The phrase at raw[at], or the chunk that the word is by its shape. */
static phrase read_phrase(chunk_row *row, const alphabet *a, size_t at, chunk_cached *known) {
  const token *t = &row->raw[at];
  uint8_t kind = t->user[RAW_KIND], more = t->user[RAW_PIECE];
  phrase first = {0, 0, 0, true}, best;
  if (t->hash && known->hash == t->hash && known->shape == t->shape && !known->alone)
    first = (phrase){known->symbol != 0, known->symbol, token_join(0, t->hash), false};
  else if (t->hash) first = first_word(a, t);
  best = first.alone ? first : longest_phrase(row, a, at, first);
  if (kind && best.words <= more && is_single_kind(kind - 1u))
    return (phrase){more + 1u, a->by_kind[kind - 1], 0, false};
  if (!best.words)
    best = (phrase){1, kind && !more ? a->by_kind[kind - 1] : a->by_shape[t->shape], 0, false};
  if (t->hash && !kind && !first.alone)
    *known = (chunk_cached){t->hash, first.symbol, t->shape, false};
  else if (t->hash && !kind && !(a->is_chunk[best.symbol] & 1 << CHUNK_LEVEL))
    *known = (chunk_cached){t->hash, best.symbol, t->shape, true};
  return best;
}

/* Make the chunk at raw[at]; returns the raw tokens it took. */
static size_t add_chunk(chunk_row *row, const alphabet *a, size_t at) {
  const token *t = &row->raw[at];
  chunk_cached *known = cache_slot(row, t);
  if (known->alone && known->hash == t->hash && known->shape == t->shape && t->hash &&
      !t->user[RAW_KIND]) {
    chunk_add(row, known->symbol, t->start, t->end);
    return 1;
  }
  return add_listed(row, a, at, read_phrase(row, a, at, known));
}

bool chunk_row_fill(chunk_row *row, const alphabet *a, vt_span text, const vt_short *shorts,
                    size_t short_count) {
  if (!fill_raw(row, text, shorts, short_count)) return false;
  row->count = 0;
  if (!reserve_chunks(row, row->raw_count + 2)) return false;
  chunk_add(row, a->by_shape[SHAPE_BREAK], 0, 0);
  for (size_t i = 0; i < row->raw_count;) i += add_chunk(row, a, i);
  chunk_add(row, a->by_shape[SHAPE_BREAK], (uint32_t)text.size, (uint32_t)text.size);
  return true;
}

#include "engine/topic.h"

#include <string.h>

#include "engine/match.h"
#include "text/unicode.h"

/* A document's domain is settled by its first SETTLING_WORDS domain words. */
enum { PHRASE_WORDS = 3, COUNTED_BYTES = 16 * 1024, ENOUGH_WORDS = 2, SETTLING_WORDS = 64 };

/* A text of so few phrases says half of what a long one says of its matter. */
enum { FEW_PHRASES = 8 };

typedef void phrase_visitor(void *context, uint32_t hash);

/* Calls visit for every phrase of up to three words that lie side by side, and
 * for every short form, its key and the words of its only long form. */
static void visit_phrases(word_notes *words, const passage *p, size_t start, size_t end, int depth,
                          phrase_visitor *visit, void *context) {
  uint32_t open[PHRASE_WORDS] = {0}; /* hashes of phrases that end at the last word */
  for (size_t at = start, length; at < end;) {
    size_t word_end = passage_word_end(p, at);
    if (word_end == at) {
      uint32_t c = passage_at(p, at, &length);
      if (!unicode_is_space(c) && c != '\n' && c != '\r') memset(open, 0, sizeof open);
      at += length ? length : 1;
      continue;
    }
    uint32_t word = words_note(words, p->text + at, word_end - at)->hash;
    for (int n = PHRASE_WORDS - 1; n > 0; n--) {
      open[n] = open[n - 1] ? fold_phrase_join(open[n - 1], word) : 0;
      if (open[n]) visit(context, open[n]);
    }
    open[0] = word;
    visit(context, open[0]);
    match m;
    if (depth == 0 && unicode_is_upper(passage_at(p, at, &length)) &&
        !word_is_capitalised((vt_span){p->text + at, word_end - at}) &&
        match_find(words->dictionary, p, at, &m)) {
      visit(context, fold_form_hash(m.key, m.key_size));
      if (m.entry->sense_count == 1) {
        vt_span long_form = image_text(m.image, entry_senses(m.image, m.entry)->long_form);
        passage inner;
        passage_init(&inner, long_form.text, long_form.size, false);
        visit_phrases(words, &inner, 0, long_form.size, 1, visit, context);
      }
    }
    at = word_end;
  }
}

static void sentence_add(void *context, uint32_t hash) {
  topic_sentence *s = context;
  if (s->count == TOPIC_HASHES) return;
  s->hashes[s->count++] = hash;
  s->filter[hash >> 6 & (TOPIC_FILTER_WORDS - 1)] |= UINT64_C(1) << (hash & 63);
}

void topic_read_sentence(topic_sentence *s, word_notes *words, const passage *p, size_t at) {
  const char *place = p->text + at;
  if (s->start && place >= s->start && place < s->start + s->size) return;
  vt_span sentence = passage_sentence(p, at);
  s->start = sentence.text;
  s->size = sentence.size;
  s->count = 0;
  memset(s->filter, 0, sizeof s->filter);
  size_t start = (size_t)(sentence.text - p->text);
  visit_phrases(words, p, start, start + sentence.size, 0, sentence_add, s);
}

bool topic_has(const topic_sentence *s, uint32_t hash) {
  if (!(s->filter[hash >> 6 & (TOPIC_FILTER_WORDS - 1)] >> (hash & 63) & 1)) return false;
  for (uint32_t i = 0; i < s->count; i++)
    if (s->hashes[i] == hash) return true;
  return false;
}

typedef struct tally {
  topic_document *document;
  const vt_dictionary *dictionary;
} tally;

static void tally_add(void *context, uint32_t hash) {
  const tally *t = context;
  uint32_t domains = dictionary_class(t->dictionary, hash).domains;
  for (unsigned d = 0; domains; d++, domains >>= 1) {
    t->document->counts[d] += domains & 1;
    t->document->total += domains & 1;
  }
}

static void count_segment(topic_document *d, word_notes *words, const passage *p) {
  if (d->counted == p->text || d->total >= SETTLING_WORDS) return;
  d->counted = p->text;
  tally t = {d, words->dictionary};
  size_t size = p->size < COUNTED_BYTES ? p->size : COUNTED_BYTES;
  visit_phrases(words, p, 0, size, 0, tally_add, &t);
}

uint32_t topic_words(topic_document *d, word_notes *words, const passage *p, unsigned domain) {
  if (d->forced) return d->forced >> domain & 1 ? UINT32_MAX : 0;
  count_segment(d, words, p);
  return d->counts[domain];
}

uint32_t topic_domains(topic_document *d, word_notes *words, const passage *p) {
  if (d->forced) return d->forced;
  count_segment(d, words, p);
  uint32_t most = 0, bits = 0;
  for (unsigned i = 0; i < DOMAIN_COUNT; i++)
    if (d->counts[i] > most) most = d->counts[i];
  for (unsigned i = 0; i < DOMAIN_COUNT; i++)
    if (d->counts[i] >= ENOUGH_WORDS && d->counts[i] * 2 >= most) bits |= 1u << i;
  return bits;
}

typedef struct direction_sum {
  topic_direction *direction;
  const vt_dictionary *dictionary;
} direction_sum;

static void direction_add(void *context, uint32_t hash) {
  const direction_sum *sum = context;
  const int8_t *numbers = dictionary_association(sum->dictionary, hash);
  if (!numbers) return;
  sum->direction->phrases++;
  for (int i = 0; i < ASSOCIATION_NUMBERS; i++) sum->direction->numbers[i] += numbers[i];
}

void topic_read_direction(topic_direction *t, word_notes *words, const passage *p) {
  size_t size = p->size < COUNTED_BYTES ? p->size : COUNTED_BYTES;
  *t = (topic_direction){.read = true};
  direction_sum sum = {t, words->dictionary};
  visit_phrases(words, p, 0, size, 0, direction_add, &sum);
}

static int64_t inner_product(const topic_direction *a, const topic_direction *b) {
  int64_t sum = 0;
  for (int i = 0; i < ASSOCIATION_NUMBERS; i++) sum += (int64_t)a->numbers[i] * b->numbers[i];
  return sum;
}

/* The root's whole part, the same on every machine. */
static int64_t whole_root(int64_t square) {
  int64_t root = 0;
  for (int64_t bit = INT64_C(1) << 30; bit > 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= square) root += bit;
  return root;
}

int topic_likeness(const topic_direction *words, const topic_direction *text) {
  int64_t lengths = whole_root(inner_product(words, words)) * whole_root(inner_product(text, text));
  if (lengths == 0) return 0;
  int64_t cosine = inner_product(words, text) * 100 / lengths;
  return (int)(cosine * text->phrases / (text->phrases + FEW_PHRASES));
}

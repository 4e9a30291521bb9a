/* The words around a form beyond its neighbours: the sentence's, for `near` cues,
 * and the document's, for `domain` cues. Both are read only when a form asks, and
 * once for each sentence and segment. */
#ifndef VT_ENGINE_TOPIC_H
#define VT_ENGINE_TOPIC_H

#include "dict/dictionary.h"
#include "engine/passage.h"
#include "engine/words.h"

enum { TOPIC_HASHES = 1024, TOPIC_FILTER_WORDS = 16 };

/* Phrases (one to three words) and forms of one sentence. */
typedef struct topic_sentence {
  const char *start; /* of the sentence held; NULL: none */
  size_t size;
  uint32_t count;
  uint32_t hashes[TOPIC_HASHES];
  uint64_t filter[TOPIC_FILTER_WORDS];
} topic_sentence;

/* Read the sentence around `at` unless it is the one held. */
void topic_read_sentence(topic_sentence *s, word_notes *words, const passage *p, size_t at);
bool topic_has(const topic_sentence *s, uint32_t hash);

/* How often each domain's words occurred in the document so far. */
typedef struct topic_document {
  uint32_t counts[DOMAIN_COUNT];
  uint32_t total;      /* of all domains; enough of them settle the document */
  const char *counted; /* the segment already counted, or NULL */
  uint32_t forced;     /* domain bits the user named; 0: none  */
} topic_document;

/* What a text is about, as a direction among the dictionary's associations: the sum
 * of its phrases' numbers. */
typedef struct topic_direction {
  bool read;
  uint32_t phrases; /* that the dictionary has numbers of */
  int32_t numbers[ASSOCIATION_NUMBERS];
} topic_direction;

void topic_read_direction(topic_direction *t, word_notes *words, const passage *p);
/* How well words suit a text: the cosine of their directions in hundredths, less of it
 * the fewer phrases the text has. */
int topic_likeness(const topic_direction *words, const topic_direction *text);

/* How many words of a domain were read so far, this segment included. */
uint32_t topic_words(topic_document *d, word_notes *words, const passage *p, unsigned domain);

/* Bits of the domains that the document is about, this segment included. */
uint32_t topic_domains(topic_document *d, word_notes *words, const passage *p);

#endif

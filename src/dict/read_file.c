/* The top of a file: which of the two shapes it has, and its sections. */
#include "dict/read.h"

#define SECTIONS(X)                                                                                \
  X(VERSION, "version")                                                                            \
  X(DOMAIN, "domain")                                                                              \
  X(ENTRIES, "entries")                                                                            \
  X(CLASSES, "classes")                                                                            \
  X(DOMAINS, "domains")                                                                            \
  X(WEIGHTS, "weights")                                                                            \
  X(ASSOCIATIONS, "associations")                                                                  \
  X(PARTS, "parts")                                                                                \
  X(COMPOSITIONS, "compositions")                                                                  \
  X(CODES, "codes")                                                                                \
  X(TYPES, "types")                                                                                \
  X(ISSUERS, "issuers")                                                                            \
  X(RANK_SIGNS, "rank-signs")                                                                      \
  X(WORD_CLASSES, "word-classes")                                                                  \
  X(PIECES, "pieces")                                                                              \
  X(PATTERNS, "patterns")                                                                          \
  X(PLACES, "places")
#define FILE_ID(id, name) FILE_##id,
enum { SECTIONS(FILE_ID) FILE_SECTIONS };
#define FILE_NAME(id, name) name,
static const char *const NAMES[] = {SECTIONS(FILE_NAME)};
static const char *section_name(unsigned i) { return i < FILE_SECTIONS ? NAMES[i] : NULL; }

/* A map without a single section is a plain mapping of forms. */
static bool is_plain(const source_node *root) {
  for (const source_node *key = root->first; key; key = key->next->next)
    if (field_number_of(section_name, key->text) >= 0) return false;
  return true;
}

static void read_entries(draft *d, const source_node *node, unsigned domain) {
  if (node->kind != SOURCE_LIST) {
    faults_add(&d->faults, node->at, "entries is not a list; begin each entry with \"- short:\"");
    return;
  }
  for (const source_node *item = node->first; item; item = item->next) read_entry(d, item, domain);
}

static void read_sections(draft *d, const source_node *const *of) {
  int domain = DOMAIN_NONE;
  if (of[FILE_VERSION]) (void)field_text(d, of[FILE_VERSION], "version", &d->version);
  if (of[FILE_DOMAIN]) domain = field_term(d, of[FILE_DOMAIN], term_domain_name, "domain");
  if (of[FILE_ENTRIES])
    read_entries(d, of[FILE_ENTRIES], domain < 0 ? DOMAIN_NONE : (unsigned)domain);
  if (of[FILE_CLASSES]) read_classes(d, of[FILE_CLASSES]);
  if (of[FILE_DOMAINS]) read_domains(d, of[FILE_DOMAINS]);
  if (of[FILE_WEIGHTS]) read_weights(d, of[FILE_WEIGHTS]);
  if (of[FILE_ASSOCIATIONS]) read_associations(d, of[FILE_ASSOCIATIONS]);
  if (of[FILE_PARTS]) read_parts(d, of[FILE_PARTS]);
  if (of[FILE_COMPOSITIONS]) read_compositions(d, of[FILE_COMPOSITIONS]);
  if (of[FILE_CODES]) read_codes(d, of[FILE_CODES]);
  if (of[FILE_TYPES]) read_pairs(d, of[FILE_TYPES], PAIR_TYPES, "types");
  if (of[FILE_ISSUERS]) read_pairs(d, of[FILE_ISSUERS], PAIR_ISSUERS, "issuers");
  if (of[FILE_RANK_SIGNS]) read_pairs(d, of[FILE_RANK_SIGNS], PAIR_RANK_SIGNS, "rank-signs");
  if (of[FILE_WORD_CLASSES]) read_word_classes(d, of[FILE_WORD_CLASSES]);
  if (of[FILE_PIECES]) read_patterns(d, of[FILE_PIECES], true);
  if (of[FILE_PATTERNS]) read_patterns(d, of[FILE_PATTERNS], false);
  if (of[FILE_PLACES]) read_places(d, of[FILE_PLACES]);
}

void read_file(draft *d, const source_node *root) {
  if (!root) return;
  if (root->kind != SOURCE_MAP) {
    faults_add(&d->faults, root->at,
               "a dictionary is a mapping; write \"SSCĐ: sẵn sàng chiến đấu\"");
  } else if (is_plain(root)) {
    for (const source_node *key = root->first; key; key = key->next->next)
      if (!key->again) read_plain_entry(d, key, key->next);
  } else {
    const source_node *of[FILE_SECTIONS];
    if (field_split(d, root, section_name, "the file", of, FILE_SECTIONS)) read_sections(d, of);
  }
}

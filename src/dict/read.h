/* From source trees to the draft: one function for each part of a file. All of
 * them add faults and go on. */
#ifndef VT_DICT_READ_H
#define VT_DICT_READ_H

#include "dict/field.h"

/* A whole file: `entries`, word classes and the other sections, or a plain
 * mapping of short forms to long forms. NULL: an empty file. */
void read_file(draft *d, const source_node *root);

/* One item of `entries`. `domain`: of all senses that name none. */
void read_entry(draft *d, const source_node *node, unsigned domain);
/* One line of a plain mapping. */
void read_plain_entry(draft *d, const source_node *key, const source_node *value);

/* `cues` (sign +1) or `against` (sign -1) of the sense made last. */
void read_cues(draft *d, const source_node *node, int sign);

/* The sections that are not entries. */
void read_classes(draft *d, const source_node *node);
void read_domains(draft *d, const source_node *node);
void read_weights(draft *d, const source_node *node);
void read_associations(draft *d, const source_node *node);
void read_parts(draft *d, const source_node *node);
void read_compositions(draft *d, const source_node *node);
void read_codes(draft *d, const source_node *node);
void read_pairs(draft *d, const source_node *node, unsigned list, const char *what);

/* The sections of entities. */
void read_word_classes(draft *d, const source_node *node);
void read_patterns(draft *d, const source_node *node, bool pieces);
void read_places(draft *d, const source_node *node);

#endif

/* Taking values out of a source tree. Whatever is not as wanted is a fault at
 * the value's place; the caller goes on with a harmless default. */
#ifndef VT_DICT_FIELD_H
#define VT_DICT_FIELD_H

#include "dict/draft.h"
#include "dict/source.h"

/* The names of a closed list by number (terms.h); NULL behind the last. */
typedef const char *field_names(unsigned number);

/* The number of `name`; -1: not in the list. */
int field_number_of(field_names *names, vt_span name);
/* The name nearest to `name`, at most `far` changes away; NULL: none. */
const char *field_nearest(field_names *names, vt_span name, size_t far);
/* The number; not in the list: a fault that suggests the nearest name. `what`:
 * "kind", "field" … */
int field_term(draft *d, const source_node *name, field_names *names, const char *what);

/* Sort the values of a map by field number into values[count]; unknown fields are
 * faults. False: not a map. */
bool field_split(draft *d, const source_node *map, field_names *names, const char *what,
                 const source_node **values, size_t count);

/* A text on one line, not empty. False: a fault was added. */
bool field_text(draft *d, const source_node *node, const char *what, vt_span *out);
/* A number with at most two decimals, in hundredths. */
bool field_hundredths(draft *d, const source_node *node, const char *what, int low, int high,
                      int32_t *out);
/* true or false. NULL: false. */
bool field_is_true(draft *d, const source_node *node, const char *what);
/* A list that is not empty, or a single text, which is a list of one. Returns the
 * first item; NULL: none, or a fault. */
const source_node *field_items(draft *d, const source_node *node, const char *what, bool *single);
bool field_is_map(draft *d, const source_node *node, const char *what);

#endif

/* The longest dictionary form that begins at a place. */
#ifndef VT_ENGINE_MATCH_H
#define VT_ENGINE_MATCH_H

#include "dict/dictionary.h"
#include "engine/passage.h"
#include "text/fold.h"

typedef struct match {
  size_t start, end; /* of the form as it stands in the text         */
  size_t atom_end;   /* of the first atom, whatever was found        */
  const image_header *image;
  const image_entry *entry; /* NULL: no form begins here                    */
  char key[FORM_KEY_BYTES]; /* of the form, or of the first atom            */
  size_t key_size;
} match;

/* Fill *m for the text at `start`. False: no form begins there (key and atom_end
 * are set all the same; key_size 0: the atom is too long to be a form). */
bool match_find(const vt_dictionary *dictionary, const passage *p, size_t start, match *m);

#endif

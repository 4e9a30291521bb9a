/* The table of forms: every form key, and every beginning of one that ends at an
 * atom's border, so that a matcher can grow a key atom by atom and stop as soon
 * as nothing longer is known:
 *
 *   "Phó CHT" →  "Phó" longer | "Phó " longer | "Phó CHT" entry */
#include "dict/build.h"

#include <string.h>

#include "base/hash.h"
#include "base/sort.h"
#include "text/fold.h"
#include "text/unicode.h"

typedef struct form_row {
  image_string text;
  uint32_t entry, flags;
} form_row;

typedef DRAFT_LIST(form_row) row_list;

static bool is_atom_char(uint32_t c) { return unicode_is_letter(c) || unicode_is_digit(c); }

static void add_row(builder *b, row_list *rows, const form_row *row) {
  form_row *made = draft_push(b->d, rows, sizeof *made);
  if (made) *made = *row;
  else b->failed = true;
}

/* A border lies wherever not both neighbours belong to an atom. */
static void add_prefixes(builder *b, row_list *rows, image_string whole) {
  char key[FORM_KEY_BYTES]; /* a copy: the strings may move */
  vt_span text = build_text(b, whole);
  if (b->failed || text.size > sizeof key) return;
  memcpy(key, text.text, text.size);
  size_t length;
  bool before = is_atom_char(utf8_decode(key, text.size, &length));
  for (size_t i = length; i < text.size; i += length) {
    bool here = is_atom_char(utf8_decode(key + i, text.size - i, &length));
    if (!before || !here)
      add_row(b, rows, &(form_row){{whole.offset, (uint32_t)i}, 0, FORM_LONGER});
    before = here;
  }
}

/* Most forms are their entry's name, whose place is known. */
static image_string form_text(builder *b, uint32_t entry, vt_span key) {
  const image_entry *entries = (const void *)b->sections[SECTION_ENTRIES].data;
  image_string name = entries[entry].name;
  return span_equal(build_text(b, name), key) ? name : build_string(b, key);
}

static void collect_rows(builder *b, row_list *rows) {
  const draft *d = b->d;
  for (uint32_t i = 0; i < b->entry_count && !b->failed; i++) {
    build_prefetch(b, i);
    draft_entry entry = d->entries.items[b->entry_order[i]];
    for (uint32_t j = 0; j < entry.form_count; j++) {
      draft_form form = d->forms.items[entry.first_form + j];
      if (form.dead) continue;
      form_row row = {form_text(b, i, form.key), i, FORM_TERMINAL};
      add_row(b, rows, &row);
      add_prefixes(b, rows, row.text);
    }
  }
}

typedef struct row_texts {
  const builder *b;
  const form_row *rows;
} row_texts;

static vt_span key_of(const void *context, uint32_t row) {
  const row_texts *texts = context;
  return build_text(texts->b, texts->rows[row].text);
}

/* Equal keys become one row; one of them at most is a form. */
static void add_forms(builder *b, const row_list *rows, const uint32_t *order) {
  for (size_t i = 0; i < rows->count;) {
    const form_row *first = &rows->items[order[i]];
    vt_span key = build_text(b, first->text);
    image_form form = {.text = first->text};
    for (; i < rows->count; i++) {
      const form_row *row = &rows->items[order[i]];
      if (!span_equal(build_text(b, row->text), key)) break;
      form.flags |= row->flags;
      if (row->flags & FORM_TERMINAL) form.entry = row->entry;
    }
    build_item(b, SECTION_FORMS, &form, sizeof form);
  }
}

static void add_slots(builder *b) {
  uint32_t count = build_slot_count(b->counts[SECTION_FORMS]), mask = count - 1;
  image_slot *slots = build_zeroed(b, SECTION_SLOTS, count, sizeof *slots);
  const image_form *forms = (const void *)b->sections[SECTION_FORMS].data;
  for (uint32_t i = 0; slots && i < b->counts[SECTION_FORMS]; i++) {
    vt_span key = build_text(b, forms[i].text);
    uint32_t hash = hash_bytes(HASH_SEED, key.text, key.size);
    uint32_t at = hash_finish(hash) & mask;
    while (slots[at].form) at = (at + 1) & mask;
    slots[at] = (image_slot){i + 1, hash};
  }
}

void build_forms(builder *b) {
  row_list rows = {NULL, 0, 0};
  collect_rows(b, &rows);
  uint32_t *order = b->failed ? NULL
                              : sort_order_of_texts(&b->d->memory, rows.count, key_of,
                                                    &(row_texts){b, rows.items});
  if (order) add_forms(b, &rows, order);
  else b->failed = true;
  if (!b->failed) add_slots(b);
  memory_free(&b->d->memory, order);
  memory_free(&b->d->memory, rows.items);
}

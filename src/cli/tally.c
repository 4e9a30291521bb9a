#include "tally.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static char blanked(char c) { return (unsigned char)c < 0x20 ? ' ' : c; }

/* FNV-1a over form and reading, as tally_text would make them. */
static uint64_t hash_more(uint64_t hash, vt_span text) {
  for (size_t i = 0; i < text.size; i++)
    hash = (hash ^ (unsigned char)blanked(text.text[i])) * 0x100000001B3u;
  return hash * 0x100000001B3u;
}

static size_t hash_of(vt_span form, vt_span reading) {
  uint64_t hash = hash_more(hash_more(0xCBF29CE484222325u, form), reading);
  return (size_t)(hash ^ hash >> 32);
}

static vt_span span_of(const char *text) { return (vt_span){text, strlen(text)}; }

char *tally_text(vt_span text) {
  char *copy = malloc(text.size + 1);
  if (!copy) return NULL;
  for (size_t i = 0; i < text.size; i++) copy[i] = blanked(text.text[i]);
  copy[text.size] = '\0';
  return copy;
}

/* As tally_text would have made it. */
static bool same_text(const char *copy, vt_span text) {
  if (strlen(copy) != text.size) return false;
  for (size_t i = 0; i < text.size; i++)
    if (copy[i] != blanked(text.text[i])) return false;
  return true;
}

static void row_clear(tally_row *row) {
  free(row->form);
  free(row->reading);
  free(row->english);
  free(row->field);
  free(row->context);
  free(row->proposals);
  free(row->file);
}

void tally_clear(tally *t) {
  for (size_t i = 0; i < t->count; i++) row_clear(&t->rows[i]);
  free(t->rows);
  free(t->slots);
  *t = (tally){0};
}

static void slots_fill(tally *t) {
  for (size_t i = 0; i < t->count; i++) {
    size_t at = hash_of(span_of(t->rows[i].form), span_of(t->rows[i].reading));
    while (t->slots[at & (t->slot_count - 1)]) at++;
    t->slots[at & (t->slot_count - 1)] = i + 1;
  }
}

/* Room for one more row; the slots stay at most half full. */
static bool grow(tally *t) {
  if (t->count < t->room) return true;
  size_t room = t->room ? t->room * 2 : 64;
  tally_row *rows = realloc(t->rows, room * sizeof *rows);
  if (!rows) return false;
  t->rows = rows;
  size_t *slots = calloc(room * 2, sizeof *slots);
  if (!slots) return false;
  free(t->slots);
  t->slots = slots;
  t->slot_count = room * 2;
  t->room = room;
  slots_fill(t);
  return true;
}

/* The slot of that key, or the free one where it belongs. */
static size_t *slot_of(tally *t, vt_span form, vt_span reading, unsigned status) {
  for (size_t at = hash_of(form, reading);; at++) {
    size_t *slot = &t->slots[at & (t->slot_count - 1)];
    if (!*slot) return slot;
    const tally_row *row = &t->rows[*slot - 1];
    if (row->status == status && same_text(row->form, form) && same_text(row->reading, reading))
      return slot;
  }
}

static vt_status add_row(tally *t, size_t *slot, const tally_row *row) {
  t->rows[t->count++] = *row;
  *slot = t->count;
  return VT_OK;
}

vt_status tally_count(tally *t, vt_span form, vt_span reading, unsigned status, tally_row **row) {
  *row = NULL;
  if (!grow(t)) return VT_ERR_MEMORY;
  size_t *slot = slot_of(t, form, reading, status);
  if (!*slot && t->count == TALLY_ROWS) {
    t->dropped++;
    return VT_OK;
  }
  if (!*slot) {
    tally_row made = {.form = tally_text(form), .reading = tally_text(reading), .status = status};
    if (!made.form || !made.reading) {
      row_clear(&made);
      return VT_ERR_MEMORY;
    }
    add_row(t, slot, &made);
  }
  *row = &t->rows[*slot - 1];
  (*row)->count++;
  return VT_OK;
}

static vt_status merge_row(tally *t, tally_row *row) {
  if (!grow(t)) return VT_ERR_MEMORY;
  size_t *slot = slot_of(t, span_of(row->form), span_of(row->reading), row->status);
  if (!*slot && t->count < TALLY_ROWS) {
    vt_status status = add_row(t, slot, row);
    *row = (tally_row){0};
    return status;
  }
  if (*slot) t->rows[*slot - 1].count += row->count;
  else t->dropped += row->count;
  return VT_OK;
}

vt_status tally_merge(tally *t, tally *from) {
  vt_status status = VT_OK;
  t->dropped += from->dropped;
  for (size_t i = 0; i < from->count && status == VT_OK; i++) status = merge_row(t, &from->rows[i]);
  tally_clear(from);
  return status;
}

void tally_say_dropped(const tally *t, output *err) {
  if (t->dropped)
    message(err,
            "%zu finds were not listed, since there are more than %d different forms; "
            "take fewer files at a time",
            t->dropped, TALLY_ROWS);
}

vt_status tally_open(job *j) {
  j->state = calloc(1, sizeof(tally));
  return j->state ? VT_OK : VT_ERR_MEMORY;
}

vt_status tally_merge_job(job *j) { return tally_merge(j->run->state, j->state); }

void tally_close(job *j) {
  if (j->state) tally_clear(j->state);
  free(j->state);
}

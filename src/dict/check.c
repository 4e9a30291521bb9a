/* Each check is a remark at the reading's long form. Senses taken over from a
 * dictionary below have no place here and were checked there. */
#include "dict/check.h"

#include <string.h>

#include "base/sort.h"
#include "dict/initials.h"
#include "dict/phrase.h"
#include "text/fold.h"
#include "text/normal.h"
#include "text/unicode.h"

/* Two readings of one entry that say the same. */
static void check_equal(draft *d, const draft_sense *senses, uint32_t number) {
  for (uint32_t i = 0; i < number; i++) {
    if (!span_equal(senses[i].long_form, senses[number].long_form)) continue;
    faults_remark(&d->faults, senses[number].at,
                  "\"%.*s\" is a reading of this form already; join the two",
                  SPAN_ARGS(senses[number].long_form));
    faults_relate(&d->faults, senses[i].at);
    return;
  }
}

static bool has_cue(const draft *d, const draft_sense *sense, bool against) {
  for (uint32_t i = 0; i < sense->cue_count; i++) {
    int32_t weight = d->cues.items[sense->first_cue + i].weight_hundredths;
    if (against ? weight < 0 : weight > 0) return true;
  }
  return false;
}

/* Without cues a reading's score is its prior: it must be ahead of nothing and of
 * every reading that nothing speaks against. */
static void check_winnable(draft *d, const draft_sense *senses, uint32_t count, uint32_t number) {
  const draft_sense *sense = &senses[number];
  if ((sense->flags & (SENSE_KEPT | SENSE_PROPOSED)) || has_cue(d, sense, false)) return;
  int32_t enough = d->margin_hundredths;
  if (sense->prior_hundredths < enough) {
    faults_remark(&d->faults, sense->at,
                  "\"%.*s\" can never win: no cue speaks for it and its prior is under the margin; "
                  "give it cues",
                  SPAN_ARGS(sense->long_form));
    return;
  }
  for (uint32_t i = 0; i < count; i++) {
    if (i == number || (senses[i].flags & (SENSE_KEPT | SENSE_PROPOSED))) continue;
    if (sense->prior_hundredths >= senses[i].prior_hundredths + enough) continue;
    if (has_cue(d, &senses[i], true)) continue;
    faults_remark(&d->faults, sense->at,
                  "\"%.*s\" can never win: no cue speaks for it and its prior is not above that of "
                  "\"%.*s\"; give it cues",
                  SPAN_ARGS(sense->long_form), SPAN_ARGS(senses[i].long_form));
    return;
  }
}

/* A toned a, e or y behind o or u: without one there is nothing to look at. */
static bool may_be_old(vt_span text) {
  for (size_t i = 0; i + 1 < text.size; i++) {
    char glide = (char)(text.text[i] | 0x20);
    unsigned char next = (unsigned char)text.text[i + 1];
    if ((glide == 'o' || glide == 'u') && (next == 0xC3 || next == 0xE1)) return true;
  }
  return false;
}

/* hoà, uỷ: readers would meet two spellings of one word. */
static void check_tones(draft *d, const draft_sense *sense) {
  vt_span word, text = sense->long_form;
  if (!may_be_old(text)) return;
  char key[WORD_KEY_BYTES];
  for (size_t at = 0; phrase_next_word(text, &at, &word);) {
    size_t size = fold_word(word.text, word.size, key), from = 0;
    char small[WORD_KEY_BYTES + 4];
    size_t small_size = 0;
    for (size_t length; from < word.size && small_size < WORD_KEY_BYTES; from += length)
      small_size += utf8_encode(
          unicode_lower(unicode_fold_d(utf8_decode(word.text + from, word.size - from, &length))),
          small + small_size);
    if (size == 0 || span_equal((vt_span){key, size}, (vt_span){small, small_size})) continue;
    faults_remark(&d->faults, sense->at,
                  "\"%.*s\" has its tone mark in the old place; write it like \"%.*s\"",
                  SPAN_ARGS(word), (int)size, key);
    return;
  }
}

static void check_initials(draft *d, const draft_entry *entry, const draft_sense *sense) {
  if (sense->flags & SENSE_KEPT) return;
  for (uint32_t i = 0; i < entry->form_count; i++) {
    const draft_form *form = &d->forms.items[entry->first_form + i];
    vt_span letter;
    if (form->dead || initials_spell(form->key, sense->long_form, &letter)) continue;
    faults_remark(&d->faults, sense->at,
                  "\"%.*s\" of \"%.*s\" begins no syllable of \"%.*s\"; check the reading",
                  SPAN_ARGS(letter), SPAN_ARGS(form->key), SPAN_ARGS(sense->long_form));
    return;
  }
}

void check_entry(draft *d, const draft_entry *entry) {
  if (entry->sense_count == 0) return;
  const draft_sense *senses = d->senses.items + entry->first_sense;
  for (uint32_t i = 0; i < entry->sense_count; i++) {
    if (senses[i].at.line == 0 || senses[i].long_form.size == 0) continue;
    check_equal(d, senses, i);
    if (entry->sense_count > 1) check_winnable(d, senses, entry->sense_count, i);
    if (!normal_is_composed(senses[i].long_form.text, senses[i].long_form.size)) continue;
    check_tones(d, &senses[i]);
    check_initials(d, entry, &senses[i]);
  }
}

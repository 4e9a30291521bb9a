#include "dict/check.h"

#include "base/sort.h"

/* Two readings of one entry that say the same. */
static void check_equal(draft *d, const draft_entry *entry) {
  const draft_sense *senses = d->senses.items + entry->first_sense;
  for (uint32_t i = 1; i < entry->sense_count; i++)
    for (uint32_t j = 0; j < i; j++)
      if (senses[i].long_form.size && span_equal(senses[i].long_form, senses[j].long_form)) {
        faults_remark(&d->faults, senses[i].at,
                      "\"%.*s\" is a reading of this form already; join the two",
                      SPAN_ARGS(senses[i].long_form));
        faults_relate(&d->faults, senses[j].at);
        break;
      }
}

void check_entry(draft *d, const draft_entry *entry) { check_equal(d, entry); }

/* associations: { hợp đồng: 00f31c… }: a phrase's numbers, two hexadecimal digits each
 * in two's complement. tests/fit/associate.py learns and writes them. */
#include "dict/phrase.h"
#include "dict/read.h"

static int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

static bool read_numbers(vt_span text, int8_t numbers[ASSOCIATION_NUMBERS]) {
  if (text.size != (size_t)2 * ASSOCIATION_NUMBERS) return false;
  for (size_t i = 0; i < ASSOCIATION_NUMBERS; i++) {
    int high = hex_value(text.text[2 * i]), low = hex_value(text.text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    int value = high << 4 | low;
    numbers[i] = (int8_t)(value < 128 ? value : value - 256);
  }
  return true;
}

void read_associations(draft *d, const source_node *node) {
  if (!field_is_map(d, node, "associations")) return;
  for (const source_node *key = node->first; key; key = key->next->next) {
    vt_span numbers;
    image_association read = {.hash = phrase_read(key->text).hash};
    if (!field_text(d, key->next, "the numbers", &numbers)) continue;
    if (read.hash == 0) {
      faults_add(&d->faults, key->at, "\"%.*s\" holds no word; take it away", SPAN_ARGS(key->text));
    } else if (!read_numbers(numbers, read.numbers)) {
      faults_add(&d->faults, key->next->at,
                 "an association is not %d numbers of two small hexadecimal digits; "
                 "let tests/fit/associate.py write it",
                 ASSOCIATION_NUMBERS);
    } else {
      image_association *made = DRAFT_PUSH(d, associations);
      if (made) *made = read;
    }
  }
}

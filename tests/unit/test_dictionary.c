/* What a dictionary answers after its YAML was compiled. */
#include "dictionary_helper.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/hash.h"
#include "text/fold.h"

static const char SMALL[] =
    "domain: military\n"
    "version: \"7.1\"\n"
    "entries:\n"
    "- short: [DQTV, DQ-TV]\n"
    "  long: dân quân tự vệ\n"
    "  en: militia\n"
    "  kind: force\n"
    "  source: common usage\n"
    "- short: TT\n"
    "  senses:\n"
    "  - {long: thông tư, en: circular, kind: document-type, domain: documents, source: x,\n"
    "     cues: {next: [number, {số: 4}], near: [QPPL]}, against: {zone: [table]}}\n"
    "  - {long: thị trấn, en: township, kind: level, source: x, cues: {next: [name], domain: "
    "places}}\n"
    "- short: Phó CHT\n"
    "  long: Phó Chỉ huy trưởng\n"
    "  en: deputy commander\n"
    "  kind: post\n"
    "  source: common usage\n"
    "- short: T.Ư\n"
    "  long: Trung ương\n"
    "  en: central\n"
    "  kind: level\n"
    "  source: common usage\n"
    "classes: {organ: [ủy ban, ban chỉ huy, ban, UBND]}\n"
    "domains: {military: [quân sự, LLVT]}\n"
    "weights: {near: 0.5, margin: 1.25}\n";

static void finds_forms_and_variants(void **state) {
  (void)state;
  vt_dictionary *d = dictionary_of(SMALL, NULL);
  assert_string_equal(readings_of(d, "DQTV"), "dân quân tự vệ");
  assert_string_equal(readings_of(d, "DQ–TV"), "dân quân tự vệ"); /* any dash */
  assert_string_equal(readings_of(d, "TT"), "thông tư | thị trấn");
  assert_string_equal(readings_of(d, "Phó \n CHT"), "Phó Chỉ huy trưởng");
  assert_string_equal(readings_of(d, "T. Ư"), "Trung ương");
  assert_string_equal(readings_of(d, "tt"), "");
  assert_string_equal(readings_of(d, ""), "");
  vt_dictionary_facts facts;
  vt_dictionary_describe(d, &facts);
  assert_string_equal(facts.version, "7.1");
  assert_int_equal(facts.entries, 4);
  assert_int_equal(facts.senses, 5);
  assert_int_equal(facts.forms, 5);
  assert_int_equal(strlen(facts.hash), 16);
  vt_dictionary_free(d);
}

static void knows_what_begins_longer_forms(void **state) {
  (void)state;
  vt_dictionary *d = dictionary_of(SMALL, NULL);
  dictionary_match match;
  assert_true(find_key(d, "DQ", &match));
  assert_true(match.longer && !match.entry);
  assert_true(find_key(d, "DQ-", &match));
  assert_true(match.longer && !match.entry);
  assert_true(find_key(d, "DQ-TV", &match));
  assert_true(!match.longer && match.entry);
  assert_true(find_key(d, "Phó", &match) && match.longer);
  assert_true(find_key(d, "T", &match) && match.longer);
  assert_true(find_key(d, "T.", &match) && match.longer);
  assert_false(find_key(d, "Ph", &match)); /* no border of an atom */
  assert_true(find_key(d, "TT", &match) && !match.longer);
  vt_dictionary_free(d);
}

static const image_cue *cue_named(const dictionary_match *match, const char *text) {
  const image_cue *cues = entry_cues(match->image, match->entry);
  for (uint32_t i = 0; i < match->entry->cue_count; i++) {
    vt_span shown = image_text(match->image, cues[i].text);
    if (shown.size == strlen(text) && memcmp(shown.text, text, shown.size) == 0) return &cues[i];
  }
  fail_msg("no cue \"%s\"", text);
  return NULL;
}

static void works_weights_into_cues(void **state) {
  (void)state;
  vt_dictionary *d = dictionary_of(SMALL, NULL);
  dictionary_match match;
  assert_true(find_key(d, "TT", &match));
  const image_cue *number = cue_named(&match, "number");
  assert_int_equal(number->flags, CUE_IS_CLASS);
  assert_int_equal(number->hash, CLASS_NUMBER);
  assert_int_equal(number->weight_hundredths, 300);
  const image_cue *word = cue_named(&match, "số");
  assert_int_equal(word->weight_hundredths, 400);
  assert_int_equal(word->hash, fold_phrase_hash("số", strlen("số")));
  const image_cue *form = cue_named(&match, "QPPL");
  assert_int_equal(form->hash, fold_form_hash("QPPL", 4));
  assert_int_equal(form->weight_hundredths, 50); /* weights: near */
  const image_cue *zone = cue_named(&match, "table");
  assert_int_equal(zone->hash, ZONE_TABLE);
  assert_int_equal(zone->weight_hundredths, -200);
  const image_cue *domain = cue_named(&match, "places");
  assert_int_equal(domain->sense, 1);
  assert_int_equal(domain->hash, DOMAIN_PLACES);
  assert_int_equal(match.entry->flags, ENTRY_HAS_LOCAL_CUES | ENTRY_HAS_FAR_CUES);
  const image_cue *cues = entry_cues(match.image, match.entry);
  for (uint32_t i = 1; i < match.entry->cue_count; i++)
    assert_true(cues[i - 1].kind < cues[i].kind ||
                (cues[i - 1].kind == cues[i].kind && cues[i - 1].hash <= cues[i].hash));
  assert_int_equal(match.image->margin_hundredths, 125);
  vt_dictionary_free(d);
}

static void finds_classes_of_phrases(void **state) {
  (void)state;
  vt_dictionary *d = dictionary_of(SMALL, NULL);
  dictionary_classes found = dictionary_class(d, fold_phrase_hash("BAN", 3));
  assert_int_equal(found.classes, 1u << CLASS_ORGAN);
  assert_true(found.longer);
  found = dictionary_class(d, fold_phrase_hash("ban chỉ", strlen("ban chỉ")));
  assert_int_equal(found.classes, 0);
  assert_true(found.longer);
  found = dictionary_class(d, fold_phrase_hash("uỷ ban", strlen("uỷ ban"))); /* old tone mark */
  assert_int_equal(found.classes, 1u << CLASS_ORGAN);
  assert_false(found.longer);
  found = dictionary_class(d, fold_form_hash("LLVT", 4));
  assert_int_equal(found.domains, 1u << DOMAIN_MILITARY);
  found = dictionary_class(d, fold_phrase_hash("nhà", strlen("nhà")));
  assert_true(!found.classes && !found.domains && !found.longer);
  vt_dictionary_free(d);
}

static void lays_dictionaries_over_one_another(void **state) {
  (void)state;
  vt_dictionary *below = dictionary_of(SMALL, NULL);
  vt_dictionary *above = dictionary_of("entries:\n"
                                       "- {short: DQTV, remove: true}\n"
                                       "- {short: TT, add: true, long: trung tâm}\n"
                                       "- {short: T.Ư, long: Tây Ư}\n"
                                       "- {short: MỚI, long: mới}\n",
                                       below);
  assert_string_equal(readings_of(above, "DQTV"), "");
  assert_string_equal(readings_of(above, "DQ-TV"), ""); /* the whole entry */
  assert_string_equal(readings_of(above, "TT"), "thông tư | thị trấn | trung tâm");
  assert_string_equal(readings_of(above, "T.Ư"), "Tây Ư");
  assert_string_equal(readings_of(above, "MỚI"), "mới");
  assert_string_equal(readings_of(above, "Phó CHT"), "Phó Chỉ huy trưởng");
  dictionary_match match;
  assert_true(find_key(above, "TT", &match));
  assert_int_equal(cue_named(&match, "QPPL")->weight_hundredths, 50); /* copied with its cues */
  assert_int_equal(above->image->margin_hundredths, 125);             /* kept from below */
  vt_dictionary_facts facts, facts_below;
  vt_dictionary_describe(above, &facts);
  vt_dictionary_describe(below, &facts_below);
  assert_int_equal(facts.entries, 4); /* TT, T.Ư, MỚI, Phó CHT */
  assert_int_equal(facts.senses, 6);
  assert_int_equal(facts.forms, 4);
  assert_string_equal(facts.version, "7.1");
  assert_string_not_equal(facts.hash, facts_below.hash);
  vt_dictionary_free(above);
  vt_dictionary_free(below);
}

typedef struct order_check {
  char last[64];
  size_t count;
} order_check;

static bool check_order(void *context, const vt_sense *sense) {
  order_check *check = context;
  char name[64] = "";
  strncat(name, sense->entry.text, sense->entry.size);
  assert_true(strcmp(check->last, name) <= 0);
  strcpy(check->last, name);
  check->count++;
  return true;
}

static void stacks_are_not_endless(void **state) {
  (void)state;
  vt_dictionary *stack[DICTIONARY_LAYERS_MAX];
  const char yaml[] = "A: an";
  for (size_t i = 0; i < DICTIONARY_LAYERS_MAX; i++)
    stack[i] = dictionary_of(yaml, i ? stack[i - 1] : NULL);
  order_check check = {"", 0};
  vt_dictionary_visit(stack[DICTIONARY_LAYERS_MAX - 1], check_order, &check);
  assert_int_equal(check.count, 1);
  vt_dictionary *more = NULL;
  vt_error err;
  assert_int_equal(vt_dictionary_parse((vt_span){yaml, 5}, "t", stack[DICTIONARY_LAYERS_MAX - 1],
                                       NULL, NULL, NULL, &more, &err),
                   VT_ERR_LIMIT);
  assert_null(more);
  for (size_t i = DICTIONARY_LAYERS_MAX; i > 0; i--) vt_dictionary_free(stack[i - 1]);
}

static void reads_plain_mappings(void **state) {
  (void)state;
  vt_dictionary *d = dictionary_of("SSCĐ: sẵn sàng chiến đấu\n"
                                   "NO: nợ\n012: số\n~: dấu ngã\nNull: rỗng\n",
                                   vt_dictionary_empty());
  assert_string_equal(readings_of(d, "SSCĐ"), "sẵn sàng chiến đấu");
  assert_string_equal(readings_of(d, "NO"), "nợ");
  assert_string_equal(readings_of(d, "012"), "số");
  assert_string_equal(readings_of(d, "~"), "dấu ngã");
  assert_string_equal(readings_of(d, "Null"), "rỗng");
  vt_dictionary_free(d);
  d = dictionary_of("", NULL);
  assert_string_equal(readings_of(d, "SSCĐ"), "");
  vt_dictionary_free(d);
  d = dictionary_of("\xEF\xBB\xBFSSCĐ: sẵn sàng chiến đấu\r\n", NULL);
  assert_string_equal(readings_of(d, "SSCĐ"), "sẵn sàng chiến đấu");
  vt_dictionary_free(d);
}

static bool stop_at_once(void *context, const vt_sense *sense) {
  (void)sense;
  ++*(size_t *)context;
  return false;
}

static void visits_in_order(void **state) {
  (void)state;
  vt_dictionary *below = dictionary_of(SMALL, NULL);
  vt_dictionary *above = dictionary_of("B: bê\nDQTV: đè lên\nZ: dét\n", below);
  order_check check = {"", 0};
  vt_dictionary_visit(above, check_order, &check);
  assert_int_equal(check.count, 8); /* DQ-TV still leads to the entry below */
  size_t count = 0;
  vt_dictionary_visit(above, stop_at_once, &count);
  assert_int_equal(count, 1);
  vt_dictionary_free(above);
  vt_dictionary_free(below);
}

static void finds_by_long_form(void **state) {
  (void)state;
  vt_dictionary *d = dictionary_of("UB: ủy ban\nUBKT: Ủy ban Kiểm tra\nKT: kinh tế\n", NULL);
  order_check check = {"", 0};
  vt_dictionary_reverse(d, (vt_span){"UỶ BAN", strlen("UỶ BAN")}, check_order, &check);
  assert_int_equal(check.count, 2);
  check = (order_check){"", 0};
  vt_dictionary_reverse(d, (vt_span){"ban kiểm", strlen("ban kiểm")}, check_order, &check);
  assert_int_equal(check.count, 1);
  check = (order_check){"", 0};
  vt_dictionary_reverse(d, (vt_span){"an kiểm", strlen("an kiểm")}, check_order, &check);
  vt_dictionary_reverse(d, (vt_span){" - ", 3}, check_order, &check);
  assert_int_equal(check.count, 0);
  vt_dictionary_free(d);
}

static void assert_refused(const char *yaml, size_t size, size_t line, const char *part) {
  vt_dictionary *made = NULL;
  vt_error err;
  assert_int_equal(
      vt_dictionary_parse((vt_span){yaml, size}, "t", NULL, NULL, NULL, NULL, &made, &err),
      VT_ERR_DICTIONARY);
  assert_null(made);
  assert_int_equal(err.at.line, line);
  if (!strstr(err.message, part)) fail_msg("%s", err.message);
}

/* Whatever its size: far within 100 ms of the processor's time. */
static void assert_refused_soon(const char *yaml, size_t size, size_t line, const char *part) {
  clock_t start = clock();
  assert_refused(yaml, size, line, part);
  assert_true(clock() - start < CLOCKS_PER_SEC / 10);
}

static void monsters_end_soon(void **state) {
  (void)state;
  size_t size = 50 * 1000 * 1000;
  char *yaml = malloc(size);
  assert_non_null(yaml);
  memset(yaml, 'x', size);
  memcpy(yaml, "AB: \"", 5);
  assert_refused_soon(yaml, size, 1, "longer than 64 KiB");
  assert_refused_soon(yaml, 70 * 1000, 1, "end of stream");
  memset(yaml, ' ', size);
  assert_refused_soon(yaml, size, 1, "longer than 64 KiB");
  memcpy(yaml, "AB: |\n x", 8);
  assert_refused_soon(yaml, size, 1, "longer than 64 KiB");
  memset(yaml, '#', size);
  assert_refused_soon(yaml, size, 1, "longer than 64 KiB");
  memset(yaml, '[', size);
  assert_refused_soon(yaml, 64 * 1024, 1, "nested");
  assert_refused_soon(yaml, size, 1, "nested");
  for (size_t i = 0; i + 4 <= size; i += 4) memcpy(yaml + i, "{a: ", 4);
  assert_refused_soon(yaml, size, 1, "nested");
  for (size_t i = 0; i + 2 <= size; i += 2) memcpy(yaml + i, "- ", 2);
  assert_refused_soon(yaml, size, 1, "nested");
  for (size_t i = 0; i + 3 <= size; i += 3) memcpy(yaml + i, "- \n", 3);
  memcpy(yaml, "a:\n", 3);
  assert_refused_soon(yaml, 3 * 1000, 2, "long form is not a text");
  free(yaml);
}

/* Nine of nine of nine …: nothing is ever multiplied. */
static void alias_bombs_do_not_go_off(void **state) {
  (void)state;
  char yaml[2048] = "A: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char name = 'b'; name <= 'i'; name++) {
    char *end = yaml + strlen(yaml);
    char to = (char)(name - 1);
    sprintf(end, "%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n", name, name, to, to, to,
            to, to, to, to, to, to);
  }
  assert_refused_soon(yaml, strlen(yaml), 1, "anchors");
  assert_refused_soon("a: [*a, *a]\n", 12, 1, "aliases");
}

static void the_builtin_dictionary_is_sound(void **state) {
  (void)state;
  const vt_dictionary *d = vt_dictionary_builtin();
  assert_int_equal(image_check(d->image, (size_t)d->image->size_bytes, NULL), VT_OK);
  assert_int_equal((uintptr_t)d->image % 64, 0);
  assert_string_equal(readings_of(d, "SSCĐ"), "sẵn sàng chiến đấu");
  d = vt_dictionary_empty();
  assert_string_equal(readings_of(d, "SSCĐ"), "");
  dictionary_match match;
  assert_false(find_key(d, "SSCĐ", &match));
  assert_int_equal(dictionary_class(d, 1).classes, 0);
  vt_dictionary_free(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_forms_and_variants),
      cmocka_unit_test(knows_what_begins_longer_forms),
      cmocka_unit_test(works_weights_into_cues),
      cmocka_unit_test(finds_classes_of_phrases),
      cmocka_unit_test(lays_dictionaries_over_one_another),
      cmocka_unit_test(stacks_are_not_endless),
      cmocka_unit_test(reads_plain_mappings),
      cmocka_unit_test(visits_in_order),
      cmocka_unit_test(finds_by_long_form),
      cmocka_unit_test(monsters_end_soon),
      cmocka_unit_test(alias_bombs_do_not_go_off),
      cmocka_unit_test(the_builtin_dictionary_is_sound),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Writers: what no validator of a whole file would tell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "write/pieces.h"
#include "write/writer.h"
#include "write/xml_date.h"

static vt_status append(void *context, const char *bytes, size_t size) {
  return buffer_append(context, bytes, size) ? VT_OK : VT_ERR_MEMORY;
}

static vt_status refuse(void *context, const char *bytes, size_t size) {
  (void)context, (void)bytes, (void)size;
  return VT_ERR_WRITE;
}

/* ---------------------------------------------------------- numbers -- */

static void expect_hundredths(float number, const char *wanted) {
  pen p = {.failed = false};
  buffer_init(&p.bytes, NULL);
  pen_hundredths(&p, number);
  pen_byte(&p, '\0');
  assert_string_equal(p.bytes.data, wanted);
  buffer_clear(&p.bytes);
}

static void hundredths_have_two_decimals(void **state) {
  (void)state;
  expect_hundredths(0, "0.00");
  expect_hundredths(0.934F, "0.93");
  expect_hundredths(0.999F, "1.00");
  expect_hundredths(-1.5F, "-1.50");
  expect_hundredths(-0.001F, "0.00");
  expect_hundredths(12.05F, "12.05");
  expect_hundredths(1e30F, "1000000.00");
}

/* ------------------------------------------------------------ dates -- */

static void expect_date(const char *date, const char *wanted) {
  pen p = {.failed = false};
  buffer_init(&p.bytes, NULL);
  xml_date_put(&p, span_cstr(date));
  pen_byte(&p, '\0');
  assert_string_equal(p.bytes.data, wanted);
  buffer_clear(&p.bytes);
}

static void dates_are_those_that_tei_can_say(void **state) {
  (void)state;
  expect_date("2022", " when=\"2022\"");
  expect_date("2022-12", " when=\"2022-12\"");
  expect_date("2022-12-07", " when=\"2022-12-07\"");
  expect_date("--12-07", " when=\"--12-07\"");
  expect_date("2024-02-29", " when=\"2024-02-29\"");
  expect_date("2022-12-07T07:30", " when=\"2022-12-07T07:30:00\"");
  expect_date("2021/2025", " from=\"2021\" to=\"2025\"");
  expect_date("2023-02-30", "");
  expect_date("2023-13", "");
  expect_date("2023-Q1", "");
  expect_date("--12", " when=\"--12\"");
  expect_date("--", "");
  expect_date("2021/", "");
  expect_date("", "");
}

/* ----------------------------------------------------------- pieces -- */

static void a_short_form_across_a_border_is_cut(void **state) {
  (void)state;
  const vt_entity entity = {.start = 2, .end = 6, .type = VT_ORG};
  const vt_short brief = {.start = 4, .end = 8};
  const vt_segment s = {.text = "0123456789",
                        .size = 10,
                        .shorts = &brief,
                        .short_count = 1,
                        .entities = &entity,
                        .entity_count = 1};
  static const size_t ENDS[] = {2, 4, 6, 8, 10};
  size_t opened = 0, closed = 0, count = 0;
  pieces all;
  piece p;
  for (pieces_begin(&all, &s); pieces_next(&all, &p); count++) {
    assert_int_equal(p.end, ENDS[count]);
    opened += p.opens_short;
    closed += p.closes_short;
    assert_int_equal(p.opens_entity, count == 1);
    assert_int_equal(p.closes_entity, count == 2);
  }
  assert_int_equal(count, 5);
  assert_int_equal(opened, 2);
  assert_int_equal(closed, 2);
}

/* ---------------------------------------------------------- writers -- */

static const char TEXT[] = "Ban CHQS \xFF <x>\t\n";

static vt_segment segment(void) {
  static const vt_short BRIEF = {.start = 4,
                                 .end = 8,
                                 .action = VT_EXPAND,
                                 .long_form = {"Chỉ huy\nquân sự", 20},
                                 .confidence = 1};
  static const vt_entity ENTITY = {.start = 0, .end = 10, .type = VT_ORG, .normal = {"\xFE", 1}};
  return (vt_segment){.text = TEXT,
                      .size = sizeof TEXT - 1,
                      .line = 1,
                      .shorts = &BRIEF,
                      .short_count = 1,
                      .entities = &ENTITY,
                      .entity_count = 1};
}

static vt_status write_all(const char *name, vt_writer_options options, vt_sink sink,
                           const vt_allocator *memory) {
  vt_writer *w;
  vt_status status = vt_writer_new(name, &options, NULL, sink, memory, &w, NULL);
  vt_segment s = segment();
  if (status != VT_OK) return status;
  status = vt_writer_document(w, "a.txt");
  for (int i = 0; i < 3 && status == VT_OK; i++) status = vt_writer_segment(w, &s);
  if (status == VT_OK) status = vt_writer_finish(w);
  vt_writer_free(w);
  return status;
}

static const vt_writer_options USUAL = {.struct_size = sizeof USUAL};

static void writers_name_what_they_do_not_know(void **state) {
  (void)state;
  vt_writer *w;
  vt_error err = {0};
  vt_sink none = {NULL, refuse};
  assert_int_equal(vt_writer_new("pdf", &USUAL, NULL, none, NULL, &w, &err), VT_ERR_UNKNOWN_FORMAT);
  assert_null(w);
  assert_string_equal(err.message, "no format \"pdf\"; use one of jsonl, tsv, csv, html, xml, "
                                   "conll, brat");
  vt_writer_options unset = {0}, odd = {.struct_size = sizeof odd, .unit = (vt_unit)7};
  assert_int_equal(vt_writer_new("csv", &unset, NULL, none, NULL, &w, NULL), VT_ERR_ARGUMENT);
  assert_int_equal(vt_writer_new("csv", &odd, NULL, none, NULL, &w, NULL), VT_ERR_ARGUMENT);
}

static void a_refusing_sink_stops_the_writer(void **state) {
  (void)state;
  for (const char *const *name = vt_writer_formats(); *name; name++)
    assert_int_equal(write_all(*name, USUAL, (vt_sink){NULL, refuse}, NULL), VT_ERR_WRITE);
}

/* Three writers make what one makes. */
static void a_file_may_have_several_writers(void **state) {
  (void)state;
  for (const char *const *name = vt_writer_formats(); *name; name++) {
    buffer one, many;
    buffer_init(&one, NULL);
    buffer_init(&many, NULL);
    assert_int_equal(write_all(*name, USUAL, (vt_sink){&one, append}, NULL), VT_OK);
    vt_writer_options first = USUAL, middle = USUAL, last = USUAL;
    first.continues = middle.continued = middle.continues = last.continued = true;
    vt_writer *w;
    vt_sink sink = {&many, append};
    assert_int_equal(vt_writer_new(*name, &first, NULL, sink, NULL, &w, NULL), VT_OK);
    assert_int_equal(vt_writer_finish(w), VT_OK);
    vt_writer_free(w);
    assert_int_equal(write_all(*name, middle, sink, NULL), VT_OK);
    assert_int_equal(vt_writer_new(*name, &last, NULL, sink, NULL, &w, NULL), VT_OK);
    assert_int_equal(vt_writer_finish(w), VT_OK);
    vt_writer_free(w);
    assert_int_equal(one.size, many.size);
    assert_memory_equal(one.data, many.data, one.size);
    buffer_clear(&one);
    buffer_clear(&many);
  }
}

/* A segment is with the sink as soon as flush says so. */
static void flush_hands_on_what_is_written(void **state) {
  (void)state;
  buffer out;
  vt_writer *w;
  vt_segment s = segment();
  buffer_init(&out, NULL);
  vt_sink sink = {&out, append};
  assert_int_equal(vt_writer_new("jsonl", &USUAL, NULL, sink, NULL, &w, NULL), VT_OK);
  assert_int_equal(vt_writer_segment(w, &s), VT_OK);
  assert_int_equal(out.size, 0);
  assert_int_equal(vt_writer_flush(w), VT_OK);
  assert_int_equal(out.data[out.size - 1], '\n');
  vt_writer_free(w);
  buffer_clear(&out);
}

/* ----------------------------------------------------------- memory -- */

typedef struct meter {
  size_t left, blocks;
} meter;

static void *metered(void *context, void *block, size_t size) {
  meter *m = context;
  if (size == 0) {
    m->blocks -= block != NULL;
    free(block);
    return NULL;
  }
  if (m->left == 0) return NULL;
  m->left--;
  m->blocks += block == NULL;
  return realloc(block, size);
}

static vt_status discard(void *context, const char *bytes, size_t size) {
  (void)context, (void)bytes, (void)size;
  return VT_OK;
}

static void failing_allocations_leak_nothing(void **state) {
  (void)state;
  for (const char *const *name = vt_writer_formats(); *name; name++) {
    vt_status status = VT_ERR_MEMORY;
    for (size_t allowed = 0; status != VT_OK && allowed < 100; allowed++) {
      meter m = {allowed, 0};
      vt_allocator memory = {&m, metered};
      status = write_all(*name, USUAL, (vt_sink){NULL, discard}, &memory);
      assert_true(status == VT_OK || status == VT_ERR_MEMORY);
      assert_int_equal(m.blocks, 0);
    }
    assert_int_equal(status, VT_OK);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hundredths_have_two_decimals),
      cmocka_unit_test(dates_are_those_that_tei_can_say),
      cmocka_unit_test(a_short_form_across_a_border_is_cut),
      cmocka_unit_test(writers_name_what_they_do_not_know),
      cmocka_unit_test(a_refusing_sink_stops_the_writer),
      cmocka_unit_test(a_file_may_have_several_writers),
      cmocka_unit_test(flush_hands_on_what_is_written),
      cmocka_unit_test(failing_allocations_leak_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

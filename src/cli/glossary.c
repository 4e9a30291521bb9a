/* glossary: the forms that were expanded. */
#include "glossary.h"

#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "field.h"

static char *copy_unless_empty(vt_span text, bool *good) {
  char *copy = text.size ? tally_text(text) : NULL;
  *good = *good && (copy || !text.size);
  return copy;
}

static vt_status describe(job *j, tally_row *row, const vt_short *s) {
  bool good = true;
  row->file = tally_text((vt_span){j->document, strlen(j->document)});
  row->at = place_at(&j->place, s->start);
  row->english = copy_unless_empty(s->english, &good);
  row->field = copy_unless_empty(s->domain, &good);
  return good && row->file ? VT_OK : VT_ERR_MEMORY;
}

static vt_status count_segment(job *j, const vt_segment *segment) {
  vt_status status = VT_OK;
  place_begin(&j->place, segment);
  for (size_t i = 0; i < segment->short_count && status == VT_OK; i++) {
    const vt_short *s = &segment->shorts[i];
    vt_span form = {segment->text + s->start, s->end - s->start};
    tally_row *row;
    if (s->action != VT_EXPAND) continue;
    status = tally_count(j->state, form, s->plain, 0, &row);
    if (row && row->count == 1) status = describe(j, row, s);
  }
  place_end(&j->place);
  return status;
}

static int compare_rows(const void *left, const void *right) {
  const tally_row *a = left, *b = right;
  int order = strcmp(a->form, b->form);
  return order ? order : strcmp(a->reading, b->reading);
}

typedef void write_field(output *out, vt_span text);

static void write_text(output *out, write_field *field, const char *text) {
  if (text) field(out, (vt_span){text, strlen(text)});
}

/* The second column is the target of a translation tool. */
static void write_list(const run *r, const tally *t, write_field *field, const char *between) {
  output *out = r->out;
  bool english = r->settings->language == VT_ENGLISH;
  for (size_t i = 0; i < t->count; i++) {
    const tally_row *row = &t->rows[i];
    write_text(out, field, row->form);
    output_text(out, between);
    write_text(out, field, english ? row->english : row->reading);
    output_text(out, between);
    write_text(out, field, english ? row->reading : row->english);
    output_text(out, between);
    write_text(out, field, row->field);
    output_format(out, "%s%zu%s", between, row->count, between);
    write_text(out, field, row->file);
    output_format(out, ":%zu:%zu\n", row->at.line, row->at.column_cp);
  }
}

static void write_tsv(const run *r, const tally *t) { write_list(r, t, field_clean, "\t"); }

static void write_csv(const run *r, const tally *t) {
  output_text(r->out, r->settings->language == VT_ENGLISH
                          ? "form,English,long form,field,count,first\n"
                          : "form,long form,English,field,count,first\n");
  write_list(r, t, field_csv, ",");
}

static exit_code write_glossary(run *r) {
  tally *t = r->state;
  const char *format = r->settings->format ? r->settings->format : "tsv";
  if (t->count) qsort(t->rows, t->count, sizeof *t->rows, compare_rows);
  if (r->settings->bom && strcmp(format, "tbx") != 0) output_text(r->out, "\xEF\xBB\xBF");
  if (strcmp(format, "tbx") == 0) glossary_write_tbx(r->out, t);
  else if (strcmp(format, "csv") == 0) write_csv(r, t);
  else write_tsv(r, t);
  return EXIT_DONE;
}

exit_code command_glossary(const invocation *s) {
  static const work glossary = {
      .open = tally_open, .segment = count_segment, .merge = tally_merge_job, .close = tally_close};
  tally all = {0};
  exit_code code = command_run(s, &(plan){&glossary, &all, NULL, write_glossary});
  tally_say_dropped(&all, s->err);
  tally_clear(&all);
  return code;
}

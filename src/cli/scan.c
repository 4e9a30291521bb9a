/* scan: the forms that stayed though they look like short forms. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "field.h"
#include "tally.h"

enum { UNKNOWN, AMBIGUOUS, COMPOSED, STATUSES };
static const char *const status_names[STATUSES] = {"unknown", "ambiguous", "composed"};
enum { CONTEXT_CP = 30 };

static int status_of(const vt_short *s) {
  if (s->action != VT_KEEP) return STATUSES;
  switch (s->reason) {
  case VT_REASON_UNKNOWN: return UNKNOWN;
  case VT_REASON_AMBIGUOUS: return AMBIGUOUS;
  case VT_REASON_PROPOSED: return COMPOSED;
  default: return STATUSES;
  }
}

static bool continues_character(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

/* What stands around the form, up to so many characters on either side. */
static vt_span context_of(const vt_segment *segment, const vt_short *s) {
  size_t begin = s->start, end = s->end;
  for (int left = CONTEXT_CP; begin > 0 && left > 0;)
    if (!continues_character(segment->text[--begin])) left--;
  for (int left = CONTEXT_CP; end < segment->size;) {
    if (!continues_character(segment->text[end]) && left-- == 0) break;
    end++;
  }
  while (begin < s->start && (unsigned char)segment->text[begin] <= ' ') begin++;
  while (end > s->end && (unsigned char)segment->text[end - 1] <= ' ') end--;
  return (vt_span){segment->text + begin, end - begin};
}

static bool join(char **text, vt_span more) {
  size_t size = *text ? strlen(*text) : 0, room = size + more.size + 4;
  char *longer = realloc(*text, room);
  if (!longer) return false;
  *text = longer;
  if (size) {
    memcpy(longer + size, " | ", 3);
    size += 3;
  }
  memcpy(longer + size, more.text, more.size);
  longer[size + more.size] = '\0';
  return true;
}

typedef struct proposal_list {
  char **text;
  bool good;
} proposal_list;

static bool join_sense(void *context, const vt_sense *sense) {
  proposal_list *p = context;
  p->good = join(p->text, sense->long_form);
  return p->good;
}

/* The readings there are, the best first, with " | " between; those of low
 * confidence are only in the dictionary. */
static bool propose(char **text, const vt_dictionary *dictionary, const vt_short *s) {
  proposal_list p = {text, true};
  for (size_t i = 0; p.good && i < s->alternative_count; i++)
    p.good = join(text, s->alternatives[i].long_form);
  if (!s->alternative_count && s->plain.size) p.good = join(text, s->plain);
  if (p.good && !*text && s->entry.size) vt_dictionary_lookup(dictionary, s->entry, join_sense, &p);
  return p.good;
}

static vt_status describe(job *j, tally_row *row, const vt_segment *segment, const vt_short *s) {
  row->file = tally_text((vt_span){j->document, strlen(j->document)});
  row->at = place_at(&j->place, s->start);
  row->context = tally_text(context_of(segment, s));
  return row->file && row->context && propose(&row->proposals, j->run->dictionary, s)
             ? VT_OK
             : VT_ERR_MEMORY;
}

static vt_status count_segment(job *j, const vt_segment *segment) {
  vt_status result = VT_OK;
  place_begin(&j->place, segment);
  for (size_t i = 0; i < segment->short_count && result == VT_OK; i++) {
    const vt_short *s = &segment->shorts[i];
    vt_span form = {segment->text + s->start, s->end - s->start};
    int status = status_of(s);
    tally_row *row;
    if (status == STATUSES) continue;
    result = tally_count(j->state, form, (vt_span){"", 0}, (unsigned)status, &row);
    if (row && row->count == 1) result = describe(j, row, segment, s);
  }
  place_end(&j->place);
  return result;
}

/* By status, then the frequent ones first, then by form. */
static int compare_rows(const void *left, const void *right) {
  const tally_row *a = left, *b = right;
  if (a->status != b->status) return a->status < b->status ? -1 : 1;
  if (a->count != b->count) return a->count > b->count ? -1 : 1;
  return strcmp(a->form, b->form);
}

static void write_text(output *out, const char *text) {
  if (text) field_clean(out, (vt_span){text, strlen(text)});
}

static void write_tsv(const run *r, const tally *t) {
  output *out = r->out;
  if (r->settings->bom) output_text(out, "\xEF\xBB\xBF");
  output_text(out, "form\tstatus\tcount\tfirst\tcontext\tproposals\n");
  for (size_t i = 0; i < t->count; i++) {
    const tally_row *row = &t->rows[i];
    write_text(out, row->form);
    output_format(out, "\t%s\t%zu\t", status_names[row->status], row->count);
    write_text(out, row->file);
    output_format(out, ":%zu:%zu\t", row->at.line, row->at.column_cp);
    write_text(out, row->context);
    output_text(out, "\t");
    write_text(out, row->proposals);
    output_text(out, "\n");
  }
}

/* One line for each form, as a dictionary of one's own is written. Only a single
 * proposal stands as a reading; where there is none, or a choice, the line is a
 * comment: the file is a dictionary as it stands and decides nothing unread. */
static void write_stub(output *out, const tally_row *row) {
  const char *readings = row->proposals ? row->proposals : "";
  const char *more = strstr(readings, " | ");
  output_format(out, "\n# %s, %zu×, first at ", status_names[row->status], row->count);
  write_text(out, row->file);
  output_format(out, ":%zu:%zu: ", row->at.line, row->at.column_cp);
  write_text(out, row->context);
  output_text(out, *readings && !more ? "\n" : "\n# ");
  field_yaml(out, (vt_span){row->form, strlen(row->form)});
  output_text(out, ": ");
  field_yaml(out, (vt_span){readings, more ? (size_t)(more - readings) : strlen(readings)});
  if (more) {
    output_text(out, " # or ");
    write_text(out, more + 3);
  }
  output_text(out, "\n");
}

static void write_yaml(const run *r, const tally *t) {
  output_text(r->out,
              "# Forms that viettat did not expand. Write the long forms and remove the #\n"
              "# before them, take out what is no short form, check with viettat lint, and use\n"
              "# the file with -d.\n");
  for (size_t i = 0; i < t->count; i++) write_stub(r->out, &t->rows[i]);
}

static bool fails(const run *r, const tally *t) {
  unsigned found = 0;
  for (size_t i = 0; i < t->count; i++) found |= 1u << t->rows[i].status;
  return found & r->settings->fail_on;
}

static exit_code write_all_rows(run *r) {
  tally *t = r->state;
  if (t->count) qsort(t->rows, t->count, sizeof *t->rows, compare_rows);
  if (r->settings->format && strcmp(r->settings->format, "yaml") == 0) write_yaml(r, t);
  else write_tsv(r, t);
  return fails(r, t) ? EXIT_FOUND : EXIT_DONE;
}

exit_code command_scan(const invocation *s) {
  static const work scan = {.kept = true,
                            .details = true,
                            .open = tally_open,
                            .segment = count_segment,
                            .merge = tally_merge_job,
                            .close = tally_close};
  tally all = {0};
  exit_code code = command_run(s, &(plan){&scan, &all, NULL, write_all_rows});
  tally_say_dropped(&all, s->err);
  tally_clear(&all);
  return code;
}

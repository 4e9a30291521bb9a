/* Examples stand in the sources only: read, checked and forgotten again. */
#include "base/error.h"
#include "dict/draft.h"
#include "dict/file.h"
#include "dict/read.h"

static bool hand_on(const draft *d, const draft_example *example, const char *path,
                    vt_example_visitor *visit, void *context) {
  const draft_sense *sense = &d->senses.items[example->sense];
  vt_sense shown = {.entry = d->entries.items[example->entry].name,
                    .long_form = sense->long_form,
                    .english = sense->english,
                    .source = sense->source};
  sense_set_terms(&shown, sense->kind, sense->domain, sense->flags, sense->prior_hundredths);
  vt_position at = {example->at.line, example->at.column_cp, example->at.offset_bytes};
  return visit(context, &shown, example->marked, path, at);
}

static vt_status read_examples(draft *d, vt_span yaml, const char *path, vt_error *err) {
  const source_node *root;
  const char **name = DRAFT_PUSH(d, file_names);
  if (name) *name = path;
  d->file++;
  d->keep_examples = true;
  faults_begin(&d->faults, path);
  if (source_read(yaml, &d->texts, &d->faults, &root)) read_file(d, root);
  faults_end(&d->faults);
  if (d->faults.no_memory)
    return error_set(err, VT_ERR_MEMORY, (vt_position){0, 0, 0}, "out of memory");
  return d->faults.total ? VT_ERR_DICTIONARY : VT_OK;
}

vt_status vt_dictionary_examples(const char *path, vt_example_visitor *visit, void *context,
                                 vt_error *err) {
  if (err) *err = (vt_error){.status = VT_OK};
  file_bytes file;
  vt_status status = file_open(path, NULL, &file, err);
  if (status != VT_OK) return status;
  draft d;
  draft_init(&d, NULL, NULL);
  faults_init(&d.faults, NULL, NULL, NULL, err);
  if (!file.is_image) status = read_examples(&d, (vt_span){file.data, file.size}, path, err);
  for (size_t i = 0; status == VT_OK && i < d.examples.count; i++)
    if (!hand_on(&d, &d.examples.items[i], path, visit, context)) break;
  faults_clear(&d.faults);
  draft_clear(&d);
  file_close(&file);
  return status;
}

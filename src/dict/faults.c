/* Messages wait in an arena until the file ends, because checks of a whole entry
 * find things above what was read last. */
#include "dict/faults.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/sort.h"

enum { MESSAGE_BYTES = 512, SHOWN_BYTES = 80 };

struct fault {
  source_place at, related;
  const char *message;
  bool remark;
};

void faults_init(faults *f, const vt_allocator *memory, vt_report *report, void *report_context,
                 vt_error *err) {
  *f = (faults){.report = report, .report_context = report_context, .err = err};
  arena_init(&f->memory, memory);
}

void faults_clear(faults *f) {
  memory_free(&f->memory.memory, f->items);
  arena_clear(&f->memory);
  f->items = NULL;
  f->count = f->capacity = 0;
}

void faults_begin(faults *f, const char *name) {
  arena_reset(&f->memory);
  f->name = name;
  f->count = f->dropped = 0;
}

static void add(faults *f, source_place at, bool remark, const char *format, va_list arguments) {
  if (!remark) f->total++;
  if (f->count >= FAULTS_PER_FILE) {
    f->dropped++;
    return;
  }
  char message[MESSAGE_BYTES];
  int wanted = vsnprintf(message, sizeof message, format, arguments);
  size_t size = wanted < 0 ? 0 : (size_t)wanted;
  if (size >= sizeof message) size = sizeof message - 1;
  void *items = f->items;
  bool grown = memory_grow(&f->memory.memory, &items, &f->capacity, f->count + 1, sizeof(fault));
  f->items = items;
  char *kept = grown ? arena_take(&f->memory, size + 1) : NULL;
  if (!kept) {
    f->no_memory = true;
    return;
  }
  memcpy(kept, message, size);
  kept[size] = '\0';
  f->items[f->count++] = (fault){at, {0, 0, 0}, kept, remark};
}

void faults_add(faults *f, source_place at, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  add(f, at, false, format, arguments);
  va_end(arguments);
}

void faults_remark(faults *f, source_place at, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  add(f, at, true, format, arguments);
  va_end(arguments);
}

void faults_advise(faults *f, source_place at, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  add(f, at, !f->strict, format, arguments);
  va_end(arguments);
}

void faults_relate(faults *f, source_place related) {
  if (f->count && !f->dropped) f->items[f->count - 1].related = related;
}

static vt_position position_of(source_place place) {
  return (vt_position){place.line, place.column_cp, place.offset_bytes};
}

static void hand_on(faults *f, const fault *item) {
  vt_error shown = {.status = item->remark ? VT_OK : VT_ERR_DICTIONARY};
  shown.at = position_of(item->at);
  shown.related = position_of(item->related);
  error_source(&shown, f->name);
  snprintf(shown.message, sizeof shown.message, "%s", item->message);
  if (f->report) f->report(f->report_context, &shown);
  if (f->err && f->err->status == VT_OK && !item->remark) *f->err = shown;
}

static int compare_places(const void *context, uint32_t a, uint32_t b) {
  const fault *items = context;
  uint32_t left = items[a].at.offset_bytes, right = items[b].at.offset_bytes;
  return left < right ? -1 : left > right;
}

void faults_end(faults *f) {
  if (f->count == 0) return;
  uint32_t *order = sort_order(&f->memory.memory, f->count, compare_places, f->items);
  if (!order) {
    f->no_memory = true;
    return;
  }
  for (size_t i = 0; i < f->count; i++) hand_on(f, &f->items[order[i]]);
  memory_free(&f->memory.memory, order);
  if (f->dropped && f->report) {
    vt_error more = {.status = VT_OK};
    error_source(&more, f->name);
    snprintf(more.message, sizeof more.message, "%zu more faults are not listed; mend these first",
             f->dropped);
    f->report(f->report_context, &more);
  }
  f->count = f->dropped = 0;
}

int span_shown(vt_span s) {
  size_t size = s.size;
  if (size > SHOWN_BYTES) {
    size = SHOWN_BYTES;
    while (size > 0 && ((unsigned char)s.text[size] & 0xC0) == 0x80) size--;
  }
  return (int)size;
}

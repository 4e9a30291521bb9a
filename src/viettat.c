/* Sessions: the shell that turns a stream into segments and hands on what the
 * engine makes of them.
 *
 * Bytes are processed where the caller has them as long as whole segments arrive;
 * only the beginning of a segment that is not complete yet is copied to `pending`. */
#include "viettat.h"

#include <string.h>

#include "base/error.h"
#include "engine/decide.h"
#include "engine/entity.h"
#include "engine/render.h"
#include "engine/segment.h"
#include "text/unicode.h"

enum { OUTPUT_BYTES = 64 * 1024, USUAL_SEGMENT_BYTES = 64 * 1024, LEAST_SEGMENT_BYTES = 256 };

struct vt_session {
  vt_allocator memory;
  const vt_dictionary *dictionary;
  vt_options options;
  vt_output output;
  segment_rules rules;
  decider decider;
  entity_finder *finder; /* NULL: nobody asked for entities */
  arena entity_scratch;
  const vt_entity *entities;
  size_t entity_count;
  buffer pending; /* a segment's beginning */
  size_t pending_seen;
  buffer out;
  bool copies;    /* the dictionary has no entries */
  bool continues; /* the next segment begins inside a line */
  uint64_t offset, line;
  vt_counts counts;
  vt_status failed;
};

static bool has_entries(const vt_dictionary *dictionary) {
  for (const vt_dictionary *d = dictionary; d; d = d->base)
    if (image_count(d->image, SECTION_ENTRIES)) return true;
  return false;
}

static vt_status read_options(const vt_options *given, vt_options *options, vt_error *err) {
  *options = (vt_options){.struct_size = sizeof(vt_options)};
  if (!given) return VT_OK;
  if (given->struct_size == 0 || given->struct_size > sizeof(vt_options))
    return error_set(err, VT_ERR_ARGUMENT, (vt_position){0},
                     "vt_options.struct_size is not set; set it to sizeof(vt_options)");
  memcpy(options, given, given->struct_size);
  if (options->domain) {
    unsigned known = 0;
    while (known < DOMAIN_COUNT && strcmp(term_domain_name(known), options->domain) != 0) known++;
    if (known == DOMAIN_COUNT)
      return error_set(err, VT_ERR_ARGUMENT, (vt_position){0}, "unknown domain \"%.64s\"",
                       options->domain);
  }
  return VT_OK;
}

vt_status vt_session_new(const vt_dictionary *dictionary, const vt_options *given, vt_output output,
                         const vt_allocator *memory, vt_session **out, vt_error *err) {
  *out = NULL;
  vt_options options;
  vt_status status = read_options(given, &options, err);
  if (status != VT_OK) return status;
  vt_allocator allocator = memory_or_default(memory);
  vt_session *s = memory_new_zeroed(&allocator, sizeof *s);
  if (!s) return error_set(err, VT_ERR_MEMORY, (vt_position){0}, "out of memory");
  s->memory = allocator;
  s->dictionary = dictionary;
  s->options = options;
  s->output = output;
  size_t limit = options.limits.segment_bytes;
  if (limit == 0) limit = USUAL_SEGMENT_BYTES;
  s->rules = (segment_rules){limit < LEAST_SEGMENT_BYTES ? LEAST_SEGMENT_BYTES : limit,
                             options.line_segments, options.nul_documents};
  s->copies = !has_entries(dictionary);
  s->line = 1;
  decider_init(&s->decider, dictionary, &options, &allocator);
  buffer_init(&s->pending, &allocator);
  buffer_init(&s->out, &allocator);
  arena_init(&s->entity_scratch, &allocator);
  if (options.entity_types && output.segment) {
    status = entity_finder_new(dictionary, options.entity_types, &allocator, &s->finder, err);
    s->decider.kept_forms = true; /* identifiers are parts of entities */
  }
  if (status == VT_OK) *out = s;
  else vt_session_free(s);
  return status;
}

void vt_session_free(vt_session *s) {
  if (!s) return;
  decider_clear(&s->decider);
  buffer_clear(&s->pending);
  buffer_clear(&s->out);
  entity_finder_free(s->finder);
  arena_clear(&s->entity_scratch);
  vt_allocator memory = s->memory;
  memory_free(&memory, s);
}

static vt_status write_out(vt_session *s) {
  if (s->out.size == 0) return VT_OK;
  vt_status status = s->output.text(s->output.context, s->out.data, s->out.size);
  buffer_reset(&s->out);
  return status;
}

static void count_shorts(vt_session *s) {
  for (size_t i = 0; i < s->decider.count; i++) {
    const vt_short *made = &s->decider.shorts[i];
    s->counts.expanded += made->action == VT_EXPAND;
    s->counts.kept_ambiguous += made->reason == VT_REASON_AMBIGUOUS;
    s->counts.kept_unknown += made->reason == VT_REASON_UNKNOWN;
  }
}

static vt_status hand_on(vt_session *s, const char *text, size_t size) {
  vt_status status = VT_OK;
  if (s->output.segment) {
    vt_segment segment = {.text = text,
                          .size = size,
                          .offset = s->offset,
                          .line = s->line,
                          .shorts = s->decider.shorts,
                          .short_count = s->decider.count,
                          .entities = s->entities,
                          .entity_count = s->entity_count};
    status = s->output.segment(s->output.context, &segment);
    s->line += newline_count(text, size);
  }
  if (status == VT_OK && s->output.text) {
    if (!render_segment(text, size, s->decider.shorts, s->decider.count, s->options.style,
                        s->options.language, &s->out))
      return VT_ERR_MEMORY;
    if (s->out.size >= OUTPUT_BYTES) status = write_out(s);
  }
  return status;
}

/* Kept forms were needed to find entities; not everybody wants to see them. */
static void drop_kept_forms(decider *d) {
  size_t left = 0;
  for (size_t i = 0; i < d->count; i++)
    if (d->shorts[i].action != VT_KEEP) d->shorts[left++] = d->shorts[i];
  d->count = left;
}

static vt_status find_entities(vt_session *s, const char *text, size_t size) {
  s->entity_count = 0;
  if (!s->finder) return VT_OK;
  arena_reset(&s->entity_scratch);
  vt_status status =
      entity_find(s->finder, (vt_span){text, size}, s->decider.shorts, s->decider.count,
                  &s->entity_scratch, &s->entities, &s->entity_count);
  if (!s->options.kept_forms) drop_kept_forms(&s->decider);
  return status;
}

static void begin_document(vt_session *s) {
  decider_forget(&s->decider);
  if (s->finder) entity_finder_reset(s->finder);
  s->continues = false;
  s->offset = 0;
  s->line = 1;
}

static vt_status process(vt_session *s, const char *text, segment_cut cut) {
  vt_status status = VT_OK;
  s->decider.count = 0;
  if (!s->copies) {
    passage p;
    passage_init(&p, text, cut.size, s->continues);
    status = decide_segment(&s->decider, &p);
    count_shorts(s);
  }
  if (status == VT_OK) status = find_entities(s, text, cut.size);
  if (status == VT_OK) status = hand_on(s, text, cut.size);
  s->continues = text[cut.size - 1] != '\n';
  s->offset += cut.size;
  s->counts.bytes += cut.size;
  s->counts.segments++;
  s->counts.segments_cut += cut.forced;
  s->counts.invalid_bytes += utf8_invalid_count(text, cut.size);
  if (cut.ends_document) begin_document(s);
  return status;
}

/* Complete the segment whose beginning is pending; *taken: bytes used of `bytes`. */
static vt_status feed_pending(vt_session *s, const char *bytes, size_t size, size_t *taken) {
  *taken = 0;
  while (s->pending.size > 0 && *taken < size) {
    size_t room = s->rules.limit + 4 > s->pending.size ? s->rules.limit + 4 - s->pending.size : 1;
    size_t piece = size - *taken < room ? size - *taken : room;
    size_t before = s->pending.size;
    if (!buffer_append(&s->pending, bytes + *taken, piece)) return VT_ERR_MEMORY;
    segment_cut cut =
        segment_find(&s->rules, s->pending.data, s->pending.size, false, &s->pending_seen);
    *taken += piece;
    if (cut.size == 0) continue;
    vt_status status = process(s, s->pending.data, cut);
    if (status != VT_OK) return status;
    s->pending_seen = 0;
    if (cut.size >= before) { /* the rest is the caller's */
      *taken -= s->pending.size - cut.size;
      buffer_reset(&s->pending);
    } else {
      buffer_drop_front(&s->pending, cut.size);
    }
  }
  return VT_OK;
}

static vt_status feed(vt_session *s, const char *bytes, size_t size) {
  size_t at;
  vt_status status = feed_pending(s, bytes, size, &at);
  while (status == VT_OK && at < size) {
    size_t seen = 0;
    segment_cut cut = segment_find(&s->rules, bytes + at, size - at, false, &seen);
    if (cut.size == 0) {
      s->pending_seen = seen;
      if (!buffer_append(&s->pending, bytes + at, size - at)) status = VT_ERR_MEMORY;
      break;
    }
    status = process(s, bytes + at, cut);
    at += cut.size;
  }
  return status;
}

vt_status vt_session_feed(vt_session *s, const char *bytes, size_t size) {
  if (s->failed == VT_OK) s->failed = feed(s, bytes, size);
  return s->failed;
}

vt_status vt_session_flush(vt_session *s) {
  if (s->failed == VT_OK) s->failed = write_out(s);
  return s->failed;
}

static vt_status finish(vt_session *s) {
  vt_status status = VT_OK;
  while (status == VT_OK && s->pending.size > 0) {
    s->pending_seen = 0;
    segment_cut cut =
        segment_find(&s->rules, s->pending.data, s->pending.size, true, &s->pending_seen);
    status = process(s, s->pending.data, cut);
    buffer_drop_front(&s->pending, cut.size);
  }
  if (status == VT_OK) status = write_out(s);
  begin_document(s);
  return status;
}

vt_status vt_session_finish(vt_session *s) {
  if (s->failed == VT_OK) s->failed = finish(s);
  return s->failed;
}

void vt_session_counts(const vt_session *s, vt_counts *counts) {
  *counts = s->counts;
  counts->definitions_dropped = s->decider.defined.dropped;
  if (s->finder) counts->patterns_given_up = entity_finder_given_up(s->finder);
}

static vt_status append_text(void *context, const char *bytes, size_t size) {
  return buffer_append(context, bytes, size) ? VT_OK : VT_ERR_MEMORY;
}

vt_status vt_expand(const vt_dictionary *dictionary, const vt_options *options, vt_span text,
                    const vt_allocator *memory, char **out, size_t *out_size, vt_error *err) {
  buffer whole;
  vt_session *session;
  *out = NULL;
  *out_size = 0;
  buffer_init(&whole, memory);
  vt_output output = {&whole, append_text, NULL};
  vt_status status = vt_session_new(dictionary, options, output, memory, &session, err);
  if (!session) return status;
  status = vt_session_feed(session, text.text, text.size);
  if (status == VT_OK) status = vt_session_finish(session);
  vt_session_free(session);
  if (status == VT_OK && !buffer_append_byte(&whole, '\0')) status = VT_ERR_MEMORY;
  if (status != VT_OK) {
    buffer_clear(&whole);
    return error_set(err, status, (vt_position){0}, "%s", vt_status_text(status));
  }
  *out = buffer_detach(&whole, out_size);
  *out_size -= 1;
  return VT_OK;
}

void vt_free(void *block, const vt_allocator *memory) {
  vt_allocator allocator = memory_or_default(memory);
  memory_free(&allocator, block);
}

const char *vt_reason_text(vt_reason reason) {
  switch (reason) {
  case VT_REASON_ENTRY: return "entry";
  case VT_REASON_CHOSEN: return "chosen";
  case VT_REASON_DEFINED: return "defined";
  case VT_REASON_COMPOSED: return "composed";
  case VT_REASON_DEFINITION: return "definition";
  case VT_REASON_IDENTIFIER: return "identifier";
  case VT_REASON_AMBIGUOUS: return "ambiguous";
  case VT_REASON_UNKNOWN: return "unknown";
  case VT_REASON_FOREIGN: return "foreign";
  case VT_REASON_DISABLED: return "disabled";
  case VT_REASON_WORD: return "heading-word";
  case VT_REASON_NUMERAL: return "numeral";
  case VT_REASON_PROPOSED: return "proposed";
  case VT_REASON_STYLE: return "style";
  case VT_REASON_MENTION: return "mention";
  }
  return "unknown";
}

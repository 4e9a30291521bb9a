/* viettat: expand the short forms of Vietnamese administrative text and
 * annotate its entities. This is the whole public interface.
 *
 * Text is UTF-8, given as a pointer and a size in bytes; it need not be valid
 * and may hold NUL. Offsets are bytes of the text as it was read unless a name
 * says otherwise (_cp: code points, _u16: UTF-16 units). Lines and columns
 * count from 1.
 *
 * Threads: a vt_dictionary never changes after creation and may be shared; a
 * vt_session and a vt_writer belong to one thread at a time. The library keeps
 * no globals that change, never prints, exits, aborts, reads the environment or
 * looks at the locale. */
#ifndef VIETTAT_H
#define VIETTAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(VT_BUILDING) && defined(__GNUC__)
#define VT_API __attribute__((visibility("default")))
#else
#define VT_API
#endif
#if defined(__GNUC__)
#define VT_MUST_CHECK __attribute__((warn_unused_result))
#else
#define VT_MUST_CHECK
#endif

#define VT_VERSION "0.1.0"

/* ------------------------------------------------------------- errors -- */

typedef enum vt_status {
  VT_OK = 0,
  VT_ERR_MEMORY,        /* the allocator returned NULL                           */
  VT_ERR_ARGUMENT,      /* a call's arguments or options are not usable         */
  VT_ERR_READ,          /* a file could not be opened or read                    */
  VT_ERR_WRITE,         /* a sink refused its bytes                              */
  VT_ERR_DICTIONARY,    /* a dictionary's YAML has a fault                    */
  VT_ERR_IMAGE,         /* a dictionary image is damaged or of another version   */
  VT_ERR_LIMIT,         /* a limit of vt_limits was reached                      */
  VT_ERR_STOPPED,       /* a callback asked to stop                              */
  VT_ERR_UNKNOWN_FORMAT /* no writer has that name                         */
} vt_status;

/* A place in a source file. Line and column count from 1; 0 means "not known". */
typedef struct vt_position {
  size_t line, column_cp, offset_bytes;
} vt_position;

/* What went wrong and where. The caller owns it; the library only fills it. */
typedef struct vt_error {
  vt_status status;
  vt_position at;      /* the place to look at                        */
  vt_position related; /* e.g. the earlier definition, else all zeros */
  char source[256];    /* file name as the caller gave it             */
  char message[512];   /* what; what to do. UTF-8, no final full stop */
  size_t reserved[2];  /* zero; room for later versions               */
} vt_error;

/* The status as an English phrase; never NULL; static. */
VT_API const char *vt_status_text(vt_status status);

/* ------------------------------------------------------------- memory -- */

/* resize(context, block, size): realloc and free in one. block NULL makes a new
 * block, size 0 frees and returns NULL; NULL otherwise means "no memory". */
typedef struct vt_allocator {
  void *context;
  void *(*resize)(void *context, void *block, size_t size_bytes);
} vt_allocator;

/* A view: borrowed bytes. Not NUL-terminated. */
typedef struct vt_span {
  const char *text;
  size_t size;
} vt_span;

/* Receives bytes in order. Anything but VT_OK stops the call that wrote. */
typedef struct vt_sink {
  void *context;
  vt_status (*write)(void *context, const char *bytes, size_t size_bytes);
} vt_sink;

/* ------------------------------------------------------- dictionaries -- */

typedef struct vt_dictionary vt_dictionary;

/* Called once for every fault of a dictionary, in file and line order. A fault
 * whose status is VT_OK is a remark: advice for whoever edits the dictionary,
 * which is usable as it is. Files that cannot be read and damaged images are not
 * reported: they are the call's own *err. */
typedef void vt_report(void *context, const vt_error *fault);

/* The dictionary that is part of the library; never NULL, lives for ever. */
VT_API const vt_dictionary *vt_dictionary_builtin(void);

/* A dictionary without entries: expanding with it copies. */
VT_API const vt_dictionary *vt_dictionary_empty(void);

/* Compile the YAML dictionaries `paths` (or open them, where a file is an
 * image) and lay them in order over `base` (may be NULL). On VT_OK, *out is a
 * new immutable dictionary; it borrows `base`: free *out first. Otherwise *out
 * is NULL and *err, if given, holds the first fault; every fault goes to
 * `report`, if given. `memory` NULL means malloc. At most 16 dictionaries can lie
 * over one another (VT_ERR_LIMIT); the files of one call count as one. */
VT_API VT_MUST_CHECK vt_status vt_dictionary_open(const char *const *paths, size_t count,
                                                  const vt_dictionary *base,
                                                  const vt_allocator *memory, vt_report *report,
                                                  void *report_context, vt_dictionary **out,
                                                  vt_error *err);

/* The same for one YAML text in memory; `name` stands in messages. */
VT_API VT_MUST_CHECK vt_status vt_dictionary_parse(vt_span yaml, const char *name,
                                                   const vt_dictionary *base,
                                                   const vt_allocator *memory, vt_report *report,
                                                   void *report_context, vt_dictionary **out,
                                                   vt_error *err);

/* Write the dictionary's own image (without its base) to `sink`: the same bytes
 * for the same sources on every machine of the same byte order. */
VT_API VT_MUST_CHECK vt_status vt_dictionary_write(const vt_dictionary *dictionary, vt_sink sink,
                                                   vt_error *err);

/* NULL is fine. The built-in and the empty dictionary ignore it. */
VT_API void vt_dictionary_free(vt_dictionary *dictionary);

typedef struct vt_dictionary_facts {
  const char *version; /* of the dictionary data, e.g. "2026.11"; lent        */
  char hash[17];       /* of image and bases, 16 hexadecimal digits           */
  size_t entries, senses, forms;
} vt_dictionary_facts;
VT_API void vt_dictionary_describe(const vt_dictionary *dictionary, vt_dictionary_facts *facts);

/* One reading of one entry. All spans are lent until the dictionary goes. */
typedef struct vt_sense {
  vt_span entry; /* the entry's first written form */
  vt_span long_form;
  vt_span english; /* may be empty */
  vt_span kind, domain, source;
  float prior;
  bool kept;     /* foreign forms and names: known, not expanded unless asked for */
  bool proposed; /* low confidence: offered by scan, never expanded              */
} vt_sense;

/* The index-th field that a text or a sense can have, e.g. "military", from 0;
 * NULL past the last one. */
VT_API const char *vt_domain_text(unsigned index);

/* Return false to stop. */
typedef bool vt_sense_visitor(void *context, const vt_sense *sense);

/* Every sense of the written form `form`, in the dictionary's order. */
VT_API void vt_dictionary_lookup(const vt_dictionary *dictionary, vt_span form,
                                 vt_sense_visitor *visit, void *context);
/* Every sense of the forms that differ from `form` only in case, diacritics, Đ and
 * signs, `form` itself among them; each entry once. */
VT_API void vt_dictionary_similar(const vt_dictionary *dictionary, vt_span form,
                                  vt_sense_visitor *visit, void *context);
/* Every sense whose long form contains `words`, compared without case and
 * with old and new tone placement alike. */
VT_API void vt_dictionary_reverse(const vt_dictionary *dictionary, vt_span words,
                                  vt_sense_visitor *visit, void *context);
/* Every sense of every entry, entries sorted by form. */
VT_API void vt_dictionary_visit(const vt_dictionary *dictionary, vt_sense_visitor *visit,
                                void *context);

/* One `examples:` line of an entry: a marked passage ("⟦TT→Thông tư⟧ 27"). */
typedef bool vt_example_visitor(void *context, const vt_sense *sense, vt_span marked,
                                const char *source_name, vt_position at);
/* Examples are not part of an image: this reads YAML. */
VT_API VT_MUST_CHECK vt_status vt_dictionary_examples(const char *path, vt_example_visitor *visit,
                                                      void *context, vt_error *err);

/* -------------------------------------------------------- annotations -- */

typedef enum vt_action { VT_KEEP, VT_EXPAND } vt_action;

/* Why a form was expanded or kept. */
typedef enum vt_reason {
  VT_REASON_ENTRY,      /* expand: the dictionary has one reading           */
  VT_REASON_CHOSEN,     /* expand: the cues chose among several             */
  VT_REASON_DEFINED,    /* expand: the document defines it                  */
  VT_REASON_COMPOSED,   /* expand: put together from known parts            */
  VT_REASON_DEFINITION, /* keep: the place where the document defines it    */
  VT_REASON_IDENTIFIER, /* keep: document number, plate, address, model …   */
  VT_REASON_AMBIGUOUS,  /* keep: several readings, none far enough ahead    */
  VT_REASON_UNKNOWN,    /* keep: looks like a short form, no entry          */
  VT_REASON_FOREIGN,    /* keep: a known foreign form or name               */
  VT_REASON_DISABLED,   /* keep: the entry was switched off                 */
  VT_REASON_WORD,       /* keep: an ordinary word in capitals               */
  VT_REASON_NUMERAL,    /* keep: Roman numeral                              */
  VT_REASON_PROPOSED,   /* keep: only a low-confidence or composed guess    */
  VT_REASON_STYLE,      /* keep: this style writes the form itself here     */
  VT_REASON_MENTION     /* keep: the text speaks of the letters: chữ “CA”   */
} vt_reason;
VT_API const char *vt_reason_text(vt_reason reason);

/* What a score is made of, for --explain. `text` is a cue that fired as the dictionary
 * writes it, "prior", or "the text's matter". */
typedef struct vt_cue {
  vt_span text;
  float weight;
} vt_cue;

typedef struct vt_alternative {
  vt_span long_form;
  float score;
} vt_alternative;

/* A short form found. Offsets are bytes of the segment, half-open. */
typedef struct vt_short {
  size_t start, end;
  vt_action action;
  vt_reason reason;
  vt_span long_form; /* in the case wanted at this place; empty when kept unknown */
  vt_span plain;     /* as the dictionary or the definition writes it            */
  vt_span english;
  vt_span entry;
  vt_span kind, domain;
  float score, margin; /* of the chosen sense; over the runner-up */
  float confidence;    /* 0…1, from the margin                    */
  const vt_alternative *alternatives;
  size_t alternative_count;
  const vt_cue *cues;
  size_t cue_count;
} vt_short;

typedef enum vt_entity_type {
  VT_PER,
  VT_LOC,
  VT_ORG,
  VT_TITLE,
  VT_DATE,
  VT_DOC,
  VT_QUANTITY,
  VT_ENTITY_TYPES
} vt_entity_type;
VT_API const char *vt_entity_type_text(vt_entity_type type);

typedef struct vt_entity {
  size_t start, end;
  vt_entity_type type;
  vt_span normal; /* short forms expanded, dates ISO 8601; empty: as it stands */
  vt_span code;   /* official code of a place, else empty                      */
  vt_span detail; /* DOC: "type=…;number=…;year=…;issuer=…", else empty        */
} vt_entity;

/* The stretch processed at once: a paragraph, or a piece of a very long one. */
typedef struct vt_segment {
  const char *text; /* bytes as read, lent during the callback */
  size_t size;
  uint64_t offset;        /* of text[0] in the document */
  uint64_t line;          /* of text[0], from 1         */
  const vt_short *shorts; /* by start; they do not overlap */
  size_t short_count;
  const vt_entity *entities; /* by start; they do not overlap */
  size_t entity_count;
} vt_segment;

/* ----------------------------------------------------------- sessions -- */

typedef enum vt_style {
  VT_STYLE_REPLACE, /* lực lượng vũ trang                                     */
  VT_STYLE_FIRST,   /* lực lượng vũ trang (LLVT) at first use, then LLVT       */
  VT_STYLE_PAREN,   /* lực lượng vũ trang (LLVT) at every use                  */
  VT_STYLE_GLOSS    /* LLVT (lực lượng vũ trang)                              */
} vt_style;
typedef enum vt_language { VT_VIETNAMESE, VT_ENGLISH } vt_language;

/* What to do where no reading is ahead by the margin. */
typedef enum vt_ambiguous { VT_AMBIGUOUS_KEEP, VT_AMBIGUOUS_BEST } vt_ambiguous;

typedef struct vt_limits {
  size_t segment_bytes; /* longest stretch processed at once; 0: 64 KiB      */
  size_t definitions;   /* definitions remembered in a document; 0: 4,096    */
} vt_limits;

/* Zero-initialise, set struct_size = sizeof(vt_options), change what you need. */
typedef struct vt_options {
  size_t struct_size;
  vt_style style;
  vt_language language;
  vt_ambiguous on_ambiguous;
  const char *domain;    /* the documents' field, e.g. "military"; NULL: from the text */
  bool foreign;          /* expand foreign forms too                                  */
  bool line_segments;    /* end a segment at every newline (for pipes that wait)       */
  bool nul_documents;    /* a NUL byte ends a document and is passed on (-z)           */
  bool kept_forms;       /* report kept forms to `segment`, too                        */
  bool details;          /* fill cues and alternatives                                */
  uint32_t entity_types; /* bit 1u << type: entities to look for; 0: none              */
  vt_limits limits;
} vt_options;

/* The two ways out of a session; either may be NULL. */
typedef struct vt_output {
  void *context;
  /* The expanded text, in order, in large pieces. */
  vt_status (*text)(void *context, const char *bytes, size_t size_bytes);
  /* What was found in each segment; all memory is lent during the call. */
  vt_status (*segment)(void *context, const vt_segment *segment);
} vt_output;

/* Counted since the session was made. */
typedef struct vt_counts {
  uint64_t bytes, segments, expanded, kept_ambiguous, kept_unknown, invalid_bytes;
  uint64_t definitions_dropped; /* over limits.definitions */
  uint64_t segments_cut;        /* inside a line, over limits.segment_bytes */
  uint64_t patterns_given_up;   /* searches for an entity that took too many steps */
} vt_counts;

typedef struct vt_session vt_session;

/* `dictionary` must outlive the session. `memory` NULL means malloc. On failure
 * *out is NULL. */
VT_API VT_MUST_CHECK vt_status vt_session_new(const vt_dictionary *dictionary,
                                              const vt_options *options, vt_output output,
                                              const vt_allocator *memory, vt_session **out,
                                              vt_error *err);
/* Push bytes of the current document in; how they are cut does not matter. After
 * a failure the session can only be freed. */
VT_API VT_MUST_CHECK vt_status vt_session_feed(vt_session *session, const char *bytes,
                                               size_t size_bytes);
/* Hand on all finished segments' output now (for pipes that wait). */
VT_API VT_MUST_CHECK vt_status vt_session_flush(vt_session *session);
/* End the document: the rest is processed, definitions are forgotten, the next
 * feed starts a new document. */
VT_API VT_MUST_CHECK vt_status vt_session_finish(vt_session *session);
VT_API void vt_session_counts(const vt_session *session, vt_counts *counts);
VT_API void vt_session_free(vt_session *session);

/* Expand a whole text. On VT_OK *out is NUL-terminated, *out_size does not count
 * the NUL, and the caller frees it with vt_free(*out, memory). */
VT_API VT_MUST_CHECK vt_status vt_expand(const vt_dictionary *dictionary, const vt_options *options,
                                         vt_span text, const vt_allocator *memory, char **out,
                                         size_t *out_size, vt_error *err);
VT_API void vt_free(void *block, const vt_allocator *memory);

/* ------------------------------------------------------------ writers -- */

typedef enum vt_unit { VT_UNIT_CP, VT_UNIT_BYTE, VT_UNIT_U16 } vt_unit;

typedef struct vt_writer_options {
  size_t struct_size;
  vt_unit unit;      /* of the offsets written                         */
  bool bom;          /* tsv, csv: begin with a byte order mark          */
  bool color;        /* reserved for terminal formats                   */
  const char *title; /* html, xml: of the whole file; NULL: a general one */
  bool continued;    /* leave out what begins a file: it is written     */
  bool continues;    /* leave out what ends a file: more documents come */
} vt_writer_options;

typedef struct vt_writer vt_writer;

/* Names of all formats, NULL-terminated; static. */
VT_API const char *const *vt_writer_formats(void);
/* Make a writer of that format on top of `sink`. */
VT_API VT_MUST_CHECK vt_status vt_writer_new(const char *format, const vt_writer_options *options,
                                             const vt_dictionary *dictionary, vt_sink sink,
                                             const vt_allocator *memory, vt_writer **out,
                                             vt_error *err);
/* A document starts; `name` is shown as the caller knows it ("-" for a stream). */
VT_API VT_MUST_CHECK vt_status vt_writer_document(vt_writer *writer, const char *name);
/* Usable as the body of vt_output.segment. */
VT_API VT_MUST_CHECK vt_status vt_writer_segment(vt_writer *writer, const vt_segment *segment);
/* Hand what is written so far to the sink now (for pipes that wait). */
VT_API VT_MUST_CHECK vt_status vt_writer_flush(vt_writer *writer);
/* Write what ends the document and the file. Several writers make one file when
 * all but the first are `continued` and all but the last `continues`; one that
 * gets no document writes just what begins or ends the file. */
VT_API VT_MUST_CHECK vt_status vt_writer_finish(vt_writer *writer);
VT_API void vt_writer_free(vt_writer *writer);

#ifdef __cplusplus
}
#endif
#endif

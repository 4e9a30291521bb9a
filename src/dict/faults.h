/* What is wrong with a dictionary source: collected while a file is worked on,
 * handed on in line order when it ends.
 *
 * A *fault* makes the dictionary unusable; a *remark* is advice that lint shows
 * and loading ignores: it is reported with status VT_OK. */
#ifndef VT_DICT_FAULTS_H
#define VT_DICT_FAULTS_H

#include "base/memory.h"

/* A place in the source text; all zeros: not known. */
typedef struct source_place {
  uint32_t line, column_cp, offset_bytes;
} source_place;

enum { FAULTS_PER_FILE = 10000 }; /* more are counted, but not listed */

typedef struct fault fault;
typedef struct faults {
  arena memory; /* of the messages of the current file */
  vt_report *report;
  void *report_context;
  vt_error *err;    /* gets the first fault */
  const char *name; /* of the current file */
  fault *items;
  size_t count, capacity;
  size_t dropped; /* over FAULTS_PER_FILE             */
  size_t total;   /* faults of all files, no remarks  */
  bool strict;    /* advice is a fault                */
  bool no_memory; /* checked once, at the end         */
} faults;

void faults_init(faults *f, const vt_allocator *memory, vt_report *report, void *report_context,
                 vt_error *err);
void faults_clear(faults *f);

/* `name` must live until faults_end. */
void faults_begin(faults *f, const char *name);
/* Sort, report and forget what was found since faults_begin. */
void faults_end(faults *f);

void faults_add(faults *f, source_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void faults_remark(faults *f, source_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* What only the library's own files must have: a fault there, else a remark. */
void faults_advise(faults *f, source_place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Name a second place of the fault or remark added last. */
void faults_relate(faults *f, source_place related);

/* Arguments for "%.*s": long texts are shown cut. */
int span_shown(vt_span s);
#define SPAN_ARGS(s) span_shown(s), (s).text

#endif

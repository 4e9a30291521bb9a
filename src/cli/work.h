/* How a command works through its files: one at a time or several at once, each
 * on a job with a session of its own, the results in the order of the files. */
#ifndef VT_CLI_WORK_H
#define VT_CLI_WORK_H

#include "message.h"
#include "options.h"
#include "output.h"
#include "place.h"
#include "progress.h"

typedef struct job job;
typedef struct run run;

/* What a command does. NULL: nothing. Each returns VT_OK to go on. */
typedef struct work {
  bool text;                  /* the expanded text is written           */
  bool kept, details;         /* as in vt_options                       */
  bool entities;              /* look for settings.entities             */
  vt_status (*open)(job *j);  /* a job is made; what it needs: j->state */
  vt_status (*begin)(job *j); /* a file begins                          */
  vt_status (*segment)(job *j, const vt_segment *segment);
  vt_status (*flush)(job *j); /* somebody waits for what is held back   */
  vt_status (*end)(job *j);   /* a file ends                            */
  vt_status (*merge)(job *j); /* … and it is its turn                   */
  void (*close)(job *j);
} work;

struct job {
  run *run;
  output out, err;
  vt_session *session;  /* NULL: to be made */
  vt_counts counts;     /* of earlier sessions */
  char *block;          /* what is read */
  const char *name;     /* of the file at hand, "-" for standard input */
  const char *document; /* the same; with -z, FILE#2 from the second document on */
  size_t documents;     /* begun in the file */
  bool ended;           /* a NUL stood at the end of the last segment */
  char *numbered;       /* FILE#2; NULL until there is one */
  place place;          /* in the document */
  exit_code exit;       /* the worst so far */
  void *state;
};

struct run {
  const settings *settings;
  const vt_dictionary *dictionary;
  const work *work;
  const char *const *files;
  size_t file_count;
  void *state;     /* of the command, for merge          */
  output *out;     /* where the jobs' output goes        */
  bool flush_each; /* somebody waits for every line      */
  progress progress;
  vt_counts counts; /* of all jobs, when they are through */
};

enum { BLOCK_BYTES = 256 * 1024, OUTPUT_BYTES = 64 * 1024, MESSAGE_BYTES = 16 * 1024 };

/* Work through the files; what they say on the way is in their order, too. When
 * r->out fails no more files are begun. */
exit_code run_files(run *r);

/* Feed one file to the job's session; what fails is said. Afterwards the session
 * is ready for the next file or NULL. `j->exit` says how it went. */
void document_read(job *j, const char *path);
/* Change one file. */
void document_replace(job *j, const char *path);

static inline void job_worsen(job *j, exit_code code) {
  if (j->exit < code) j->exit = code;
}

#endif

/* Jobs take the files in order, so the lowest file not yet done is always being
 * worked on and the turn comes round. A job that is ahead holds its output in its
 * buffer and waits when that is full: memory is bounded by the number of jobs. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "session.h"
#include "work.h"

/* A job that is ahead may hold back more than a lone one. */
enum { AHEAD_BYTES = 4 * 1024 * 1024 };

typedef struct crew {
  run *run;
  turn turn;
  bool several;
  atomic_size_t next;
  atomic_bool stop;
  atomic_int exit, output_error;
  pthread_mutex_t lock; /* of run->counts */
} crew;

static bool job_open(job *j, crew *c) {
  run *r = c->run;
  *j = (job){.run = r};
  size_t held = c->several ? AHEAD_BYTES : OUTPUT_BYTES;
  bool made = output_open(&j->err, STDERR_FILENO, "standard error", MESSAGE_BYTES) &&
              output_open(&j->out, r->out->fd, r->out->name, held);
  j->block = malloc(BLOCK_BYTES);
  if (c->several) j->out.turn = j->err.turn = &c->turn;
  return made && j->block && (!r->work->open || r->work->open(j) == VT_OK);
}

static void job_close(job *j, crew *c) {
  session_close(j);
  if (j->run->work->close) j->run->work->close(j);
  pthread_mutex_lock(&c->lock);
  counts_add(&c->run->counts, &j->counts);
  pthread_mutex_unlock(&c->lock);
  output_close(&j->out);
  output_close(&j->err);
  free(j->block);
  free(j->numbered);
}

static void worsen(atomic_int *worst, int value) {
  int now = atomic_load(worst);
  while (now < value && !atomic_compare_exchange_weak(worst, &now, value)) continue;
}

static void merge(job *j) {
  vt_status status = j->run->work->merge(j);
  if (status == VT_OK) return;
  message(&j->err, "%s: %s; what was found in it was left out", j->run->files[j->out.place],
          vt_status_text(status));
  job_worsen(j, EXIT_INPUT);
}

/* The file is through: hand on what it gave, in order. */
static void settle(job *j, crew *c) {
  if (c->several) turn_wait(&c->turn, j->out.place);
  if (c->run->work->merge) merge(j);
  output_flush(&j->err);
  if (!output_flush(&j->out)) {
    worsen(&c->output_error, j->out.error);
    worsen(&c->exit, EXIT_OUTPUT);
    atomic_store(&c->stop, true);
  }
  worsen(&c->exit, (int)j->exit);
  if (c->several) turn_pass(&c->turn);
}

static void work_through(job *j, crew *c) {
  const run *r = c->run;
  for (;;) {
    size_t at = atomic_fetch_add(&c->next, 1);
    if (at >= r->file_count) return;
    j->out.place = j->err.place = at;
    if (atomic_load(&c->stop)) {
      j->out.error = j->out.error ? j->out.error : atomic_load(&c->output_error);
    } else if (r->settings->in_place) {
      document_replace(j, r->files[at]);
    } else {
      document_read(j, r->files[at]);
    }
    settle(j, c);
  }
}

/* Without memory for a job its files are left to the others. */
static void *job_main(void *context) {
  crew *c = context;
  job j;
  if (job_open(&j, c)) {
    work_through(&j, c);
  } else {
    j.err.turn = NULL;
    message(&j.err, "no memory left for a job; use a smaller -j");
    worsen(&c->exit, EXIT_INPUT);
  }
  job_close(&j, c);
  return NULL;
}

static void crew_work(crew *c, size_t jobs) {
  pthread_t *threads = jobs > 1 ? calloc(jobs - 1, sizeof *threads) : NULL;
  size_t started = 0;
  while (threads && started < jobs - 1 && pthread_create(&threads[started], NULL, job_main, c) == 0)
    started++;
  job_main(c);
  for (size_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
  free(threads);
}

exit_code run_files(run *r) {
  size_t jobs = r->settings->jobs < r->file_count ? r->settings->jobs : r->file_count;
  crew c = {.run = r, .several = jobs > 1};
  turn_init(&c.turn);
  pthread_mutex_init(&c.lock, NULL);
  progress_begin(&r->progress, !r->settings->quiet);
  crew_work(&c, jobs);
  progress_end(&r->progress);
  pthread_mutex_destroy(&c.lock);
  turn_clear(&c.turn);
  if (atomic_load(&c.output_error)) r->out->error = atomic_load(&c.output_error);
  return (exit_code)atomic_load(&c.exit);
}

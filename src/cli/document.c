/* One file through a session. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "encoding.h"
#include "session.h"
#include "target.h"
#include "work.h"

/* 0: the end; negative: errno says why. */
static ssize_t read_block(int fd, char *block) {
  for (;;) {
    ssize_t got = read(fd, block, BLOCK_BYTES);
    if (got >= 0) return got;
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
      struct pollfd ready = {.fd = fd, .events = POLLIN};
      if (poll(&ready, 1, -1) >= 0) continue;
    }
    if (errno != EINTR) return got;
  }
}

static const char *shown_name(const char *name) {
  return strcmp(name, "-") == 0 ? "standard input" : name;
}

static void say_input(job *j, const char *name, int reason) {
  const char *what = shown_name(name);
  message_unreadable(&j->err, what, reason);
  job_worsen(j, EXIT_INPUT);
}

static vt_status feed(job *j, const char *bytes, size_t size) {
  vt_status status = vt_session_feed(j->session, bytes, size);
  if (status != VT_OK || !j->run->flush_each) return status;
  status = vt_session_flush(j->session);
  if (status == VT_OK && j->run->work->flush) status = j->run->work->flush(j);
  return status == VT_OK && !output_flush(&j->out) ? VT_ERR_WRITE : status;
}

/* The bytes pass as they are; but the user should know why nothing was found. */
static void say_encoding(job *j, const encoding *e, const vt_counts *before) {
  const settings *s = j->run->settings;
  vt_counts now = session_counts(j);
  uint64_t invalid = now.invalid_bytes - before->invalid_bytes, size = now.bytes - before->bytes;
  const char *name = s->quiet ? NULL : encoding_of(e, s->nul, invalid, size);
  if (!name) return;
  if (name[0])
    message(&j->err, "%s: is %s, in which no form is found; convert it: iconv -f %s -t UTF-8",
            shown_name(j->name), name, name);
  else
    message(&j->err,
            "%s: is not UTF-8 (%llu of %llu bytes are in no character); convert it from what it "
            "is: iconv -f CP1258 -t UTF-8, or -f TCVN",
            shown_name(j->name), (unsigned long long)invalid, (unsigned long long)size);
}

/* *whole: everything could be read. */
static vt_status pump(job *j, int fd, bool *whole) {
  vt_status status = VT_OK;
  ssize_t got = 0;
  encoding seen = {.size = 0};
  vt_counts before = session_counts(j);
  while (status == VT_OK && (got = read_block(fd, j->block)) > 0) {
    encoding_add(&seen, j->block, (size_t)got);
    status = feed(j, j->block, (size_t)got);
    progress_add(&j->run->progress, (size_t)got);
  }
  if (got < 0) {
    *whole = false;
    say_input(j, j->name, errno);
  }
  if (status == VT_OK) status = vt_session_finish(j->session);
  say_encoding(j, &seen, &before);
  return status;
}

/* After a failure the session is gone; the next file gets a new one. */
static void say_failure(job *j, vt_status status) {
  session_close(j);
  if (status == VT_ERR_WRITE || status == VT_ERR_STOPPED) return;
  message(&j->err, "%s: %s; the rest of it was left out", j->name, vt_status_text(status));
  job_worsen(j, EXIT_INPUT);
}

static int open_input(job *j, const char *path) {
  j->name = path;
  int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) say_input(j, path, errno);
  return fd;
}

/* False: not all of it was read or done. */
static bool through(job *j, int fd) {
  const work *w = j->run->work;
  bool whole = true;
  vt_status status = session_ready(j);
  j->place = (place){0};
  j->document = j->name;
  j->documents = 1;
  j->ended = false;
  if (status == VT_OK && w->begin) status = w->begin(j);
  if (status == VT_OK) status = pump(j, fd, &whole);
  if (status == VT_OK && w->end) status = w->end(j);
  if (status != VT_OK) say_failure(j, status);
  if (fd != STDIN_FILENO) close(fd);
  return whole && status == VT_OK;
}

void document_read(job *j, const char *path) {
  int fd = open_input(j, path);
  if (fd >= 0) through(j, fd);
}

static void say_target(job *j, const char *path, int reason, exit_code code) {
  message(&j->err, "%s: cannot be replaced: %s; it was left as it is", path, strerror(reason));
  job_worsen(j, code);
}

/* Not a file of its own: nothing that -i could replace. */
static bool replaceable(job *j, const char *path, int fd) {
  struct stat facts;
  if (fstat(fd, &facts) == 0 && S_ISREG(facts.st_mode)) return true;
  if (S_ISDIR(facts.st_mode)) {
    say_input(j, path, EISDIR);
  } else {
    message(&j->err, "%s: is no ordinary file; use -o to write elsewhere", path);
    job_worsen(j, EXIT_INPUT);
  }
  return false;
}

/* The text goes to the target; how many forms were expanded tells whether the
 * file changed. */
static void replace(job *j, const char *path, int fd, target *t) {
  output standard = j->out;
  if (!output_open(&j->out, t->fd, path, OUTPUT_BYTES)) j->out.error = ENOMEM;
  vt_counts before = session_counts(j);
  bool whole = through(j, fd) && output_flush(&j->out);
  bool changed = whole && session_counts(j).expanded != before.expanded;
  int reason = j->out.error;
  output_close(&j->out);
  j->out = standard;
  if (!changed) target_abandon(t);
  if (changed && !target_commit(t, j->run->settings->suffix)) reason = errno;
  if (reason) say_target(j, path, reason, EXIT_OUTPUT);
}

void document_replace(job *j, const char *path) {
  target t;
  int fd = open_input(j, path);
  if (fd < 0) return;
  if (!replaceable(j, path, fd)) {
    close(fd);
  } else if (!target_open(&t, path, false)) {
    say_target(j, path, errno, EXIT_OUTPUT);
    close(fd);
  } else {
    replace(j, path, fd, &t);
  }
}

/* Threads share one dictionary, each doing something else with it at any time, and
 * each gets what one thread alone gets. Meant for the thread sanitizer besides.
 *   threads ROUNDS FILE… */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "texts.h"
#include "ways.h"

enum { THREADS = 16 };

typedef struct task {
  int way;
  const bytes *text;
  bytes wanted;
} task;

typedef struct crew {
  const vt_dictionary *dictionary;
  task *tasks;
  size_t count, rounds;
} crew;

typedef struct member {
  const crew *crew;
  size_t first; /* task: no two threads begin with the same */
} member;

static void do_task(const crew *c, const task *t, bytes *made) {
  if (way_use(t->way, c->dictionary, NULL, t->text, made) != VT_OK)
    fail("a call failed", "threads");
}

static void *work(void *context) {
  const member *m = context;
  const crew *c = m->crew;
  for (size_t i = 0; i < c->rounds * c->count; i++) {
    const task *t = &c->tasks[(m->first + i) % c->count];
    bytes made;
    do_task(c, t, &made);
    if (!bytes_same(&made, &t->wanted)) fail("another result than in one thread", "threads");
    bytes_clear(&made);
  }
  return NULL;
}

static void work_together(const crew *c) {
  pthread_t threads[THREADS];
  member members[THREADS];
  for (size_t i = 0; i < THREADS; i++) {
    members[i] = (member){c, i * c->count / THREADS};
    if (pthread_create(&threads[i], NULL, work, &members[i]) != 0) fail("no thread", "threads");
  }
  for (size_t i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
}

int main(int argc, char **argv) {
  size_t rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
  if (rounds == 0 || argc < 3) fail("usage: threads ROUNDS FILE…", "threads");
  static const char MINE[] = "LLVT: lực lượng của tôi\nZQW: diễn tập\n";
  vt_dictionary *mine;
  if (vt_dictionary_parse((vt_span){MINE, sizeof MINE - 1}, "mine", vt_dictionary_builtin(), NULL,
                          NULL, NULL, &mine, NULL) != VT_OK)
    fail("no dictionary", "threads");
  texts all = texts_read(argv + 2, (size_t)argc - 2);
  crew c = {mine, calloc(all.count * WAYS, sizeof(task)), all.count * WAYS, rounds};
  if (!c.tasks) fail("no memory", "threads");
  for (size_t i = 0; i < c.count; i++) {
    c.tasks[i] = (task){(int)(i % WAYS), &all.items[i / WAYS], {0}};
    do_task(&c, &c.tasks[i], &c.tasks[i].wanted);
  }
  work_together(&c);
  printf("%d threads, %zu tasks each, all as in one thread\n", THREADS, rounds * c.count);
  for (size_t i = 0; i < c.count; i++) bytes_clear(&c.tasks[i].wanted);
  free(c.tasks);
  texts_clear(&all);
  vt_dictionary_free(mine);
  return 0;
}

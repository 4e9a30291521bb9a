#include "turn.h"

void turn_init(turn *t) {
  pthread_mutex_init(&t->lock, NULL);
  pthread_cond_init(&t->moved, NULL);
  t->now = 0;
}

void turn_clear(turn *t) {
  pthread_cond_destroy(&t->moved);
  pthread_mutex_destroy(&t->lock);
}

void turn_wait(turn *t, size_t place) {
  pthread_mutex_lock(&t->lock);
  while (t->now != place) pthread_cond_wait(&t->moved, &t->lock);
  pthread_mutex_unlock(&t->lock);
}

void turn_pass(turn *t) {
  pthread_mutex_lock(&t->lock);
  t->now++;
  pthread_cond_broadcast(&t->moved);
  pthread_mutex_unlock(&t->lock);
}

/* Whose turn it is to write: places 0, 1, 2 … pass in order. */
#ifndef VT_CLI_TURN_H
#define VT_CLI_TURN_H

#include <pthread.h>
#include <stddef.h>

typedef struct turn {
  pthread_mutex_t lock;
  pthread_cond_t moved;
  size_t now;
} turn;

void turn_init(turn *t);
void turn_clear(turn *t);
/* Wait until it is the turn of `place`. */
void turn_wait(turn *t, size_t place);
/* Hand the turn to the next place. Only who has it may. */
void turn_pass(turn *t);

#endif

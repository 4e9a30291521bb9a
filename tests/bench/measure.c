/* measure [-n TIMES] [-b BYTES] COMMAND [ARGUMENT…]: run a command and print, as
 * JSON, the best and the middle of its times in seconds, the least processor time,
 * the most memory that a run had in KiB, and the worst exit status.
 *
 * The output is thrown away; with -b it is read, and the time ends at that byte.
 *
 * This is a program of its own because the memory of a process counts from the fork
 * on: what starts the command must be smaller than the command. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct outcome {
  double seconds, processor_seconds;
  long peak_kib;
  int status;
} outcome;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds_of(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

static void become(char **command, int out) {
  dup2(out, STDOUT_FILENO);
  close(out);
  execvp(command[0], command);
  perror(command[0]);
  _exit(127);
}

/* The moment when `bytes` bytes had come; what follows is read, too. */
static double drain(int from, long bytes) {
  static char block[65536];
  double came = 0;
  for (ssize_t got; (got = read(from, block, sizeof block)) > 0;) {
    bytes -= got;
    if (bytes <= 0 && came == 0) came = now();
  }
  return came;
}

static outcome run(char **command, long bytes) {
  int ends[2] = {-1, open("/dev/null", O_WRONLY)};
  if (bytes && pipe(ends) != 0) exit(2);
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  double start = now(), end = 0;
  pid_t child = fork();
  if (child == 0) become(command, ends[1]);
  close(ends[1]);
  if (bytes) end = drain(ends[0], bytes);
  int status = 0;
  struct rusage used;
  if (child < 0 || wait4(child, &status, 0, &used) < 0) exit(2);
  if (!bytes) end = now();
  else close(ends[0]);
  return (outcome){end - start, seconds_of(used.ru_utime) + seconds_of(used.ru_stime),
                   used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128};
}

static int by_time(const void *a, const void *b) {
  double left = ((const outcome *)a)->seconds, right = ((const outcome *)b)->seconds;
  return (left > right) - (left < right);
}

int main(int argc, char **argv) {
  long times = 1, bytes = 0;
  for (int option; (option = getopt(argc, argv, "+n:b:")) != -1;) {
    if (option == 'n') times = strtol(optarg, NULL, 10);
    else if (option == 'b') bytes = strtol(optarg, NULL, 10);
    else return 2;
  }
  outcome *runs = times > 0 && optind < argc ? calloc((size_t)times, sizeof *runs) : NULL;
  if (!runs) return 2;
  outcome whole = {.processor_seconds = 1e9};
  for (long i = 0; i < times; i++) {
    runs[i] = run(argv + optind, bytes);
    if (runs[i].processor_seconds < whole.processor_seconds)
      whole.processor_seconds = runs[i].processor_seconds;
    if (runs[i].peak_kib > whole.peak_kib) whole.peak_kib = runs[i].peak_kib;
    if (runs[i].status > whole.status) whole.status = runs[i].status;
  }
  qsort(runs, (size_t)times, sizeof *runs, by_time);
  printf("{\"best\": %.6f, \"middle\": %.6f, \"processor\": %.6f, \"peak_kib\": %ld, "
         "\"status\": %d}\n",
         runs[0].seconds, runs[times / 2].seconds, whole.processor_seconds, whole.peak_kib,
         whole.status);
  free(runs);
  return 0;
}

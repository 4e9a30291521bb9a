/* What a session makes of a text, as bytes that can be compared. */
#ifndef TEST_RECORD_H
#define TEST_RECORD_H

#include "viettat.h"

typedef struct bytes {
  char *data;
  size_t size, room;
} bytes;

/* Stops the test where there is no memory. */
void bytes_append(bytes *b, const void *data, size_t size);
void bytes_clear(bytes *b);
bool bytes_same(const bytes *a, const bytes *b);
/* The file's content; stops the test where it cannot be read. */
bytes bytes_read(const char *path);

/* The two ways out of a session, recorded. */
typedef struct record {
  bytes text, found; /* the expanded text; every segment, short and entity */
} record;

void record_clear(record *r);
vt_output record_output(record *r);
/* The body of vt_output.segment with a record as context. */
vt_status record_segment(void *context, const vt_segment *segment);
void fail(const char *what, const char *where);

#endif

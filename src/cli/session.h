/* A job's session: made when needed, used for many files, made anew after a
 * failure. */
#ifndef VT_CLI_SESSION_H
#define VT_CLI_SESSION_H

#include "work.h"

vt_status session_ready(job *j);
void session_close(job *j);
/* Of all the job's sessions so far. */
vt_counts session_counts(const job *j);
void counts_add(vt_counts *sum, const vt_counts *more);

#endif

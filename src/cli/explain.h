/* --explain: a line on standard error for each form found. */
#ifndef VT_CLI_EXPLAIN_H
#define VT_CLI_EXPLAIN_H

#include "work.h"

void explain_heading(output *err);
vt_status explain_segment(job *j, const vt_segment *segment);

#endif

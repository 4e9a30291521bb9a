/* Definitions in the text: "lực lượng vũ trang (LLVT)", "LLVT (lực lượng vũ
 * trang)", "(sau đây gọi tắt là …)", "“LLVT” là …", lists. The place of definition
 * stays; later uses take the defined sense. */
#ifndef VT_ENGINE_DEFINE_H
#define VT_ENGINE_DEFINE_H

#include "engine/match.h"

/* Could it be? A cheap look at the signs around; false for nearly all forms. */
bool define_may(passage *p, const match *m);
/* Is the form m defined where it stands? m->entry may be NULL; `known`, if not
 * empty, is one more long form it may have. *long_form: what it stands for. */
bool define_detect(passage *p, const match *m, vt_span known, vt_span *long_form);

#endif

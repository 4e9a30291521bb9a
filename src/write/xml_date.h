/* ISO 8601 dates as TEI's attributes take them: 2022, 2022-12, 2022-12-07, --12-07,
 * each also with THH:MM(:SS) where the day is whole, and two with a slash between. */
#ifndef VT_WRITE_XML_DATE_H
#define VT_WRITE_XML_DATE_H

#include "write/pen.h"

bool xml_date_known(vt_span date);
/* ` when="…"` or ` from="…" to="…"`; nothing for a date that TEI cannot say. */
void xml_date_put(pen *p, vt_span date);

#endif

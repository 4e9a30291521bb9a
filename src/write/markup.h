/* Text inside markup, as HTML and XML share it. */
#ifndef VT_WRITE_MARKUP_H
#define VT_WRITE_MARKUP_H

#include "write/odd.h"
#include "write/writer.h"

/* & < > and, for attributes, the quote. False: `c` needs no escape. */
bool markup_escape(pen *p, uint32_t c);
/* An attribute's value without its quotes: breaks are kept as references, what
 * cannot be there is pictured. */
void markup_attribute(pen *p, vt_span value);
/* The same for the text of an element in which nothing odd is expected. */
void markup_plain(pen *p, vt_span text);

#endif

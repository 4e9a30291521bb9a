/* What of the page does not depend on the text: head, style, legend, names. */
#ifndef VT_WRITE_HTML_PAGE_H
#define VT_WRITE_HTML_PAGE_H

#include "write/pen.h"

/* `wanted_title` NULL: the usual one. */
void html_page_begin(pen *p, const char *wanted_title, const char *dictionary);
void html_page_end(pen *p);
/* The type in its colour, by its Vietnamese name. */
void html_page_type(pen *p, vt_entity_type type);
/* Why a form stayed, in Vietnamese; NULL: readers need not be told. */
const char *html_page_reason(vt_reason reason);

#endif

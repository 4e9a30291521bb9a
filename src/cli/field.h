/* Fields of tab- and comma-separated lists. */
#ifndef VT_CLI_FIELD_H
#define VT_CLI_FIELD_H

#include "output.h"

/* Line breaks, tabs and other control characters become blanks. */
void field_clean(output *out, vt_span text);
/* In quotes where the rules of CSV ask for it. */
void field_csv(output *out, vt_span text);
/* Between double quotes as YAML reads them. */
void field_yaml(output *out, vt_span text);
void field_xml(output *out, vt_span text);

#endif

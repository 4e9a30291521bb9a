/* lint --examples: what the program makes of each example against its marks. */
#ifndef VT_CLI_EXAMPLES_H
#define VT_CLI_EXAMPLES_H

#include "commands.h"

exit_code examples_check(const invocation *s, const vt_dictionary *dictionary, output *out,
                         const char *const *paths, size_t count);

#endif

#!/bin/sh
# format.sh SOURCE: every C file looks as clang-format 14 writes it.
program=$("$(dirname "$0")/tool.sh" clang-format) || exit
cd "$1" || exit 1
find src tests samples -name '*.[ch]' -exec "$program" --dry-run -Werror {} + || {
  echo "clang-format -i FILE… (version 14) mends them"
  exit 1
}

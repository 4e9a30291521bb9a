#!/bin/sh
# format.sh SOURCE: every C file looks as clang-format 14 writes it. Other versions
# differ in small things, so that only this one is asked.
cd "$1" || exit 1
for name in clang-format-14 clang-format; do
  "$name" --version 2>/dev/null | grep -q ' version 14\.' && program=$name && break
done
[ -n "$program" ] || {
  echo 'skipped: clang-format 14 is not installed'
  exit 77
}
find src tests samples -name '*.[ch]' -exec "$program" --dry-run -Werror {} + || {
  echo "clang-format -i FILE… (version 14) mends them"
  exit 1
}

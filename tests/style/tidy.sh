#!/bin/sh
# tidy.sh SOURCE BUILD [-CHECKS]: what clang-tidy 14 says of src/, by .clang-tidy without
# some of its checks.
cd "$1" || exit 1
for name in clang-tidy-14 clang-tidy; do
  "$name" --version 2>/dev/null | grep -q ' version 14\.' && program=$name && break
done
[ -n "$program" ] || {
  echo 'skipped: clang-tidy 14 is not installed'
  exit 77
}
find src -name '*.c' -print0 |
  xargs -0 -n8 -P2 "$program" -p "$2" --quiet --checks="${3-}" 2>/dev/null || exit 1

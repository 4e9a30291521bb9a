#!/bin/sh
# tidy.sh SOURCE BUILD [-CHECKS]: what clang-tidy 14 says of src/, by .clang-tidy without
# some of its checks.
program=$("$(dirname "$0")/tool.sh" clang-tidy) || exit
cd "$1" || exit 1
find src -name '*.c' -print0 |
  xargs -0 -n8 -P2 "$program" -p "$2" --quiet --checks="${3-}" 2>/dev/null || exit 1

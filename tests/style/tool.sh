#!/bin/sh
# tool.sh NAME: prints the program that is version 14 of the tool of LLVM, whose
# findings differ from version to version; exit 77: it is not installed.
for program in "$1-14" "$1"; do
  "$program" --version 2>/dev/null | grep -q ' version 14\.' && echo "$program" && exit 0
done
echo "skipped: $1 14 is not installed" >&2
exit 77

#!/bin/sh
# shell.sh SOURCE: what shellcheck says of the scripts; the transcripts of tests/cli are
# read by sh and need no first line.
cd "$1" || exit 1
command -v shellcheck >/dev/null || {
  echo 'skipped: shellcheck is not installed'
  exit 77
}
result=0
shellcheck -s sh tests/cli/[!r]*.sh tests/cli/re*.sh || result=1
{
  find .ci -type f
  find tests -name '*.sh' ! -path 'tests/cli/*'
  echo tests/cli/run.sh
} | xargs shellcheck || result=1
exit $result

#!/bin/sh
# run.sh PROGRAM NAME.sh: run one transcript in a folder of its own, with the
# files of data/ in it, and compare with NAME.out, .err and .exit (missing: empty,
# empty and 0). With VT_REWRITE=1 these are written anew, for review.
program=$(realpath "$1") script=$(realpath "$2")
expected=${script%.sh}
folder=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/work" "$folder/got"
ln -s "$program" "$folder/bin/viettat"
cp "$(dirname "$script")"/data/* "$folder/work"
PATH=$folder/bin:$PATH LC_ALL=C.UTF-8 NO_COLOR=1
export PATH LC_ALL NO_COLOR

(cd "$folder/work" && umask 022 && exec sh "$script") \
  >"$folder/got/out" 2>"$folder/got/err" </dev/null
code=$?
[ $code -eq 77 ] && exit 77
[ $code -eq 0 ] || echo $code >"$folder/got/exit"

result=0
for part in out err exit; do
  got=$folder/got/$part wanted=$expected.$part
  [ -e "$wanted" ] || wanted=/dev/null
  [ -e "$got" ] || : >"$got"
  if [ -n "$VT_REWRITE" ]; then
    rm -f "$expected.$part"
    [ -s "$got" ] && cp "$got" "$expected.$part"
  elif ! diff -u "$wanted" "$got"; then
    echo "$(basename "$script"): $part differs; VT_REWRITE=1 takes it as the new expectation"
    result=1
  fi
done
exit $result

#!/bin/sh
# run.sh SOURCE BUILD LIBDIR CMAKE CC: install into an empty folder, compare what is
# installed and exported with the lists of tests/abi, and build samples/ against
# it, by pkg-config and by find_package. VT_REWRITE=1 writes the lists anew.
source=$1 build=$2 libdir=$3 cmake=$4 cc=$5
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
installed=$folder/installed
result=0
fail() {
  echo "$1"
  result=1
}

compare() { # NAME LIST: with the list in tests/abi
  if [ -n "$VT_REWRITE" ]; then
    cp "$2" "$source/tests/abi/$1"
  elif ! diff -u "$source/tests/abi/$1" "$2"; then
    fail "$1 differs; VT_REWRITE=1 takes it as the new list"
  fi
}

try() { # PROGRAM: it expands
  got=$(LD_LIBRARY_PATH="$installed/$libdir" "$1" 'Khối LLVT và LLVT') || fail "$1 does not run"
  [ "$got" = 'Khối lực lượng vũ trang (LLVT) và LLVT' ] || fail "$1 wrote: $got"
}

"$cmake" --install "$build" --prefix "$installed" >"$folder/log" 2>&1 || {
  cat "$folder/log"
  exit 1
}
(cd "$installed" && find . ! -type d) | sed "s|^\./||; s|^$libdir/|lib/|
  s|Targets-[a-z]*\.cmake|Targets-CONFIG.cmake|" | LC_ALL=C sort >"$folder/files"
nm -D --defined-only "$installed/$libdir/libviettat.so" | awk '{ print $3 }' |
  LC_ALL=C sort >"$folder/symbols"
compare files.txt "$folder/files"
compare symbols.txt "$folder/symbols"

PKG_CONFIG_PATH=$installed/$libdir/pkgconfig
export PKG_CONFIG_PATH
# shellcheck disable=SC2046 # the flags are several words
$cc "$source/samples/expand.c" $(pkg-config --cflags --libs viettat) -o "$folder/by-pkg-config"
try "$folder/by-pkg-config"
mkdir "$folder/static"
cp "$installed/$libdir/libviettat.a" "$folder/static"
# shellcheck disable=SC2046
$cc "$source/samples/expand.c" -L"$folder/static" \
  $(pkg-config --static --cflags --libs viettat | sed "s|-L${folder}[^ ]*||") \
  -o "$folder/by-pkg-config-static"
try "$folder/by-pkg-config-static"

if "$cmake" -S "$source/samples" -B "$folder/samples" -DCMAKE_PREFIX_PATH="$installed" \
  -DCMAKE_C_COMPILER="$cc" >"$folder/log" 2>&1 &&
  "$cmake" --build "$folder/samples" >>"$folder/log" 2>&1; then
  try "$folder/samples/expand"
  try "$folder/samples/expand_static"
else
  cat "$folder/log"
  fail 'samples/ does not build by find_package'
fi

# The header compiles by itself, as C11 and as C++.
for language in c11 c++11; do
  echo '#include <viettat.h>' | $cc -x "${language%11}" -std=$language -Wall -Wextra -Wpedantic \
    -Werror -fsyntax-only -I"$installed/include" - ||
    fail "viettat.h does not compile as $language"
done
exit $result

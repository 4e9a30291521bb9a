# Every write is checked. 4: the output failed.
code() { "$@"; echo "exit $?" >&2; }
code viettat --no-builtin -d small.yaml a.txt >/dev/full
code viettat --no-builtin -d small.yaml -o /dev/full a.txt
code viettat --no-builtin -d small.yaml a.txt >&-
code viettat annotate --no-builtin -d small.yaml a.txt >/dev/full
code viettat scan --no-builtin -d small.yaml a.txt >/dev/full
code viettat glossary --no-builtin -d small.yaml a.txt >/dev/full
code viettat lookup --no-builtin -d small.yaml QS >/dev/full
echo "QS: x" >bad.yaml
code viettat lint bad.yaml >/dev/full
code viettat compile -o /dev/full small.yaml
code viettat -h >/dev/full
code viettat --help >&-
code viettat --version >/dev/full
code viettat -j3 --no-builtin -d small.yaml a.txt b.txt a.txt >/dev/full
# 3 and 4 at once: 4.
code viettat --no-builtin -d small.yaml missing.txt a.txt >/dev/full

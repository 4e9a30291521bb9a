# What cannot be read is named, the rest is done. 3: some input failed.
code() { "$@"; echo "exit $?"; }
code viettat --no-builtin -d small.yaml missing.txt a.txt . b.txt
code viettat --no-builtin -d small.yaml -q missing.txt
code viettat --no-builtin <&-
code viettat scan --no-builtin -d small.yaml missing.txt b.txt

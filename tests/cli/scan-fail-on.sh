code() { "$@" >/dev/null; echo "exit $?"; }
code viettat scan --no-builtin -d small.yaml a.txt
code viettat scan --fail-on unknown --no-builtin -d small.yaml a.txt
code viettat scan --fail-on ambiguous --no-builtin -d small.yaml a.txt
code viettat scan --fail-on unknown,composed --no-builtin -d small.yaml a.txt
code viettat scan --fail-on unknown,composed --no-builtin -d small.yaml b.txt
code viettat scan --fail-on ambiguous --no-builtin -d small.yaml a.txt missing.txt

viettat --explain --no-builtin -d small.yaml a.txt b.txt >/dev/null

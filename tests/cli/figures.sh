viettat -v --no-builtin -d small.yaml a.txt b.txt >/dev/null
printf 'a\377\376' | viettat --verbose --no-builtin -d small.yaml >/dev/null
viettat -v -j2 --no-builtin -d small.yaml a.txt b.txt >/dev/null
viettat glossary -v --no-builtin -d small.yaml a.txt b.txt

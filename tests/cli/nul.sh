# Each NUL ends a document and is passed on; definitions end with the document.
printf 'Khối lực lượng xung kích (LLXK) họp: LLXK.\000LLXK\000\000\nQS' >docs
viettat -z --no-builtin -d small.yaml docs | tr '\000' '|'
echo
viettat -z --explain --no-builtin -d small.yaml docs >/dev/null
viettat scan -z --no-builtin -d small.yaml docs
viettat annotate --null --no-builtin -d small.yaml docs | cut -c1-40

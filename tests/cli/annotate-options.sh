list() { viettat annotate --to tsv "$@" | cut -f1-8; }
list --no-builtin -d small.yaml a.txt
list --no-kept --no-builtin -d small.yaml a.txt
for unit in cp byte utf16; do
  echo '😀 Khối LLVT' | list --offsets $unit --no-builtin -d small.yaml
done
viettat annotate --to csv --bom --no-builtin -d small.yaml a.txt | od -An -c | head -1
echo 'họp ngày 15/3/2024.' | list --entities none

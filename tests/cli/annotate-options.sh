fields() { grep -o '"\(start\|end\|surface\|type\|unit\|action\)":[^,}]*' | tr '\n' ' '; echo; }
viettat annotate --no-kept --no-builtin -d small.yaml a.txt | fields
for unit in cp byte utf16; do
  echo '😀 Khối LLVT' | viettat annotate --to jsonl --offsets $unit --no-builtin -d small.yaml | fields
done
echo 'họp ngày 15/3/2024.' | viettat annotate --entities none | fields

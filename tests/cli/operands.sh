# "-" is standard input, "--" ends the options, order does not matter.
viettat - --no-builtin a.txt -d small.yaml <b.txt
cp a.txt ./-q
viettat --no-builtin -d small.yaml -- -q
viettat -q scan --no-builtin -d small.yaml b.txt
# A file may bear the name of a command.
cp a.txt scan
viettat --no-builtin -d small.yaml ./scan
viettat --no-builtin -d small.yaml -- scan

viettat scan --no-builtin -d small.yaml a.txt b.txt b.txt
viettat scan --to tsv --bom --no-builtin -d small.yaml b.txt | od -An -c | head -1
# What it proposes is a dictionary as it stands.
viettat scan --to yaml --no-builtin -d small.yaml a.txt b.txt | tee mine.yaml
viettat lint mine.yaml
viettat --no-builtin -d small.yaml -d mine.yaml b.txt

viettat annotate --no-builtin -d small.yaml a.txt b.txt | sed 's/"dict":"[^"]*"/"dict":"…"/'

viettat glossary --no-builtin -d small.yaml a.txt b.txt
viettat glossary --lang en --no-builtin -d small.yaml a.txt
viettat glossary --to csv --foreign --no-builtin -d small.yaml a.txt b.txt
viettat glossary --to csv --bom --no-builtin -d small.yaml a.txt | od -An -c | head -1
viettat glossary --to tbx --no-builtin -d small.yaml a.txt

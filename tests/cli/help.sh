viettat -h
viettat scan --help
for command in annotate glossary lookup lint compile; do viettat $command -h; done

# With --line-buffered a line is written before the next one is read.
mkfifo pipe answers
both() {
  viettat "$@" --line-buffered --no-builtin -d small.yaml <pipe >answers &
  exec 3>pipe 4<answers
  echo 'Khối LLVT' >&3
  read -r line <&4 && printf 'got: %s\n' "$line"
  echo 'cơ quan QS' >&3
  read -r line <&4 && printf 'got: %s\n' "$line"
  exec 3>&-
  wait
}
both expand
both annotate --to jsonl | sed 's/"dict":"[^"]*",//'

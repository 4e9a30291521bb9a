# With --line-buffered a line is written before the next one is read.
mkfifo pipe answers
viettat --line-buffered --no-builtin -d small.yaml <pipe >answers &
exec 3>pipe 4<answers
echo 'Khối LLVT' >&3
read -r line <&4 && echo "got: $line"
echo 'cơ quan QS' >&3
read -r line <&4 && echo "got: $line"
exec 3>&-
wait
viettat annotate --line-buffered --no-builtin -d small.yaml a.txt | cut -c1-40

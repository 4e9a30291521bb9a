code() { "$@"; echo "exit $?"; }
code viettat -i --no-builtin -d small.yaml missing.txt . a.txt
cat a.txt
code viettat -i
code viettat -i -
code viettat -i -o x a.txt
code viettat -i /dev/null
ls -A

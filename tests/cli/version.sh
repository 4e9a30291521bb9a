viettat --version | sed 's/^\(dictionary\) .*/\1 …/'
viettat -V --no-builtin -d small.yaml | sed 's/[0-9a-f]\{16\}/HASH/'
viettat -V -v --no-builtin -d small.yaml | tail -1

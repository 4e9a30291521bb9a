# Never in a file unless asked for; NO_COLOR is set for these tests.
viettat lookup --no-builtin -d small.yaml QS
viettat lookup --color=always --no-builtin -d small.yaml QS | od -An -c | head -2
viettat --color always missing.txt
viettat --color never missing.txt
script -qec true /dev/null >/dev/null 2>&1 || exit 77 # no program or no terminal to be had
script -qec 'viettat missing.txt' /dev/null | od -An -c | head -1
NO_COLOR='' script -qec 'viettat missing.txt' /dev/null | od -An -c | head -1
script -qec 'viettat --color=never missing.txt' /dev/null | od -An -c | head -1

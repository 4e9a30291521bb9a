# Never in a file unless asked for; NO_COLOR is set for these tests.
viettat lookup --no-builtin -d small.yaml QS
viettat lookup --color=always --no-builtin -d small.yaml QS | od -An -c | head -2
viettat --color always missing.txt
viettat --color never missing.txt
command -v script >/dev/null || exit 77
script -qec 'viettat missing.txt' /dev/null | od -An -c | head -1
NO_COLOR='' script -qec 'viettat missing.txt' /dev/null | od -An -c | head -1
script -qec 'viettat --color=never missing.txt' /dev/null | od -An -c | head -1

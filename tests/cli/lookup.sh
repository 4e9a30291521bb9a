code() { "$@"; echo "exit $?"; }
code viettat lookup --no-builtin -d small.yaml TT XK GDP
code viettat lookup --no-builtin -d small.yaml QS tt
code viettat lookup --reverse --no-builtin -d small.yaml 'Lực lượng'
code viettat lookup -r --no-builtin -d small.yaml 'cá voi'

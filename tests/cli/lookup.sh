code() { "$@"; echo "exit $?"; }
code viettat lookup --no-builtin -d small.yaml TT XK GDP
code viettat lookup --no-builtin -d small.yaml QS tt
code viettat lookup --reverse --no-builtin -d small.yaml 'Lực lượng'
code viettat lookup -r --no-builtin -d small.yaml 'cá voi'
# Not listed, but put together from parts; in another case, without diacritics, with signs.
code viettat lookup e95 QK5 cBB1
code viettat lookup sscđ D.Q.T.V llvt 'đ.ủ' XYZW

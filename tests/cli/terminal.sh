# At a terminal and without a file: the short help, and 2.
command -v script >/dev/null || exit 77
script -qec 'viettat' /dev/null | head -2
script -qec 'viettat; echo "exit $?"' /dev/null | tail -1
script -qec 'viettat scan; echo "exit $?"' /dev/null | head -1

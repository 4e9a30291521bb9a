# At a terminal and without a file: the short help, and 2.
script -qec true /dev/null >/dev/null 2>&1 || exit 77 # no program or no terminal to be had
script -qec 'viettat' /dev/null | head -2
script -qec 'viettat; echo "exit $?"' /dev/null | tail -1
script -qec 'viettat scan; echo "exit $?"' /dev/null | head -1

# All faults are listed, and nothing is processed. 2: dictionary.
code() { "$@"; echo "exit $?"; }
printf 'entries:\n- short: QS\n  lang: quân sự\n- short: QS\n  long: quân sự\n  long: quan sát\n' >bad.yaml
code viettat --no-builtin -d bad.yaml a.txt
code viettat -d missing.yaml a.txt
code viettat -d a.txt/missing.yaml a.txt
code viettat -d . a.txt
code viettat compile -o x bad.yaml
ls -A

# A command line that cannot be followed: what, what to do, and 2.
code() { "$@"; echo "exit $?"; }
code viettat --stile=first a.txt
code viettat --style=frist a.txt
code viettat --style
code viettat -s
code viettat -x a.txt
code viettat --quiet=yes a.txt
code viettat --n a.txt
code viettat --reverse a.txt
code viettat annotate -i a.txt
code viettat expnad a.txt
code viettat help
code viettat Scan a.txt
code viettat --lang fr a.txt
code viettat --on-ambiguous=guess a.txt
code viettat --color=red a.txt
code viettat -D militry a.txt
code viettat -j0 a.txt
code viettat --jobs=many a.txt
code viettat annotate --to json a.txt
code viettat annotate --to pdf a.txt
code viettat annotate --offsets bytes a.txt
code viettat annotate --entities PER,LOK a.txt
code viettat annotate -e per a.txt
code viettat scan --to csv a.txt
code viettat scan --fail-on unknwon a.txt
code viettat glossary --to tmx a.txt
code viettat lookup
code viettat lint
code viettat compile -o x
code viettat compile small.yaml

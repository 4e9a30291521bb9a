# Without a command the text is expanded; with one, too.
viettat --no-builtin -d small.yaml a.txt b.txt
viettat expand --no-builtin --dictionary=small.yaml <b.txt
# The dictionary of the library.
echo 'LLVT địa phương SSCĐ.' | viettat
# No dictionary at all: a copy.
viettat --no-builtin a.txt | cmp - a.txt

# Other encodings pass unchanged, and the user is told why nothing was found in them.
try() {
  printf '%s' "$2" | iconv -f UTF-8 -t "$1" >"$1.txt"
  viettat --no-builtin -d small.yaml "$1.txt" | cmp - "$1.txt" && echo "$1: same"
}
text='Khối LLVT họp về QS tại xã Hòa Phong.'
for encoding in UTF-16 UTF-16LE UTF-16BE UTF-32 UTF-32LE UTF-32BE; do
  try $encoding "$text"
done
printf '\377\376' | cat - UTF-16LE.txt | viettat --no-builtin -d small.yaml >/dev/null
viettat scan --no-builtin -d small.yaml UTF-16LE.txt
viettat -q --no-builtin -d small.yaml UTF-16LE.txt >/dev/null
# An older one shows by its bytes.
try TCVN 'Công viên mở cửa từ sáng sớm đến chiều tối.'
# A few damaged bytes are no encoding.
(seq 200; printf 'QS \351\n') | viettat --no-builtin -d small.yaml | tail -1 | od -An -c
# NUL bytes that separate documents are no sign of anything.
printf 'a\0Q\0b\0c\0d\0e\0' | viettat -z --no-builtin -d small.yaml | od -An -c
printf '%s\n' "$text" >plain.txt
viettat --no-builtin -d small.yaml plain.txt

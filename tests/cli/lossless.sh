# Whatever the bytes are, those outside an expansion pass unchanged.
same() { viettat --no-builtin -d small.yaml same.bin | cmp - same.bin && echo same; }
: >same.bin && same
printf '\357\273\277Không có gì\r\n\f' >same.bin && same
printf 'a\000b \377\376 \340\200 ./.  \n\n' >same.bin && same
printf 'không xuống dòng' >same.bin && same
printf '\357\273\277LLVT\000QS\377 QS' | viettat --no-builtin -d small.yaml | od -An -c

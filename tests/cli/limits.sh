# A stretch that is too long is cut, and that is said; -q keeps quiet about it.
head -c 300000 /dev/zero | tr '\000' x >long.txt
viettat --no-builtin -d small.yaml long.txt | cmp - long.txt && echo same
viettat -q --no-builtin -d small.yaml long.txt | cmp - long.txt && echo same

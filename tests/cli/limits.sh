# A stretch that is too long is cut, and that is said; -q keeps quiet about it.
head -c 300000 /dev/zero | tr '\000' x >long.txt
viettat --no-builtin -d small.yaml long.txt | cmp - long.txt && echo same
viettat -q --no-builtin -d small.yaml long.txt | cmp - long.txt && echo same

# A pattern that would search without end is given up, and that is said.
printf 'patterns:\n- {name: slow, type: ORG, text: "(x+x+)+[yz]"}\n' >slow.yaml
head -c 40 long.txt | viettat annotate -d slow.yaml --to tsv | wc -l

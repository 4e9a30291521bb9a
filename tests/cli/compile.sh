viettat compile --no-builtin -o small.vtd small.yaml
viettat compile --no-builtin -o again.vtd small.yaml
cmp small.vtd again.vtd && echo same
viettat --no-builtin -d small.vtd a.txt b.txt
printf 'damage' | dd of=small.vtd bs=1 seek=200 conv=notrunc 2>/dev/null
viettat --no-builtin -d small.vtd a.txt
echo "exit $?"

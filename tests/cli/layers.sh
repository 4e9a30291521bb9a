# The later dictionary wins; the built-in one lies below.
echo 'QS: quan sát' >mine.yaml
echo 'Họ có QS và LLVT.' >t.txt
viettat --no-builtin -d small.yaml -d mine.yaml t.txt
viettat --no-builtin -d mine.yaml t.txt
viettat -d mine.yaml t.txt

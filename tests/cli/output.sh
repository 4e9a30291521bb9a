viettat -o new.txt --no-builtin -d small.yaml a.txt
cat new.txt
stat -c %a new.txt
# An old file keeps its mode; it may be an input as well.
chmod 600 new.txt
viettat --output=new.txt --no-builtin -d small.yaml b.txt new.txt
cat new.txt
stat -c %a new.txt
viettat -o - --no-builtin -d small.yaml b.txt
viettat -o /dev/stdout --no-builtin -d small.yaml b.txt
viettat annotate -o found.jsonl --no-builtin -d small.yaml a.txt && wc -l <found.jsonl
viettat -o no/folder/x a.txt
echo "exit $?"
ls -A

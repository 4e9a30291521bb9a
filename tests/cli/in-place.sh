chmod 640 a.txt
ln -s a.txt link.txt
viettat -i --no-builtin -d small.yaml link.txt
cat a.txt
stat -c '%a %F' a.txt link.txt
# A second time there is nothing to do, and the file is not touched.
touch -d 2020-01-01 a.txt
viettat -i.bak --no-builtin -d small.yaml a.txt
stat -c %y a.txt | cut -c1-10
# With a suffix the old file is kept.
cp b.txt copy.txt
viettat --in-place=.bak --no-builtin -d small.yaml b.txt
cmp copy.txt b.txt.bak && cat b.txt
ls -A

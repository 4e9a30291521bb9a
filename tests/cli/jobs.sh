# The output is the same for every number of jobs.
for i in 1 2 3 4 5 6 7 8 9; do
  { cat a.txt b.txt; echo "tệp $i có QS$i và ZY$i"; } >f$i.txt
done
same() { viettat "$@" -j1 >one 2>one.err; for n in 2 5 9; do
  viettat "$@" -j$n >many 2>many.err; cmp one many && cmp one.err many.err && echo same $n; done; }
same expand --explain --no-builtin -d small.yaml f*.txt missing.txt f1.txt
for format in jsonl tsv csv html xml conll brat; do
  same annotate --to $format --no-builtin -d small.yaml f*.txt missing.txt f1.txt
done
same scan --no-builtin -d small.yaml f*.txt missing.txt
same glossary -d small.yaml f*.txt
cp -r . ../copy
viettat -i -j1 --no-builtin -d small.yaml f*.txt
(cd ../copy && viettat -i -j4 --no-builtin -d small.yaml f*.txt)
for i in 1 2 3 4 5 6 7 8 9; do cmp f$i.txt ../copy/f$i.txt; done

# Ended in the middle: the old file stands and nothing is left behind.
yes 'Khối LLVT và QS họp.' | head -400000 >big.txt
cksum <big.txt >before
{
  viettat -q -i --no-builtin -d small.yaml big.txt &
  program=$!
  for i in 1 2 3 4 5 6 7 8 9 10; do ls -A | grep -q '^\.viettat-' && break; done
  kill -TERM $program
  wait $program
} 2>/dev/null
[ $? -eq 0 ] && exit 77 # it was faster than we
cksum <big.txt | cmp - before && echo unchanged
ls -A | grep '^\.viettat-'
# So it is when the output fails.
(trap '' XFSZ; ulimit -f 8; viettat -q -i --no-builtin -d small.yaml big.txt)
echo "exit $?"
cksum <big.txt | cmp - before && echo unchanged
ls -A | grep '^\.viettat-'
:

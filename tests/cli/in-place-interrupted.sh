# Ended in the middle: the old file stands and nothing is left behind.
left_behind() { find . -name '.viettat-*'; }
yes 'Khối LLVT và QS họp.' | head -400000 >big.txt
cksum <big.txt >before
{
  viettat -q -i --no-builtin -d small.yaml big.txt &
  program=$!
  for _ in 1 2 3 4 5 6 7 8 9 10; do [ -n "$(left_behind)" ] && break; done
  kill -TERM $program
  wait $program && exit 77 # it was faster than we
} 2>/dev/null
cksum <big.txt | cmp - before && echo unchanged
left_behind
# So it is when the output fails.
(trap '' XFSZ; ulimit -f 8; viettat -q -i --no-builtin -d small.yaml big.txt)
echo "exit $?"
cksum <big.txt | cmp - before && echo unchanged
left_behind

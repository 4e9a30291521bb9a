# A closed pipe ends the program quietly, by SIGPIPE.
yes 'Khối LLVT họp.' | head -200000 >big.txt
{ viettat -q --no-builtin -d small.yaml big.txt; echo "$?" >code; } | head -1
cat code

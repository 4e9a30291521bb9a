text='Khối LLVT họp; LLVT và QS.'
for style in replace first paren gloss; do
  echo "$text" | viettat --no-builtin -d small.yaml --style $style
  echo "$text" | viettat --no-builtin -d small.yaml -s $style --lang en
done

# A linguist's own kinds of mention: over chunks and over the text itself.
cat >mine.yaml <<'END'
word-classes:
- class: vessel
  words: [tàu, xuồng, tàu cứu hộ]
patterns:
- name: ship
  type: LOC
  pattern: "<vessel> <cap>{1,2} <month|day|int>"
- name: form-number
  type: DOC
  text: '\bMẫu số \d{2}/[A-ZĐ]{2,6}\b'
END
list() { viettat annotate --to tsv "$@" | cut -f3,4,6,7,8; }
echo 'Tàu Sơn Trà 12 và tàu cứu hộ SAR nộp Mẫu số 05/BCĐ theo Luật Đất đai.' >t.txt
list -d mine.yaml t.txt
list t.txt

# Normal forms, the parts of documents, codes of places.
echo 'CT UBND TP. Đồng Hới ký QĐ số 12/2023/QĐ-UBND lúc 7 giờ 30 ngày 5 tháng 9 năm 2023.' |
  viettat annotate --to jsonl | grep -o '"entities".*'

# What is wrong with a pattern is said before any text is read.
printf 'patterns:\n- {name: a, type: ORG, pattern: "<nobody>"}\n' >bad-class.yaml
printf 'patterns:\n- {name: b, type: ORG, text: "("}\n' >bad-text.yaml
printf 'patterns:\n- {name: c, type: ORG, pattern: "<cap>?"}\n' >bad-empty.yaml
printf 'patterns:\n- {name: d, type: ORG, pattern: "{e}"}\npieces:\n- {name: e, pattern: "{e}"}\n' >bad-piece.yaml
for name in bad-class bad-text bad-empty bad-piece; do
  viettat annotate -d $name.yaml t.txt
  echo "exit $?"
  viettat lint $name.yaml
done

# Normal forms: dates in ISO 8601 where they are complete, places by their code, short forms
# written out, documents taken apart.
normals() { viettat annotate --to tsv --entities "$1" | awk -F'\t' -v type="$1" '$6 == type { print $7 " = " $8 }'; }
normals DATE <<'END'
Ngày 5 tháng 9 năm 2023, ngày 12-6-2023 và tháng 12/2022; năm 1975.
Hồi 07 giờ 30, ngày 16/12/2022; ngày 29/02/2024; từ ngày 05 đến 09/6/2023.
T10/2025, Q3/2025; quý IV/2022, quý 2/2023, quý I năm 2024; 6 tháng đầu năm 2023, 3 tháng cuối năm 2024.
Giai đoạn 2021-2025, năm học 2024 - 2025.
END
echo '-- not complete, or none of the calendar'
normals DATE <<'END'
Ngày 27/7, ngày 11 và 12/10/2022, 9 tháng đầu năm, quý III.
Ngày 29/02/2023, ngày 31/4/2022; quý V/2022; mùng 2 Tết.
END
echo '-- two whole dates, as a dictionary may join them'
cat >joined.yaml <<'END'
patterns:
- name: joined-dates
  type: DATE
  pattern: "'ngày' <month> 'tháng' <month> 'đến' 'ngày' <month> 'tháng' <month> 'năm' <year>"
END
viettat annotate --to tsv --entities DATE -d joined.yaml <<'END' | awk -F'\t' '$6 == "DATE" { print $7 " = " $8 }'
Từ ngày 5 tháng 3 đến ngày 7 tháng 4 năm 2022.
END
echo '-- the others'
normals LOC <<'END'
Từ TP. Đồng Hới đến Q. Sơn Trà, xã Đắk Liêng và ấp 5.
END
normals ORG <<'END'
UBND xã phối hợp với Hội NCT phường, f 395 và
Trường   THCS Lương Thế Vinh.
END
viettat annotate --to jsonl --entities DOC <<'END' | grep -o '"normal":"[^"]*","detail":{[^}]*}'
QĐ số 12/2023/QĐ-UBND, NĐ số 30/2020/NĐ-CP, 188-HD/BTCTU và Luật DQTV.
Theo nghị định 30/2020/NĐ-CP, NGHỊ QUYẾT SỐ 35-NQ/TW và Nghị quyết Trung ương 6 khóa XIII.
END

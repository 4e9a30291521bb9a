#!/usr/bin/env python3
"""Check fit.py and associate.py on a dictionary of two entries.

usage: check.py PROGRAM
In its passages a word of the sentence always tells the readings of TT apart, but that
cue weighs too little: the fit has to find it, on the part held back as well. Exit 77:
numpy, which associate.py needs, is not there; the fit was checked all the same.
"""

import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
DICTIONARY = """\
weights: {next: 3, near: 1.5, margin: 2}
entries:
- short: TT
  senses:
  - {long: thông tư, en: circular, kind: other, source: check, cues: {near: [điều khoản]}}
  - {long: thị trấn, en: town, kind: other, source: check, cues: {near: [đường phố]}}
- short: QĐ
  senses:
  - {long: quyết định, en: decision, kind: other, source: check, cues: {next: [số]}}
  - {long: quân đội, en: army, kind: other, source: check, cues: {next: [ta]}}
"""
PASSAGES = (
    "Điều khoản của ⟦TT→thông tư⟧ này và ⟦QĐ→quyết định⟧ số 2.",
    "Đường phố ở ⟦TT→thị trấn⟧ này thật sạch, ⟦QĐ→quân đội⟧ ta đã đến.",
)
CLOSE = ("hợp đồng", "đấu thầu")
FAR = "khám bệnh"


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def check_fit(program, folder):
    dictionary = os.path.join(folder, "small.yaml")
    marked = os.path.join(folder, "passages.mark")
    with open(dictionary, "w", encoding="utf-8") as file:
        file.write(DICTIONARY)
    with open(marked, "w", encoding="utf-8") as file:
        file.write("---\n".join(f"# {n}\n{PASSAGES[n % 2]}\n" for n in range(12)))
    said = run(
        sys.executable, os.path.join(HERE, "fit.py"), program, folder, marked, "--folds", "3"
    )
    before, fitted, held, proposed = said.splitlines()
    assert before.endswith("recall 0.5000  cost 12"), said
    assert fitted.endswith("precision 1.0000  recall 1.0000  cost 0"), said
    assert held.endswith("precision 1.0000  recall 1.0000  cost 0"), said
    with open(dictionary, "w", encoding="utf-8") as file:
        file.write(proposed.partition(": ")[2] + "\n" + DICTIONARY.partition("\n")[2])
    run(program, "lint", dictionary)


def check_associations(program, folder):
    marked, learned = os.path.join(folder, "texts.mark"), os.path.join(folder, "associations.yaml")
    texts = ["Mời ⟦ĐT→đấu thầu⟧, ký hợp đồng, nộp tiền.", "Trạm khám bệnh, phát thuốc, ghi sổ."]
    with open(marked, "w", encoding="utf-8") as file:
        file.write("---\n".join(f"# {n}\n{texts[n % 2]}\n" for n in range(20)))
    with open(learned, "w", encoding="utf-8") as file:
        file.write(run(sys.executable, os.path.join(HERE, "associate.py"), marked))
    run(program, "lint", learned)
    import associate

    rows = associate.learn(associate.texts(marked))
    assert rows[CLOSE[0]] @ rows[CLOSE[1]] > 4 * abs(rows[CLOSE[0]] @ rows[FAR]), rows


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        check_fit(program, folder)
    try:
        import numpy  # noqa: F401
    except ImportError:
        return 77
    with tempfile.TemporaryDirectory() as folder:
        check_associations(program, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

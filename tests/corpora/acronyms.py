#!/usr/bin/env python3
"""How well definitions and the dictionary read real law and encyclopaedia text.

usage: acronyms.py PROGRAM FOLDER [--errors N] [--at-least PERCENT] [--defined PERCENT]
FOLDER holds *.jsonl whose rows name a short form in a text whose expansion the
document itself gives (use: definition, later, before). Prints, for each file,
how often the definition stayed, how often a later use took the defined sense when
the definition stands in the same text, and how often the dictionary alone is right
for forms that it knows. A use that the text defines once more counts as a definition.
Nothing of the texts is stored. Exit 1: a definition was expanded, or the dictionary, or
the definition, is right less often than wanted; 77: no data.
"""

import argparse
import collections
import glob
import json
import os
import subprocess
import sys
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"
REACH = 120  # characters between a form and the long form that defines it


def fold(text):
    """Letter case, tone place, blanks and commas do not count."""
    out, tones = [], []
    for c in unicodedata.normalize("NFD", text.casefold()) + " ":
        if c in TONES:
            tones.append(c)
            continue
        if not (c.isalpha() or unicodedata.combining(c)):
            out += tones
            tones.clear()
        out.append(c)
    return " ".join("".join(out).replace(",", " ").replace("-", " ").split())


def annotate(program, text):
    done = subprocess.run(
        [program, "annotate", "--to", "jsonl", "--entities", "none"],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    raw, found = text.encode(), {}
    for line in done.stdout.decode().splitlines():
        record = json.loads(line)
        base = len(raw[: record["offset"]].decode())
        for short in record["shorts"]:
            found[base + short["start"], base + short["end"]] = short
    return found


def is_defined_there(row, short):
    """Was the form kept as a definition, and does its long form stand beside it?"""
    if short is None or short["reason"] != "definition":
        return False
    beside = row["text"][max(0, row["start"] - REACH) : row["end"] + REACH]
    return fold(row["long"]) in fold(beside)


def judge(rows, program, tally, errors):
    text = rows[0]["text"]
    found = annotate(program, text)
    defined = {}
    for row in sorted(rows, key=lambda r: r["start"]):
        short = found.get((row["start"], row["end"]))
        expanded = short is not None and short["action"] == "expand"
        use = row["use"]
        again = row["short"] in defined and is_defined_there(row, short)
        if use == "definition" or again:
            defined[row["short"]] = row["end"]
            right = not expanded
            kind = "definition kept"
        elif row["short"] in defined:
            right = expanded and fold(short["long"]) == fold(row["long"])
            kind = "used behind its definition"
        elif expanded or (short is not None and short["reason"] == "ambiguous"):
            right = expanded and fold(short["long"]) == fold(row["long"])
            kind = "read by the dictionary" if expanded else "left as ambiguous"
        else:
            continue
        tally[kind, right] += 1
        if not right:
            got = short["long"] if expanded else short["reason"] if short else "not found"
            errors.append(
                f"{kind}: {row['short']} = {row['long']} / {got}: "
                f"…{text[max(0, row['start'] - 50) : row['end'] + 30]}…".replace("\n", " ")
            )


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("folder")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--at-least", type=float, default=0)
    options.add_argument("--defined", type=float, default=0)
    asked = options.parse_args()
    files = sorted(glob.glob(os.path.join(asked.folder, "*.jsonl")))
    if not files:
        print("skipped: no such corpus")
        return 77
    failed = False
    for path in files:
        texts = collections.defaultdict(list)
        with open(path, encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                texts[row["text"]].append(row)
        tally, errors = collections.Counter(), []
        for rows in texts.values():
            judge(rows, asked.program, tally, errors)
        print(f"{os.path.basename(path)}: {len(texts)} texts")
        for kind in sorted({k for k, _ in tally}):
            right, both = tally[kind, True], tally[kind, True] + tally[kind, False]
            print(f"  {kind:28s} {right} of {both} right ({100 * right / both:.1f} %)")
        for error in errors[: asked.errors]:
            print("   ", error)
        for kind, wanted in (
            ("read by the dictionary", asked.at_least),
            ("used behind its definition", asked.defined),
        ):
            right, wrong = tally[kind, True], tally[kind, False]
            failed |= 100 * right < wanted * (right + wrong)
        failed |= tally["definition kept", False] > 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""How often the document and the dates of a law's source notes are found.

usage: notes.py PROGRAM FOLDER [--errors N] [--at-least PERCENT]
FOLDER holds *.txt of codified law, where a line in parentheses behind each article
names the document that it comes from, its number and dates. A document counts as
found where a DOC has just its words and the detail its type, number and year; a date
where a DATE has just its words and its ISO 8601 form. Prints how many notes have their
document and how many all of their dates. Nothing of the texts is stored. Exit 1: fewer
than wanted; 77: no data.
"""

import argparse
import glob
import json
import os
import re
import subprocess
import sys

NOTE = re.compile(r"\((?:Điều|Khoản|Chương|Mục|Phụ lục)\b.*\bcó hiệu lực thi hành\b.*\)")
TYPES = (
    "Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết liên tịch|Nghị quyết|Quyết định|"
    "Thông tư liên tịch|Thông tư|Chỉ thị"
)
DOCUMENT = re.compile(rf"\b({TYPES}) số (\d+[A-Za-z]?) ?(?:/(\d{{4}}))?/[^\s,;)]+")
DATE = re.compile(r"\bngày (\d\d?)/(\d\d?)/(\d{4})\b")


def annotations(program, path):
    done = subprocess.run(
        [program, "annotate", "--to", "jsonl", "--entities", "DOC,DATE", path],
        capture_output=True,
        check=True,
    )
    return map(json.loads, done.stdout.decode().splitlines())


def judge(note, found):
    """Was the document found, and every date?"""
    document = DOCUMENT.search(note)
    wanted = [document[1].lower(), *document.groups()[1:]] if document else None
    has_document = document is not None and any(
        e["type"] == "DOC"
        and e["surface"] == document[0]
        and [e["detail"].get(key) for key in ("type", "number", "year")] == wanted
        for e in found
    )
    dates = {(e["surface"], e["normal"]) for e in found if e["type"] == "DATE"}
    has_dates = all(
        (d[0], f"{d[3]}-{int(d[2]):02}-{int(d[1]):02}") in dates for d in DATE.finditer(note)
    )
    return has_document, has_dates


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--at-least", type=float, default=0)
    args = parser.parse_args()
    paths = sorted(glob.glob(os.path.join(args.folder, "*.txt")))
    if not paths:
        print("skipped: no law texts beside the checkout")
        return 77
    notes = documents = dates = 0
    errors = []
    for path in paths:
        for record in annotations(args.program, path):
            for note in NOTE.finditer(record["text"]):
                inside = [
                    e
                    for e in record["entities"]
                    if note.start() <= e["start"] and e["end"] <= note.end()
                ]
                has_document, has_dates = judge(note[0], inside)
                notes += 1
                documents += has_document
                dates += has_dates
                if not (has_document and has_dates):
                    errors.append(f"{os.path.basename(path)}: {note[0][:300]}")
    for error in errors[: args.errors]:
        print(error)
    print(
        f"{notes} notes: document found in {100 * documents / notes:.2f} %, "
        f"all dates in {100 * dates / notes:.2f} %"
    )
    return int(100 * min(documents, dates) < args.at_least * notes)


if __name__ == "__main__":
    sys.exit(main())

"""brat: every fragment of every line is sliced out of the text again, identifiers are
unique, notes have a target, and there is one line for each find of JSON Lines.

TOOL: python, or peek (brat-peek reads the same finds and notes).
"""

import importlib.util
import json
import pathlib
import re
import sys
import tempfile

from common import NONCHARACTERS, UNITS, done, need_file, outputs, pictured

FIND = re.compile(r"T(\d+)\t([A-Z]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
NOTE = re.compile(r"#(\d+)\tAnnotatorNotes T(\d+)\t(.+)")


def as_brat(chars):
    chars = re.sub("[\t-\r\x1c-\x1e\x80-\x9f\u2028\u2029]", " ", chars)
    return pictured(chars, "\x00-\x1f\x7f", NONCHARACTERS)


def check(output):
    finds, notes = 0, 0
    text = output.data.decode("utf-8")
    lines = text.splitlines()
    output.expect(lines == text.split("\n")[:-1], "a line holds another line's end")
    for line in lines:
        note = NOTE.fullmatch(line)
        if note:
            notes += 1
            output.expect((int(note[1]), int(note[2])) == (notes, finds), f"note {line!r}")
            continue
        find = FIND.fullmatch(line)
        output.expect(find, f"line {line!r}")
        finds += 1
        output.expect(int(find[1]) == finds, f"identifier of {line!r}")
        pieces = [tuple(map(int, p.split())) for p in find[3].split(";")]
        wanted = " ".join(as_brat(output.slice(*p)) for p in pieces)
        blank = not wanted.strip()  # brat has no line for a find of line breaks only
        output.expect(find[4] == wanted or blank, f"{find[4]!r} is not {wanted!r}")
    records = [json.loads(line) for line in output.also("jsonl").decode().splitlines()]
    wanted = sum(len(r["shorts"]) + len(r["entities"]) for r in records)
    output.expect(finds == wanted, f"{finds} finds instead of {wanted}")
    output.expect(not finds or f"unit {output.unit}; dictionary" in text, "unit and dictionary")
    return finds


def peek():
    """brat-peek's reader alone; the package would want pandas for its statistics."""
    path = need_file("python/peek/ann_structure.py")
    spec = importlib.util.spec_from_file_location("ann_structure", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.AnnDocument


def read_by_peek(reader, output):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "document.ann")
        path.write_bytes(output.data)
        found = reader(str(path)).anns
    finds = [FIND.fullmatch(line) for line in output.data.decode("utf-8").split("\n")]
    finds = [f for f in finds if f and f[3].count(";") < 2]  # it passes over more fragments
    got = [(e.name, e.tag, e.text.strip()) for e in found["entities"]]
    output.expect(got == [(f"T{f[1]}", f[2], f[4].strip()) for f in finds], "other finds")
    output.expect(len(found["notes"]) == output.data.count(b"\tAnnotatorNotes "), "other notes")
    return len(got)


def main():
    if sys.argv[1] == "python":
        done(sum(check(output) for output in outputs("brat", UNITS)), "finds sliced again")
    reader = peek()
    # It cannot read a find that is a blank, which chance makes.
    found = sum(read_by_peek(reader, output) for output in outputs("brat", seeds=()))
    done(found, "finds read")


main()

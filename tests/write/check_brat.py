"""brat: every fragment of every line is sliced out of the text again, identifiers are
unique, notes have a target, and there is one line for each find of JSON Lines.
"""
import json
import re

from common import NONCHARACTERS, UNITS, done, outputs, pictured

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


done(sum(check(output) for output in outputs("brat", UNITS)), "finds sliced again")

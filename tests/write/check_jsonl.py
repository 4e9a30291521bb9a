"""JSON Lines: every span of every object is sliced out of its text again.

TOOL: python (in the document's bytes), jq or node (in the object's text).
"""

import json
import sys

from common import HERE, UNITS, done, need_tool, outputs, run, shown


def spans(record):
    return record["shorts"] + record["entities"]


def by_python(output):
    records = [json.loads(line) for line in output.data.decode("utf-8").splitlines()]
    offsets = [r["offset"] for r in records] + [len(output.text)]
    checked = 0
    for record, start, end in zip(records, offsets[:-1], offsets[1:], strict=True):
        piece = type(output)(output.name, output.unit, output.text[start:end], b"")
        output.expect(record["unit"] == output.unit, "another unit is named")
        output.expect("+" in record["dict"], "no dictionary is named")
        output.expect(record["text"] == shown(piece.chars), f"other text at {start}")
        invalid = [
            len(piece.chars[:i].encode("utf-8", "surrogateescape"))
            for i, c in enumerate(piece.chars)
            if "\udc80" <= c <= "\udcff"
        ]
        output.expect(record.get("invalid", []) == [[at, 1] for at in invalid], "invalid bytes")
        output.expect(record["line"] == output.text[:start].count(b"\n") + 1, "line")
        for span in spans(record):
            got = piece.slice(span["start"], span["end"])
            output.expect(got == span["surface"], f"{span} is {got!r}")
            checked += 1
    return checked


def by_program(command, output):
    return int(run([*command, output.unit], output.data).split()[-1])


def main():
    tool = sys.argv[1]
    checked = 0
    if tool != "python":
        path = need_tool(tool)
        command = (
            [path, "-nrf", str(HERE / "slices.jq"), "--arg", "unit"]
            if tool == "jq"
            else [path, str(HERE / "slices.js")]
        )
    for output in outputs("jsonl", UNITS):
        checked += by_python(output) if tool == "python" else by_program(command, output)
    done(checked, "spans sliced again")


main()

#!/usr/bin/env python3
"""Hold `viettat annotate` against marked cases.

usage: cases.py PROGRAM FILE.case…
Each case is a document of its own. The long forms must be the marked ones letter by letter,
nothing else may be expanded; a case with entities must have just these. Exits 1 if one
does not hold.
"""

import collections
import json
import os
import subprocess
import sys
import tempfile

from marks import blocks


def annotate(program, texts):
    """For every text: ([(start, end, long)] of what is expanded, [(start, end, type)])."""
    found = [([], []) for _ in texts]
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, str(number)) for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            with open(path, "wb") as file:
                file.write(text)
        command = [program, "annotate", "--to", "jsonl", "--offsets", "byte", *paths]
        lines = subprocess.run(command, check=True, capture_output=True).stdout.splitlines()
    for segment in map(json.loads, lines):
        shorts, entities = found[int(os.path.basename(segment["doc"]))]
        base = segment["offset"]
        shorts += [
            (base + s["start"], base + s["end"], s["long"])
            for s in segment["shorts"]
            if s["action"] == "expand"
        ]
        entities += [(base + e["start"], base + e["end"], e["type"]) for e in segment["entities"]]
    return found


def short_faults(block, shorts):
    got = {(start, end): long for start, end, long in shorts}
    for start, end, accepted in block.shorts:
        surface = block.text[start:end].decode()
        long = got.pop((start, end), None)
        if long is None and accepted and surface not in accepted:
            yield f'"{surface}" stayed; "{accepted[0]}" is wanted'
        elif long is not None and long not in accepted:
            yield f'"{surface}" became "{long}"; ' + (
                f'"{accepted[0]}" is wanted' if accepted else "it is to stay"
            )
    for (start, end), long in got.items():
        yield f'"{block.text[start:end].decode()}" became "{long}"; it has no mark'


def entity_faults(block, entities):
    if not block.entities:
        return
    wanted, got = collections.Counter(block.entities), collections.Counter(entities)
    for start, end, kind in wanted - got:
        yield f'"{block.text[start:end].decode()}" is not found as {kind}'
    for start, end, kind in got - wanted:
        yield f'"{block.text[start:end].decode()}" is found as {kind}; it has no such mark'


def main():
    program, *paths = sys.argv[1:]
    cases = [(path, block) for path in paths for block in blocks(path)]
    failed = 0
    found = annotate(program, [block.text for _, block in cases])
    for (path, block), (shorts, entities) in zip(cases, found, strict=True):
        faults = [*short_faults(block, shorts), *entity_faults(block, entities)]
        failed += bool(faults)
        for fault in faults:
            print(f"{os.path.basename(path)}: {block.name}: {fault}")
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())

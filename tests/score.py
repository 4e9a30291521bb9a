#!/usr/bin/env python3
"""Hold the scorer's figures against the committed floors.

usage: score.py PROGRAM SHARED_FOLDER PASSAGES_FOLDER
SHARED_FOLDER has tools/score.py and corpus/; without it there is nothing to score
(exit 77: skipped). Prints the tables; exits 1 below a floor of floors.json.
"""

import glob
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def figures(scorer, program, files):
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run([sys.executable, scorer, program, *files, "--json", out.name], check=True)
        return json.load(open(out.name, encoding="utf-8"))


def below(got, floors):
    """Every figure that misses its floor, as text."""
    for row, wanted in floors.items():
        for name, floor in wanted.items():
            if name.endswith("_at_most"):
                key = {"harm_at_most": "harm_per_1000_words"}.get(name, name[: -len("_at_most")])
                if got[row][key] > floor:
                    yield f"{row} {key} is {got[row][key]}, at most {floor} wanted"
            elif got[row][name] < floor:
                yield f"{row} {name} is {got[row][name]}, at least {floor} wanted"


def main():
    program, shared, passages = sys.argv[1:4]
    scorer = os.path.join(shared, "tools", "score.py")
    if not os.path.exists(scorer):
        print("skipped: no scorer beside the checkout")
        return 77
    sets = {
        "seed": [os.path.join(shared, "corpus", "seed.mark")],
        "dev": sorted(glob.glob(os.path.join(shared, "corpus", "dev", "*.mark"))),
        "passages": sorted(glob.glob(os.path.join(passages, "*.mark"))),
    }
    with open(os.path.join(HERE, "floors.json"), encoding="utf-8") as file:
        floors = json.load(file)
    faults = []
    for name, files in sets.items():
        print(f"== {name}", flush=True)
        reached = figures(scorer, program, files)
        faults += [f"{name}: {fault}" for fault in below(reached, floors[name])]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

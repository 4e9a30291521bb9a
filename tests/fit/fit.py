#!/usr/bin/env python3
"""Fit the weights of the dictionaries on marked passages, and see whether it generalises.

usage: fit.py PROGRAM DICTIONARIES FILE.mark… [--folds N]
DICTIONARIES is the folder of the *.yaml files, one of which has a line `weights: {…}`.
Every weight is moved up and down by steps as long as the passages cost less; a wrong
expansion costs two, a missing one one. Each fold of the passages is held back once and
read with the weights that were fitted to the others. Prints the figures of the fitted
and the held-back parts beside those of the present weights, and proposes a line.
"""

import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from marks import blocks

LINE = re.compile(r"^weights: \{(.*)\}", re.M)
STEPS = (0.7, 0.85, 1.2, 1.45)
READ = ("annotate", "-z", "--entities", "none", "--offsets", "byte", "--no-builtin")
LEAST_GAIN = 2  # what a step must save, so that a single form does not move a weight


class Figures(collections.Counter):
    def cost(self):
        return 2 * self["wrong"] + self["missed"]

    def __str__(self):
        return (
            f"precision {self['right'] / max(self['right'] + self['wrong'], 1):.4f}  "
            f"recall {self['right'] / max(self['gold'], 1):.4f}  cost {self.cost()}"
        )


def judge(block, expanded):
    """Right, wrong and missed expansions of a block; `expanded`: (start, end) → long form."""
    found, seen = Figures(), set()
    for start, end, accepted in block.shorts:
        over = {span for span in expanded if span[0] < end and start < span[1]}
        seen |= over
        found["gold"] += bool(accepted)
        if not accepted:
            found["wrong"] += len(over)
        elif not over:
            found["missed"] += 1
        else:
            wanted = {long.casefold() for long in accepted}
            right = expanded.get((start, end), "").casefold() in wanted
            found["right" if right else "wrong"] += 1
    found["wrong"] += len(set(expanded) - seen)
    return found


class Passages:
    """Marked passages, read with the dictionaries and any weights."""

    def __init__(self, program, folder, files):
        self.program = program
        self.paths = sorted(
            path
            for path in glob.glob(os.path.join(folder, "**", "*.yaml"), recursive=True)
            if os.sep + "entities" + os.sep not in path
        )
        self.blocks = [block for file in files for block in blocks(file)]
        self.known = {}  # weights → figures of each block
        for path in self.paths:
            with open(path, encoding="utf-8") as file:
                self.source = file.read()
            if LINE.search(self.source):
                self.path = path
                return
        sys.exit(f"{folder}: no dictionary has a line `weights: {{…}}`")

    def present(self):
        pairs = (pair.split(":") for pair in LINE.search(self.source)[1].split(","))
        return {name.strip(): float(value) for name, value in pairs}

    def figures(self, weights):
        key = tuple(weights.items())
        if key not in self.known:
            self.known[key] = self._read(weights)
        return self.known[key]

    def _read(self, weights):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as changed:
            changed.write(LINE.sub(lambda _: line(weights), self.source))
            changed.flush()
            layers = []
            for path in self.paths:
                layers += ["-d", changed.name if path == self.path else path]
            done = subprocess.run(
                [self.program, *READ, *layers],
                input=b"\0".join(block.text for block in self.blocks),
                capture_output=True,
                check=True,
            )
        expanded = [{} for _ in self.blocks]
        for row in done.stdout.decode().splitlines():
            record = json.loads(row)
            at = int(record["doc"].partition("#")[2] or 1) - 1
            for short in record["shorts"]:
                if short["action"] == "expand":
                    span = (record["offset"] + short["start"], record["offset"] + short["end"])
                    expanded[at][span] = short["long"]
        return [judge(block, spans) for block, spans in zip(self.blocks, expanded, strict=True)]


def line(weights):
    return "weights: {" + ", ".join(f"{name}: {value:g}" for name, value in weights.items()) + "}"


def total(figures, chosen):
    found = Figures()
    for i in chosen:
        found.update(figures[i])
    return found


def fit(passages, chosen):
    """The weights with which the chosen blocks cost least, step by step from the present."""
    best = passages.present()
    cost = total(passages.figures(best), chosen).cost()
    moved = True
    while moved:
        moved = False
        for name in best:
            for step in STEPS:
                tried = {**best, name: min(10, round(best[name] * step, 2))}
                tried_cost = total(passages.figures(tried), chosen).cost()
                if tried_cost + LEAST_GAIN <= cost:
                    best, cost, moved = tried, tried_cost, True
    return best


def cross_validate(passages, folds):
    """Figures of the present weights, of fitted ones where fitted, and where held back."""
    everything = range(len(passages.blocks))
    before = total(passages.figures(passages.present()), everything)
    fitted, held = Figures(), Figures()
    for fold in range(folds):
        outside = [i for i in everything if i % folds != fold]
        weights = fit(passages, outside)
        figures = passages.figures(weights)
        fitted.update(total(figures, outside))
        held.update(total(figures, [i for i in everything if i % folds == fold]))
    return before, fitted, held


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("dictionaries")
    options.add_argument("files", nargs="+")
    options.add_argument("--folds", type=int, default=5)
    given = options.parse_args()
    passages = Passages(given.program, given.dictionaries, given.files)
    before, fitted, held = cross_validate(passages, given.folds)
    print(f"present weights             {before}")
    for name in fitted:  # every block was fitted folds - 1 times
        fitted[name] //= given.folds - 1
    print(f"fitted, on the fitted part  {fitted}")
    print(f"fitted, on what was held    {held}")
    proposed = fit(passages, range(len(passages.blocks)))
    print(("proposed: " if held.cost() < before.cost() else "no gain; would be: ") + line(proposed))


if __name__ == "__main__":
    main()

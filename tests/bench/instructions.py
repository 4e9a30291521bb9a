#!/usr/bin/env python3
"""Instructions a byte of the sample, against the committed figures, within 5 %.

usage: instructions.py [--write] COMPILER PROCESSOR BUILD_TYPE PROGRAM
Only the difference between a text and twice that text counts, so that what happens
once cancels out. --write records new figures in instructions.json: do that when the
cost was changed on purpose, and say in the commit why.
"""

import json
import os
import sys

from callgrind import SKIPPED, counts, skip_unless_counting
from texts import HERE, repeated, sample

FIGURES = os.path.join(HERE, "instructions.json")
WITHIN = 0.05
TEXT_BYTES = 100_000
COMMANDS = {"expand": ["expand"], "annotate": ["annotate", "--to", "jsonl"]}


def vectors():
    """Which kernels run: callgrind shows programs no more than AVX2."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return "AVX2" if " avx2 " in file.read() else "SSE2"


def instructions_a_byte(command):
    once = repeated(sample(), TEXT_BYTES)
    few, many = counts(command, [once, once * 2])
    return round((many - few) / len(once), 1)


def main():
    writes = sys.argv[1:2] == ["--write"]
    compiler, processor, build_type, program = sys.argv[1 + writes :]
    skip_unless_counting(processor, build_type)
    made_with = f"{compiler}, {build_type}, {processor} with {vectors()}"
    got = {name: instructions_a_byte([program, *command]) for name, command in COMMANDS.items()}
    if writes:
        with open(FIGURES, "w", encoding="utf-8") as file:
            json.dump({"made with": made_with, **got}, file, indent=2)
            file.write("\n")
        print(f"recorded: {got}")
        return 0
    with open(FIGURES, encoding="utf-8") as file:
        wanted = json.load(file)
    faults = 0
    for name, figure in got.items():
        change = figure / wanted[name] - 1
        faults += abs(change) > WITHIN
        print(f"{name}: {figure} instructions a byte, {wanted[name]} recorded, {change:+.1%}")
    if wanted["made with"] != made_with:
        print(f"skipped: recorded with {wanted['made with']}; this is {made_with}")
        return SKIPPED
    if faults:
        print("more than 5 % away; `ninja bench-record` records what was changed on purpose")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""A hundred times the entries: a form takes at most a tenth more instructions, and the
image is loaded at a pace of less than two seconds for a million.

usage: dictionaries.py PROCESSOR BUILD_TYPE MEASURE PROGRAM
"""

import json
import os
import subprocess
import sys
import tempfile

from callgrind import counts, skip_unless_counting
from texts import made_dictionary, uses_of_made

FEW, MANY = 1000, 100_000
USES = 2000
RATIO_MAX = 1.1
LOAD_SECONDS_MAX = 2 * MANY / 1_000_000


def image_of(program, folder, count):
    yaml, image = (os.path.join(folder, f"{count}.{end}") for end in ("yaml", "image"))
    with open(yaml, "wb") as file:
        file.write(made_dictionary(count))
    subprocess.run([program, "compile", yaml, "-o", image], check=True)
    return image


def instructions_a_use(program, image, count):
    text = uses_of_made(count, USES)
    once, twice = counts([program, "--no-builtin", "-d", image], [text, text * 2])
    return (twice - once) / USES


def load_seconds(measure, program, image):
    command = [measure, "-n", "5", program, "--no-builtin", "-d", image, "/dev/null"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["processor"]


def main():
    processor, build_type, measure, program = sys.argv[1:]
    skip_unless_counting(processor, build_type)
    with tempfile.TemporaryDirectory() as folder:
        few, many = (image_of(program, folder, count) for count in (FEW, MANY))
        wanted = {
            f"{FEW:,} entries": instructions_a_use(program, few, FEW),
            f"{MANY:,} entries, {FEW:,} used": instructions_a_use(program, many, FEW),
            f"{MANY:,} entries, all used": instructions_a_use(program, many, MANY),
        }
        seconds = load_seconds(measure, program, many)
    for name, count in wanted.items():
        print(f"{name}: {count:.0f} instructions a form")
    print(
        f"{MANY:,} entries: loaded in {seconds * 1000:.1f} ms, limit {LOAD_SECONDS_MAX * 1000:.0f}"
    )
    least, *others = wanted.values()
    return 1 if max(others) > RATIO_MAX * least or seconds > LOAD_SECONDS_MAX else 0


if __name__ == "__main__":
    sys.exit(main())

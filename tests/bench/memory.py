#!/usr/bin/env python3
"""Memory does not grow with the input: under 16 MB for lines, under 64 MB for one line.

usage: memory.py MEASURE PROGRAM [MEGABYTES]   MEASURE: the program of measure.c
The text comes through a pipe: 32 MB of it, unless another size is asked for.
"""

import json
import subprocess
import sys

from texts import FAMILIES, repeated, sample

MEGABYTE = 1_000_000
TEXTS = {  # name: (a piece of about a megabyte, the most memory in MB)
    "report, in lines": (repeated(sample(), MEGABYTE), 16),
    "definitions, in lines": (FAMILIES["definitions"](MEGABYTE).replace(b", ", b".\n"), 16),
    "definitions anew": (FAMILIES["definitions anew"](MEGABYTE).replace(b", ", b".\n"), 16),
    "report, in one line": (repeated(sample().replace(b"\n", b" "), MEGABYTE), 64),
    "definitions, in one line": (FAMILIES["definitions"](MEGABYTE), 64),
    "one endless word": (FAMILIES["endless word"](MEGABYTE), 64),
}


def peak_megabytes(measure, command, piece, megabytes):
    with subprocess.Popen(
        [measure, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        for _ in range(megabytes):
            process.stdin.write(piece)
        process.stdin.close()
        got = json.load(process.stdout)
    if got["status"] != 0:
        raise RuntimeError(f"{command} ended with status {got['status']}")
    return got["peak_kib"] * 1024 / MEGABYTE


def main():
    measure, program = sys.argv[1:3]
    megabytes = int(sys.argv[3]) if len(sys.argv) > 3 else 32
    faults = 0
    for command in ("expand", "annotate"):
        for name, (piece, limit) in TEXTS.items():
            peak = peak_megabytes(measure, [program, command, "-q"], piece, megabytes)
            faults += peak >= limit
            print(
                f"{command:9} {name:25} {megabytes} MB of text, {peak:5.1f} MB of memory, "
                f"{'too much: ' if peak >= limit else ''}limit {limit} MB",
                flush=True,
            )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

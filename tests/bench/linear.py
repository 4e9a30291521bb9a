#!/usr/bin/env python3
"""Twice the text takes at most 2.2 times the instructions, whatever the text is.

usage: linear.py PROCESSOR BUILD_TYPE PROGRAM [ARGUMENT…]
Each family of texts.py is read in one segment, and those that a document remembers or
that never end over many segments besides.
"""

import sys

from callgrind import counts, skip_unless_counting
from texts import FAMILIES

RATIO_MAX = 2.2
SEGMENT_BYTES = 16_000  # twice that still fits into one segment
DOCUMENT_BYTES = {
    "forms unknown": 130_000,
    "definitions": 130_000,
    "definitions used": 130_000,
    "definitions anew": 130_000,
    "endless word": 500_000,
    "spaces": 500_000,
    "combining marks": 2_000_000,
}


def main():
    processor, build_type, *command = sys.argv[1:]
    skip_unless_counting(processor, build_type)
    wanted = [(name, SEGMENT_BYTES) for name in FAMILIES] + list(DOCUMENT_BYTES.items())
    texts = [FAMILIES[name](times * size) for name, size in wanted for times in (1, 2)]
    costs = [count / len(text) for count, text in zip(counts(command, texts), texts, strict=True)]
    faults = 0
    print(f"{'family':24} {'bytes':>9}  instructions a byte, of twice as much, ratio")
    for index, (name, _) in enumerate(wanted):
        once, twice = costs[2 * index : 2 * index + 2]
        ratio = 2 * twice / once
        faults += ratio > RATIO_MAX
        remark = "  more than linear" if ratio > RATIO_MAX else ""
        size = len(texts[2 * index])
        print(f"{name:24} {size:9} {once:10.1f} {twice:10.1f} {ratio:6.2f}{remark}")
    print(f"{len(wanted)} texts, {faults} cost more than {RATIO_MAX} times as much when doubled")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

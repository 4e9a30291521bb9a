#!/usr/bin/env python3
"""Properties of the program as a filter, on samples and marked passages.

usage: filter.py PROGRAM FILE…   FILE: .txt or .mark
  idempotent   in every style, expanding the output again changes nothing
  the same     for every -j, locale and cut of the input by the pipe
"""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from marks import blocks

STYLES = ("replace", "first", "paren", "gloss")


def texts(paths):
    for path in paths:
        if path.endswith(".mark"):
            yield from ((f"{os.path.basename(path)}: {b.name}", b.text) for b in blocks(path))
        else:
            with open(path, "rb") as file:
                yield os.path.basename(path), file.read()


def run(program, *arguments, given=b"", **options):
    return subprocess.run(
        [program, *arguments], input=given, check=True, capture_output=True, **options
    ).stdout


def idempotent(program, named):
    """All texts at once: a NUL ends each document and is passed on."""
    for style in STYLES:
        once = run(program, "-z", "--style", style, given=b"\0".join(text for _, text in named))
        twice = run(program, "-z", "--style", style, given=once)
        for (name, _), a, b in zip(named, once.split(b"\0"), twice.split(b"\0"), strict=True):
            if a != b:
                at = next(
                    (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y),
                    min(len(a), len(b)),
                )
                shown = (
                    a[max(0, at - 60) : at + 30].decode(errors="replace"),
                    b[max(0, at - 60) : at + 50].decode(errors="replace"),
                )
                yield f"{name}: --style {style} is not idempotent: {shown[0]!r} became {shown[1]!r}"


def same_everywhere(program, named):
    with tempfile.TemporaryDirectory() as folder:
        for number, (_, text) in enumerate(named):
            with open(os.path.join(folder, f"{number:03}"), "wb") as file:
                file.write(text)
        files = sorted(os.listdir(folder))
        for command in (["expand"], ["annotate", "--to", "jsonl"], ["scan"]):
            wanted = run(program, *command, "-j1", *files, cwd=folder)
            for jobs in ("-j2", "-j7"):
                if run(program, *command, jobs, *files, cwd=folder) != wanted:
                    yield f"{command[0]} {jobs} differs from -j1"
            for locale in ("C", "C.UTF-8", "vi_VN.UTF-8", "tr_TR.UTF-8"):
                environment = {**os.environ, "LC_ALL": locale, "LANG": locale}
                if run(program, *command, "-j1", *files, cwd=folder, env=environment) != wanted:
                    yield f"{command[0]} differs with LC_ALL={locale}"


def main():
    program, *paths = sys.argv[1:]
    named = list(texts(paths))
    faults = [*idempotent(program, named), *same_everywhere(program, named)]
    for fault in faults:
        print(fault)
    print(f"{len(named)} texts, {len(faults)} faults")
    return 1 if faults or not named else 0


if __name__ == "__main__":
    sys.exit(main())

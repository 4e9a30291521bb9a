#!/usr/bin/env python3
"""What the program does on a machine that fails.

usage: faults.py PROGRAM LIBRARY EVERY   LIBRARY: built from faulty.c
In each scenario
  short and interrupted reads and writes change nothing;
  when reads, writes, fsync, close or rename fail from the K-th call on, for every K, the exit
  code and a message say so, each file is as it was or as it is to be, and nothing lies about;
  when the K-th allocation fails, for every EVERY-th K, the same.
"""

import itertools
import os
import subprocess
import sys
import tempfile

PROGRAM, LIBRARY = (os.path.realpath(path) for path in sys.argv[1:3])
EVERY = int(sys.argv[3])

PARAGRAPH = "Ban CHQS xã trực SSCĐ; LLVT và DQTV thực hiện NĐ số 30/2020/NĐ-CP. TT đi họp.\n\n"
FILES = {
    "long.txt": (PARAGRAPH * 2500).encode(),
    "short.txt": (PARAGRAPH * 20).encode(),
    "mine.yaml": "entries:\n- {short: ZQW, long: xa quá}\n- {short: ZQV, long: xa vời}\n".encode(),
}
SCENARIOS = {
    "expand": ["long.txt", "short.txt"],
    "jobs": ["-j3", "long.txt", "short.txt", "long.txt"],
    "stdin": ["-"],
    "in place": ["-i", "short.txt", "long.txt"],
    "in place, kept": ["-i.bak", "short.txt"],
    "output": ["-o", "made", "long.txt"],
    "annotate": ["annotate", "-e", "none", "short.txt"],
    "entities": ["annotate", "--to", "html", "short.txt"],
    "scan": ["scan", "short.txt"],
    "glossary": ["glossary", "short.txt"],
    "lookup": ["lookup", "UBND"],
    "lint": ["lint", "mine.yaml"],
    "compile": ["compile", "-o", "made", "mine.yaml"],
    "dictionary": ["-d", "mine.yaml", "short.txt"],
}
# A dictionary's file is opened by the program itself: no read of it can block.
BLOCKING = {name for name, words in SCENARIOS.items() if "mine.yaml" not in words}
HARMLESS = ("read:short", "read:EINTR", "write:short", "write:EINTR", "write:EAGAIN")
# The exit codes that say it, where anything was lost.
FAILURES = {
    "read:EIO": {2, 3},
    "write:ENOSPC": {4},
    "write:EIO": {4},
    "fsync:EIO": {4},
    "close:EIO": {4},
    "rename:EIO": {4},
    "malloc:ENOMEM": {2, 3, 4},
}


class Outcome:
    def __init__(self, words, fault=None):
        with tempfile.TemporaryDirectory() as top:
            folder, mark = os.path.join(top, "work"), os.path.join(top, "mark")
            self._fill(folder)
            environment = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
            if fault:
                environment.update(LD_PRELOAD=LIBRARY, VT_FAULT=fault, VT_FAULT_MARK=mark)
            with open(os.path.join(folder, "long.txt"), "rb") as given:
                done = subprocess.run(
                    [PROGRAM, *words],
                    stdin=given,
                    capture_output=True,
                    cwd=folder,
                    env=environment,
                    timeout=60,
                    check=False,
                )
            self.code, self.out, self.err = done.returncode, done.stdout, done.stderr
            self.files = {name: self._read(folder, name) for name in os.listdir(folder)}
            self.failed = os.path.exists(mark)

    @staticmethod
    def _fill(folder):
        os.mkdir(folder)
        for name, content in FILES.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)

    @staticmethod
    def _read(folder, name):
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()

    def same(self, other):
        return (self.code, self.out, self.files) == (other.code, other.out, other.files)


def damage(got, wanted):
    """What is wrong with the files."""
    for name, content in got.files.items():
        if name.startswith(".viettat-"):
            yield f"{name} was left behind"
        elif name == "made" and got.code == 3:
            continue  # some input could not be read; the rest of it is there
        elif content not in (FILES.get(name), wanted.files.get(name)):
            yield f"{name} is half-written"


def judge(got, wanted, codes):
    if got.code == wanted.code:
        if not got.same(wanted):
            yield f"exit {got.code} as without failures, but the result is another"
    elif got.code not in codes:
        yield f"exit {got.code}"
    elif not got.err:
        yield "no message"
    yield from damage(got, wanted)


def failures(name, words, wanted, fault):
    """Ends where there is no K-th call any more."""
    every = EVERY if fault.startswith("malloc") else 1
    for k in itertools.count(1, every):
        got = Outcome(words, f"{fault}:{k}")
        if not got.failed:
            return
        for what in judge(got, wanted, FAILURES[fault]):
            yield f"{name}, {fault}:{k}: {what}"


def main():
    faults = []
    if not Outcome(SCENARIOS["expand"], "read:EIO:1").failed:
        faults.append("the library of faults is not at work")
    for name, words in SCENARIOS.items():
        wanted = Outcome(words)
        for fault in HARMLESS + (("read:EAGAIN",) if name in BLOCKING else ()):
            if not Outcome(words, fault).same(wanted):
                faults.append(f"{name}, {fault}: the result is another")
        for fault in FAILURES:
            faults += failures(name, words, wanted, fault)
    print("\n".join(faults))
    print(f"{len(SCENARIOS)} scenarios, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

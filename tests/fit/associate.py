#!/usr/bin/env python3
"""Learn which phrases are used together, and write dictionaries/associations.yaml.

usage: associate.py FILE… > dictionaries/associations.yaml
FILE is a file of marked passages (*.mark) or a dictionary (*.yaml, for its examples).
Every phrase of two syllables that occurs often enough gets a row of numbers: rows of
phrases that stand near one another in many lines point the same way. They are the
first eigenvectors of the positive pointwise mutual information of phrases, each row
shortened by how common its phrase is. The program sums the rows of a text's phrases
and prefers readings whose own words point where the text does.
"""

import collections
import itertools
import os
import re
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from marks import blocks, spoken, unmark

NUMBERS = 32  # of a row, as in src/dict/image.h
LEAST = 5  # occurrences of a phrase that gets a row
REACH = 30  # phrases between two that count as used together
RARE = 3e-5  # a phrase as common as this has half the length of a rare one
RUN = re.compile(r"[^\W\d_]+(?: +[^\W\d_]+)*")
EXAMPLE = re.compile(r'"((?:[^"\\]|\\.)*⟦(?:[^"\\]|\\.)*)"')


def texts(path):
    """What the file says with its short forms written out."""
    if path.endswith(".mark"):
        return [spoken(block) for block in blocks(path)]
    with open(path, encoding="utf-8") as file:
        return [spoken(unmark(path, marked)) for marked in EXAMPLE.findall(file.read())]


def phrases(line):
    """The pairs of syllables of a line that only a blank parts, in small letters."""
    found = []
    for run in RUN.findall(line.lower()):
        words = run.split()
        found += [f"{a} {b}" for a, b in itertools.pairwise(words)]
    return found


def together(lines, index):
    """How often each two phrases of `index` stand near one another."""
    counts = np.zeros((len(index), len(index)))
    for line in lines:
        known = [(at, index[phrase]) for at, phrase in enumerate(line) if phrase in index]
        for i, (at, one) in enumerate(known):
            for there, other in known[i + 1 :]:
                if there - at > REACH:
                    break
                counts[one, other] += 1
                counts[other, one] += 1
    return counts


def information(counts):
    """Positive pointwise mutual information; frequent contexts are smoothed."""
    row = counts.sum(axis=0) + 1
    column = row**0.75
    with np.errstate(divide="ignore"):
        found = np.log(counts * column.sum() / np.outer(row, column))
    found = np.maximum(found, 0)
    return (found + found.T) / 2


def directions(matrix, numbers):
    """Unit rows: the eigenvectors of the greatest eigenvalues, weighed by their roots."""
    values, vectors = np.linalg.eigh(matrix)
    first = np.argsort(-np.abs(values))[:numbers]
    rows = np.zeros((len(matrix), numbers))
    rows[:, : len(first)] = vectors[:, first] * np.sqrt(np.abs(values[first]))
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


def learn(all_texts):
    """{phrase: NUMBERS whole numbers from -127 to 127}, sorted."""
    lines = [phrases(line) for text in all_texts for line in text.split("\n")]
    counted = collections.Counter(phrase for line in lines for phrase in line)
    known = sorted(phrase for phrase, count in counted.items() if count >= LEAST)
    if not known:
        return {}
    index = {phrase: at for at, phrase in enumerate(known)}
    rows = directions(information(together(lines, index)), NUMBERS)
    share = np.array([counted[phrase] for phrase in known]) / sum(counted[p] for p in known)
    rows *= (RARE / (RARE + share))[:, None]
    rows = np.rint(rows / np.abs(rows).max() * 127).astype(int)
    return dict(zip(known, rows, strict=True))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    learned = learn([text for path in sys.argv[1:] for text in texts(path)])
    print("# Which phrases are used together. Written by tests/fit/associate.py; see README.md.")
    print("associations:")
    for phrase, row in learned.items():
        print(f"  {phrase}: {''.join(f'{number & 255:02x}' for number in row)}")


if __name__ == "__main__":
    main()

"""layers.py SRC: who includes whom is what SRC/README.md says, and it lists every file.

Read there: the tables "layer" (what a layer may include) and "library" (the door of each),
and the files below their headings, where x.[hc] stands for x.h and x.c.
"""

import collections
import pathlib
import re
import sys

PUBLIC = "viettat.h"


def cells(line):
    return [re.findall(r"`([^`]+)`", cell) for cell in line.strip().strip("|").split("|")]


def table(page, name):
    """The rows of the table whose first column has that name."""
    rows = page.split(f"| {name} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [cells(row) for row in rows]


def listed_files(page):
    for heading, body in re.findall(r"^### `([^`]+)`\n(.*?)(?=^###|\Z)", page, re.M | re.S):
        folder = pathlib.PurePath("" if heading.endswith(".c") else heading)
        for name in re.findall(r"^\| `([^`]+)` \|", body, re.M):
            ends = ["h", "c"] if name.endswith(".[hc]") else [""]
            yield from (str(folder / name.replace("[hc]", end)) for end in ends)


def layer_of(path):
    """`viettat.h` and `viettat.c` lie beside the layers' folders."""
    return path.parts[0]


def included(source, path):
    """(line number, opening, name) of each #include."""
    for number, line in enumerate((source / path).read_text().splitlines(), 1):
        if m := re.match(r'\s*#\s*include\s*(["<])([^">]+)', line):
            yield number, *m.groups()


def find(source, path, name):
    """The file that is meant, from SRC; None: there is none."""
    for folder in (path.parent, pathlib.Path()):
        if (source / folder / name).exists():
            return folder / name
    return None


def faults_of(source, path, layers, doors):
    for number, opening, name in included(source, path):
        place = f"src/{path}:{number}"
        if opening == "<":
            for header, door in doors.items():
                if name.startswith(header) and str(path) != door:
                    yield f"{place}: <{name}> belongs to {door} alone"
            continue
        target = find(source, path, name)
        if not target:
            yield f"{place}: there is no {name}"
        elif str(target) != PUBLIC and layer_of(target) not in layers[layer_of(path)]:
            yield f"{place}: {layer_of(path)} may not include {target}"


def main():
    source = pathlib.Path(sys.argv[1])
    page = (source / "README.md").read_text(encoding="utf-8")
    layers = {own: {own, *others} for [own], others, _ in table(page, "layer")}
    doors = {header: door for _, [header], [door] in table(page, "library")}
    layers[PUBLIC] = set()
    files = [p.relative_to(source) for p in source.rglob("*") if p.suffix in (".c", ".h", ".def")]
    faults = [fault for path in files for fault in faults_of(source, path, layers, doors)]
    listed, there = collections.Counter(listed_files(page)), {str(path) for path in files}
    faults += [f"src/README.md does not list {name}" for name in sorted(there - listed.keys())]
    faults += [
        f"src/README.md lists {name}: no such file" for name in sorted(listed.keys() - there)
    ]
    faults += [f"src/README.md lists {name} twice" for name, n in listed.items() if n > 1]
    print(*faults, f"{len(files)} files read, {len(faults)} faults", sep="\n")
    sys.exit(bool(faults))


main()

#!/usr/bin/env python3
"""How fast it is, beside cat, sed and perl: all figures in one run, as tables in Markdown.

usage: run.py [--quick] PROGRAM MEASURE ENTRIES
MEASURE and ENTRIES are the programs of measure.c and entries.c; `ninja bench` knows them.
--quick reads little and runs once: it shows that all of this works, and no figures.

Times are processor times, user and system, the best of five, unless a line says
"elapsed": on a machine that does other things besides they say more. Files are in
the page cache, output goes to /dev/null. Memory is the most that was resident.
"""

import datetime
import json
import os
import platform
import re
import subprocess
import sys
import tempfile

from texts import flagship, made_dictionary, repeated, uses_of_made

MEGABYTE = 1_000_000
PERL_HASH = r"BEGIN { open F, shift; while (<F>) { chomp; ($k, $v) = split /\t/; $h{$k} = $v } } "
PERL_WORDS = PERL_HASH + r"s/\b(\w+)\b/$h{$1} \/\/ $1/ge"
PERL_CAPITALS = (
    PERL_HASH + r"s/(?<![\w\x80-\xff])([A-Z\xc3\xc4\xc6][\w\x80-\xff]+)/$h{$1} \/\/ $1/ge"
)


class Bench:
    def __init__(self, program, measure, entries, folder, quick):
        self.program, self.measure, self.folder = program, measure, folder
        self.runs = 1 if quick else 5
        self.size = MEGABYTE if quick else 100 * MEGABYTE
        self.starts = 5 if quick else 200
        self.dictionary_sizes = [100, 1000] if quick else [1000, 10_000, 100_000, 1_000_000]
        self.lookups = 10_000 if quick else 1_000_000
        self.entries = subprocess.run([entries], check=True, capture_output=True).stdout

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def time(self, *command, runs=None, until_byte=0):
        """What measure.c prints, as a dictionary."""
        options = ["-n", str(runs or self.runs), "-b", str(until_byte)]
        done = subprocess.run(
            [self.measure, *options, *command],
            check=True,
            capture_output=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        result = json.loads(done.stdout)
        if result["status"] != 0:
            raise RuntimeError(f"{command} failed: {done.stderr.decode()}")
        return result


def table(title, heads, rows):
    """A Markdown table whose columns stand below one another."""
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]

    def line(cells):
        first, *others = zip(cells, widths, strict=True)
        return (
            "| " + " | ".join([first[0].ljust(first[1]), *(c.rjust(w) for c, w in others)]) + " |"
        )

    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    print(f"\n{title}\n", *map(line, [heads, rule, *rows]), sep="\n", flush=True)


def sed_script(entries):
    for line in entries.decode().splitlines():
        short, long_form = line.split("\t")
        short = re.sub(r"([.\[\]*^$/\\])", r"\\\1", short)
        long_form = re.sub(r"([&/\\])", r"\\\1", long_form)
        yield rf"s/\b{short}\b/{long_form}/g"


def without_short_forms(bench, text):
    """The text as it comes out: every form expanded, without lines in capitals."""
    done = subprocess.run([bench.program], input=text, check=True, capture_output=True)
    lines = done.stdout.decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.isupper()).encode()


def throughput(bench):
    text, size = flagship(), bench.size
    whole = bench.write("whole.txt", repeated(text, size))
    tenth = bench.write("tenth.txt", repeated(text, size // 10))
    hundredth = bench.write("hundredth.txt", repeated(text, size // 100))
    plain = bench.write("plain.txt", repeated(without_short_forms(bench, text), size))
    entries = bench.write("entries.tsv", bench.entries)
    script = bench.write("entries.sed", "\n".join(sed_script(bench.entries)).encode())
    annotate = [bench.program, "annotate", "--to", "jsonl"]
    perl = ["perl", "-pe", PERL_CAPITALS, entries]
    measured = [
        ("cat", ["cat", whole]),
        ("GNU sed, a line for each entry (on a hundredth)", ["sed", "-f", script, hundredth]),
        (
            "perl, each word looked up (on a tenth)",
            ["perl", "-CSD", "-pe", PERL_WORDS, entries, tenth],
        ),
        ("perl, bytes, capitals looked up (on a tenth)", [*perl, tenth]),
        ("viettat expand", [bench.program, whole]),
        ("viettat expand, no short forms", [bench.program, plain]),
        ("viettat annotate --to jsonl", [*annotate, whole]),
        ("viettat annotate --to jsonl --entities none", [*annotate, "--entities", "none", whole]),
    ]
    results = [
        (name, os.path.getsize(command[-1]), bench.time(*command)) for name, command in measured
    ]
    per_byte = {name: result["processor"] / read for name, read, result in results}
    cat, best_perl = per_byte["cat"], min(v for n, v in per_byte.items() if n.startswith("perl"))
    table(
        f"Throughput on {size // MEGABYTE} MB",
        ["program", "MB/s", "time / cat", "speed / perl", "memory MB"],
        [
            (
                name,
                f"{1 / per_byte[name] / MEGABYTE:.1f}",
                f"{per_byte[name] / cat:.1f}",
                f"{best_perl / per_byte[name]:.2f}",
                f"{result['peak_kib'] * 1024 / MEGABYTE:.1f}",
            )
            for name, _, result in results
        ],
    )
    return whole


def jobs(bench):
    part = repeated(flagship(), bench.size // 100)
    files = [bench.write(f"part{number:02}.txt", part) for number in range(100)]
    rows = []
    for name, command in (("expand", ["expand"]), ("annotate", ["annotate"])):
        one, two = (
            bench.time(bench.program, *command, jobs_option, *files)["best"]
            for jobs_option in ("-j1", "-j2")
        )
        rows.append((name, f"{one * 1000:.0f}", f"{two * 1000:.0f}", f"{one / two:.2f}"))
    table(
        "Many files: 100 of the same size, elapsed",
        ["command", "-j1 ms", "-j2 ms", "-j1 / -j2"],
        rows,
    )


def starting(bench, whole):
    small = bench.write("small.txt", "Ban CHQS quận trực SSCĐ.\n".encode())
    rows = []
    for name in ("expand", "annotate"):
        start = bench.time(bench.program, name, small, runs=bench.starts)
        first = bench.time(bench.program, name, whole, until_byte=1)
        times = (start["best"], start["middle"], first["best"])
        rows.append((name, *(f"{seconds * 1000:.2f}" for seconds in times)))
    table(
        f"Start: one line, {bench.starts} runs, and the first byte of the whole text, elapsed",
        ["command", "best ms", "middle ms", "first byte ms"],
        rows,
    )


def growth(bench):
    rows, least = [], bench.dictionary_sizes[0]
    for count in bench.dictionary_sizes:
        yaml = bench.write("made.yaml", made_dictionary(count))
        image = os.path.join(bench.folder, "made.image")
        subprocess.run([bench.program, "compile", yaml, "-o", image], check=True)
        with_image = [bench.program, "--no-builtin", "-d", image]
        load = bench.time(*with_image, "/dev/null")
        costs = []
        for used in (least, count):
            text = bench.write("uses.txt", uses_of_made(used, bench.lookups))
            found = bench.time(*with_image, text)
            costs.append((found["processor"] - load["processor"]) / bench.lookups * 1e9)
        rows.append(
            (
                f"{count:,}",
                f"{os.path.getsize(image) / MEGABYTE:.1f}",
                f"{load['processor'] * 1000:.1f}",
                *(f"{cost:.0f}" for cost in costs),
            )
        )
    table(
        f"Growth with the entries: {bench.lookups:,} forms, of {least:,} entries or of all",
        ["entries", "image MB", "load ms", f"ns a form, {least:,} used", "ns a form, all used"],
        rows,
    )


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"^model name\s*: (.*)$", file.read(), re.M)
    return f"{model[1] if model else platform.machine()}, {os.cpu_count()} processors"


def main():
    quick = "--quick" in sys.argv
    program, measure, entries = (os.path.abspath(a) for a in sys.argv[1:] if a != "--quick")
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True)
    print(f"{datetime.date.today()}, {machine()}, load {os.getloadavg()[0]:.1f}")
    print(version.stdout.splitlines()[0])
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(program, measure, entries, folder, quick)
        whole = throughput(bench)
        jobs(bench)
        starting(bench, whole)
        growth(bench)


if __name__ == "__main__":
    main()

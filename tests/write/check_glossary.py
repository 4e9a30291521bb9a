"""The glossary as OmegaT reads it: its own reader classes, run on all three formats.
In TBX both the long and the short form are terms; in CSV the heading is an entry.
"""

import csv
import io
import pathlib
import sys
import tempfile

from common import HERE, SAMPLES, SKIPPED, done, need_tool, run

JAR = pathlib.Path("/usr/share/omegat/OmegaT.jar")


def read_by_omegat(path, folder):
    command = [
        "java",
        f"-Duser.home={folder}",
        "-cp",
        f"{JAR}:/usr/share/java/*",
        str(HERE / "OmegaTGlossary.java"),
        str(path),
    ]
    return [tuple(line.split("\t")) for line in run(command).decode().split("\n") if line]


def main():
    need_tool("java")
    if not JAR.exists() or b"jdk.compiler" not in run(["java", "--list-modules"]):
        print("skipped: OmegaT or a JDK is not installed")
        sys.exit(SKIPPED)
    text = b"".join(p.read_bytes() for p in sorted(SAMPLES.glob("*.txt")))

    def glossary(form):
        return run([sys.argv[3], "glossary", "--to", form], text)

    rows = list(csv.reader(io.StringIO(glossary("csv").decode(), newline="")))[1:]
    with tempfile.TemporaryDirectory() as folder:
        found = {}
        for form, suffix in (("tsv", "utf8"), ("csv", "csv"), ("tbx", "tbx")):
            path = pathlib.Path(folder, f"glossary.{suffix}")
            path.write_bytes(glossary(form))
            found[form] = read_by_omegat(path, folder)
    wanted = [tuple(row[:3]) for row in rows]
    terms = [(term, row[2]) for row in rows for term in (row[1], row[0])]
    for form, got, expected in (
        ("tsv", found["tsv"], wanted),
        ("csv", found["csv"][1:], wanted),
        ("tbx", [e[:2] for e in found["tbx"]], terms),
    ):
        if got != expected:
            print(f"FAILED {form}: {got[:5]} is not {expected[:5]}")
            sys.exit(1)
    done(len(wanted), "entries read by OmegaT")


main()

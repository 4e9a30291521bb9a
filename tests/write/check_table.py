"""TSV and CSV: rows have the header's columns, spans are where they say, no cell is a
formula. TOOL: python (its csv module), mlr, or libreoffice (import and export again).
"""

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from common import NONCHARACTERS, UNITS, done, need_tool, outputs, pictured, run

ESCAPES = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\"}


def unescape(cell):
    return re.sub(r"\\[tnr\\]", lambda m: ESCAPES[m[0]], cell)


def rows_by_python(form, output):
    text = output.data.decode("utf-8")
    if form == "csv":
        output.expect(text.endswith("\r\n"), "the last row does not end")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    else:
        rows = [[unescape(c) for c in line.split("\t")] for line in text.split("\n")[:-1]]
    names = rows[0]
    output.expect(all(len(r) == len(names) for r in rows), "rows of different lengths")
    return [dict(zip(names, r, strict=True)) for r in rows[1:]]


def rows_by_miller(form, output):
    found = run(["mlr", f"--i{form}", "--ojson", "--infer-none", "cat"], output.data)
    rows = json.loads(found)
    if form == "csv":
        return rows
    # Miller leaves \r in a TSV cell as it is written.
    return [{k: v.replace("\\r", "\r") for k, v in r.items()} for r in rows]


def check(form, output, rows, one_newline):
    """`one_newline`: the reader makes CR LF in a cell LF."""
    for row in rows:
        output.expect(row["unit"] == output.unit and "+" in row["dict"], "unit or dictionary")
        wanted = pictured(
            output.slice(int(row["start"]), int(row["end"])),
            "\x00-\x08\x0b\x0c\x0e-\x1f\x7f",
            "\x80-\x9f\u2028\u2029" + NONCHARACTERS,
        )
        formula = "=+-@" if form == "tsv" else "=+-@\t\r\n"
        guard = "'" if len(wanted) > 1 and wanted[0] in formula else ""
        if one_newline:
            wanted = wanted.replace("\r\n", "\n")
        output.expect(row["surface"] == guard + wanted, f"{row['surface']!r} is not {wanted!r}")
        output.expect(not guard or "guarded" in row["note"], "a guard is not named")
        output.expect(not any(len(c) > 1 and c[0] in "=+-@" for c in row.values()), "a formula")
    return len(rows)


def surfaces_of_libreoffice(office, form, output):
    """The cells after an import as UTF-8 with every column as text; in TSV the quote is
    no delimiter."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, f"in.{form}")
        path.write_bytes(output.data)
        delimiters = "44,34" if form == "csv" else "9,"
        columns = "/".join(f"{i}/2" for i in range(1, 30))
        subprocess.run(
            [
                office,
                "--headless",
                f"-env:UserInstallation=file://{folder}/profile",
                f"--infilter=CSV:{delimiters},76,1,{columns}",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
                "--outdir",
                f"{folder}/out",
                str(path),
            ],
            check=True,
            capture_output=True,
        )
        text = pathlib.Path(folder, "out/in.csv").read_bytes().decode("utf-8")
    cells = list(csv.reader(io.StringIO(text, newline="")))
    return [row[cells[0].index("surface")] for row in cells[1:]]


def surfaces_as_written(form, output, rows):
    """In CSV LibreOffice makes CR LF in a cell LF; in TSV escapes stay."""
    if form == "csv":
        return [row["surface"].replace("\r\n", "\n") for row in rows]
    lines = [line.split("\t") for line in output.data.decode("utf-8").split("\n")[:-1]]
    return [line[lines[0].index("surface")] for line in lines[1:]]


def main():
    tool = sys.argv[1]
    office = need_tool("soffice") if tool == "libreoffice" else None
    if tool == "mlr":
        need_tool("mlr")
    checked = 0
    for form in ("tsv", "csv"):
        with_bom = run([sys.argv[3], "annotate", "--to", form, "--bom"], "UBND xã".encode())
        if not with_bom.startswith(b"\xef\xbb\xbfdoc"):
            print(f"FAILED {form} --bom: {with_bom[:20]}")
            sys.exit(1)
        for output in outputs(
            form,
            UNITS if tool == "python" else ("cp",),
            seeds=() if office else range(1, 9),
            real=not office,
        ):
            rows = rows_by_python(form, output)
            if office:
                found = surfaces_of_libreoffice(office, form, output)
                output.expect(found == surfaces_as_written(form, output, rows), "other cells")
                checked += len(found)
            else:
                miller = tool == "mlr"
                rows = rows_by_miller(form, output) if miller else rows
                checked += check(form, output, rows, one_newline=miller and form == "csv")
    done(checked, "rows")


main()

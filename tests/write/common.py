"""What the checks of the writers share: texts, outputs and slices.

Each check is run as `check_NAME.py TOOL EMIT VIETTAT` and ends with 0, 1, or 77 when
the tool that it needs is not there. Every output comes twice: from EMIT, which writes
finds that marks or chance chose, and from VIETTAT, which finds for itself.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parent.parent / "samples"
VALIDATORS = pathlib.Path(os.environ.get("VT_VALIDATORS", HERE.parent.parent / "build/validators"))
SEEDS = range(1, 9)
UNITS = ("cp", "byte", "utf16")
SKIPPED = 77


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def need_tool(name):
    path = shutil.which(name)
    return path or skip(f"{name} is not installed")


def need_file(name):
    path = VALIDATORS / name
    return path if path.exists() else skip(f"{path} is not there; tests/write/install.sh gets it")


class Output:
    def __init__(self, name, unit, text, data, also=None):
        self.name, self.unit, self.text, self.data = name, unit, text, data
        self.also = also  # also(form): the same finds in another format
        self.chars = text.decode("utf-8", "surrogateescape")  # one for each invalid byte

    def slice(self, start, end):
        """What stands at start..end of the text, each invalid byte as U+FFFD."""
        if self.unit == "byte":
            return shown(self.text[start:end].decode("utf-8", "surrogateescape"))
        if self.unit == "utf16":
            if not hasattr(self, "units"):
                self.units = self.chars.encode("utf-16-le", "surrogatepass")
            return shown(self.units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"))
        return shown(self.chars[start:end])

    def fail(self, why):
        print(f"FAILED {self.name} ({self.unit}): {why}")
        sys.exit(1)

    def expect(self, good, why):
        if not good:
            self.fail(why)


def shown(chars):
    return re.sub("[\udc80-\udcff]", "\ufffd", chars)


def run(command, data=b""):
    p = subprocess.run(command, input=data, capture_output=True, check=False)
    if p.returncode != 0:
        said = (p.stdout + p.stderr).decode(errors="replace")
        print(f"FAILED {command}: exit {p.returncode}\n{said}")
        sys.exit(1)
    return p.stdout


def emitted(name, form, unit, path, seed=(), marks=b""):
    def write(another):
        return run([sys.argv[2], another, unit, path, *seed], marks)

    data = write(form)
    return Output(name, unit, pathlib.Path(path).read_bytes(), data, write)


def found(name, form, unit, text):
    def write(another):
        return run([sys.argv[3], "annotate", "--to", another, "--offsets", unit], text)

    return Output(f"viettat, {name}", unit, text, write(form), write)


def outputs(form, units=("cp",), seeds=SEEDS, real=True):
    """Every text in the format, one Output each."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "text")
        for unit in units:
            texts = {p.name: p.read_bytes() for p in sorted(SAMPLES.glob("*.txt"))} if real else {}
            for p in sorted((HERE / "texts").glob("*.mark")):
                output = emitted(p.name, form, unit, path, marks=p.read_bytes())
                texts[p.name] = output.text
                yield output
            for seed in seeds:
                output = emitted(f"chance {seed}", form, unit, path, seed=[str(seed)])
                texts[output.name] = output.text
                yield output
            if real:
                yield from (found(name, form, unit, text) for name, text in texts.items())


def check_by_program(command, all_outputs, ending):
    """How many files the checker was given and found no fault in."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, output in enumerate(all_outputs):
            paths.append(f"{folder}/{i} {output.name}.{ending}")
            with open(paths[-1], "wb") as file:
                file.write(output.data)
        run([*command, *paths])
    return len(paths)


def pictured(chars, controls, others):
    """`chars` with a visible sign for each invalid byte and each of the controls given
    as the inside of a regular expression's class; U+FFFD stands for `others`."""

    def picture(m):
        return "\u2421" if m[0] == "\x7f" else chr(0x2400 + ord(m[0]))

    return re.sub(f"[{others}]", "\ufffd", re.sub(f"[{controls}]", picture, shown(chars)))


NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)
)


def done(count, what):
    print(f"{count} {what}")
    sys.exit(0 if count else 1)

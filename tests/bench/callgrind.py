"""Counting instructions with callgrind: the same on a busy machine and on an idle one.

One run of the program reads several files, and callgrind writes a count whenever a
document ends (`vt_session_finish`), so that start-up is paid once and counted with
the first file, which is there for that.
"""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77  # what ctest knows as "skipped"
WARM_UP = "Ban CHQS quận trực SSCĐ.\n".encode()


def skip_unless_counting(processor, build_type):
    """End the test where there is nothing to count with, or the count means nothing."""
    if not shutil.which("valgrind"):
        reason = "valgrind is not installed"
    elif build_type not in ("Release", "RelWithDebInfo"):
        reason = f"a {build_type} build is not what users run"
    elif processor != "x86_64":
        reason = f"callgrind was never tried on {processor}"
    else:
        return
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def counts(command, texts):
    """Instructions that `command` spends on each of `texts`."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, text in enumerate([WARM_UP, *texts]):
            names.append(os.path.join(folder, f"{number:03}.txt"))
            with open(names[-1], "wb") as file:
                file.write(text)
        out = os.path.join(folder, "callgrind")
        subprocess.run(
            [
                "valgrind",
                "-q",
                "--tool=callgrind",
                f"--callgrind-out-file={out}",
                "--dump-after=vt_session_finish",
                *command,
                "-q",
                "-j1",
                *names,
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        dumps = sorted(glob.glob(out + ".*"), key=lambda path: int(path.rsplit(".", 1)[1]))
        if len(dumps) != len(names):
            raise RuntimeError(f"{len(dumps)} counts for {len(names)} documents")
        return [total(path) for path in dumps[1:]]


def total(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return int(re.search(r"^totals: (\d+)$", file.read(), re.M)[1])

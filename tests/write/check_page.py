"""The HTML page as Chromium shows it: hover and keyboard tips, layout at three widths,
contrast, print. Optional last argument: a folder that gets the screenshots.
"""

import pathlib
import sys
import tempfile

from common import HERE, done, need_file, need_tool, outputs, run

need_tool("chromium")
need_tool("node")
modules = need_file("node_modules/puppeteer-core").parent
checked = 0
with tempfile.TemporaryDirectory() as folder:
    for output in outputs("html", seeds=()):
        if output.name not in ("report.mark", "viettat, report.mark"):
            continue
        page = pathlib.Path(folder, "page.html")
        page.write_bytes(output.data)
        checked += int(run(["node", str(HERE / "page.js"), str(page), str(modules), *sys.argv[4:]]))
done(checked, "short forms looked at in Chromium")

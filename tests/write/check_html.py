"""HTML: clean for its checkers, and its text is the document's.

TOOL: python (html.parser), tidy, or vnu (the Nu checker, as a jar).
"""

import html.parser
import sys

from common import (
    NONCHARACTERS,
    UNITS,
    check_by_program,
    done,
    need_file,
    need_tool,
    outputs,
    pictured,
)

VOID = {"meta"}


def as_html(chars):
    chars = chars.replace("\r\n", "\n")
    return pictured(chars, "\x00-\x08\x0b-\x1f\x7f", "\x80-\x9f" + NONCHARACTERS)


class Page(html.parser.HTMLParser):
    """The text inside <div class="text">, and of every element that has a range."""

    def __init__(self, unit):
        super().__init__()
        self.range = f"data-{unit}"
        self.stack, self.text, self.finds = [], "", []

    def in_text(self):
        return any(e["attrs"].get("class") == "text" for e in self.stack)

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.stack.append({"tag": tag, "attrs": dict(attrs), "text": ""})

    def handle_endtag(self, tag):
        element = self.stack.pop()
        assert element["tag"] == tag, f"</{tag}> for <{element['tag']}>"
        if self.range in element["attrs"]:
            self.finds.append(element)

    def handle_data(self, data):
        if self.in_text():
            self.text += data
        for element in self.stack:
            element["text"] += data


def check_text(output):
    page = Page(output.unit)
    page.feed(output.data.decode("utf-8"))
    page.close()
    output.expect(page.text == as_html(output.chars), "other text")
    for find in page.finds:
        start, end = map(int, find["attrs"][page.range].split("-"))
        wanted = as_html(output.slice(start, end))
        whole = find["attrs"].get("class", "").startswith("e ")
        got = find["text"]
        output.expect(got == wanted or (not whole and got in wanted), f"{got!r} is not {wanted!r}")
        output.expect(find["tag"] != "abbr" or "title" in find["attrs"], "an abbr has no title")
    return len(page.finds)


def main():
    tool = sys.argv[1]
    if tool == "python":
        done(sum(check_text(o) for o in outputs("html", UNITS)), "elements have their text")
    need_tool("java" if tool == "vnu" else tool)
    # What is normalised in the document is not for us to change; a find may be a blank.
    command = {
        "tidy": ["tidy", "-q", "-e", "--show-info", "no", "--drop-empty-elements", "no"],
        "vnu": [
            "java",
            "-jar",
            str(need_file("vnu.jar") if tool == "vnu" else ""),
            "--Werror",
            "--filterpattern",
            "(?s).*Unicode Normalization Form C.*",
        ],
    }[tool]
    done(check_by_program(command, outputs("html"), "html"), "files")


main()

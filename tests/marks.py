"""Marked passages: the notation of *.case and *.mark files.

A file holds blocks parted by lines `---`; the first line of a block is `# id`, what
follows it is the passage. ⟦short→long|other long⟧ is expanded, ⟦short→=def⟧, =code and
=keep stay, ⟪ORG:…⟫ is an entity. What has no mark must not change.
"""

import re

TOKEN = re.compile(r"⟦|⟧|⟪([A-Z]+):|⟫")
STAYS = ("=def", "=code", "=keep")


class Block:
    """A passage without its marks; places are half-open, in bytes of its UTF-8 text."""

    def __init__(self, name, title, marked):
        self.name, self.title = name, title
        self.shorts = []  # (start, end, [accepted, …]); [] accepted: it stays
        self.entities = []  # (start, end, type)
        self.text = self._read(marked)

    def _read(self, marked):
        text, opened, at = bytearray(), [], 0
        for token in TOKEN.finditer(marked):
            if token.start() < at:
                continue
            text += marked[at : token.start()].encode()
            at = token.end()
            if token[0] == "⟦":
                close = marked.index("⟧", at)
                surface, wanted = marked[at:close].rsplit("→", 1)
                start = len(text)
                text += surface.encode()
                accepted = [] if wanted in STAYS else wanted.split("|")
                self.shorts.append((start, len(text), accepted))
                at = close + 1
            elif token[0] == "⟫":
                start, kind = opened.pop()
                self.entities.append((start, len(text), kind))
            else:
                opened.append((len(text), token[1]))
        if opened:
            raise ValueError(f"{self.name}: ⟪ without ⟫")
        return bytes(text + marked[at:].encode())


def blocks(path):
    with open(path, encoding="utf-8", newline="") as file:
        content = file.read()
    found = []
    for part in re.split(r"^---\n", content, flags=re.M):
        if not part.strip():
            continue
        head, _, passage = part.partition("\n")
        if not head.startswith("# "):
            raise ValueError(f"{path}: a block does not begin with `# id`: {head[:60]!r}")
        name, _, title = head[2:].partition(":")
        found.append(Block(name.strip(), title.strip(), passage.removesuffix("\n")))
    return found


def unmark(name, marked):
    """The block of one marked text, such as a dictionary's example."""
    return Block(name, "", marked)


def spoken(block):
    """The block's text with the first accepted expansion in each short form's place."""
    out, at = bytearray(), 0
    for start, end, accepted in sorted(block.shorts):
        if start < at:
            continue
        out += block.text[at:start] + (accepted[0].encode() if accepted else block.text[start:end])
        at = end
    return (out + block.text[at:]).decode()

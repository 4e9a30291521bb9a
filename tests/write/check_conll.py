"""CoNLL: tokens are where they say and cover the text, tags are IOB2 and say the same
entities as JSON Lines. TOOL: python, or conlleval (its Python port).
"""

import json
import sys

from common import NONCHARACTERS, UNITS, VALIDATORS, done, outputs, pictured, skip


def read(output):
    """(token, start, end, remarks, tag) of each token, with None between sentences."""
    tokens = []
    for line in output.data.decode("utf-8").split("\n")[:-1]:
        if not line:
            output.expect(tokens and tokens[-1] is not None, "two empty lines")
            tokens.append(None)
            continue
        output.expect(len(line.split()) == 4 == len(line.split("\t")), f"fields of {line!r}")
        token, where, remarks, tag = line.split("\t")
        if token != "-DOCSTART-":
            start, end = map(int, where.split(":"))
            tokens.append((token, start, end, remarks, tag))
        else:
            output.expect(f"Unit={output.unit}|Dict=" in remarks, "unit and dictionary")
            tokens.append((token, 0, 0, remarks, tag))
    return tokens


def check_tokens(output, tokens):
    at = 0
    for token in tokens:
        if not token or token[0] == "-DOCSTART-":
            continue
        text, start, end = token[:3]
        output.expect(start >= at and not output.slice(at, start).strip(), f"text before {token}")
        wanted = pictured(output.slice(start, end), "\x00-\x1f\x7f", "\x80-\x9f" + NONCHARACTERS)
        output.expect(text == wanted, f"{text!r} is not {wanted!r}")
        at = end
    size = {"byte": len(output.text), "cp": len(output.chars)}
    output.expect(not output.slice(at, size.get(output.unit, 1 << 40)).strip(), "text at the end")


def entities(output, tokens):
    spans, before = [], "O"
    for token in tokens:
        tag = token[4] if token else "O"
        if tag.startswith("B-"):
            spans.append((token[1], token[2], tag[2:]))
        elif tag.startswith("I-"):
            output.expect(before[1:] == tag[1:], f"{before} before {tag}")
            spans[-1] = (spans[-1][0], token[2], tag[2:])
        before = tag
    return spans


def entities_of_jsonl(output):
    """Those that are more than blanks, with the blanks around them cut off."""
    spans, base = [], 0  # in code points
    records = [json.loads(line) for line in output.also("jsonl").decode().splitlines()]
    offsets = [r["offset"] for r in records] + [len(output.text)]
    for record, start, end in zip(records, offsets[:-1], offsets[1:], strict=True):
        for e in record["entities"]:
            s, t = base + e["start"], base + e["end"]
            while s < t and not output.slice(s, s + 1).strip():
                s += 1
            while s < t and not output.slice(t - 1, t).strip():
                t -= 1
            if s < t:
                spans.append((s, t, e["type"]))
        base += len(output.text[start:end].decode("utf-8", "surrogateescape"))
    return spans


def count_by_conlleval(tokens):
    sys.path.insert(0, str(VALIDATORS / "python"))
    try:
        import conlleval
    except ImportError:
        skip("conlleval is not installed; tests/write/install.sh gets it")
    lines = ["" if not t else f"{t[0]} {t[4]} {t[4]}" for t in tokens]
    return conlleval.evaluate(lines)["overall"]["chunks"]["stats"]["gold"]


def main():
    tool = sys.argv[1]
    checked = 0
    for output in outputs("conll", UNITS if tool == "python" else ("cp",)):
        tokens = read(output)
        check_tokens(output, tokens)
        found = entities(output, tokens)
        if tool == "conlleval":
            output.expect(count_by_conlleval(tokens) == len(found), "conlleval counts others")
        elif output.unit == "cp":  # parts of a character cannot be told from blanks
            output.expect(found == entities_of_jsonl(output), "other entities")
        checked += len(tokens)
    done(checked, "lines")


main()

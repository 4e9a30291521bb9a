"""The recipes of samples/recipes.jq: what comes out has the shape that its program
reads, and every span, in that program's unit, is the text that was meant.
"""

import json

from common import SAMPLES, done, need_tool, outputs, run, shown


def recipe(output, name, *options):
    program = f'include "recipes"; {name}'
    return run(["jq", *options, "-L", str(SAMPLES), program], output.data).decode()


def parse(lines):
    return [json.loads(line) for line in lines.split("\n") if line]  # jq escapes no U+0085


def records(output):
    return parse(output.data.decode())


def wanted(record):
    return sorted(
        [(e["type"], e["surface"]) for e in record["entities"]]
        + [("SHORT", s["surface"]) for s in record["shorts"] if s["action"] == "expand"]
    )


def check_displacy(output):
    pages = parse(recipe(output, "displacy", "-c"))
    for page, record in zip(pages, records(output), strict=True):
        found = [(e["label"], page["text"][e["start"] : e["end"]]) for e in page["ents"]]
        meant = [(e["type"], e["surface"]) for e in record["entities"]]
        output.expect(found == meant, f"displaCy: {found}")
    return len(pages)


def check_doccano(output):
    lines = parse(recipe(output, "doccano", "-c"))
    for line, record in zip(lines, records(output), strict=True):
        found = sorted((label, line["text"][start:end]) for start, end, label in line["label"])
        output.expect(found == wanted(record), f"doccano: {found}")
    return len(lines)


def check_label_studio(output):
    tasks = json.loads(recipe(output, "label_studio", "-n"))
    for task, record in zip(tasks, records(output), strict=True):
        units = task["data"]["text"].encode("utf-16-le")
        found = []
        for result in task["predictions"][0]["result"]:
            output.expect(
                (result["from_name"], result["to_name"], result["type"])
                == ("label", "text", "labels"),
                "Label Studio: names",
            )
            value = result["value"]
            text = units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le")
            output.expect(text == value["text"], f"Label Studio: {text!r}")
            found.append((value["labels"][0], text))
        output.expect(sorted(found) == wanted(record), f"Label Studio: {found}")
    return len(tasks)


def check_web_annotations(output):
    notes = parse(recipe(output, "web_annotations", "-nc"))
    for note in notes:
        position, quote = note["target"]["selector"]
        text = shown(output.chars[position["start"] : position["end"]])
        output.expect(text == quote["exact"], f"Web Annotation: {text!r}")
        output.expect(
            note["@context"] == "http://www.w3.org/ns/anno.jsonld"
            and note["type"] == "Annotation"
            and note["target"]["source"]
            and all(b["value"] is not None for b in note["body"]),
            "Web Annotation: shape",
        )
    output.expect(len(notes) == sum(len(wanted(r)) for r in records(output)), "Web Annotation: all")
    return len(notes)


def main():
    need_tool("jq")
    checked = 0
    for output in outputs("jsonl", ("cp", "utf16"), seeds=(1, 2)):
        if output.unit == "cp":
            checked += check_displacy(output) + check_doccano(output)
            checked += check_web_annotations(output)
        else:
            checked += check_label_studio(output)
    done(checked, "objects made by recipes")


main()

"""TEI: well-formed, valid, and its text is the document's.

TOOL: python (ElementTree), xmllint (well-formed), relaxng (xmllint against TEI All) or
jing (the same by the reference validator).
"""

import sys
from xml.etree import ElementTree

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

TEI = "{http://www.tei-c.org/ns/1.0}"
FINDS = {
    "persName",
    "placeName",
    "orgName",
    "roleName",
    "date",
    "bibl",
    "measure",
    "choice",
    "abbr",
    "idno",
}


def as_xml(chars):
    return pictured(chars, "\x00-\x08\x0b\x0c\x0e-\x1f", NONCHARACTERS)


def text_of(element):
    """The text as it stands in the document."""
    if element.tag in (TEI + "expan", TEI + "reg"):
        return ""
    return (element.text or "") + "".join(text_of(e) + (e.tail or "") for e in element)


def check_text(output):
    body = ElementTree.fromstring(output.data).find(f".//{TEI}body")
    got = "".join(text_of(ab) for ab in body.findall(TEI + "ab"))
    output.expect(got == as_xml(output.chars), "other text")
    checked = 0
    for element in body.iter():
        where = element.get("n", "")
        if element.tag.removeprefix(TEI) not in FINDS or not where.startswith(output.unit + ":"):
            continue
        start, end = map(int, where.split(":")[1].split("-"))
        wanted = as_xml(output.slice(start, end))
        part = element.tag in (TEI + "choice", TEI + "abbr", TEI + "idno")
        got = text_of(element)
        output.expect(got == wanted or (part and got in wanted), f"{got!r} is not {wanted!r}")
        checked += 1
    return checked


def main():
    tool = sys.argv[1]
    if tool == "python":
        done(sum(check_text(o) for o in outputs("xml", UNITS)), "elements have their text")
    command = ["jing"] if tool == "jing" else ["xmllint", "--noout"]
    need_tool(command[0])
    if tool == "relaxng":
        command.append("--relaxng")
    if tool != "xmllint":
        command.append(str(need_file("tei.rng")))
    done(check_by_program(command, outputs("xml"), "xml"), "files")


main()

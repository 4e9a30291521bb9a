"""The texts that are measured: the flagship report, and texts made to be slow."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SEED = os.path.join(ROOT, "..", "shared", "corpus", "seed.mark")
SAMPLE = os.path.join(ROOT, "samples", "bao-cao-phuong.txt")

sys.path.insert(0, os.path.dirname(HERE))
from marks import blocks  # noqa: E402


def sample():
    with open(SAMPLE, "rb") as file:
        return file.read()


def flagship():
    """The report of the design without its marks; the project's own sample where it is missing."""
    if not os.path.exists(SEED):
        return sample()
    return b"\n\n".join(block.text for block in blocks(SEED)) + b"\n"


def repeated(text, size):
    """Whole repetitions: at least `size` bytes."""
    return text * -(-size // len(text))


# ------------------------------------------------------- texts made to be slow --

LETTERS = {
    "A": "an",
    "B": "bảo",
    "C": "cơ",
    "D": "dân",
    "E": "em",
    "G": "gia",
    "H": "hành",
    "I": "in",
    "K": "kinh",
    "L": "liên",
    "M": "mặt",
    "N": "nhân",
    "O": "oanh",
    "P": "phòng",
    "Q": "quân",
    "R": "rừng",
    "S": "sinh",
    "T": "thanh",
    "U": "ủy",
    "V": "văn",
    "X": "xã",
    "Y": "yên",
}


def form(number):
    """Five letters, another form for each number below 22⁵, in no order."""
    word, number = "", number * 1_299_709 % len(LETTERS) ** 5
    for _ in range(5):
        number, digit = divmod(number, len(LETTERS))
        word += list(LETTERS)[digit]
    return word


def spelled(short):
    return " ".join(LETTERS[letter] for letter in short)


def definition(number):
    """A form behind a long form that spells it: remembered to the end of the document."""
    return f"{spelled(form(number))} ({form(number)}), "


def made_dictionary(count):
    return "".join(f"{form(n)}: {spelled(form(n))}\n" for n in range(count)).encode()


def uses_of_made(count, uses):
    """Forms of the dictionary's first `count` entries, in no order."""
    numbers = (number * 7919 % count for number in range(uses))
    return "".join(f"và {form(n)}" + "\n "[i % 10 > 0] for i, n in enumerate(numbers)).encode()


def repeating(unit):
    return lambda size: repeated(unit if isinstance(unit, bytes) else unit.encode(), size)


def counting(write):
    """write(0) write(1) …, at least `size` bytes."""

    def make(size):
        text, number = bytearray(), 0
        while len(text) < size:
            text += write(number).encode()
            number += 1
        return bytes(text)

    return make


# Each aims at a loop that looks back, looks ahead, gives up late or remembers.
FAMILIES = {
    "one word of capitals": repeating("A"),
    "words in capitals": repeating("BẢO ĐẢM AN NINH "),
    "letters and hyphens": repeating("A-"),
    "forms and hyphens": repeating("QS-QP-"),
    "forms and slashes": repeating("TTg/CP/"),
    "forms and dots": repeating("T.Ư."),
    "forms and ampersands": repeating("KT&XH&"),
    "forms composed": repeating("BCHPCTT UBNDTP "),
    "forms unknown": counting(lambda n: form(n) + " "),
    "forms ambiguous": repeating("TT CT TP CB CS "),
    "forms nearly known": repeating("Phó CH SSC LLV DQT "),
    "forms far apart": repeating("QS" + " " * 30),
    "forms in cells": repeating("QS\t12\t"),
    "forms in lines": repeating("QS\n"),
    "definitions": counting(definition),
    "definitions used": counting(lambda n: definition(n) + form(n * 7919 % (n + 1)) + " "),
    "definitions anew": counting(lambda n: f"{('an ba', 'ân bảo', 'ăn bánh')[n % 3]} (AB), "),
    "definitions nested": counting(lambda n: f"lực lượng (gọi tắt là {form(n)} ("),
    "brackets opened": repeating("("),
    "brackets after forms": repeating("LLVT ("),
    "quotes": repeating("“'\""),
    "dashes": repeating("\u2013 - "),
    "combining marks": repeating("\u0301"),
    "letters and marks": repeating("a\u0302\u0301"),
    "endless word": repeating("nghiêng"),
    "spaces": repeating(" "),
    "no-break spaces": repeating("\u00a0"),
    "line ends": repeating("\r\n"),
    "NUL": repeating(b"\0"),
    "invalid bytes": repeating(b"\xff\xc3\xe1\xbb"),
    "digits": repeating("1234567890"),
    "digits and dots": repeating("1."),
    "list labels": repeating("a) b) 1. "),
    "document numbers": repeating("30/2020/NĐ-CP, "),
    "document numbers cut": repeating("30/2020/NĐ-"),
    "addresses": repeating("http://a.b/"),
    "mail addresses": repeating("a@b."),
    "quantities": repeating("05 đ/c, 12 khẩu "),
    "dates": repeating("từ ngày 12 đến 12/01/2023 "),
    "places": repeating("xã Tân Lập, huyện Tân Lập, "),
    "place heads": repeating("xã huyện tỉnh "),
    "organ heads": repeating("Ban Chỉ huy Phòng Sở Bộ "),
    "posts": repeating("Phó Chủ tịch Bí thư "),
    "ranks and names": repeating("Thượng tá Nguyễn Văn "),
    "surnames": repeating("Nguyễn Trần "),
    "sentences": repeating("An. Ba! Cô? "),
}

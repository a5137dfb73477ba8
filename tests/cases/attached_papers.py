"""Papers with contracts attached, made as the program makes them, and as someone who means harm might."""

import json
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

import typst
from pypdf import PdfWriter

TEMPLATE = b"""
#set document(title: "paper", keywords: json(bytes(sys.inputs.keywords)), date: datetime(year: 2024, month: 12, day: 10))
#for (name, content) in json(bytes(sys.inputs.attached)) {
  pdf.attach(name, bytes(content), relationship: "source", mime-type: "application/json", description: "The contract")
}
"""


def paper(*contracts: bytes, name: str = "contract.json", keywords: tuple[str, ...] = ()) -> bytes:
    """Return a paper to which contracts are attached under names that begin with one another."""
    attached = [(name * (i + 1), each.decode("utf-8")) for i, each in enumerate(contracts)]
    return _typeset(json.dumps(attached), json.dumps(keywords))


@cache
def _typeset(attached: str, keywords: str) -> bytes:
    inputs: Any = {"attached": attached, "keywords": keywords}
    made: bytes = typst.compile(TEMPLATE, sys_inputs=inputs, format="pdf", pdf_standards=["a-3a"])
    return made


def written(*attached: tuple[str, bytes], password: str = "") -> bytes:
    """Return a PDF with attachments, of which several may have one name, encrypted when there is a password."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for name, content in attached:
        writer.add_attachment(name, content)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def broken(content: bytes, random: Random) -> bytes:
    """Return a PDF in which bytes were flipped, cut, dropped, repeated, or words and numbers exchanged."""
    made = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        at = random.randrange(len(made))
        match random.choice(("flip", "flip", "cut", "drop", "again", "number", "word")):
            case "flip":
                made[at] ^= 1 << random.randrange(8)
            case "cut":
                del made[max(at, 20) :]
            case "drop":
                del made[at : at + random.randrange(1, 99)]
            case "again":
                made[at:at] = made[max(0, at - random.randrange(1, 999)) : at]
            case "number":
                made[at:at] = random.choice((b"0", b"-1", b"9" * 12, b"1 0 R"))
            case "word":
                old, new = random.choices(WORDS, k=2)
                place = made.find(old)
                if place >= 0:
                    made[place : place + len(old)] = new
        made = made or bytearray(b"%PDF-")
    return bytes(made)


WORDS = (
    *(b"/Names", b"/EmbeddedFiles", b"/Kids", b"/EF", b"/F", b"/UF", b"/Filter", b"/FlateDecode", b"/LZWDecode", b"/Length"),
    *(b"/Type", b"/Root", b"/Info", b"/Prev", b"/Size", b"/Encrypt", b"/DecodeParms", b"/ASCII85Decode", b"<<", b">>", b"["),
    *(b"]", b"endobj", b"obj", b"stream", b"endstream", b"trailer", b"startxref", b"xref", b"null", b"(contract.json)", b" R"),
    *(b"/Keywords", b"%%EOF", b"/XRef", b"/ObjStm", b"/Catalog", b"\n", b"(", b"\\"),
)

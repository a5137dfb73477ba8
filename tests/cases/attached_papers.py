"""Papers with contracts attached, made as the program makes them, and as someone who means harm might."""

import json
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

import typst
from pypdf import PdfWriter

from tests.cases.cut_up import cut_up

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
    """Return a PDF that is broken somewhere behind its first line."""
    return cut_up(content, random, WORDS, kept=20)


WORDS = (
    *(b"/Names", b"/EmbeddedFiles", b"/Kids", b"/EF", b"/F", b"/UF", b"/Filter", b"/FlateDecode", b"/LZWDecode", b"/Length"),
    *(b"/Type", b"/Root", b"/Info", b"/Prev", b"/Size", b"/Encrypt", b"/DecodeParms", b"/ASCII85Decode", b"<<", b">>", b"["),
    *(b"]", b"endobj", b"obj", b"stream", b"endstream", b"trailer", b"startxref", b"xref", b"null", b"(contract.json)", b" R"),
    *(b"/Keywords", b"%%EOF", b"/XRef", b"/ObjStm", b"/Catalog", b"\n", b"(", b"\\", b"0", b"-1", b"9" * 12, b"1 0 R"),
)

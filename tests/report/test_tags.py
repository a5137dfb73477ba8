"""What a paper says of itself to machines and screen readers, for each kind: its tags, headings, tables, pictures, standards."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader

from desktop_app.document.assess import assess
from desktop_app.report.paper_kinds import KINDS
from desktop_app.report.payload import Options
from desktop_app.report.pdf import pdf_bytes
from tests.cases.contracts import AS_OF, contract_file, notice, outage
from tests.cases.examples import rulebook

OUTAGE = outage("2024-11-01T09:00", "2024-11-03T10:30", claimed_on="2024-11-20")
EVERYTHING = contract_file(
    {"title": "件名", "outages": [OUTAGE], "issuer": {"company": "見本通信株式会社"}}, notice("2024-12-02")
)


class Tag(NamedTuple):
    """A tag with the names of those that it stands in, and what it has."""

    name: str
    within: tuple[str, ...]
    entries: Any


def tags_in(element: Any, within: tuple[str, ...] = ()) -> Iterator[Tag]:
    """Yield the tags below an element, in the order in which they are read."""
    children = element.get("/K", [])
    for each in children if isinstance(children, list) else [children]:
        child = each.get_object()
        if isinstance(child, dict) and "/S" in child:
            yield Tag(child["/S"], within, child)
            yield from tags_in(child, (*within, child["/S"]))


@pytest.fixture(params=KINDS)
def catalog(request: pytest.FixtureRequest) -> Any:
    """Return the root of a paper of each kind."""
    options = Options(rulebook(), approvals=True, readings=True)
    content = pdf_bytes(assess(EVERYTHING, AS_OF, rulebook()), "ja", request.param, options)
    return PdfReader(io.BytesIO(content)).trailer["/Root"]


def test_headings_come_in_order_and_are_in_the_outline(catalog: Any) -> None:
    """One title, sections below it, no level left out; a reader can go to each."""
    names = [each.name for each in tags_in(catalog["/StructTreeRoot"])]
    headings = [name for name in names if name in {"/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}]
    assert headings[0] == "/H1"
    assert len(headings) > 3
    assert set(headings[1:]) == {"/H2"}
    assert catalog["/Outlines"]["/Count"] != 0


def test_tables_have_heads_whose_cells_say_what_they_are_the_head_of(catalog: Any) -> None:
    """Each table has its row of heads, each of which holds for a column; every other cell stands in a row of the body."""
    tags = list(tags_in(catalog["/StructTreeRoot"]))
    tables, heads = [each for each in tags if each.name == "/Table"], [each for each in tags if each.name == "/TH"]
    assert len(tables) >= 2
    assert sum(each.name == "/THead" for each in tags) == len(tables)
    assert {each.within[-3:] for each in heads} == {("/Table", "/THead", "/TR")}
    scopes = [[entry.get_object().get("/Scope") for entry in each.entries["/A"]] for each in heads]
    assert all("/Column" in each for each in scopes)
    assert {each.within[-3:] for each in tags if each.name == "/TD"} == {("/Table", "/TBody", "/TR")}


def span_of(cell: Any, name: str) -> int:
    """Return over how many rows or columns a cell reaches."""
    given = (each.get_object() for each in cell.get("/A", []))
    return next((int(each[name]) for each in given if name in each), 1)


def test_every_row_of_a_table_is_as_wide_as_its_head(catalog: Any) -> None:
    """With the cells that reach into it from rows above."""
    for table in (each.entries for each in tags_in(catalog["/StructTreeRoot"]) if each.name == "/Table"):
        rows = [each.entries for each in tags_in(table) if each.name == "/TR"]
        from_above: list[int] = []
        widths = []
        for row in rows:
            cells = [each.entries for each in tags_in(row) if each.name in {"/TH", "/TD"}]
            widths.append(len(from_above) + sum(span_of(cell, "/ColSpan") for cell in cells))
            reaching = [(span_of(cell, "/RowSpan"), span_of(cell, "/ColSpan")) for cell in cells]
            from_above = [rest - 1 for rest in from_above if rest > 1]
            from_above += [rows_ - 1 for rows_, columns in reaching if rows_ > 1 for _ in range(columns)]
        assert set(widths) == {widths[0]}, widths
        assert from_above == []


def test_pictures_are_told_in_words(catalog: Any) -> None:
    """The time of the contract, and the chart of the months."""
    figures = [each.entries for each in tags_in(catalog["/StructTreeRoot"]) if each.name == "/Figure"]
    assert figures
    assert all(len(each["/Alt"]) > 10 for each in figures)


def test_it_claims_its_standards_and_has_what_they_ask_for(catalog: Any) -> None:
    """A profile of colours, the title in the bar, its language, marked content, and the contract as what it was made from."""
    (intent,) = (each.get_object() for each in catalog["/OutputIntents"])
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_object().get_data()
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "ja-JP"
    (attached,) = (each.get_object() for each in catalog["/AF"])
    assert attached["/AFRelationship"] == "/Source"
    claims = catalog["/Metadata"].get_data().decode("utf-8")
    assert all(each in claims for each in ("<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"))


def test_everything_that_is_read_stands_under_a_tag(catalog: Any) -> None:
    """What is on a page is marked as content or, above and below it, as no part of it; the page says in which order to read."""
    for page in catalog["/Pages"]["/Kids"]:
        each = page.get_object()
        assert each["/Tabs"] == "/S"
        assert "/StructParents" in each
        content = each["/Contents"].get_object().get_data()
        assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")
        assert b"/Artifact" in content

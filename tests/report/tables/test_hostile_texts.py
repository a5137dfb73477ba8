"""Texts that look like formulas stay texts, in the workbook and in CSV, as LibreOffice reads them."""

import csv
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from desktop_app.document.assess import assess
from desktop_app.report.tables.cells import cell_text
from desktop_app.report.tables.comma_separated import csv_bytes
from tests.cases.contracts import AS_OF, contract_file
from tests.cases.examples import rulebook
from tests.report.tables.office import CSV_WITH_FORMULAS, formulas_of, needs_office, opened
from tests.report.tables.payloads import PAYLOADS
from tests.report.tables.workbooks import Case, workbook_of

pytestmark = pytest.mark.long
TEXTS = (
    ("customer", "name"),
    ("title",),
    ("quote", "number"),
    ("issuer", "company"),
    ("service", "business_name"),
)
"""The texts that a workbook shows."""


def contract_with(payloads: tuple[str, ...]) -> dict[str, Any]:
    """Return a contract whose texts are payloads."""
    data = contract_file()
    for path, payload in zip(TEXTS, payloads, strict=False):
        part = data
        for name in path[:-1]:
            part = part.setdefault(name, {})
        part[path[-1]] = payload
    return data


def contracts() -> dict[str, dict[str, Any]]:
    """Return contracts that have all payloads among them."""
    size = len(TEXTS)
    return {str(i): contract_with(PAYLOADS[i : i + size]) for i in range(0, len(PAYLOADS), size)}


def table_of(data: dict[str, Any]) -> bytes:
    """Return the texts of a contract as CSV."""
    return csv_bytes(assess(data, AS_OF, rulebook()), "ja", "contract")


def texts_of(content: bytes) -> set[str]:
    """Return every text in the cells of a workbook."""
    workbook = openpyxl.load_workbook(BytesIO(content))
    cells = (cell for sheet in workbook for row in sheet.iter_rows() for cell in row)
    return {cell.value for cell in cells if cell.data_type == "s" and cell.value}


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook."""
    with ZipFile(BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_there_are_payloads_enough() -> None:
    """Of every kind."""
    assert len(PAYLOADS) == len(set(PAYLOADS)) >= 30


def test_a_workbook_holds_a_payload_as_a_text() -> None:
    """With the formulas of a contract without it, no link, and the text as it was typed but for what acts unseen."""
    plain = formulas_of(workbook_of(Case(contract_with(("x",) * len(TEXTS)), AS_OF)))
    for name, data in contracts().items():
        content = workbook_of(Case(data, AS_OF))
        assert formulas_of(content) == plain, name
        payloads = PAYLOADS[int(name) : int(name) + len(TEXTS)]
        assert {cell_text(" ".join(payload.split())) for payload in payloads} <= texts_of(content)
        parts = parts_of(content)
        assert not any(b"hyperlink" in part for part in parts.values()), name
        assert not any("externalLink" in part or "vba" in part for part in parts), name


@needs_office
def test_office_runs_no_payload_of_a_workbook() -> None:
    """It has the formulas that the program wrote and no other."""
    files = {f"{name}.xlsx": workbook_of(Case(data, AS_OF)) for name, data in contracts().items()}
    plain = opened({"plain.xlsx": workbook_of(Case(contract_with(("x",) * len(TEXTS)), AS_OF))})["plain"]
    for name, content in opened(files).items():
        assert formulas_of(content).keys() == formulas_of(plain).keys(), name
        assert not any(b"hyperlink" in part for part in parts_of(content).values()), name


def _written_plainly() -> str:
    return "".join('"' + payload.replace('"', '""') + '"\r\n' for payload in PAYLOADS)


@needs_office
def test_office_runs_no_payload_of_a_table() -> None:
    """Not even when it was told to make formulas of what looks like one; as it does with the same texts written plainly."""
    kept = {f"{name}.csv": table_of(data) for name, data in contracts().items()}
    plainly = {"plain.csv": _written_plainly().encode("utf-8-sig")}
    found = opened({**kept, **plainly}, f"--infilter={CSV_WITH_FORMULAS}")
    assert len(formulas_of(found.pop("plain"))) >= 5
    for name, content in found.items():
        assert formulas_of(content) == {}, name
        assert len(texts_of(content)) > 12, name


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_a_table_holds_a_payload_in_one_cell(payload: str) -> None:
    """In quotes, behind an apostrophe where it begins like a formula."""
    content = table_of(contract_with((payload,)))
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    assert {len(row) for row in rows} == {2}
    (value,) = [value for label, value in rows if label == "お客様名"]
    assert value.lstrip("'")[:1] not in set("=+@") or value.startswith("'")
    assert not value[:1].isspace()

"""Task 8: a PDF that the customer can keep: one shortcut, and what stands in it is what the window and the command line say."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from tests.scenarios.customer import example_file, kept, told
from tests.ui.conftest import NOISE
from tests.ui.desk import CONTROL, Desk

pytestmark = pytest.mark.qt_log_ignore(NOISE, extend=True)


@pytest.fixture
def paper(desk: Desk, tmp_path: Path) -> Path:
    """Return the PDF that one shortcut made of a contract."""
    desk.open(example_file(tmp_path, "02-terminated-mid-term"))
    desk.answers.file = tmp_path / "paper.pdf"
    desk.press(Qt.Key.Key_E, CONTROL)
    assert desk.answers.told == []
    return tmp_path / "paper.pdf"


def test_the_paper_names_the_figures_of_the_window(desk: Desk, paper: Path) -> None:
    """Its text can be read, and the total stands in it."""
    text = "".join(page.extract_text() for page in PdfReader(paper).pages)
    total = told(desk, paper.parent / "02-terminated-mid-term.contract.json").data["totals"]["total"]
    assert desk.cards()["期間合計（税込）"] == f"¥{total:,}"
    assert f"{total:,}" in text


def test_the_paper_brings_its_contract_back(desk: Desk, paper: Path) -> None:
    """The contract file lies in it; opened and saved, it is the one that was sent."""
    attached = PdfReader(paper).attachments
    contents = [content for each in attached.values() for content in each]
    assert len(contents) == 1
    file = paper.with_name("back.contract.json")
    file.write_bytes(contents[0])
    cards = desk.cards()
    desk.press(Qt.Key.Key_N, CONTROL)
    desk.open(file)
    assert desk.cards() == cards
    assert json.loads(contents[0])["customer"] == desk.session.history.present["customer"]
    kept(desk, file)

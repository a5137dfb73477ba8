"""Task 2: "If our notice reaches you on that day, when does it end and what do we pay?" - one file, one day, two figures."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.scenarios.customer import example_file, kept
from tests.ui.conftest import NOISE
from tests.ui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore(NOISE, extend=True)


@pytest.fixture
def asked(desk: Desk, tmp_path: Path) -> Desk:
    """Return a desk with the contract of the customer who asks, not ended yet, and the section for it."""
    desk.open(example_file(tmp_path, "02-terminated-mid-term", termination=None))
    desk.section(5)
    desk.qtbot.mouseClick(desk.named(QPushButton, "解約 解約する"), Qt.MouseButton.LeftButton)
    return desk


def test_one_day_gives_the_end_and_the_settlement(asked: Desk, tmp_path: Path) -> None:
    """Thirty days from the notice, and what is left of the minimum term."""
    asked.type_into("申込書の到達日", "2024/12/2")
    assert asked.cards()["解除日"] == "2025年1月1日"
    assert asked.cards()["調定金（第10条）"] == "¥1,476,903"
    data = kept(asked, tmp_path / "asked.contract.json")
    assert data["dates"]["termination"]["effective_on"] == "2025-01-01"
    assert data["settlement"]["amount"] == 1_476_903


def test_another_day_is_tried_and_taken_back(asked: Desk, tmp_path: Path) -> None:
    """A later end costs less; the question leaves no trace when it is undone."""
    asked.type_into("申込書の到達日", "2024/12/2")
    first = asked.cards()
    asked.type_into("希望する解除日", "2025/1/31")
    assert asked.cards()["調定金（第10条）"] == "¥1,248,516"
    asked.undo()
    assert asked.cards() == first
    for _ in range(2):
        asked.undo()
    assert not asked.window.isWindowModified()
    assert asked.cards()["解除日"] == "—"

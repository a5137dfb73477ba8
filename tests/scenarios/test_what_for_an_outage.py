"""Task 5: "You were down from the 1st to the 3rd; what do we get, and by when must we claim?" - two times, read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from tests.scenarios.customer import example_file, kept
from tests.ui.conftest import NOISE
from tests.ui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore(NOISE, extend=True)


def outage_typed(desk: Desk) -> None:
    """Type when the outage was known and when it was over."""
    desk.section(6)
    desk.named(QTableView, "障害").setFocus()
    for text in ("2024/11/1 9:00", "2024/11/3 10:30"):
        desk.keys(text)
        desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)


def test_two_times_give_what_can_be_claimed_and_until_when(desk: Desk, tmp_path: Path) -> None:
    """Two whole days of the fee of the month, to be claimed within three months."""
    desk.open(example_file(tmp_path, "02-terminated-mid-term", outages=None))
    outage_typed(desk)
    data = kept(desk, tmp_path / "down.contract.json")
    assert [(each["status"], each["whole_days"]) for each in data["outages"]] == [("claimable", 2)]
    desk.press(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    model = desk.named(QTableView, "減額").model()
    said = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert said[-1] == f"{data['outages'][0]['amount']:,}"
    assert any("2025年" in each for each in said)


def test_an_outage_is_taken_back(desk: Desk, tmp_path: Path) -> None:
    """Every cell of it, to the contract that was opened."""
    file = example_file(tmp_path, "02-terminated-mid-term", outages=None)
    desk.open(file)
    before = desk.cards()
    outage_typed(desk)
    assert desk.window.isWindowModified()
    for _ in range(6):
        desk.undo()
    assert not desk.window.isWindowModified()
    assert desk.cards() == before
    kept(desk, tmp_path / "same.contract.json")

"""Task 1: a new customer is quoted, one thing is typed wrong and taken back, and the offer is kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from tests.scenarios.customer import kept
from tests.ui.conftest import NOISE
from tests.ui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore(NOISE, extend=True)


def quoted(desk: Desk) -> None:
    """Type an offer."""
    desk.type_into("お客様名", "株式会社サンプル")
    desk.type_into("件名", "新規お見積り")
    desk.type_into("課金開始日", "R6.7.10")
    desk.section(2)
    desk.type_into("単価", "２００")
    desk.type_into("初期費用（基本サービス）", "30万円")
    desk.section(3)
    desk.named(QTableView, "アカウント数").setFocus()
    desk.keys("800")
    desk.press(Qt.Key.Key_Return)


def test_a_quote_is_typed_saved_and_opened_again(desk: Desk, tmp_path: Path) -> None:
    """Initial cost, monthly fee and total are those of the command line."""
    quoted(desk)
    assert desk.cards()["初期費用"] == "¥300,000"
    assert desk.cards()["月額"] == "¥160,000"
    data = kept(desk, tmp_path / "quote.contract.json")
    assert data["totals"]["initial_fees"] == 300_000
    assert data["months"][-1]["max_accounts"] == 800


def test_what_was_typed_is_taken_back_and_done_again(desk: Desk, tmp_path: Path) -> None:
    """To the empty contract and forward to the whole offer."""
    quoted(desk)
    offer, cards, steps = desk.session.history.present, desk.cards(), 0
    while desk.window.isWindowModified():
        desk.undo()
        steps += 1
    assert set(desk.cards().values()) == {"—"}
    for _ in range(steps):
        desk.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (desk.session.history.present, desk.cards()) == (offer, cards)
    kept(desk, tmp_path / "quote.contract.json")

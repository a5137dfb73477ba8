"""The window bears whatever a user does to it, and however long."""

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView, QTableView

from desktop_app.document.assess import assess
from desktop_app.wording.amounts import yen_text
from tests.cases.contracts import contract_file
from tests.cases.examples import worked_examples
from tests.ui.desk import CONTROL, Desk, compose

TEXTS = ["2024/7/10", "800", "200", "x", "", "1,000", "-1", "2025-01-31", "t", "+", "[", "9" * 20, "R6.7.10"]
JAPANESE = ["三十万", "２０２４／７／１０", "株式会社サンプル", "<img src=x>"]
PASTED = ["2024/7/10\t800\n2024/9/1\t1200", "a\tb\tc\td\te\n\n", '"', "2024/11/1 9:00\t2024/11/3 10:00\t2024/11/20"]
KEYS = [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F2]


def acts(desk: Desk, chance: random.Random) -> list[Callable[[], object]]:
    """Return things to do at the window as it stands."""
    window = desk.window
    lines = [each for each in window.findChildren(QLineEdit) if each.isVisible() and each.isEnabled()]
    tables = [each for each in window.findChildren(QTableView) if each.isVisible()]
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    combos = [each for each in window.findChildren(QComboBox) if each.isVisible()]
    line, table = chance.choice(lines), chance.choice(tables) if tables else None
    return [
        lambda: (line.setFocus(), desk.keys(chance.choice(TEXTS)), desk.press(chance.choice(KEYS))),
        lambda: (line.setFocus(), compose(line, chance.choice(JAPANESE))),
        lambda: desk.section(chance.randint(1, 7)),
        lambda: desk.press(chance.choice(KEYS)),
        lambda: desk.press(chance.choice([Qt.Key.Key_Z, Qt.Key.Key_Y]), CONTROL),
        lambda: desk.press(Qt.Key.Key_F8),
        lambda: desk.paste(chance.choice(PASTED)),
        lambda: window.show_tab(chance.randint(0, 4)),
        lambda: table and desk.click_cell(table, chance.randrange(max(table.model().rowCount(), 1)), 0),
        lambda: desk.qtbot.mouseClick(chance.choice(buttons), Qt.MouseButton.LeftButton),
        lambda: combos and desk.qtbot.keyClick(chance.choice(combos), Qt.Key.Key_Down),
        lambda: window.resize(chance.choice([900, 1280, 1600]), 700),
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_three_hundred_random_acts(desk: Desk, tmp_path: Path, seed: int) -> None:
    """No exception, no warning of Qt's, and the figures are those of the draft."""
    chance = random.Random(seed)  # noqa: S311 - acts, not secrets
    desk.answers.give("discard")
    examples = [each.contract for each in worked_examples()]
    for step in range(300):
        if step % 60 == 0:
            desk.session.edit(("title",), f"{seed}-{step}")
            desk.session.replace(("accounts",), chance.choice(examples)["accounts"])
        chance.choice(acts(desk, chance))()
        QApplication.processEvents()
    fresh = assess(desk.session.history.present, desk.session.as_of, desk.session.rules)
    assert desk.session.assessment.statement == fresh.statement
    if fresh.statement is not None:
        assert desk.cards()["期間合計（税込）"] == yen_text(fresh.statement.totals.total.value)
    while desk.session.history.past:
        desk.session.undo()
    assert not desk.window.isWindowModified()


def test_a_contract_built_up_by_acts_can_be_saved_and_read(desk: Desk, tmp_path: Path) -> None:
    """Half-typed entries included."""
    desk.type_into("課金開始日", "half a d")
    desk.save(tmp_path / "half.contract.json")
    desk.press(Qt.Key.Key_N, CONTROL)
    desk.open(tmp_path / "half.contract.json")
    assert desk.named(QLineEdit, "課金開始日").text() == "half a d"
    assert desk.named(QListView, "入力する項目").model().rowCount() == 7


def test_a_large_table_is_shown(desk: Desk, tmp_path: Path) -> None:
    """Thousands of records."""
    records = [{"from": "2024-07-10", "count": 10}]
    records += [{"from": f"2024-08-{1 + i // 1440:02}T{i // 60 % 24:02}:{i % 60:02}", "count": i} for i in range(3000)]
    desk.session.replace(("accounts",), contract_file({"accounts": records})["accounts"])
    desk.section(3)
    assert desk.named(QTableView, "アカウント数").model().rowCount() == 3002


def test_none_keeps_its_references(qapp: QApplication) -> None:
    """Some builds of the bindings lose one with each call that returns None, until the interpreter aborts."""
    before = sys.getrefcount(None)
    for _ in range(1000):
        QApplication.activeModalWidget()
    assert abs(sys.getrefcount(None) - before) < 500
    for _ in range(200_000):
        QApplication.activeModalWidget()

"""Task 4: "Why is it that much?" - one click on the figure: the sentence, the numbers, the article, and the way to the field."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTreeView, QWidget

from tests.scenarios.customer import example_file, kept
from tests.ui.conftest import NOISE
from tests.ui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore(NOISE, extend=True)


@pytest.fixture
def asked(desk: Desk, tmp_path: Path) -> Desk:
    """Return a desk at which the settlement of a contract was clicked."""
    desk.open(example_file(tmp_path, "02-terminated-mid-term"))
    card = next(each for each in desk.window.findChildren(QWidget) if each.accessibleName() == "調定金（第10条） ¥1,248,516")
    desk.qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    return desk


def test_one_click_shows_the_reasons(asked: Desk) -> None:
    """The figure is repeated in the question; the first reason has its amount and its article."""
    assert any("¥1,248,516" in each.text() for each in asked.window.findChildren(QLabel) if each.isVisible())
    tree = next(each for each in asked.window.findChildren(QTreeView) if each.isVisible())
    first = str(tree.model().index(0, 0).data())
    assert "1,248,516" in first
    assert "別紙2" in first


def test_a_reason_leads_to_the_field_that_it_came_from(asked: Desk, tmp_path: Path) -> None:
    """What is changed there is saved and says the same on the command line."""
    tree = next(each for each in asked.window.findChildren(QTreeView) if each.isVisible())
    tree.setFocus()
    for _ in range(400):
        asked.press(Qt.Key.Key_Right)
        asked.press(Qt.Key.Key_Down)
        asked.press(Qt.Key.Key_Return)
        if not tree.isAncestorOf(QApplication.focusWidget()) and QApplication.focusWidget() is not tree:
            break
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName()
    assert asked.window.isAncestorOf(focused)
    kept(asked, tmp_path / "asked.contract.json")

"""The keyboard is never nowhere: what held it may go, and then its neighbour takes it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTableView

from tests.scenarios.customer import example_file
from tests.ui.desk import Desk


def test_a_file_is_opened_while_a_cell_of_the_old_one_is_typed_in(desk: Desk, tmp_path: Path) -> None:
    """The row goes with what is typed in it; the table has the keyboard then."""
    desk.answers.give("discard")
    desk.section(4)
    table = desk.named(QTableView, "契約内容の変更")
    for row in range(2):
        desk.click_cell(table, row, 0)
        desk.keys("5")
    desk.open(example_file(tmp_path, "01-new-quote"))
    QApplication.processEvents()
    desk.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert table.model().rowCount() == 1


def test_the_first_page_takes_the_keyboard(desk: Desk) -> None:
    """From wherever it was, here the status line, which is not there then; its first button has it."""
    findings = next(each for each in desk.window.statusBar().findChildren(QPushButton) if each.isVisible())
    findings.setFocus()
    desk.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    assert focused.property("role") == "primary"
    assert not findings.isVisible()

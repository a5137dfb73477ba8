"""The keyboard is never nowhere: what held it may go, and then its neighbour takes it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTableView

from desktop_app.ui.paper.refusal import Refusal
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


def test_views_made_anew_have_the_keyboard(desk: Desk) -> None:
    """Also where it was on a button that has nothing to do any more."""
    desk.section(4)
    desk.click_cell(desk.named(QTableView, "契約内容の変更"), 0, 0)
    desk.keys("5")
    desk.press(Qt.Key.Key_Return)
    desk.qtbot.mouseClick(desk.named(QPushButton, "契約内容の変更 行を削除"), Qt.MouseButton.LeftButton)
    desk.window.switch("scheme.dark")
    QApplication.processEvents()
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert desk.window.centralWidget().isAncestorOf(focused)


def test_views_made_anew_have_the_keyboard_where_the_list_of_sections_is_hidden(desk: Desk) -> None:
    """Also when the list had it, before it was hidden."""
    desk.section(2)
    for name in ("part.sections", "text.larger"):
        desk.window.views.actions[name].trigger()
        QApplication.processEvents()
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert desk.window.centralWidget().isAncestorOf(focused)


def test_what_hinders_a_paper_changes_while_the_keyboard_is_at_it(desk: Desk) -> None:
    """The way to the first field has it then."""
    desk.window.show_tab(6)
    desk.qtbot.waitUntil(lambda: bool(ways(desk)))
    ways(desk)[0].setFocus()
    desk.session.edit(("dates", "billing_start"), "next summer")
    QApplication.processEvents()
    assert QApplication.focusWidget() is ways(desk)[0]


def ways(desk: Desk) -> list[QPushButton]:
    """Return the ways from what hinders a paper to the fields."""
    return [way for each in desk.window.findChildren(Refusal) if each.isVisible() for way in each.findChildren(QPushButton)]

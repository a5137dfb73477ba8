"""Every figure can be asked why and copied: cards, cells, bars and the things of the timeline, by mouse and by keyboard."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTableView, QWidget

from desktop_app.ui.result.chart import ChartView
from desktop_app.ui.result.figure_menu import FigureMenu
from desktop_app.ui.result.timeline import TimelineView
from desktop_app.wording.answers import answer
from desktop_app.wording.wording import wording
from tests.cases.examples import worked_examples
from tests.ui.desk import Desk

EXAMPLE = next(each for each in worked_examples() if each.name == "02-terminated-mid-term")
TABS = {"月別明細": 0, "日付": 1, "調定金": 2, "減額": 3}
CHART = 4
DOWN, RETURN = Qt.Key.Key_Down, Qt.Key.Key_Return


@pytest.fixture
def full(desk: Desk, tmp_path: Path) -> Desk:
    """Return a window with a contract that has everything."""
    file = tmp_path / "example.contract.json"
    file.write_text(json.dumps(EXAMPLE.contract), "utf-8")
    desk.open(file)
    QGuiApplication.clipboard().clear()
    return desk


def by_mouse(widget: QWidget, at: QPoint) -> None:
    """Press the right button somewhere, as a windowing system tells it."""
    QTest.mouseClick(widget, Qt.MouseButton.RightButton, pos=at)
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at)))


def by_keyboard(widget: QWidget) -> None:
    """Press the key for menus, as a windowing system tells it."""
    widget.setFocus()
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))


def by_shift_f10(widget: QWidget) -> None:
    """Press Shift+F10, which not every windowing system tells as the key for menus."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


def menu() -> QMenu:
    """Return the menu that is open."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, FigureMenu)
    return found


def choose(number: int) -> str:
    """Choose an entry of the open menu by its keys; return what is on the clipboard then."""
    opened = menu()
    for _ in range(number):
        QTest.keyClick(opened, DOWN)
    QTest.keyClick(opened, RETURN)
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None
    return QGuiApplication.clipboard().text()


def question(desk: Desk) -> str:
    """Return the question that the reasons in sight answer."""
    titles = (each.text() for each in desk.window.findChildren(QLabel) if each.isVisible())
    return next(each for each in titles if "理由" in each)


def card(desk: Desk, title: str) -> QWidget:
    """Return the card with a title."""
    cards = (each for each in desk.window.findChildren(QWidget) if each.property("role") == "card")
    return next(each for each in cards if each.accessibleName().startswith(title))


def said(desk: Desk, *place: str | int) -> str:
    """Return the answer to the customer about a figure."""
    figure = desk.session.known.statement
    for part in place:
        figure = getattr(figure, part) if isinstance(part, str) else figure[part]  # type: ignore[assignment,index]
    return answer(figure, wording("ja"))  # type: ignore[arg-type]


def test_a_card_by_mouse_and_keyboard(full: Desk) -> None:
    """Why, copy, copy as an answer."""
    settled = card(full, "調定金（第10条）")
    by_mouse(settled, settled.rect().center())
    assert choose(2) == "¥1,248,516"
    by_keyboard(settled)
    assert choose(3) == said(full, "settlement", "amount")
    by_shift_f10(settled)
    choose(1)
    assert "¥1,248,516になる理由" in question(full)


@pytest.mark.parametrize("tab", TABS)
def test_every_cell_of_every_sheet(full: Desk, tab: str) -> None:
    """Each cell with a figure offers all three, by the keyboard too; its text is what is copied."""
    full.window.show_tab(TABS[tab])
    table = full.named(QTableView, tab)
    model = table.model()
    asked = 0
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            if table.isColumnHidden(column) or not index.data():
                continue
            table.setCurrentIndex(index)
            by_shift_f10(table)
            entries = [each for each in menu().actions() if not each.isSeparator()]
            asked += entries[0].isEnabled()
            assert entries[0].isEnabled() == entries[2].isEnabled()
            assert choose(2 if entries[0].isEnabled() else 1) == index.data()
    assert asked > 2


def test_a_cell_by_the_mouse(full: Desk) -> None:
    """The one that is pointed at, whatever was chosen before."""
    table = full.named(QTableView, "月別明細")
    by_mouse(table.viewport(), table.visualRect(table.model().index(1, 4)).center())
    assert choose(3) == said(full, "months", 1, "billed_fee")
    by_mouse(table.viewport(), table.visualRect(table.model().index(2, 3)).center())
    choose(1)
    assert "¥160,000になる理由" in question(full)


def test_several_cells_are_copied_as_a_table(full: Desk) -> None:
    """As a spreadsheet takes them."""
    table = full.named(QTableView, "月別明細")
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 3))
    QTest.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, DOWN, Qt.KeyboardModifier.ShiftModifier)
    by_keyboard(table)
    assert choose(2) == "160,000\t113,548\n160,000\t160,000"


def test_a_bar_by_mouse_and_keyboard(full: Desk) -> None:
    """The month's total, and its figures as text."""
    full.window.show_tab(CHART)
    chart = next(iter(full.window.findChildren(ChartView)))
    by_mouse(chart, chart.column_of(3).center())
    assert choose(2).startswith("2024年9月\n")
    by_keyboard(chart)
    assert choose(3) == said(full, "months", 3, "total")
    by_shift_f10(chart)
    choose(1)
    assert "2024年9月" in question(full)
    by_mouse(chart, QPoint(1, 1))
    assert QApplication.activePopupWidget() is None


def test_a_thing_of_the_timeline_by_mouse_and_keyboard(full: Desk) -> None:
    """Its figure where it has one; what was typed alone can be copied, and no more."""
    view = next(iter(full.window.findChildren(TimelineView)))
    for item in view.items():
        by_mouse(view, view.place_of(item).center())
        pointed = view.item_at(view.place_of(item).center().toPointF())
        assert pointed is not None
        assert menu().actions()[0].isEnabled() == bool(pointed.figure)
        menu().close()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    while view.current is not None and view.current.key != "term_end":
        QTest.keyClick(view, Qt.Key.Key_Right)
    by_keyboard(view)
    assert choose(3) == said(full, "dates", "minimum_term", "end")
    by_keyboard(view)
    assert "2025年7月9日" in choose(2)
    by_shift_f10(view)
    choose(1)
    assert "2025年7月9日（水）になる理由" in question(full)


def test_a_figure_that_is_not_known_can_be_asked_why_too(full: Desk) -> None:
    """There is nothing to copy; the dash says what it waits for."""
    full.type_into("課金開始日", "soon")
    total = card(full, "期間合計")
    by_keyboard(total)
    entries = [each.isEnabled() for each in menu().actions() if not each.isSeparator()]
    assert entries == [True, False, True]
    choose(1)
    assert any("まだ計算できません" in each.text() for each in full.window.findChildren(QLabel) if each.isVisible())

"""The Tab key goes through the window as it is read, whatever was made late: sections, form, figures, tabs, time, tools."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QScrollArea, QTabWidget, QWidget

from desktop_app.ui.result.cards import Cards
from tests.ui.desk import Desk

MOST = 200
"""More stops than any section has."""
AS_READ = ["sections", "form", "cards", "tabs", "time", "tools"]


def part_of(desk: Desk) -> str:
    """Return the part of the window in which the keyboard is."""
    views, focused = desk.window.views, QApplication.focusWidget()
    result = views.panes.result
    parts: dict[str, QWidget | None] = {
        "sections": views.panes.sections,
        "form": views.panes.form,
        "cards": result.findChild(Cards),
        "tabs": result.findChild(QTabWidget),
        "reasons": result,
        "time": views.panes.timeline,
        "tools": views.toolbar,
    }
    assert focused is not None
    return next(name for name, part in parts.items() if part is not None and (part is focused or part.isAncestorOf(focused)))


def way(desk: Desk, key: Qt.Key) -> list[str]:
    """Return the parts that a key comes by, from the list of the sections on until it is there again."""
    panes = desk.window.views.panes
    panes.sections.setFocus()
    stops = []
    for _ in range(MOST):
        stops.append(part_of(desk))
        desk.press(key)
        if QApplication.focusWidget() is panes.sections:
            break
    return [part for part, _ in groupby(stops)]


def test_tab_goes_as_the_window_is_read(full: Desk) -> None:
    """In every section, wherever one was before; Shift and Tab go the same way back."""
    for number in (4, 1, 7, 2, 6, 3, 5):
        full.section(number)
        QApplication.processEvents()
        assert way(full, Qt.Key.Key_Tab) == AS_READ
        assert way(full, Qt.Key.Key_Backtab) == [AS_READ[0], *reversed(AS_READ[1:])]


def test_tab_goes_so_in_another_language_too(full: Desk) -> None:
    """Where all views are made anew."""
    full.section(5)
    full.window.switch("language.en")
    full.qtbot.waitUntil(lambda: full.window.views.scene.words.language == "en")
    for number in (5, 2, 3):
        full.section(number)
        QApplication.processEvents()
        assert way(full, Qt.Key.Key_Tab) == AS_READ


def test_the_reasons_beside_the_tables_come_behind_them(full: Desk) -> None:
    """In a window that is wide enough."""
    full.window.resize(1900, 950)
    QApplication.processEvents()
    at = AS_READ.index("time")
    assert way(full, Qt.Key.Key_Tab) == [*AS_READ[:at], "reasons", *AS_READ[at:]]


def test_what_is_reached_is_in_sight(full: Desk) -> None:
    """The last field of a long form, too, when the way leads back into it."""
    full.window.resize(1280, 600)
    full.section(2)
    QApplication.processEvents()
    cards = full.window.views.panes.result.findChild(Cards)
    assert cards is not None
    next(each for each in cards.children() if isinstance(each, QWidget)).setFocus()
    full.press(Qt.Key.Key_Backtab)
    reached = QApplication.focusWidget()
    assert reached is not None
    assert part_of(full) == "form"
    area = next(each for each in full.window.views.panes.form.findChildren(QScrollArea) if each.isVisible())
    assert area.verticalScrollBar().maximum() > 0
    assert area.viewport().rect().intersects(reached.rect().translated(reached.mapTo(area.viewport(), reached.rect().topLeft())))
    assert not isinstance(reached, QLineEdit) or reached.visibleRegion().boundingRect().height() == reached.height()


def test_where_the_list_has_no_room_the_sections_drop_down(full: Desk) -> None:
    """By the same name and the same shortcuts, with the keyboard; in a wider window the list is there again."""
    sections = full.window.views.panes.sections
    assert sections.isVisible()
    full.window.resize(1000, 800)
    QApplication.processEvents()
    assert not sections.isVisible()
    choice = full.named(QComboBox, sections.accessibleName())
    full.section(5)
    assert QApplication.focusWidget() is choice
    assert choice.currentText() == "解約"
    full.press(Qt.Key.Key_Down)
    assert sections.section.value == "outages"
    titles = [each.text() for each in full.window.findChildren(QLabel) if each.property("role") == "title" and each.isVisible()]
    assert titles == ["障害"]
    full.window.resize(1280, 800)
    QApplication.processEvents()
    assert sections.isVisible()
    assert not choice.isVisible()

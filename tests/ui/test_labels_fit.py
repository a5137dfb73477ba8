"""Every text of the window has the room that it needs: in both languages, at the usual size of text and half as large again."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenuBar,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.calculation.terms import Rulebook
from desktop_app.document.fields import Section
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.plain import ElidedLabel
from desktop_app.ui.result.cards import LEAST_SHARE, ValueLabel
from desktop_app.ui.result.figure_table import TitleRow
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from tests.cases.examples import worked_examples
from tests.ui.conftest import TODAY
from tests.ui.desk import Answers

TABS = 6
SLACK = 1
"""A pixel by which a font's measures may be rounded."""


def texts_without_room(top: QWidget) -> Iterator[str]:
    """Yield what of the texts in sight below a widget has no room, by widget."""
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            for kind, find in FINDERS.items():
                if isinstance(widget, kind):
                    yield from (f"{type(widget).__name__} {widget.property('role') or ''}: {text}" for text in find(widget))


def _needed(widget: QWidget, text: str) -> QSize:
    return widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text)


def _label(label: QLabel) -> Iterator[str]:
    room, text = label.contentsRect(), label.text()
    if not text or _told_elsewhere(label, text):
        return
    if label.wordWrap():
        flags = Qt.TextFlag.TextWordWrap
        needed = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 10_000), flags, text).size()
    else:
        needed = _needed(label, text)
    share = LEAST_SHARE if isinstance(label, ValueLabel) else 1
    low = label.wordWrap() and needed.height() > room.height() + 2 * SLACK
    if needed.width() * share > room.width() + SLACK or low or _cut_off(label):
        yield f"{text} ({needed.width()}×{needed.height()} in {room.width()}×{room.height()})"


def _told_elsewhere(label: QLabel, text: str) -> bool:
    """Return whether a note that may end in three dots stands whole where it belongs: in the tip or the name of its card."""
    above = label.parentWidget()
    return isinstance(label, ElidedLabel) and above is not None and text in f"{above.toolTip()} {above.accessibleName()}"


def _cut_off(widget: QWidget) -> bool:
    """Return whether a scrolling area around a widget does not show its whole width."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above.parentWidget(), QAbstractScrollArea):
        above = above.parentWidget()
    if above is None:
        return False
    left = widget.mapTo(above, widget.rect().topLeft()).x()
    return left < 0 or left + widget.width() > above.width() + SLACK


def _button(button: QAbstractButton) -> Iterator[str]:
    icon = 0 if button.icon().isNull() else button.iconSize().width()
    words = "" if button.property("toolButtonStyle") == Qt.ToolButtonStyle.ToolButtonIconOnly else button.text()
    room = button.width()
    if isinstance(button, QPushButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button).width() + SLACK
    if words and (_needed(button, words).width() + icon > room or _cut_off(button)):
        yield f"{words} in {room}"


def _tabs(bar: QTabBar) -> Iterator[str]:
    for i in range(bar.count()):
        place = bar.tabRect(i)
        if _needed(bar, bar.tabText(i)).width() > place.width() or place.right() > bar.width():
            yield f"{bar.tabText(i)} in {place.width()} of {bar.width()}"


def _header(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is not Qt.Orientation.Horizontal:
        return
    measures = header.fontMetrics() if not isinstance(header, TitleRow) else QFontMetrics(header.face)
    for i in range(header.count()):
        if header.isSectionHidden(i) or not header.parentWidget().isVisible():
            continue
        text = str(header.model().headerData(i, Qt.Orientation.Horizontal) or "")
        needed = max((measures.horizontalAdvance(line) for line in text.splitlines()), default=0)
        if needed > header.sectionSize(i):
            yield f"{text} ({needed} in {header.sectionSize(i)})"


def _list_that_drops_down(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    QComboBox.initStyleOption(combo, option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).width()
    for i in range(combo.count()):
        if _needed(combo, combo.itemText(i)).width() > room or _cut_off(combo):
            yield f"{combo.itemText(i)} in {room}"


def _list(view: QListView) -> Iterator[str]:
    if view.sizeHintForColumn(0) > view.viewport().width():
        yield f"{view.accessibleName()} ({view.sizeHintForColumn(0)} in {view.viewport().width()})"


def _line(line: QLineEdit) -> Iterator[str]:
    for text in (line.text(), line.placeholderText()):
        if _needed(line, text).width() > line.width() and line.isReadOnly() is False and _is_a_figure(text):
            yield f"{text} in {line.width()}"
    if _cut_off(line):
        yield f"{line.accessibleName()} is cut off"


def _is_a_figure(text: str) -> bool:
    """Return whether a text is a number or a day; names may be longer than their line, which scrolls."""
    return bool(text) and text[0].isdigit()


def _menu_bar(bar: QMenuBar) -> Iterator[str]:
    for action in bar.actions():
        place = bar.actionGeometry(action)
        if not bar.rect().contains(place):
            yield action.text()


FINDERS: dict[type[QWidget], Callable[..., Iterator[str]]] = {
    QLabel: _label,
    QAbstractButton: _button,
    QTabBar: _tabs,
    QHeaderView: _header,
    QComboBox: _list_that_drops_down,
    QListView: _list,
    QLineEdit: _line,
    QMenuBar: _menu_bar,
}


@pytest.mark.parametrize(
    ("example_name", "size", "room"),
    [
        ("12-every-kind-of-outage", 100, (1280, 800)),
        ("12-every-kind-of-outage", 150, (1920, 1080)),
        ("02-terminated-mid-term", 100, (1280, 800)),
        ("02-terminated-mid-term", 150, (1280, 800)),
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_text_has_room(
    qtbot: QtBot, rules: Rulebook, tmp_path: Path, language: str, size: int, room: tuple[int, int], example_name: str
) -> None:
    """In each section, the first or the last one first, and each view of the result, with every kind of field in use."""
    order = list(Section) if example_name.startswith("12") else list(reversed(Section))
    example = next(each for each in worked_examples() if each.name == example_name)
    file = tmp_path / "example.contract.json"
    file.write_text(json.dumps(example.contract, ensure_ascii=False), "utf-8")
    settings = Settings(tmp_path / "settings" / "window.ini")
    settings.language, settings.text_size = language, size
    window = MainWindow(Session(rules, TODAY), Answers(tmp_path), settings)
    qtbot.addWidget(window)
    window.resize(*room)
    with qtbot.waitExposed(window):
        window.show()
    window.begin(lambda: window.filing.open_file(file))
    found: set[str] = set()
    for number, section in enumerate(order):
        window.choose_section(section)
        window.show_tab(min(number, TABS - 1))
        for _ in range(3):
            QApplication.processEvents()
        found.update(f"{section.value}: {text}" for text in texts_without_room(window))
        found.update(f"{section.value}: {each} goes on below its place" for each in views_beyond_their_place(window))
    assert found == set(), "\n".join(sorted(found))


def views_beyond_their_place(window: MainWindow) -> Iterator[str]:
    """Yield the views in sight of which a part lies outside of what they stand in."""
    for view in window.findChildren(QTabWidget):
        above = view.parentWidget()
        while view.isVisible() and above is not None:
            if not above.rect().contains(QRect(view.mapTo(above, QPoint(0, 0)), view.size())):
                yield type(above).__name__
            above = above.parentWidget()


def test_a_text_without_room_would_be_found(qtbot: QtBot) -> None:
    """Of every kind that is looked at."""
    top = QWidget()
    qtbot.addWidget(top)
    label, wrapped, line, combo, tabs, button = (
        QLabel(top),
        QLabel(top),
        QLineEdit(top),
        QComboBox(top),
        QTabBar(top),
        QLabel(top),
    )
    long = "A text that is longer than the room"
    wrapped.setWordWrap(True)
    combo.addItem(long)
    tabs.addTab(long)
    line.setText("1,234,567,890,123")
    for each in (label, wrapped, button):
        each.setText(long)
    for i, each in enumerate((label, wrapped, line, combo, tabs, button)):
        each.setGeometry(0, 30 * i, 60, 20)
    top.show()
    assert len(list(texts_without_room(top))) == 6

"""An input method at work in the window: nothing is told, read or called wrong before it commits, and then it is read."""

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTableView, QWidget

from desktop_app.document.draft import value_at
from tests.ui.desk import Desk

Place = tuple[str | int, ...]


def underlined(text: str) -> QInputMethodEvent:
    """Return what an input method sends while a text is composed: underlined, the cursor at its end."""
    kinds, style = QInputMethodEvent.AttributeType, QTextCharFormat()
    style.setFontUnderline(True)
    attributes = [
        QInputMethodEvent.Attribute(kinds.TextFormat, 0, len(text), style),
        QInputMethodEvent.Attribute(kinds.Cursor, len(text), 1, None),
    ]
    return QInputMethodEvent(text, attributes)


def converted(text: str) -> QInputMethodEvent:
    """Return what it sends when the text is chosen."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    return event


class Composer:
    """Somebody who types by an input method, and what the window makes of it meanwhile."""

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        self._desk, self._widget = desk, widget
        self._before = desk.session.history.present

    def compose(self, steps: Sequence[str]) -> None:
        """Compose step by step; the draft, the figures and the marks stay as they are."""
        figures, wrong = self._desk.cards(), self._desk.sentences("error")
        for text in steps:
            QApplication.sendEvent(self._widget, underlined(text))
            QApplication.processEvents()
            assert self._desk.session.history.present == self._before
            assert self._desk.sentences("error") == wrong == []
            assert self._desk.cards() == figures
            assert self._widget.property("level") != "error"

    def commit(self, text: str) -> None:
        """Choose a text."""
        QApplication.sendEvent(self._widget, converted(text))
        QApplication.processEvents()

    def read(self, place: Place) -> Any:
        """Return what the draft has at a place."""
        return value_at(self._desk.session.history.present, place)


DAY = ("２", "２０", "２０２", "２０２４", "２０２４ね", "２０２４ねん７がつ１０にち", "２０２４年７月１１日")
AMOUNT = ("３", "３０", "３０ま", "３０まん", "３０万")
NAME = ("k", "か", "かb", "かぶしき", "かぶしきがいしゃ", "株式会社", "株式会社てすと")


@pytest.mark.parametrize(
    ("section", "name", "steps", "chosen", "place", "value"),
    [
        (1, "課金開始日", DAY, "２０２４年７月１１日", ("dates", "billing_start"), "2024-07-11"),
        (
            1,
            "課金開始日",
            ("れ", "れいわ", "令和６ねん", "令和６年７月１１日"),
            "令和６年７月１１日",
            ("dates", "billing_start"),
            "2024-07-11",
        ),
        (1, "お客様名", NAME, "株式会社テスト", ("customer", "name"), "株式会社テスト"),
        (2, "初期費用（基本サービス）", AMOUNT, "３０万", ("prices", "initial_fee"), 300_000),
        (
            5,
            "希望する解除日",
            ("２０２５", "２０２５／２／", "２０２５／２／２８"),
            "２０２５／２／２８",
            ("termination", "designated_on"),
            "2025-02-28",
        ),
    ],
)
def test_a_field_is_read_when_the_input_method_commits(
    full: Desk, section: int, name: str, steps: Sequence[str], chosen: str, place: Place, value: object
) -> None:
    """Days in full-width digits and eras, amounts, names; half a day, or a name in kana, is nothing wrong."""
    full.section(section)
    line = full.named(QLineEdit, name)
    line.setFocus()
    composer = Composer(full, line)
    composer.compose(steps)
    composer.commit(chosen)
    assert composer.read(place) == value
    assert full.sentences("error") == []


def test_a_composition_that_is_taken_back_leaves_the_value(full: Desk) -> None:
    """Escape empties it, as if nothing had been typed; what it took the place of is still there to be undone."""
    line = full.named(QLineEdit, "課金開始日")
    line.setFocus()
    line.setCursorPosition(len(line.text()))
    composer = Composer(full, line)
    composer.compose(("２", "２０", ""))
    assert composer.read(("dates", "billing_start")) == "2024-07-10"
    assert line.text() == "2024/07/10"


def test_a_text_of_several_lines_is_read_when_the_input_method_commits(full: Desk) -> None:
    """As a line of its own."""
    area = full.named(QPlainTextEdit, "ドメイン名")
    area.setFocus()
    area.selectAll()
    composer = Composer(full, area)
    composer.compose(("に", "にほん", "日本"))
    composer.commit("日本.example")
    assert composer.read(("service", "domains")) == ["日本.example"]


@pytest.mark.parametrize(
    ("column", "steps", "chosen", "key", "value"),
    [
        (0, ("２０２４", "２０２４／９／", "２０２４／９／２０"), "２０２４／９／２０", "from", "2024-09-20"),
        (1, ("１", "１２", "１，２５０"), "１，２５０", "count", 1250),
    ],
)
def test_a_cell_is_read_when_the_input_method_commits(
    full: Desk, column: int, steps: Sequence[str], chosen: str, key: str, value: object
) -> None:
    """Begun by the first letter of the composition, as in a spreadsheet; Enter then ends it."""
    full.section(3)
    table = full.named(QTableView, "アカウント数")
    full.click_cell(table, 1, column)
    Composer(full, table).compose(steps[:1])
    composer = Composer(full, QApplication.focusWidget())
    composer.compose(steps)
    composer.commit(chosen)
    full.press(Qt.Key.Key_Return)
    assert composer.read(("accounts", 1, key)) == value
    assert full.sentences("error") == []


def test_a_composition_in_a_cell_that_is_left_is_kept_and_the_next_cell_has_the_keyboard(full: Desk) -> None:
    """Leaving commits a composition, as it does in a field; an entry begun afterwards is typed on as any other."""
    full.section(3)
    table = full.named(QTableView, "アカウント数")
    full.click_cell(table, 1, 1)
    composer = Composer(full, table)
    composer.compose(["３", "３０"])
    full.section(1)
    assert composer.read(("accounts", 1, "count")) == 30
    full.section(3)
    full.click_cell(table, 1, 1)
    for digit in (Qt.Key.Key_4, Qt.Key.Key_5):
        full.press(digit)
    full.press(Qt.Key.Key_Return)
    assert composer.read(("accounts", 1, "count")) == 45

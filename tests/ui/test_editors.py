"""Every editor has two verbs: showing, which tells nobody, and a user's act, which is told at once."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.document.fields import FIELDS, Field, Kind
from desktop_app.ui.editors.editor import Editor
from desktop_app.ui.form.field_editors import Offer, editor_for
from desktop_app.ui.scene import Scene
from tests.ui.desk import CONTROL, compose, wheel_over

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="  # a single pixel
VALUES: dict[Kind, list[Any]] = {
    Kind.TEXT: ["a", "", None, "<b>x</b>"],
    Kind.LONG_TEXT: ["a\nb", None],
    Kind.TEXT_LIST: [["a", "b"], "not a list", None],
    Kind.DAY: ["2024-07-10", "soon", None, 5],
    Kind.AMOUNT: [300000, "lots", None, 1.5],
    Kind.PRICE: ["199.5", 200, "cheap", None],
    Kind.COUNT: [800, "many", None, {}],
    Kind.CHOICE: ["floor", "unknown", None, 3],
    Kind.FLAG: [True, False, None, "perhaps"],
    Kind.PART: [{}, None, {"kind": "notice"}],
    Kind.IMAGE: [PNG, "no picture", None],
}
ONE_OF_EACH = {field.kind: field for field in FIELDS if field.kind in VALUES and "*" not in field.path}


def field(key: str) -> Field:
    """Return a field by its key."""
    return next(each for each in FIELDS if each.key == key)


class Kept:
    """An editor on the screen, and what it has emitted."""

    def __init__(self, qtbot: QtBot, scene: Scene, key: str) -> None:
        self.editor: Editor = editor_for(field(key), scene, Offer(("edition",), lambda: b"image"))
        self.emitted: list[Any] = []
        self.editor.edited.connect(self.emitted.append)
        qtbot.addWidget(self.editor)
        with qtbot.waitExposed(self.editor):
            self.editor.show()
        self.editor.activateWindow()
        qtbot.waitUntil(self.editor.isActiveWindow)


@pytest.mark.parametrize("kind", list(ONE_OF_EACH), ids=lambda each: each.value)
def test_showing_emits_nothing(qtbot: QtBot, scene: Scene, kind: Kind) -> None:
    """Whatever is shown, in whatever order, with the keyboard in the editor or not."""
    kept = Kept(qtbot, scene, ONE_OF_EACH[kind].key)
    for raw in VALUES[kind]:
        kept.editor.show_value(raw)
    kept.editor.take_focus()
    for raw in reversed(VALUES[kind]):
        kept.editor.show_value(raw)
    assert kept.emitted == []


@pytest.mark.parametrize(
    ("key", "typed", "raw", "at_rest"),
    [
        ("prices.initial_fee", "300000", 300000, "300,000"),
        ("prices.initial_fee", "1,2", "1,2", "1,2"),
        ("prices.monthly.unit_price", "0199.50", "199.50", "199.5"),
        ("quote.revision", "2", 2, "2"),
        ("quote.issued_on", "6/3", "2024-06-03", "2024年6月3日（月）"),
        ("quote.issued_on", "someday", "someday", "someday"),
        ("title", "x", "x", "x"),
    ],
)
def test_what_is_typed_is_told_and_rests_in_words(
    qtbot: QtBot, scene: Scene, key: str, typed: str, raw: object, at_rest: str
) -> None:
    """With each key; the writing changes when the field is left, not before."""
    kept = Kept(qtbot, scene, key)
    line = kept.editor.findChild(QLineEdit)
    kept.editor.take_focus()
    QTest.keyClicks(line, typed)
    assert kept.emitted[-1] == raw
    assert line.text() == typed
    QTest.keyClick(line, Qt.Key.Key_Return)
    line.clearFocus()
    assert line.text() == at_rest
    assert len(kept.emitted) == len(typed)


def test_composition_is_told_once_it_is_committed(qtbot: QtBot, scene: Scene) -> None:
    """And is never reformatted or called wrong before."""
    kept = Kept(qtbot, scene, "prices.initial_fee")
    line = kept.editor.findChild(QLineEdit)
    kept.editor.take_focus()
    QApplication.sendEvent(line, QInputMethodEvent("３０まん", []))
    assert kept.emitted == []
    committed = QInputMethodEvent("", [])
    committed.setCommitString("３０万")
    QApplication.sendEvent(line, committed)
    assert kept.emitted == [300000]
    assert line.text() == "３０万"


def test_a_text_area_tells_composed_typed_and_pasted_text(qtbot: QtBot, scene: Scene) -> None:
    """A line each; Tab leaves it."""
    kept = Kept(qtbot, scene, "service.domains")
    area = kept.editor.findChild(QPlainTextEdit)
    kept.editor.take_focus()
    compose(area, "日本.example")
    QTest.keyClick(area, Qt.Key.Key_Return)
    QApplication.clipboard().setText("b.example\n\n c.example ")
    QTest.keyClick(area, Qt.Key.Key_V, CONTROL)
    assert kept.emitted[0] == ["日本.example"]
    assert kept.emitted[-1] == ["日本.example", "b.example", "c.example"]
    QTest.keyClick(area, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(area, Qt.Key.Key_Delete)
    assert kept.emitted[-1] is None


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ("+", "2024-08-01"),
        ("--", "2024-07-29"),
        ("]", "2024-08-31"),
        ("[", "2024-06-30"),
        ("t", "2024-12-10"),
        ("2024-07-01+", "2024-07-02"),
        ("2024-07-01", "2024-07-01"),
    ],
)
def test_keys_step_the_day(qtbot: QtBot, scene: Scene, keys: str, day: str) -> None:
    """Where a whole day stands; inside a date that is being typed they are what they look like."""
    kept = Kept(qtbot, scene, "quote.issued_on")
    kept.editor.show_value("2024-07-31")
    kept.editor.take_focus()
    QTest.keyClicks(kept.editor.findChild(QLineEdit), keys)
    assert kept.emitted[-1] == day


def test_arrows_step_and_the_letter_t_can_be_typed(qtbot: QtBot, scene: Scene) -> None:
    """A wrong word with a t in it stays a word."""
    kept = Kept(qtbot, scene, "quote.issued_on")
    line = kept.editor.findChild(QLineEdit)
    kept.editor.show_value("2024-07-31")
    kept.editor.take_focus()
    QTest.keyClick(line, Qt.Key.Key_Up)
    QTest.keyClick(line, Qt.Key.Key_PageDown)
    assert kept.emitted == ["2024-08-01", "2024-09-01"]
    line.selectAll()
    QTest.keyClicks(line, "later")
    assert kept.emitted[-1] == "later"


def test_the_wheel_changes_no_choice(qtbot: QtBot, scene: Scene) -> None:
    """A known source of wrong figures in other programs."""
    kept = Kept(qtbot, scene, "policy.settlement_basis")
    combo = kept.editor.findChild(QComboBox)
    wheel_over(combo)
    combo.setFocus()
    wheel_over(combo)
    assert combo.currentIndex() == 0
    assert kept.emitted == []
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert kept.emitted == ["scheduled"]


def test_buttons_side_by_side_show_and_tell_a_choice(qtbot: QtBot, scene: Scene) -> None:
    """None is pressed for a value that is not among them."""
    kept = Kept(qtbot, scene, "policy.rounding")
    buttons = kept.editor.findChildren(QPushButton)
    pressed = [[each.isChecked() for each in buttons] for raw in (None, "ceiling", "odd") if not kept.editor.show_value(raw)]
    assert pressed == [[True, False, False], [False, False, True], [False, False, False]]
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    kept.editor.show_value("half_up")
    QTest.keyClick(buttons[1], Qt.Key.Key_Right)
    assert kept.emitted == ["half_up", "ceiling"]


def test_a_part_that_is_there_is_not_begun_anew(qtbot: QtBot, scene: Scene) -> None:
    """Pressing what is pressed already loses nothing."""
    kept = Kept(qtbot, scene, "termination")
    kept.editor.show_value({"kind": "by_provider", "effective_on": "2025-01-01"})
    absent, present = kept.editor.findChildren(QPushButton)
    QTest.mouseClick(present, Qt.MouseButton.LeftButton)
    assert kept.emitted == []
    QTest.mouseClick(absent, Qt.MouseButton.LeftButton)
    assert kept.emitted == [None]
    kept.editor.show_value(None)
    QTest.mouseClick(present, Qt.MouseButton.LeftButton)
    assert kept.emitted[-1] == {"kind": "notice"}


def test_a_picture_is_chosen_and_taken_out(qtbot: QtBot, scene: Scene) -> None:
    """As base64 in the draft."""
    kept = Kept(qtbot, scene, "issuer.seal_png")
    kept.editor.show_value(PNG)
    chooser, remover = kept.editor.findChildren(QPushButton)
    QTest.mouseClick(chooser, Qt.MouseButton.LeftButton)
    QTest.mouseClick(remover, Qt.MouseButton.LeftButton)
    assert kept.emitted == ["aW1hZ2U=", None]

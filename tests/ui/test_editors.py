"""Every editor has two verbs: showing, which tells nobody, and a user's act, which is told at once."""

from base64 import b64encode
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.document.fields import FIELDS, Field, Kind
from desktop_app.ui.editors.choices import QuietCombo
from desktop_app.ui.editors.editor import Editor
from desktop_app.ui.form.field_editors import editor_for
from desktop_app.ui.form.field_row import FieldRow
from desktop_app.ui.form.offer import Offer
from desktop_app.ui.scene import Scene
from tests.ui.desk import CONTROL, Desk, compose, wheel_over

PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier

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


@pytest.mark.parametrize(("key", "kind"), [("title", QLineEdit), ("quote.remarks", QPlainTextEdit)])
def test_what_is_copied_from_elsewhere_brings_no_unseen_characters(
    qtbot: QtBot, scene: Scene, key: str, kind: type[QWidget]
) -> None:
    """A mark that turns the direction comes along with a path of Windows, an escape with a terminal's text."""
    kept = Kept(qtbot, scene, key)
    entry = kept.editor.findChild(kind)
    kept.editor.take_focus()
    QApplication.clipboard().setText("\u202aC:\\契約\u202c\x1b")
    QTest.keyClick(entry, Qt.Key.Key_V, CONTROL)
    entry.clearFocus()
    assert kept.emitted[-1] == "C:\\契約"
    assert (entry.text() if isinstance(entry, QLineEdit) else entry.toPlainText()) == "C:\\契約"


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
    ("key", "most", "room", "told"),
    [
        ("quote.remarks", "a\n" * 9_999 + "a", "b", "1つの欄には20,000文字まで"),
        ("service.domains", f"a.example\n{'b' * 499}", "b", "1行には500文字まで"),
        ("title", "a" * 19_999, "b", "1つの欄には20,000文字まで"),
    ],
)
@pytest.mark.parametrize("how", ["typed", "composed", "pasted"])
def test_what_is_too_long_for_a_file_is_not_taken(
    qtbot: QtBot, scene: Scene, key: str, most: str, room: str, told: str, how: str
) -> None:
    """All stays as it was, with the cursor where it was; what is far too long is not even laid out."""
    kept, sentences = Kept(qtbot, scene, key), list[str]()
    kept.editor.refused.connect(sentences.append)
    entry = kept.editor.findChild(QLineEdit) or kept.editor.findChild(QPlainTextEdit)
    kept.editor.take_focus()
    entry.write(most)
    QTest.keyClick(entry, Qt.Key.Key_End, CONTROL)
    QTest.keyClick(entry, Qt.Key.Key_Left)
    put: dict[str, Callable[[str], None]] = {
        "typed": partial(QTest.keyClicks, entry),
        "composed": partial(compose, entry),
        "pasted": partial(pasted, entry),
    }
    put[how](room)
    full, emitted = entry.written(), len(kept.emitted)
    assert (full, sentences) == (most[:-1] + room + most[-1], [])
    put[how]("c")
    pasted(entry, "c" * 1_000_000)
    assert (entry.written(), len(kept.emitted)) == (full, emitted)
    assert len(sentences) >= 2
    assert all(told in each for each in sentences)
    QTest.keyClick(entry, Qt.Key.Key_Delete)
    assert entry.written() == full[:-1]


def pasted(entry: QWidget, text: str) -> None:
    """Paste a text."""
    QApplication.clipboard().setText(text)
    QTest.keyClick(entry, Qt.Key.Key_V, CONTROL)


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
    steps = {
        (Qt.Key.Key_Up, PLAIN): "2024-08-01",
        (Qt.Key.Key_Down, PLAIN): "2024-07-31",
        (Qt.Key.Key_PageDown, PLAIN): "2024-06-30",
        (Qt.Key.Key_PageUp, PLAIN): "2024-07-30",
        (Qt.Key.Key_Down, CONTROL): "2023-07-30",
        (Qt.Key.Key_Up, CONTROL): "2024-07-30",
        (Qt.Key.Key_Up, SHIFT): "2024-08-30",
        (Qt.Key.Key_PageDown, SHIFT): "2023-08-30",
        (Qt.Key.Key_Semicolon, CONTROL): "2024-12-10",
    }
    for (key, held), day in steps.items():
        QTest.keyClick(line, key, held)
        assert kept.emitted[-1] == day
    line.selectAll()
    QTest.keyClicks(line, "later")
    assert kept.emitted[-1] == "later"


def test_a_step_from_nothing_is_today(qtbot: QtBot, scene: Scene) -> None:
    """By an arrow, a sign or the keys for today; a wrong day is not stepped from."""
    kept = Kept(qtbot, scene, "quote.issued_on")
    line = kept.editor.findChild(QLineEdit)
    kept.editor.take_focus()
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert kept.emitted == ["2024-12-10"]
    kept.editor.show_value("2024-02-30")
    line.deselect()
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert kept.emitted == ["2024-12-10"]
    kept.editor.show_value(None)
    QTest.keyClicks(line, ";")
    assert line.text() == "2024/12/10"
    assert len(kept.emitted) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_no_key_and_no_wheel_steps_a_price(qtbot: QtBot, scene: Scene, key: Qt.Key) -> None:
    """It is changed by typing alone."""
    kept = Kept(qtbot, scene, "prices.initial_fee")
    kept.editor.show_value(300000)
    kept.editor.take_focus()
    line = kept.editor.findChild(QLineEdit)
    QTest.keyClick(line, key)
    wheel_over(line)
    assert line.text() == "300000"
    assert kept.emitted == []


def test_enter_goes_on_to_the_next_field(qtbot: QtBot, scene: Scene) -> None:
    """The entry is over then, as when it is left by Tab."""
    form = QWidget()
    box = QVBoxLayout(form)
    editors = [
        editor_for(field(key), scene, Offer((), lambda: None)) for key in ("prices.initial_fee", "title", "policy.rounding")
    ]
    left: list[object] = []
    for each in editors:
        box.addWidget(each)
        each.left.connect(partial(left.append, each))
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    editors[0].take_focus()
    QTest.keyClicks(form.focusWidget(), "300000")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert editors[0].findChild(QLineEdit).text() == "300,000"
    assert form.focusWidget() is editors[1].findChild(QLineEdit)
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Enter)
    assert left[0] is editors[0]
    assert left[-1] is editors[1]
    first = form.focusWidget()
    assert first in editors[2].findChildren(QPushButton)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert form.focusWidget() is editors[0].findChild(QLineEdit)


@pytest.mark.parametrize(("key", "kind"), [("prices.initial_fee", QLineEdit), ("quote.remarks", QPlainTextEdit)])
def test_what_is_composed_when_a_field_is_left_is_kept(qtbot: QtBot, scene: Scene, key: str, kind: type[QWidget]) -> None:
    """It is typed then; nothing was told, or called wrong, before."""
    kept = Kept(qtbot, scene, key)
    kept.editor.show_value("?" if kind is QLineEdit else None)
    kept.editor.take_focus()
    control = kept.editor.findChild(kind)
    control.selectAll()
    QApplication.sendEvent(control, QInputMethodEvent("３０まん", []))
    kept.editor.rest()
    kept.editor.show_value("?" if kind is QLineEdit else None)
    assert kept.emitted == []
    control.clearFocus()
    assert kept.emitted == ["３０まん"]


def test_a_composition_that_is_given_up_leaves_what_stands_there(qtbot: QtBot, scene: Scene) -> None:
    """Over a selection that is nothing, which is told then."""
    kept = Kept(qtbot, scene, "prices.initial_fee")
    kept.editor.show_value(5)
    kept.editor.take_focus()
    line = kept.editor.findChild(QLineEdit)
    for composed in ("さ", "さん", ""):
        assert kept.emitted == []
        QApplication.sendEvent(line, QInputMethodEvent(composed, []))
    assert kept.emitted == [None]
    assert line.text() == ""


def test_a_popup_that_looks_in_ends_no_composition(qtbot: QtBot, scene: Scene) -> None:
    """The list of an input method's candidates, for example."""
    kept = Kept(qtbot, scene, "title")
    kept.editor.take_focus()
    line = kept.editor.findChild(QLineEdit)
    QApplication.sendEvent(line, QInputMethodEvent("やまだ", []))
    QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert kept.emitted == []


def test_the_tip_says_the_day_in_both_calendars(qtbot: QtBot, scene: Scene) -> None:
    """Behind what is wrong with it and before what it is for; the latter also when one asks what this is."""
    kept = Kept(qtbot, scene, "quote.issued_on")
    line = kept.editor.findChild(QLineEdit)
    kept.editor.show_value("2024-07-10")
    kept.editor.show_finding("warning", "late", "the day of issue")
    assert line.toolTip() == "<qt>late<br>2024年7月10日（水）　令和6年7月10日（水）<br>the day of issue</qt>"
    assert line.whatsThis() == "<qt>the day of issue</qt>"
    assert line.accessibleDescription() == "late"
    kept.editor.show_finding("", "", "the day of issue")
    assert line.accessibleDescription() == "the day of issue"
    kept.editor.show_value("2019-05-01")
    assert "令和元年5月1日（水）" in line.toolTip()
    kept.editor.show_value("soon")
    assert line.toolTip() == "<qt>the day of issue</qt>"


def test_days_are_written_in_eras_on_request(qtbot: QtBot, scene: Scene) -> None:
    """With the common year beside them; typing is as ever."""
    kept = Kept(qtbot, scene._replace(eras=True), "quote.issued_on")
    line = kept.editor.findChild(QLineEdit)
    line.clearFocus()
    kept.editor.show_value("2024-07-10")
    assert line.text() == "令和6年7月10日（水）"
    assert kept.editor.findChild(QLabel).text() == "2024年"
    kept.editor.take_focus()
    assert line.text() == "2024/07/10"


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


def test_only_a_picture_of_the_right_kind_is_shown(qtbot: QtBot, scene: Scene) -> None:
    """Another kind is an error in the contract, and may name files that are not to be opened for it."""
    kept = Kept(qtbot, scene, "issuer.seal_png")
    picture = kept.editor.findChild(QLabel)
    kept.editor.show_value(PNG)
    assert not picture.pixmap().isNull()
    kept.editor.show_value(b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>').decode("ascii"))
    assert picture.pixmap().isNull()
    assert picture.isHidden()


@pytest.mark.parametrize("blank", [" ", "   ", "　"])
@pytest.mark.parametrize("key", ["prices.initial_fee", "prices.monthly.unit_price", "quote.issued_on", "quote.revision"])
def test_a_blank_where_no_text_belongs_is_gone_once_the_field_is_left(qtbot: QtBot, scene: Scene, key: str, blank: str) -> None:
    """It counts as nothing, and is shown as nothing."""
    kept = Kept(qtbot, scene, key)
    line = kept.editor.findChild(QLineEdit)
    kept.editor.take_focus()
    compose(line, blank)
    assert line.text() == blank
    line.clearFocus()
    assert line.text() == ""
    assert set(kept.emitted) == {None}


def test_what_is_done_by_the_menu_of_a_text_area_is_told(qtbot: QtBot, scene: Scene) -> None:
    """Once it is chosen; the menu alone changes nothing."""
    kept = Kept(qtbot, scene, "service.domains")
    area = kept.editor.findChild(QPlainTextEdit)
    kept.editor.take_focus()
    QTest.keyClicks(area, "a.example")
    area.selectAll()
    told = len(kept.emitted)
    QApplication.sendEvent(
        area, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), area.mapToGlobal(QPoint(5, 5)))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(kept.emitted) == told
    next(each for each in menu.actions() if each.objectName() == "edit-delete").trigger()
    qtbot.waitUntil(lambda: len(kept.emitted) > told)
    assert kept.emitted[-1] is None
    menu.close()


def test_the_label_of_a_field_belongs_to_its_editor(desk: Desk) -> None:
    """For whoever goes by labels: a mnemonic, a screen reader."""
    for number in range(1, 8):
        desk.section(number)
        for row in desk.window.findChildren(FieldRow):
            (name,) = [each for each in row.findChildren(QLabel) if each.property("role") == "field"]
            assert name.buddy() in row.editor.controls()


def test_a_choice_with_too_little_room_says_so_by_dots(qtbot: QtBot) -> None:
    """And stands whole as soon as there is room for it."""
    combo = QuietCombo()
    combo.addItem("Summary of Contract and Charges")
    qtbot.addWidget(combo)
    for width, is_whole in ((120, False), (combo.sizeHint().width(), True)):
        combo.resize(width, combo.sizeHint().height())
        option = QStyleOptionComboBox()
        combo.initStyleOption(option)
        assert (option.currentText == combo.currentText()) is is_whole
        assert option.currentText.endswith("…") is not is_whole

"""A walk through the window by keyboard and by ear: every control in every state has a name, and none holds the keyboard."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QScrollBar, QTableView, QWidget

from tests.cases.examples import worked_examples
from tests.ui.desk import Desk

INTERACTIVE = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
}
MOST_STEPS = 150


@pytest.fixture(params=["empty", "full", "wrong"])
def state(desk: Desk, tmp_path: Path, request: pytest.FixtureRequest) -> Desk:
    """Return a window with nothing in it, with a whole contract, with a contract that has something wrong."""
    if request.param != "empty":
        contract = next(each.contract for each in worked_examples() if each.name == "02-terminated-mid-term")
        dates = {"billing_start": "x"} if request.param == "wrong" else contract["dates"]
        file = tmp_path / "example.contract.json"
        file.write_text(json.dumps({**contract, "dates": dates}), "utf-8")
        desk.open(file)
    return desk


def below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader finds below something, the lines of tables and trees left out."""
    for i in range(interface.childCount()):
        child = interface.child(i)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        yield child
        if child.role() not in {QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List}:
            yield from below(child)


@pytest.mark.parametrize("number", range(1, 8))
def test_a_screen_reader_finds_no_control_without_a_name(state: Desk, number: int) -> None:
    """Buttons, lines, lists, tables and tabs of each section and of the result beside it."""
    state.section(number)
    state.press(Qt.Key(Qt.Key.Key_0 + min(number, 6)), Qt.KeyboardModifier.AltModifier)
    nameless, seen = [], 0
    for each in below(QAccessible.queryAccessibleInterface(state.window)):
        widget = each.object()
        if each.role() in INTERACTIVE and not isinstance(widget, QScrollBar) and not _inside_of_scrolling(widget):
            seen += 1
            if not each.text(QAccessible.Text.Name):
                nameless.append((each.role(), widget))
    assert seen > 10
    assert nameless == []


def _inside_of_scrolling(widget: QObject | None) -> bool:
    """Return whether something only scrolls what is around it, such as the arrows beside tabs that have no room."""
    above = None if widget is None else widget.parent()
    return above is not None and (above.inherits("QTabBar") or above.inherits("QAbstractItemView"))


@pytest.mark.parametrize("state", ["full"], indirect=True)
@pytest.mark.parametrize("number", range(1, 8))
def test_the_keyboard_comes_round_both_ways(state: Desk, number: int) -> None:
    """Tab leads from the list of sections back to it, and so does Shift+Tab, by the same controls; nothing keeps the keyboard."""
    state.section(number)
    forward, back = (_round(state, key) for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab))
    assert len(forward) > 8
    assert {each.accessibleName() for each in set(forward) ^ set(back) if not _of_a_table(each)} == set()


def _round(desk: Desk, key: Qt.Key) -> list[QWidget]:
    """Return the controls that a key leads by until it comes to where it began."""
    began = QApplication.focusWidget()
    passed: list[QWidget] = []
    for _ in range(MOST_STEPS):
        desk.press(key)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is began:
            return passed
        passed.append(focused)
    pytest.fail(f"{began} is not come back to: {[each.accessibleName() for each in passed[-12:]]}")


def _of_a_table(widget: QWidget) -> bool:
    """Return whether a control is a table, whose cells one way may begin where the other ends, or a part of one."""
    above = widget.parentWidget()
    return isinstance(widget, QTableView) or (above is not None and above.inherits("QAbstractItemView"))


def test_a_wrong_entry_is_heard_at_its_field(state: Desk) -> None:
    """The sentence is the field's description, so that it is read with it."""
    line = state.type_into("課金開始日", "13/13")
    heard = QAccessible.queryAccessibleInterface(line)
    assert heard.text(QAccessible.Text.Name) == "課金開始日"
    assert "課金開始日" in heard.text(QAccessible.Text.Description)


def test_every_menu_command_has_a_key_or_a_mnemonic(state: Desk) -> None:
    """Menus by Alt and a letter, entries by a letter or a number, most of them by keys of their own."""
    bar = state.window.menuBar()
    assert all("&" in each.text() for each in bar.actions())
    entries = [entry for each in bar.actions() for entry in each.menu().actions() if not entry.isSeparator()]
    assert len(entries) > 10
    assert [each.text() for each in entries if "&" not in each.text() and not each.shortcut().toString()] == []

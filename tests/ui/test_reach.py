"""Everything can be reached by the keyboard and heard from a screen reader, in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.document.fields import EACH, FIELDS, Kind, Section
from desktop_app.ui.form.layout import GROUPS, KEPT_BY_THE_PROGRAM, columns_of, details_of, fields_of
from tests.ui.desk import Desk


def test_every_field_stands_in_one_group_of_its_section() -> None:
    """Nothing of the file is left out of the window but what the program keeps itself."""
    placed = [field for section in Section for group in GROUPS[section] for field in fields_of(group)]
    tables = [field for field in placed if field.kind is Kind.TABLE]
    placed += [field for table in tables for field in (*columns_of(table), *details_of(table))]
    assert len(placed) == len(set(placed))
    assert set(placed) == {field for field in FIELDS if field.key not in KEPT_BY_THE_PROGRAM}
    assert all(fields_of(group) for section in Section for group in GROUPS[section])
    assert all(
        field.section is section
        for section in Section
        for group in GROUPS[section]
        for field in fields_of(group)
        if EACH not in field.path
    )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_control_has_a_name(full: Desk, language: str) -> None:
    """In each section and each view of the result."""
    full.window.switch(f"language.{language}")
    title = "契約" if language == "ja" else "Contract"
    full.qtbot.waitUntil(lambda: any(each.text() == title for each in full.window.findChildren(QLabel)))
    seen = 0
    for number in range(1, 8):
        full.section(number)
        full.window.show_tab(min(number, 5) - 1)
        QApplication.processEvents()
        for control in full.focusable():
            heard = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
            assert heard, (number, control, control.parentWidget())
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("number", range(1, 8))
def test_tab_reaches_every_control(full: Desk, number: int) -> None:
    """And comes round."""
    full.section(number)
    QApplication.processEvents()
    wanted = {each for each in full.focusable() if not _of_a_table(each)}
    reached: set[QWidget | None] = set()
    for _ in range(200):
        full.press(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    missed = wanted - reached
    assert {each.accessibleName() for each in missed} == set()


def _of_a_table(widget: QWidget) -> bool:
    """Return whether a control is a part of a table, such as its header, which the table's own keys serve."""
    above = widget.parentWidget()
    return above is not None and above.inherits("QAbstractItemView")

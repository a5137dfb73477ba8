"""Large text in little room: tables and figures become tighter, then the months and totals of a table stay in sight."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import assess
from desktop_app.document.fields import Section
from desktop_app.document.partly import known_of
from desktop_app.ui.look import apply_look, look_of
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.result.figure_table import FigureTable
from desktop_app.ui.result.sheets import months_sheet
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.wording.wording import wording
from tests.cases.examples import worked_examples
from tests.scenarios.customer import example_file
from tests.ui.conftest import TODAY
from tests.ui.desk import Answers

EXAMPLES = {each.name: each.contract for each in worked_examples()}
MANY_DIGITS = "many-digits"
"""The contract that is ended in the middle of its term, at two hundred times its prices."""
LAST = 9

Shown = Callable[..., FigureTable]


def contract(name: str) -> dict[str, Any]:
    """Return a worked example, or the one of many digits."""
    if name != MANY_DIGITS:
        return EXAMPLES[name]
    example = EXAMPLES["02-terminated-mid-term"]
    tiers = [each | {"unit_price": str(200 * int(each["unit_price"]))} for each in example["prices"]["monthly"]["tiers"]]
    return example | {"prices": example["prices"] | {"monthly": {"model": "graduated", "tiers": tiers}}}


@pytest.fixture
def shown(qtbot: QtBot, _fonts: None, rules: Rulebook) -> Iterator[Shown]:
    """Return how a month table is shown so wide, with text of a size."""

    def show(name: str, width: int, size: int = 100, language: str = "ja") -> FigureTable:
        apply_look(look_of("light", size))
        table = FigureTable("months", look_of("light", size))
        qtbot.addWidget(table)
        table.resize(width, 220)
        table.show()
        table.show_sheet(months_sheet(known_of(assess(contract(name), TODAY, rules), TODAY, rules), wording(language)))
        QApplication.processEvents()
        return table

    yield show
    apply_look(look_of("light"))


def in_sight(table: FigureTable) -> list[str]:
    """Return the titles of the columns that are told."""
    return [str(table.model().headerData(each.column, Qt.Orientation.Horizontal)) for each in table.places() if each.told]


def picture(table: FigureTable, column: int) -> QImage:
    """Return how a column looks, its title and the line beside it left out."""
    place = table.visualRect(table.model().index(0, column)).adjusted(2, 0, -2, 0)
    place.setBottom(table.viewport().height() - 1)
    return table.viewport().grab(place).toImage()


@pytest.mark.parametrize(("language", "room"), [("ja", 754), ("en", 700)])
@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_with_large_text_every_column_of_an_example_is_in_sight(shown: Shown, name: str, language: str, room: int) -> None:
    """Half as large again, in the room that a window of 1280 pixels has beside its form: nothing is to be scrolled to."""
    table = shown(name, room, 150, language)
    assert table.horizontalScrollBar().maximum() == 0
    assert in_sight(table)[-1] == {"ja": "合計", "en": "Total"}[language]


def test_figures_are_never_smaller_than_those_of_text_of_the_usual_size(shown: Shown) -> None:
    """Larger text may become smaller in a table, text of the usual size hardly."""
    usual, large = (shown(MANY_DIGITS, 400, size).horizontalHeader().face.pointSizeF() for size in (100, 150))
    assert usual == pytest.approx(9.75 * 0.92)
    assert large > usual


def test_the_total_stays_while_the_rest_passes(shown: Shown) -> None:
    """With the months on the other side; and each of the others has its time in sight, whole."""
    table = shown(MANY_DIGITS, 480)
    bar, months, totals = table.horizontalScrollBar(), picture(table, 0), picture(table, LAST)
    assert bar.maximum() > 0
    seen: set[str] = set()
    for way in (*range(0, bar.maximum(), 3), bar.maximum()):
        bar.setValue(way)
        told = in_sight(table)
        assert (told[0], told[-1]) == ("月", "合計")
        seen.update(told)
    assert len(seen) == LAST + 1
    assert picture(table, 0) == months
    assert picture(table, LAST) == totals


def test_a_figure_of_which_only_a_part_has_room_is_not_written(shown: Shown) -> None:
    """Without its first digits it would be another."""
    table = shown(MANY_DIGITS, 480)
    whole = picture(table, 3)
    table.horizontalScrollBar().setValue(table.columnViewportPosition(3) - table.middle().left() + 8)
    assert "月額" not in in_sight(table)
    table.scrollTo(table.model().index(2, 3))
    assert picture(table, 3) == whole


def test_a_click_is_for_the_figure_that_is_seen(shown: Shown, qtbot: QtBot) -> None:
    """On a total that stays, the total of that month; between, the column that passes there."""
    table = shown(MANY_DIGITS, 480)
    for way in (0, 40, table.horizontalScrollBar().maximum()):
        table.horizontalScrollBar().setValue(way)
        for each in table.places():
            place = QPoint(each.left + each.width // 2, table.rowViewportPosition(2) + 5)
            if each.told:
                with qtbot.waitSignal(table.chosen) as chosen:
                    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
                assert table.currentIndex().column() == each.column
                assert chosen.args[0][:2] == ("months", 2)


def test_the_keyboard_brings_each_figure_into_sight(shown: Shown) -> None:
    """From the month to the total and back, without the total or the month moving anything."""
    table = shown(MANY_DIGITS, 480)
    table.setCurrentIndex(table.model().index(1, 0))
    for key, columns in ((Qt.Key.Key_Right, range(1, LAST + 1)), (Qt.Key.Key_Left, range(LAST - 1, -1, -1))):
        for column in columns:
            way = table.horizontalScrollBar().value()
            QTest.keyClick(table, key)
            assert table.currentIndex().column() == column
            assert column in [each.column for each in table.places() if each.told]
            if column in (0, LAST):
                assert table.horizontalScrollBar().value() == way


def test_another_contract_is_drawn_in_the_columns_that_stay(shown: Shown, rules: Rulebook) -> None:
    """A price typed while the table is scrolled changes the totals in sight."""
    table = shown(MANY_DIGITS, 480)
    table.horizontalScrollBar().setValue(60)
    before = picture(table, LAST)
    draft = contract(MANY_DIGITS)
    changed = assess(draft | {"prices": draft["prices"] | {"initial_fee": 299_999}}, TODAY, rules)
    table.show_sheet(months_sheet(known_of(changed, TODAY, rules), wording("ja")))
    QApplication.processEvents()
    assert picture(table, LAST) != before


def test_a_range_is_marked_across_the_columns_that_stay(shown: Shown) -> None:
    """The marked ones have another ground, below them not."""
    table = shown(MANY_DIGITS, 480)
    model = table.model()
    table.horizontalScrollBar().setValue(25)
    chosen = QItemSelection(model.index(1, 0), model.index(2, LAST))
    table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)
    ground = table.viewport().grab().toImage()
    ratio = ground.devicePixelRatio()
    marked = look_of("light").colour("accent_soft").rgb()
    for row, is_marked in ((1, True), (2, True), (3, False)):
        y = round((table.rowViewportPosition(row) + 3) * ratio)
        for x in (3, 200, table.viewport().width() - 4):
            assert (ground.pixel(round(x * ratio), y) == marked) is is_marked


@pytest.mark.parametrize("language", ["ja", "en"])
def test_with_large_text_the_figures_leave_room_for_what_is_below_them(
    qtbot: QtBot, rules: Rulebook, tmp_path: Path, language: str
) -> None:
    """In two columns of lines however wide the form has become, all of them whole."""
    settings = Settings(tmp_path / "settings" / "window.ini")
    settings.language, settings.text_size = language, 150
    window = MainWindow(Session(rules, TODAY), Answers(tmp_path), settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.begin(lambda: window.filing.open_file(example_file(tmp_path, "02-terminated-mid-term")))
    for section in Section:
        window.choose_section(section)
        QApplication.processEvents()
    cards = [each for each in window.findChildren(QWidget) if each.property("role") == "card"]
    assert len({each.x() for each in cards}) == 2
    for label in (each for card in cards for each in card.findChildren(QLabel) if each.isVisible()):
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width() + 1, label.text()
    menu = window.menuBar().actions()[0].menu()
    assert menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu) == 24
    apply_look(look_of("light"))

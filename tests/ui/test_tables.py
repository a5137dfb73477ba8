"""Tables to type in behave as in a spreadsheet; tables to read and the tree of reasons are sound models."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QTableView, QTreeView
from pytestqt.modeltest import ModelTester

from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import assess
from desktop_app.document.draft import value_at
from desktop_app.document.fields import Kind
from desktop_app.document.partly import known_of
from desktop_app.ui.editors.rows_model import Column, Mark, RowsModel
from desktop_app.ui.editors.writing import cell_writing_of
from desktop_app.ui.form.section_list import SectionsModel
from desktop_app.ui.result.figure_model import FigureModel
from desktop_app.ui.result.figure_table import FigureTable
from desktop_app.ui.result.sheets import dates_sheet, months_sheet, outages_sheet, settlement_sheet
from desktop_app.ui.scene import Scene
from tests.cases.examples import worked_examples
from tests.ui.desk import CONTROL, Desk

EXAMPLE = next(each for each in worked_examples() if each.name == "02-terminated-mid-term")


@pytest.fixture
def table(desk: Desk, tmp_path: Path) -> QTableView:
    """Return the table of account counts of a worked example."""
    file = tmp_path / "example.contract.json"
    file.write_text(json.dumps(EXAMPLE.contract), "utf-8")
    desk.open(file)
    desk.section(3)
    return desk.named(QTableView, "アカウント数")


def accounts(desk: Desk) -> list[dict[str, object]]:
    """Return the account records of the draft."""
    return list(value_at(desk.session.history.present, ("accounts",)))


def test_a_cell_is_typed_over(desk: Desk, table: QTableView) -> None:
    """Typing begins the entry, Enter ends it, and the figures follow."""
    desk.click_cell(table, 1, 1)
    desk.keys("900")
    desk.press(Qt.Key.Key_Return)
    assert accounts(desk)[1]["count"] == 900
    assert desk.cards()["月額"] == "¥180,000"
    desk.undo()
    assert accounts(desk)[1]["count"] == 1200


def test_typing_under_the_last_row_adds_one(desk: Desk, table: QTableView) -> None:
    """Tab goes on in the same row."""
    desk.click_cell(table, 2, 0)
    desk.keys("10/1 9:00")
    desk.press(Qt.Key.Key_Tab)
    desk.keys("1,500")
    desk.press(Qt.Key.Key_Return)
    assert accounts(desk)[2] == {"from": "2024-10-01T09:00", "count": 1500}
    assert table.model().rowCount() == 4


def test_rows_are_pasted_from_a_spreadsheet(desk: Desk, table: QTableView) -> None:
    """Over what is there and on below it, as one step to undo."""
    desk.click_cell(table, 1, 0)
    desk.paste("2024/9/15 10:00\t1,300\tplan\r\n2024/12/1\t２，０００\r\nlater\tmany\r\n")
    assert accounts(desk)[1:] == [
        {"from": "2024-09-15T10:00", "count": 1300, "note": "plan"},
        {"from": "2024-12-01", "count": 2000},
        {"from": "later", "count": "many"},
    ]
    assert len(desk.sentences("error")) == 2
    desk.undo()
    assert accounts(desk) == EXAMPLE.contract["accounts"]


def test_rows_are_copied_for_a_spreadsheet(desk: Desk, table: QTableView) -> None:
    """What is pasted back is what was there."""
    table.setFocus()
    table.selectAll()
    desk.press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "2024/07/10\t800\t\n2024/09/15 10:00\t1,200\t"
    desk.click_cell(table, 0, 0)
    desk.press(Qt.Key.Key_V, CONTROL)
    assert accounts(desk) == EXAMPLE.contract["accounts"]


def test_cells_and_rows_are_deleted(desk: Desk, table: QTableView) -> None:
    """The key empties cells; the button and its keys take rows out."""
    desk.click_cell(table, 1, 1)
    desk.press(Qt.Key.Key_Delete)
    assert accounts(desk)[1] == {"from": "2024-09-15T10:00"}
    desk.undo()
    desk.press(Qt.Key.Key_Minus, CONTROL)
    assert len(accounts(desk)) == 1
    desk.undo()
    desk.click_cell(table, 0, 0)
    desk.qtbot.mouseClick(desk.named(QPushButton, "アカウント数 行を削除"), Qt.MouseButton.LeftButton)
    assert accounts(desk)[0]["count"] == 1200
    assert any("課金開始日" in each for each in desk.sentences("error"))


def test_the_keyboard_stays_at_a_table_whose_rows_are_removed(desk: Desk, table: QTableView) -> None:
    """At the button while there is something to remove, at the one that adds rows then; in the table, at the row beside."""
    add, remove = (desk.named(QPushButton, f"アカウント数 {each}") for each in ("行を追加", "行を削除"))
    desk.click_cell(table, 1, 1)
    desk.press(Qt.Key.Key_Minus, CONTROL)
    assert table.hasFocus()
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 1)
    desk.press(Qt.Key.Key_Up)
    remove.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert not accounts(desk)
    assert add.hasFocus()
    desk.undo()
    desk.undo()
    remove.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert len(accounts(desk)) == 1
    assert remove.hasFocus()


def test_a_wrong_cell_is_marked(desk: Desk, table: QTableView) -> None:
    """With its sentence in the cell, for a screen reader and under the table."""
    desk.click_cell(table, 0, 1)
    desk.keys("-5")
    desk.press(Qt.Key.Key_Return)
    index = table.model().index(0, 1)
    assert index.data() == "-5"
    assert "件数（1行目）" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert any("件数（1行目）" in each for each in desk.sentences("error"))


def test_the_rest_of_an_item_stands_below_its_table(desk: Desk, tmp_path: Path) -> None:
    """For the chosen row."""
    file = tmp_path / "outages.contract.json"
    file.write_text(json.dumps(next(e for e in worked_examples() if e.name == "12-every-kind-of-outage").contract), "utf-8")
    desk.open(file)
    desk.section(6)
    table = desk.named(QTableView, "障害")
    desk.click_cell(table, 1, 0)
    desk.type_into("メモ", "second")
    assert value_at(desk.session.history.present, ("outages", 1, "note")) == "second"
    desk.click_cell(table, 0, 0)
    assert desk.named(QLineEdit, "メモ").text() == ""


def test_the_table_to_type_in_is_a_sound_model(qtmodeltester: ModelTester, scene: Scene) -> None:
    """While rows come, change and go."""
    columns = [Column(kind.value, kind.value, cell_writing_of(kind, scene)) for kind in (Kind.DAY, Kind.COUNT, Kind.TEXT)]
    model = RowsModel(columns)
    qtmodeltester.check(model)
    told: list[object] = []
    for signal in (model.edited, model.added, model.replaced):
        signal.connect(lambda *given: told.append(given))
    for items in ([{"day": "2024-07-10"}], [{}, {"count": 5}, "no item"], None, [{"text": "x"}] * 4, "no list", [{}]):
        model.show_items(items, {(0, "day"): Mark("error", "wrong"), (1,): Mark("warning", "row")})
    assert told == []
    model.setData(model.index(0, 1), "７")
    model.setData(model.index(1, 0), "2024/7/10")
    assert told == [((0, "count"), 7), ([{"day": "2024-07-10"}],)]


def test_the_tables_to_read_are_sound_models(qtmodeltester: ModelTester, scene: Scene, rules: Rulebook) -> None:
    """With every sheet of every worked example in them, one after another."""
    model = FigureModel()
    qtmodeltester.check(model)
    for example in worked_examples():
        known = known_of(assess(example.contract, example.as_of, rules), example.as_of, rules)
        for sheet in (months_sheet, dates_sheet, settlement_sheet, outages_sheet):
            shown = sheet(known, scene.words)
            model.show_sheet(shown)
            assert model.rowCount() == len(shown.rows)


@pytest.mark.parametrize(("divided", "part", "rest"), [("calendar_days", "22/31", "9/31"), ("thirty_days", "22/30", "9/30")])
def test_a_part_of_a_month_stands_over_what_its_fee_is_divided_by(
    desk: Desk, tmp_path: Path, divided: str, part: str, rest: str
) -> None:
    """In the months and in the settlement, as on the papers; of a whole month there are only its days."""
    file = tmp_path / "example.contract.json"
    file.write_text(json.dumps(EXAMPLE.contract | {"policy": {"partial_month": divided}}), "utf-8")
    desk.open(file)
    desk.window.show_tab(0)
    assert days_in(desk.named(FigureTable, "月別明細")) == ["", part, "31", "30", "31", "30", "31", "31", ""]
    desk.window.show_tab(2)
    assert days_in(desk.named(FigureTable, "調定金")) == ["28", "31", "30", "31", "30", rest, ""]


def test_a_month_that_comes_to_nothing_says_so(scene: Scene, rules: Rulebook) -> None:
    """Zero is left blank in the columns of its parts, but not in that of the totals."""
    example = next(each for each in worked_examples() if each.name == "12-every-kind-of-outage")
    sheet = months_sheet(known_of(assess(example.contract, example.as_of, rules), example.as_of, rules), scene.words)
    month = next(row for row in sheet.rows if row[0].text == "2025/05")
    assert [cell.text for cell in month[4:]] == ["9,000", "", "▲9,000", "", "", "0"]


def days_in(table: FigureTable) -> list[str]:
    """Return what stands in the column of days."""
    model = table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_the_list_of_sections_is_a_sound_model(qtmodeltester: ModelTester, scene: Scene) -> None:
    """Marked or not."""
    model = SectionsModel(scene)
    qtmodeltester.check(model)
    model.show_findings([])
    assert model.rowCount() == 7


def test_every_model_in_the_window_is_sound(desk: Desk, qtmodeltester: ModelTester, table: QTableView) -> None:
    """As it stands there, every tab looked at once."""
    for number in range(6):
        desk.window.show_tab(number)
    views = [each for kind in (QTableView, QTreeView, QListView) for each in desk.window.findChildren(kind)]
    assert len(views) > 5
    for view in views:
        qtmodeltester.check(view.model())

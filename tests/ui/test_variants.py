"""Variants of a contract: changed apart, each with its own undo, compared, named, closed, taken over, brought from files."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTabWidget

from desktop_app.cli.main import main
from desktop_app.document.draft import value_at
from desktop_app.storage.contract_file import save
from desktop_app.ui.inquiry.comparison_dialog import ComparisonDialog
from desktop_app.ui.result.figure_table import FigureTable
from tests.cases.examples import SELF_CHECK
from tests.ui.desk import Desk

EXAMPLES = SELF_CHECK / "worked_examples"
ENDED, OTHER = (EXAMPLES / name / "contract.json" for name in ("02-terminated-mid-term", "09-whole-months"))
FEE = ("prices", "initial_fee")
ENDS = ("termination", "designated_on")


@pytest.fixture
def compared(desk: Desk) -> ComparisonDialog:
    """Return the comparison of an open contract with a copy of it, the copy in the window."""
    desk.open(ENDED)
    desk.qtbot.waitUntil(lambda: desk.session.file is not None)
    desk.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    return desk.window.findChild(ComparisonDialog)


def press(dialog: ComparisonDialog, text: str) -> None:
    """Press the button in sight that begins so."""
    (found,) = [each for each in dialog.findChildren(QPushButton) if each.text().startswith(text) and each.isVisible()]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def names(dialog: ComparisonDialog) -> list[str]:
    """Return the variants that can be chosen."""
    buttons = [each for each in dialog.findChildren(QPushButton) if each.isCheckable() and each.isVisible()]
    return [each.text() for each in buttons]


def cells(table: FigureTable) -> list[list[str]]:
    """Return what stands in a table."""
    model = table.model()
    return [[str(model.index(row, i).data()) for i in range(model.columnCount())] for row in range(model.rowCount())]


def pages(dialog: ComparisonDialog) -> QTabWidget:
    """Return the pages of the comparison."""
    return dialog.findChild(QTabWidget)


def figures(dialog: ComparisonDialog) -> dict[str, list[str]]:
    """Return the compared figures by their names."""
    table = pages(dialog).widget(0).findChild(FigureTable)
    return {row[0]: row[1:] for row in cells(table)}


def ways(dialog: ComparisonDialog) -> list[list[list[str]]]:
    """Return the tables from the first variant to each other."""
    return [cells(pages(dialog).widget(i).findChild(FigureTable)) for i in range(1, pages(dialog).count())]


def open_other(desk: Desk) -> None:
    """Choose to open another contract."""
    desk.answers.file = OTHER
    desk.window.views.actions["open"].trigger()


def yen(text: str) -> int:
    """Return an amount."""
    return int(text.replace("▲", "-").replace("¥", "").replace(",", "").replace("±", "").replace("〃", "0"))


def test_each_variant_has_its_own_undo(desk: Desk, compared: ComparisonDialog) -> None:
    """What is changed in one stays out of the other, back and forth."""
    assert names(compared) == ["案A", "案B"]
    before = value_at(desk.session.history.present, FEE)
    desk.session.edit(FEE, 1)
    press(compared, "案A")
    assert value_at(desk.session.history.present, FEE) == before
    assert not desk.window.views.actions["undo"].isEnabled()
    desk.session.edit(FEE, 2)
    press(compared, "案B")
    assert value_at(desk.session.history.present, FEE) == 1
    desk.window.views.actions["undo"].trigger()
    assert value_at(desk.session.history.present, FEE) == before
    press(compared, "案A")
    assert value_at(desk.session.history.present, FEE) == 2


def test_the_comparison_follows_what_is_changed_and_adds_up(desk: Desk, compared: ComparisonDialog) -> None:
    """As the window shows it; every difference has its worth."""
    assert figures(compared)["合計（税込）"][2] == "±¥0"
    desk.session.edit(ENDS, "2025-03-31")
    desk.session.edit(FEE, 250_000)
    row = figures(compared)["合計（税込）"]
    statement = desk.session.assessment.statement
    assert statement is not None
    assert yen(row[1]) == statement.totals.total.value.amount
    (way,) = ways(compared)
    first, *lines, last = [yen(each[-1].replace("+", "")) for each in way]
    assert first + sum(lines) == last
    assert (first, last) == (yen(row[0]), yen(row[1]))
    assert len(lines) == 2


def test_it_says_what_the_command_line_says(
    desk: Desk, compared: ComparisonDialog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same figures and the same worth of each field."""
    desk.session.edit(ENDS, "2025-03-31")
    desk.session.edit(FEE, 250_000)
    other = tmp_path / "other.json"
    save(other, desk.session.history.present)
    main(["compare", str(ENDED), str(other), f"--as-of={desk.as_of()}", "--format=json"])
    told = json.loads(capsys.readouterr().out)
    assert len(figures(compared)) == len(told["figures"])
    (way,) = ways(compared)
    assert [yen(each[-1].replace("+", "")) for each in way[1:-1]] == [each["worth"] for each in told["bridges"][0]["lines"]]


def test_there_is_room_for_four_and_any_can_be_the_base(desk: Desk, compared: ComparisonDialog) -> None:
    """The figures of the base stand first."""
    desk.session.edit(FEE, 250_000)
    press(compared, "複製")
    press(compared, "複製")
    assert names(compared) == ["案A", "案B", "案C", "案D"]
    assert pages(compared).count() == 4
    (duplicate,) = [each for each in compared.findChildren(QPushButton) if each.text().startswith("複製")]
    assert not duplicate.isEnabled()
    (base,) = [each for each in compared.findChildren(QComboBox) if each.isVisible()]
    base.setFocus()
    QTest.keyClick(base, Qt.Key.Key_Down)
    assert pages(compared).tabText(1) == "案B→案Aの内訳"
    assert figures(compared)["初期費用の合計"][0] == "¥350,000"


def test_a_variant_is_named(desk: Desk, compared: ComparisonDialog) -> None:
    """The name stands wherever the variant does."""
    (line,) = [each for each in compared.findChildren(QLineEdit) if each.accessibleName() == "案の名前"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "R & D")
    assert desk.session.beside.name == "R & D"
    assert names(compared)[1] == "R && D"
    assert any("R & D" in each.text() for each in desk.window.views.status.findChildren(QLabel))
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert desk.session.beside.name == "R & D"


def test_a_variant_that_stands_nowhere_else_is_closed_only_when_that_is_meant(desk: Desk, compared: ComparisonDialog) -> None:
    """An unchanged copy goes without a question."""
    press(compared, "複製")
    press(compared, "この案を閉じる")
    assert desk.answers.asked == ["open"]
    desk.session.edit(FEE, 3)
    press(compared, "この案を閉じる")
    assert names(compared) == ["案A", "案B"]
    assert desk.answers.asked[-1] == "lose 案B"
    desk.answers.agrees = True
    press(compared, "この案を閉じる")
    assert names(compared) == []
    assert desk.session.beside.name == ""
    assert not desk.session.modified


def test_one_is_taken_over_as_the_contract(desk: Desk, compared: ComparisonDialog) -> None:
    """With its undo; the file's own content is no loss."""
    desk.session.edit(FEE, 4)
    press(compared, "この案を契約に採用")
    assert desk.answers.asked == ["open"]
    assert names(compared) == []
    assert value_at(desk.session.history.present, FEE) == 4
    assert desk.session.modified
    assert desk.session.file == ENDED
    desk.window.views.actions["undo"].trigger()
    assert not desk.session.modified


def test_another_contract_is_opened_only_once_variants_may_be_lost(desk: Desk, compared: ComparisonDialog) -> None:
    """And they are gone with the contract that they are variants of."""
    desk.session.edit(FEE, 5)
    press(compared, "案A")
    open_other(desk)
    assert desk.answers.asked[-1] == "lose 案B"
    assert desk.session.file == ENDED
    desk.answers.agrees = True
    open_other(desk)
    desk.qtbot.waitUntil(lambda: desk.session.file == OTHER)
    assert names(compared) == []


def test_a_file_is_compared_with_the_contract(desk: Desk, compared: ComparisonDialog, tmp_path: Path) -> None:
    """It stands beside the others by its name; one that is none is told."""
    desk.answers.file = tmp_path / "gone.contract.json"
    press(compared, "ファイルと比較")
    assert "gone" in desk.answers.told[0]
    desk.answers.file = OTHER
    press(compared, "ファイルと比較")
    assert names(compared) == ["案A", "案B", "contract"]
    assert desk.session.file == ENDED
    broken = tmp_path / "broken.json"
    broken.write_text("{", "utf-8")
    desk.answers.file = broken
    press(compared, "ファイルと比較")
    assert len(desk.answers.told) == 2


def test_a_variant_with_something_wrong_is_left_out_and_named(desk: Desk, compared: ComparisonDialog) -> None:
    """The others are compared without it."""
    press(compared, "複製")
    desk.session.edit(FEE, "many")
    assert any("案C" in each.text() and each.property("role") == "warning" for each in compared.findChildren(QLabel))
    assert pages(compared).count() == 2


def test_without_variants_it_says_what_they_are_for(desk: Desk) -> None:
    """And makes the first from there."""
    desk.open(ENDED)
    desk.qtbot.waitUntil(lambda: desk.session.file is not None)
    desk.window.views.actions["compare"].trigger()
    dialog = desk.window.findChild(ComparisonDialog)
    assert names(dialog) == []
    press(dialog, "複製")
    assert names(dialog) == ["案A", "案B"]


def test_what_is_saved_is_the_variant_in_the_window(desk: Desk, compared: ComparisonDialog, tmp_path: Path) -> None:
    """The others are then not what stands in the file."""
    desk.session.edit(FEE, 6)
    desk.answers.file = tmp_path / "b.contract.json"
    desk.window.views.actions["save_as"].trigger()
    desk.qtbot.waitUntil(lambda: desk.session.file == desk.answers.file)
    assert not desk.session.modified
    assert json.loads(desk.answers.file.read_bytes())["prices"]["initial_fee"] == 6
    press(compared, "案A")
    assert desk.session.modified
    press(compared, "この案を契約に採用")
    assert not [each for each in desk.answers.asked if each.startswith("lose")]


def test_our_own_details_are_put_in_without_losing_a_variant(desk: Desk) -> None:
    """The contract in the window is new and as it began, the variant beside it is not."""
    for act in (desk.window.views.actions["variant"].trigger, lambda: desk.session.edit(FEE, 8)):
        act()
    dialog = desk.window.findChild(ComparisonDialog)
    press(dialog, "案A")
    desk.window.filing.take_issuer({"company": "株式会社自社"})
    assert value_at(desk.session.history.present, ("issuer", "company")) == "株式会社自社"
    assert names(dialog) == ["案A", "案B"]


def test_reading_the_file_anew_asks_for_the_other_variants(desk: Desk, compared: ComparisonDialog) -> None:
    """They would be gone with what is read anew."""
    desk.session.edit(FEE, 7)
    press(compared, "案A")
    desk.window.filing.reload()
    assert desk.answers.asked[-1] == "lose 案B"
    assert names(compared) == ["案A", "案B"]
    desk.answers.agrees = True
    desk.window.filing.reload()
    desk.qtbot.waitUntil(lambda: names(compared) == [])


def test_an_open_comparison_changes_its_language_with_the_window(desk: Desk, compared: ComparisonDialog) -> None:
    """It stays where it is, as it is, and follows what is changed; the keyboard stays where it was."""
    choose_base(compared, 1)
    pages(compared).setCurrentIndex(1)
    place, focused = compared.geometry(), desk.window.isActiveWindow()
    desk.window.switch("language.en")
    desk.qtbot.waitUntil(lambda: [each.windowTitle() for each in open_ones(desk)] == ["Compare variants"])
    (dialog,) = open_ones(desk)
    assert (dialog.geometry(), pages(dialog).currentIndex(), bases(dialog).currentIndex()) == (place, 1, 1)
    assert desk.window.isActiveWindow() is focused
    assert {each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()} >= {"&Duplicate"}
    pages(dialog).setCurrentIndex(0)
    before = figures(dialog)
    desk.session.edit(FEE, 700_000)
    assert figures(dialog) != before
    dialog.close()
    desk.window.switch("language.ja")
    desk.qtbot.waitUntil(lambda: desk.window.views.scene.words.language == "ja")
    assert open_ones(desk) == []


def open_ones(desk: Desk) -> list[ComparisonDialog]:
    """Return the comparisons that are open."""
    return [each for each in desk.window.findChildren(ComparisonDialog) if each.isVisible()]


def bases(dialog: ComparisonDialog) -> QComboBox:
    """Return the list of what the others are measured by."""
    return next(each for each in dialog.findChildren(QComboBox))


def choose_base(dialog: ComparisonDialog, base: int) -> None:
    """Have the others measured by a variant."""
    bases(dialog).setCurrentIndex(base)
    bases(dialog).activated.emit(base)

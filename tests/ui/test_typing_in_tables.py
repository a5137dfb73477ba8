"""Tables to type in go by the keys of a spreadsheet, follow each key, and keep their rows in order by themselves."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from desktop_app.calculation.step import Path as Address
from desktop_app.document.draft import value_at
from desktop_app.ui.editors.cell_block import cleared, filled_down, pasted
from desktop_app.ui.editors.editor import PAUSE
from tests.cases.examples import worked_examples
from tests.ui.desk import CONTROL, Desk

CONTRACT = next(each for each in worked_examples() if each.name == "02-terminated-mid-term").contract
ACCOUNTS: Address = ("accounts",)
ROWS = [
    {"from": "2024-07-10", "count": 100, "note": ""},
    {"from": "2024-09-01", "count": 300, "note": "three"},
    {"from": "2024-11-01T09:00", "count": 200, "note": ""},
]
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class Sheet:
    """The table of a section in the window, and what is in the draft."""

    def __init__(self, desk: Desk, view: QTableView, path: Address) -> None:
        self.desk, self.view, self.path = desk, view, path

    @property
    def rows(self) -> list[Any]:
        """The items in the draft."""
        return list(value_at(self.desk.session.history.present, self.path) or [])

    def column(self, name: str) -> list[Any]:
        """Return the values of a column in the draft."""
        return [each.get(name) for each in self.rows]

    @property
    def at(self) -> tuple[int, int]:
        """Where the cursor is."""
        return self.view.currentIndex().row(), self.view.currentIndex().column()

    @property
    def line(self) -> QLineEdit | None:
        """The line in the cell that is being typed in."""
        found = [each for each in self.view.viewport().findChildren(QLineEdit) if each.isVisible()]
        return found[0] if found else None

    def go(self, row: int, column: int) -> None:
        """Click a cell."""
        self.desk.click_cell(self.view, row, column)
        QApplication.processEvents()

    def press(self, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys one after the other, all with the same one held."""
        for key in keys:
            self.desk.press(key, held)

    def select(self, rows: int, columns: int) -> None:
        """Select a block from the cursor on."""
        self.press(*[Key.Key_Down] * (rows - 1), *[Key.Key_Right] * (columns - 1), held=SHIFT)

    def acts(self) -> list[str]:
        """Return the kinds of the acts that can be undone."""
        return [entry.act.kind for entry in self.desk.session.history.past]


def sheet_of(desk: Desk, tmp_path: Path, section: int, name: str, changes: dict[str, Any], path: Address) -> Sheet:
    """Return the table of a contract in which parts are exchanged."""
    file = tmp_path / "table.contract.json"
    file.write_text(json.dumps({**CONTRACT, **changes}), "utf-8")
    desk.open(file)
    desk.section(section)
    return Sheet(desk, desk.named(QTableView, name), path)


@pytest.fixture
def sheet(desk: Desk, tmp_path: Path) -> Sheet:
    """Return the table of account counts with three rows."""
    return sheet_of(desk, tmp_path, 3, "アカウント数", {"accounts": ROWS, "termination": None}, ACCOUNTS)


@pytest.fixture
def blank(desk: Desk, tmp_path: Path) -> Sheet:
    """Return the table of account counts of a contract that has none."""
    return sheet_of(desk, tmp_path, 3, "アカウント数", {"accounts": [], "termination": None}, ACCOUNTS)


def test_figures_follow_each_key(sheet: Sheet) -> None:
    """And Esc brings back what was there, as if nothing had been typed."""
    before = sheet.desk.cards()
    sheet.go(0, 1)
    seen = []
    for digit in "900":
        sheet.desk.keys(digit)
        seen.append(sheet.rows[0]["count"])
    assert seen == [9, 90, 900]
    assert sheet.desk.cards() != before
    sheet.press(Key.Key_Escape)
    assert sheet.rows == ROWS
    assert sheet.desk.cards() == before
    assert sheet.acts() == []
    assert sheet.at == (0, 1)


def test_esc_takes_back_a_row_that_was_begun(sheet: Sheet) -> None:
    """It leaves no trace; nor does one whose letters were all taken out again."""
    sheet.go(3, 1)
    sheet.desk.keys("55")
    assert len(sheet.rows) == 4
    sheet.press(Key.Key_Escape)
    assert (sheet.rows, sheet.acts()) == (ROWS, [])
    sheet.desk.keys("5")
    sheet.press(Key.Key_Backspace, Key.Key_Return)
    assert (sheet.rows, sheet.acts()) == (ROWS, [])


def test_what_is_half_typed_is_not_called_wrong(sheet: Sheet) -> None:
    """Until it is left, or nothing more comes for a while."""
    sheet.go(1, 0)
    sheet.desk.keys("2024-0")
    assert sheet.desk.sentences("error") == []
    sheet.desk.qtbot.waitUntil(lambda: sheet.desk.sentences("error") != [], timeout=PAUSE * 4)
    assert sheet.line is not None
    sheet.desk.keys("8-01")
    assert sheet.desk.sentences("error") == []
    sheet.press(Key.Key_Backspace, Key.Key_Backspace, Key.Key_Backspace, Key.Key_Tab)
    assert sheet.desk.sentences("error") != []


def test_undo_while_typing_takes_the_entry_back(sheet: Sheet) -> None:
    """In the cell, too; leaving it does not bring it back."""
    sheet.go(0, 1)
    sheet.desk.keys("900")
    sheet.desk.undo()
    assert sheet.rows == ROWS
    assert sheet.line is not None
    assert sheet.line.text() == "100"
    sheet.press(Key.Key_Return)
    assert sheet.rows == ROWS


def test_enter_tab_and_arrows_go_as_in_a_spreadsheet(sheet: Sheet) -> None:
    """Enter goes down, to the column that Tab began in; with Shift both go back; an arrow ends what was typed over a cell."""
    sheet.go(0, 0)
    sheet.press(Key.Key_Return)
    assert sheet.at == (1, 0)
    sheet.press(Key.Key_Return, held=SHIFT)
    assert sheet.at == (0, 0)
    sheet.press(Key.Key_Tab)
    assert sheet.at == (0, 1)
    sheet.desk.keys("150")
    sheet.press(Key.Key_Tab)
    assert (sheet.at, sheet.line) == ((0, 2), None)
    sheet.desk.keys("x")
    sheet.press(Key.Key_Return)
    assert sheet.at == (1, 0)
    sheet.press(Key.Key_Right)
    sheet.desk.keys("310")
    sheet.press(Key.Key_Down)
    assert (sheet.at, sheet.line) == ((2, 1), None)
    sheet.desk.keys("220")
    sheet.press(Key.Key_Return, held=SHIFT)
    assert sheet.at == (1, 1)
    sheet.press(Key.Key_Tab, held=SHIFT)
    assert sheet.at == (1, 0)
    assert sheet.column("count") == [150, 310, 220]
    assert sheet.rows[0]["note"] == "x"


def test_f2_types_on_in_a_cell(sheet: Sheet) -> None:
    """Arrows go through its letters then, and step a day."""
    sheet.go(1, 2)
    sheet.press(Key.Key_F2)
    assert sheet.line is not None
    sheet.press(Key.Key_End)
    sheet.desk.keys("s")
    sheet.press(Key.Key_Home, Key.Key_Right)
    sheet.desk.keys("-")
    assert sheet.rows[1]["note"] == "t-hrees"
    sheet.press(Key.Key_Return)
    sheet.go(1, 0)
    sheet.press(Key.Key_F2, Key.Key_Up)
    assert sheet.rows[1]["from"] == "2024-09-02"


def test_the_row_to_add_is_left_by_enter(sheet: Sheet) -> None:
    """To the next control, as the empty line of a list is."""
    sheet.go(3, 0)
    sheet.press(Key.Key_Return)
    assert not sheet.view.hasFocus()
    assert sheet.rows == ROWS


def test_rows_find_their_order_once_they_are_left(sheet: Sheet) -> None:
    """The cursor stays with its row, and one undo takes back the entry and the order."""
    sheet.go(0, 0)
    sheet.desk.keys("2024-10-01")
    assert sheet.column("count") == [100, 300, 200]
    sheet.press(Key.Key_Tab)
    assert sheet.column("count") == [100, 300, 200]
    sheet.press(Key.Key_Down)
    assert sheet.column("count") == [300, 100, 200]
    assert sheet.at == (0, 1)
    assert sheet.acts() == ["edit"]
    sheet.desk.undo()
    assert sheet.rows == ROWS
    sheet.press(Key.Key_Z, held=CONTROL | SHIFT)
    assert sheet.column("count") == [300, 100, 200]


def test_a_row_that_was_added_goes_to_its_place(sheet: Sheet) -> None:
    """When the table is left, too; the act that undo names is the adding."""
    sheet.go(3, 0)
    sheet.desk.keys("2024-08-01")
    sheet.press(Key.Key_Tab)
    sheet.desk.keys("250")
    sheet.view.window().setFocus()
    QApplication.processEvents()
    assert sheet.column("count") == [100, 250, 300, 200]
    assert sheet.acts() == ["add", "edit"]
    sheet.desk.undo()
    assert sheet.rows[-1] == {"from": "2024-08-01"}


def test_a_half_typed_row_stays_where_it_is(sheet: Sheet) -> None:
    """The others find their order around it."""
    sheet.go(1, 0)
    sheet.desk.keys("2024-1")
    sheet.press(Key.Key_Return)
    assert sheet.column("from") == ["2024-07-10", "2024-1", "2024-11-01T09:00"]
    sheet.go(0, 0)
    sheet.desk.keys("2024-12-01")
    sheet.press(Key.Key_Down)
    assert sheet.column("from") == ["2024-11-01T09:00", "2024-1", "2024-12-01"]


def test_tiers_stand_by_their_limits(desk: Desk, tmp_path: Path) -> None:
    """The one without a limit last."""
    sheet = sheet_of(desk, tmp_path, 2, "単価表", {}, ("prices", "monthly", "tiers"))
    assert sheet.column("up_to") == [1000, 5000, None]
    sheet.go(3, 0)
    sheet.desk.keys("500")
    sheet.press(Key.Key_Tab)
    sheet.desk.keys("220")
    sheet.press(Key.Key_Return)
    QApplication.processEvents()
    sheet.press(Key.Key_Up)
    assert sheet.column("up_to") == [500, 1000, 5000, None]
    assert sheet.rows[0]["unit_price"] == "220"
    assert sheet.at == (3, 0)


def test_the_first_count_is_that_of_the_start(blank: Sheet) -> None:
    """Its day is offered, so that the keyboard begins at the number."""
    blank.view.setFocus()
    assert blank.at == (0, 1)
    assert blank.view.model().index(0, 0).data() == "2024/07/10"
    blank.desk.keys("800")
    blank.press(Key.Key_Return)
    assert blank.rows == [{"from": "2024-07-10", "count": 800}]
    assert blank.at == (1, 0)
    blank.desk.keys("9/15 10:00")
    blank.press(Key.Key_Tab)
    blank.desk.keys("1200")
    blank.press(Key.Key_Return)
    assert blank.rows[1] == {"from": "2024-09-15T10:00", "count": 1200}


def test_a_composition_begins_and_ends_in_a_cell(sheet: Sheet) -> None:
    """What is composed when the cell is left is kept, and nothing was told before."""
    sheet.go(0, 2)
    QApplication.sendEvent(sheet.view, QInputMethodEvent("もと", []))
    line = sheet.line
    assert line is not None
    assert sheet.rows == ROWS
    committed = QInputMethodEvent("さいしょ", [])
    committed.setCommitString("元")
    QApplication.sendEvent(QApplication.focusWidget(), committed)
    assert sheet.rows[0]["note"] == "元"
    assert QApplication.focusWidget() is line
    sheet.go(1, 1)
    assert sheet.rows[0]["note"] == "元さいしょ"
    QApplication.sendEvent(sheet.view, QInputMethodEvent("３", []))
    sheet.go(1, 2)
    assert sheet.rows[1]["count"] == 3


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "2025/1/1\t１，５００\tNew\r\n2025年2月1日\t\t\r\n",
            [{"from": "2025-01-01", "count": 1500, "note": "New"}, {"from": "2025-02-01"}],
        ),
        ('1-Jan-25\t1.2万\t"two\nlines"\n\n\n', [{"from": "2025-01-01", "count": 12000, "note": "two\nlines"}]),
        ("適用開始\t件数\n12/1\t5\n4/1\t6", [{"from": "2024-12-01", "count": 5}, {"from": "2025-04-01", "count": 6}]),
    ],
)
def test_rows_are_pasted_below(sheet: Sheet, text: str, rows: list[Any]) -> None:
    """As spreadsheets write them, with or without titles; blank rows at the end are none."""
    sheet.go(3, 0)
    sheet.desk.paste(text)
    assert sheet.rows[3:] == rows
    assert sheet.acts() == ["paste"]


def test_columns_that_do_not_fit_are_told(sheet: Sheet) -> None:
    """Until the next act; empty ones are not missed."""
    sheet.go(0, 1)
    sheet.desk.paste("5\tnote\tlost\tlost too\n6\tnote\n")
    assert any("右側の2列" in each for each in sheet.desk.sentences("warning"))
    assert sheet.column("count") == [5, 6, 200]
    sheet.go(0, 1)
    sheet.desk.paste("7\tnote\t\t\n")
    assert not any("右側の" in each for each in sheet.desk.sentences("warning"))


def test_a_text_too_long_for_a_file_is_not_taken(sheet: Sheet) -> None:
    """Neither into a line, nor into cells, of which none becomes another; it is told until the next act."""
    sheet.go(0, 2)
    sheet.press(Key.Key_F2)
    sheet.desk.keys("plan")
    for text in ("x" * 19_997, "x" * 100_000, f"a\nb\n{'x' * 20_001}"):
        sheet.desk.paste(text)
        assert any("20,000文字まで" in each for each in sheet.desk.sentences("warning"))
        assert sheet.column("note") == ["plan", "three", ""]
    sheet.desk.paste("fits")
    assert sheet.column("note") == ["fits", "three", ""]
    assert not any("20,000文字まで" in each for each in sheet.desk.sentences("warning"))


def test_a_single_text_is_pasted_into_every_selected_cell(sheet: Sheet) -> None:
    """As one act."""
    sheet.go(0, 1)
    sheet.select(3, 1)
    sheet.desk.paste("50\n")
    assert sheet.column("count") == [50, 50, 50]
    assert sheet.acts() == ["paste"]


def test_several_cells_are_pasted_from_within_one(sheet: Sheet) -> None:
    """Not as one text into the line."""
    sheet.go(1, 1)
    sheet.desk.keys("9")
    sheet.desk.paste("7\tseven\n8\teight\n")
    assert sheet.column("count") == [100, 7, 8]
    assert sheet.column("note") == ["", "seven", "eight"]
    sheet.press(Key.Key_F2)
    sheet.desk.paste("6")
    assert sheet.rows[1]["count"] == 76


def test_four_hundred_rows_are_pasted_at_once(blank: Sheet) -> None:
    """In order, however they stood; one undo takes them out."""
    lines = [f"{2024 + i // 12}/{i % 12 + 1}/1\t{i + 1}" for i in reversed(range(400))]
    blank.go(0, 0)
    blank.desk.paste("\n".join(lines) + "\n")
    assert blank.column("count") == list(range(1, 401))
    assert blank.acts() == ["paste"]
    blank.desk.undo()
    assert blank.rows == []


def test_a_block_is_cut_and_pasted_elsewhere(sheet: Sheet) -> None:
    """With lines and quotes in its texts; what is pasted back is what was there."""
    sheet.go(1, 2)
    sheet.press(Key.Key_F2)
    sheet.desk.paste('5" disk')
    sheet.press(Key.Key_Return)
    sheet.go(0, 1)
    sheet.select(2, 2)
    sheet.press(Key.Key_X, held=CONTROL)
    assert QGuiApplication.clipboard().text() == '100\t\n300\t"three5"" disk"'
    assert sheet.column("count") == [None, None, 200]
    sheet.go(1, 1)
    sheet.press(Key.Key_V, held=CONTROL)
    assert sheet.column("count") == [None, 100, 300]
    assert sheet.column("note") == [None, None, 'three5" disk']


def test_cells_are_filled_down(sheet: Sheet) -> None:
    """From the first of those selected; a cell alone takes what stands above it."""
    sheet.go(0, 1)
    sheet.select(3, 2)
    sheet.press(Key.Key_D, held=CONTROL)
    assert sheet.column("count") == [100, 100, 100]
    assert sheet.acts() == ["paste"]
    sheet.desk.undo()
    sheet.go(2, 1)
    sheet.press(Key.Key_D, held=CONTROL)
    assert sheet.column("count") == [100, 300, 300]
    sheet.go(3, 1)
    sheet.press(Key.Key_D, held=CONTROL)
    assert len(sheet.rows) == 3


def test_several_rows_are_deleted_at_once(sheet: Sheet) -> None:
    """And undo says so."""
    sheet.go(1, 0)
    sheet.select(2, 1)
    sheet.press(Key.Key_Minus, held=CONTROL)
    assert sheet.rows == ROWS[:1]
    assert sheet.acts() == ["remove_rows"]
    undo = next(each for each in sheet.desk.window.menuBar().actions()[1].menu().actions() if "元に戻す" in each.text())
    assert "アカウント数の行を削除" in undo.text()
    sheet.desk.undo()
    assert sheet.rows == ROWS


def test_the_keys_of_a_choice_go_on(desk: Desk, tmp_path: Path) -> None:
    """Enter leaves the list of a cell as it leaves a line."""
    sheet = sheet_of(desk, tmp_path, 4, "契約内容の変更", {"changes": [], "termination": None}, ("changes",))
    sheet.go(0, 0)
    sheet.desk.keys("10/3")
    sheet.press(Key.Key_Tab)
    assert sheet.at == (0, 1)
    sheet.press(Key.Key_F2)
    sheet.press(Key.Key_Down)
    assert sheet.rows == [{"accepted_on": "2024-10-03", "item": sheet.rows[0]["item"]}]


def test_the_acts_on_blocks_leave_what_is_no_row_alone() -> None:
    """In a file that another program has written."""
    names = ("a", "b")
    assert pasted(["x"], names, (0, 1), [["1"]], lambda *_: 1).items == [{"b": 1}]
    assert filled_down(["x", {"a": 1}, 5], names, [(1, 0), (2, 0)]) == ["x", {"a": 1}, {"a": 1}]
    assert filled_down(["x", {"a": 1}], names, [(1, 0)]) == ["x", {}]
    assert filled_down([{"a": 1}], names, [(0, 0)]) == [{"a": 1}]
    assert cleared(["x", {"a": 1, "b": 2}], names, [(0, 0), (1, 0)]) == [{}, {"b": 2}]


def test_an_entry_whose_row_was_undone_ends_without_a_word(desk: Desk) -> None:
    """Enter and leaving the cell find nothing to be put anywhere; the keyboard is in the table."""
    desk.press(Key.Key_3, CONTROL)
    table = desk.named(QTableView, "アカウント数")
    table.setFocus()
    desk.keys("4")
    desk.press(Key.Key_Z, CONTROL)
    desk.press(Key.Key_Return)
    assert table.hasFocus()
    desk.press(Key.Key_Tab)
    assert not desk.session.history.present.get("accounts")

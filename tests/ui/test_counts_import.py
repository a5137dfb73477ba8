"""Account counts from tables: chosen, dropped or pasted, looked at row by row, changed in how they are read, one act to undo."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QTableView

from desktop_app.document.counts_import import preview, suggested_columns, with_imported
from desktop_app.document.draft import value_at
from desktop_app.document.table_file import read_table_file
from desktop_app.ui.inquiry.counts_import_dialog import ImportDialog
from tests.document.workbooks import workbook
from tests.ui.desk import Desk

ACCOUNTS = ("accounts",)
YEAR = "\n".join(["年月,アカウント数,メモ", *(f"2024年{month}月,{1000 + month}," for month in range(1, 13))])


def held(desk: Desk) -> list[tuple[str, int]]:
    """Return the records of the open contract."""
    return [(each["from"], each["count"]) for each in value_at(desk.session.history.present, ACCOUNTS) or []]


def dialog_of(desk: Desk) -> ImportDialog:
    """Return the dialog in sight."""
    (found,) = [each for each in desk.window.findChildren(ImportDialog) if each.isVisible()]
    return found


def choose(desk: Desk, file: Path) -> ImportDialog:
    """Choose a file by the command's key."""
    desk.answers.file = file
    desk.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    return dialog_of(desk)


def rows_of(dialog: ImportDialog) -> list[list[str]]:
    """Return what stands in the rows of the preview, without hidden columns."""
    table = dialog.findChild(QTableView)
    model = table.model()
    columns = [i for i in range(model.columnCount()) if not table.isColumnHidden(i)]
    return [[str(model.index(row, i).data()) for i in columns] for row in range(model.rowCount())]


def take(dialog: ImportDialog) -> QPushButton:
    """Return the button that takes the counts."""
    return next(each for each in dialog.findChildren(QPushButton) if each.text().startswith("取り込む"))


def click(button: Any) -> None:
    """Click a button, or the box of a choice."""
    at = button.rect().center()
    if isinstance(button, QCheckBox):
        at.setX(8)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)


def pick(dialog: ImportDialog, name: str, text: str) -> None:
    """Choose an entry of a list by the keyboard."""
    (box,) = [each for each in dialog.findChildren(QComboBox) if each.accessibleName() == name and each.isVisible()]
    box.setFocus()
    at = next(i for i in range(box.count()) if text in box.itemText(i))
    key = Qt.Key.Key_Down if at > box.currentIndex() else Qt.Key.Key_Up
    for _ in range(abs(at - box.currentIndex())):
        QTest.keyClick(box, key)


def boxes(dialog: ImportDialog) -> dict[str, QCheckBox]:
    """Return the boxes in sight by their first letters."""
    return {each.text()[:5]: each for each in dialog.findChildren(QCheckBox) if each.isVisible()}


def saved(tmp_path: Path, content: str | bytes, name: str = "counts.csv") -> Path:
    """Return a file with a table."""
    file = tmp_path / name
    file.write_bytes(content.encode("cp932") if isinstance(content, str) else content)
    return file


def test_a_year_is_imported_in_one_act(desk: Desk, tmp_path: Path) -> None:
    """In the encoding of a Japanese spreadsheet; undone at once."""
    dialog = choose(desk, saved(tmp_path, YEAR))
    rows = rows_of(dialog)
    assert rows[0][-1] == "対象外"
    assert rows[1] == ["2", "2024年1月", "1001", "2024/01/01", "1,001", "追加：月だけのため、1日からとします"]
    click(take(dialog))
    assert held(desk) == [(f"2024-{month:02}-01", 1000 + month) for month in range(1, 13)]
    desk.window.views.actions["undo"].trigger()
    assert held(desk) == []


def test_what_is_taken_is_what_the_reading_of_the_document_gives(desk: Desk, tmp_path: Path) -> None:
    """No second reading stands in the window."""
    content = YEAR.encode("cp932")
    draft = desk.session.history.present
    sheet = read_table_file(content).sheets[0]
    columns = suggested_columns(sheet)
    assert columns is not None
    expected = with_imported(draft, preview(sheet, columns, draft), replacing=False, without_refused=False)
    click(take(choose(desk, saved(tmp_path, content))))
    assert value_at(desk.session.history.present, ACCOUNTS) == value_at(expected, ACCOUNTS)


def test_rows_that_were_not_understood_are_decided_on(desk: Desk, tmp_path: Path) -> None:
    """Until then nothing can be taken; each says why."""
    dialog = choose(desk, saved(tmp_path, "日付,件数\n2024/7/10,800\n8/1,900\n2024/9/1,950.5\n"))
    told = [row[-1] for row in rows_of(dialog)]
    assert told[2] == "読み取れません：年がないため、いつの日付か決められません"
    assert told[3] == "読み取れません：件数が整数ではありません"
    assert not take(dialog).isEnabled()
    click(boxes(dialog)["読み取れな"])
    click(take(dialog))
    assert held(desk) == [("2024-07-10", 800)]


def test_a_recorded_count_is_replaced_only_when_that_is_chosen(desk: Desk, tmp_path: Path) -> None:
    """What it was stands beside what it would be."""
    desk.session.replace(ACCOUNTS, [{"from": "2024-08-01", "count": 5}, {"from": "2024-07-10", "count": 800}])
    file = saved(tmp_path, "日付,件数\n2024/7/10,800\n2024/8/1,900\n")
    dialog = choose(desk, file)
    assert rows_of(dialog)[1][-1] == "登録済み"
    assert rows_of(dialog)[2][-2:] == ["5", "別の件数で登録済み→登録済みのまま"]
    assert not take(dialog).isEnabled()
    click(boxes(dialog)["別の件数で"])
    assert rows_of(dialog)[2][-1] == "別の件数で登録済み→表の件数に置き換え"
    click(take(dialog))
    assert held(desk) == [("2024-07-10", 800), ("2024-08-01", 900)]


def test_other_columns_and_another_first_row_can_be_chosen(desk: Desk, tmp_path: Path) -> None:
    """The counts of another column, from a later row on."""
    text = "日付,契約,アカウント数,担当\n2024/7/10,1,800,山田\n2024/8/1,2,900,鈴木\n"
    dialog = choose(desk, saved(tmp_path, text))
    assert [row[4] for row in rows_of(dialog)[1:]] == ["800", "900"]
    pick(dialog, "件数の列", "契約")
    pick(dialog, "メモの列", "担当")
    assert rows_of(dialog)[1][-2] == "山田"
    pick(dialog, "表の始まり", "3行目")
    click(take(dialog))
    assert value_at(desk.session.history.present, ACCOUNTS) == [{"from": "2024-08-01", "count": 2, "note": "鈴木"}]


def test_another_encoding_that_does_not_fit_says_so(desk: Desk, tmp_path: Path) -> None:
    """And the right one brings the table back."""
    dialog = choose(desk, saved(tmp_path, YEAR))
    pick(dialog, "文字コード", "UTF-8")
    assert rows_of(dialog) == []
    assert not take(dialog).isEnabled()
    assert "文字コード" in " ".join(desk.sentences("error"))
    pick(dialog, "文字コード", "Shift_JIS")
    assert len(rows_of(dialog)) == 13
    assert take(dialog).isEnabled()


def test_a_sheet_of_a_workbook_can_be_chosen(desk: Desk, tmp_path: Path) -> None:
    """The first sheet with counts stands there at first."""

    def more(book: Any) -> None:
        for name, count in (("本社", 800), ("支店", 30)):
            sheet = book.create_sheet(name)
            sheet.append(["日付", "件数"])
            sheet.append(["2024/7/10", count])

    dialog = choose(desk, saved(tmp_path, workbook(["表紙"], prepare=more), "counts.xlsx"))
    assert rows_of(dialog)[1][4] == "800"
    pick(dialog, "シート", "支店")
    click(take(dialog))
    assert held(desk) == [("2024-07-10", 30)]


def test_months_beside_one_another_are_understood(desk: Desk, tmp_path: Path) -> None:
    """And can be read as they stand, in which nothing is found."""
    dialog = choose(desk, saved(tmp_path, "月,2024年7月,2024年8月\n件数,800,900\n"))
    assert [row[3:5] for row in rows_of(dialog)[1:]] == [["2024/07/01", "800"], ["2024/08/01", "900"]]
    click(boxes(dialog)["月が横に並"])
    assert "取り込む行がありません" in take(dialog).toolTip() or not take(dialog).isEnabled()
    click(boxes(dialog)["月が横に並"])
    click(take(dialog))
    assert held(desk) == [("2024-07-01", 800), ("2024-08-01", 900)]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "何も入っていません"), (b"\xd0\xcf\x11\xe0", "古い形式"), (b"\x00\x01", "表のファイルでは")],
)
def test_what_is_no_table_is_told_why(desk: Desk, tmp_path: Path, content: bytes, told: str) -> None:
    """And nothing is asked."""
    desk.answers.file = saved(tmp_path, content)
    desk.window.views.actions["import_counts"].trigger()
    assert told in desk.answers.told[0]
    assert desk.window.findChildren(ImportDialog) == []


def test_a_file_that_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    """With its name."""
    desk.answers.file = tmp_path / "gone.csv"
    desk.window.views.actions["import_counts"].trigger()
    assert "gone.csv" in desk.answers.told[0]


def drop(desk: Desk, file: Path) -> None:
    """Drop a table on the window, and wait for what is to be seen of it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    place, keys = QPointF(desk.window.rect().center()), Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDropEvent):
        at = place.toPoint() if kind is QDragEnterEvent else place
        event = kind(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys)
        QApplication.sendEvent(desk.window.windowHandle(), event)
    desk.qtbot.waitUntil(lambda: bool(desk.window.findChildren(ImportDialog)))


def test_a_table_dropped_on_the_window_is_looked_at(desk: Desk, tmp_path: Path) -> None:
    """As one that was chosen."""
    drop(desk, saved(tmp_path, YEAR))
    click(take(dialog_of(desk)))
    assert len(held(desk)) == 12


def test_a_new_contract_is_begun_with_a_table_that_is_dropped_on_the_first_page(desk: Desk, tmp_path: Path) -> None:
    """The counts are in it, the section that shows them in sight; and one act to undo."""
    desk.window.show_place(at_start=True)
    drop(desk, saved(tmp_path, YEAR))
    assert not desk.window.stage.is_at_start
    click(take(dialog_of(desk)))
    assert len(held(desk)) == 12
    assert desk.named(QTableView, "アカウント数").isVisible()
    desk.undo()
    assert held(desk) == []


@pytest.mark.parametrize(
    "text",
    [
        "営業部\t2024/7/10\t800\n営業部\t2024/8/1\t900",
        "800\t2024/7/10\n900\t2024/8/1",
        "いつ\t何件\n2024/7/10\t800\n2024/8/1\t900",
        "月\t2024/7/10\t2024/8/1\n件数\t800\t900",
    ],
)
def test_a_pasted_table_is_looked_at_where_something_has_to_be_found_out(desk: Desk, text: str) -> None:
    """Its columns are found whatever their order."""
    desk.section(3)
    desk.click_cell(desk.named(QTableView, "アカウント数"), 0, 0)
    desk.paste(text)
    dialog = dialog_of(desk)
    assert held(desk) == []
    click(take(dialog))
    assert held(desk) == [("2024-07-10", 800), ("2024-08-01", 900)]


def test_days_and_counts_are_pasted_at_once(desk: Desk) -> None:
    """Nothing is asked where nothing is to be found out."""
    desk.section(3)
    desk.click_cell(desk.named(QTableView, "アカウント数"), 0, 0)
    desk.paste("2024/7/10\t800\n2024/8/1\t900")
    assert held(desk) == [("2024-07-10", 800), ("2024-08-01", 900)]
    assert desk.window.findChildren(ImportDialog) == []


def test_the_table_has_a_button_for_it(desk: Desk, tmp_path: Path) -> None:
    """Beside its other buttons; giving it up changes nothing."""
    desk.section(3)
    desk.answers.file = saved(tmp_path, YEAR)
    click(desk.named(QPushButton, "アカウント数 取り込み…"))
    dialog = dialog_of(desk)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert held(desk) == []
    assert not QGuiApplication.overrideCursor()


def test_what_was_read_is_seen_whole(desk: Desk, tmp_path: Path) -> None:
    """Moments with their time too; of a long text its beginning, so that what becomes of the row stays in sight."""
    dialog = choose(desk, saved(tmp_path, f"日付,件数\n2024-09-15T10:00,1300\n{'いつか' * 40},5\n"))
    table = dialog.findChild(QTableView)
    metrics, model = table.fontMetrics(), table.model()
    for column in (i for i in range(model.columnCount() - 1) if not table.isColumnHidden(i)):
        text = str(model.index(0, column).data())
        assert metrics.horizontalAdvance(text) < table.columnWidth(column)
    assert table.horizontalHeader().length() == table.viewport().width()
    assert table.columnWidth(model.columnCount() - 1) > 200

"""The check of the calculation in the window: every case with its source, in the words of the command line; stopped, copied."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTreeWidget

from desktop_app.cli.main import main
from desktop_app.storage import published_cases
from desktop_app.ui.inquiry.self_check_dialog import SelfCheckDialog
from tests.cases.examples import SELF_CHECK, published_periods, worked_examples
from tests.ui.desk import Desk

CASES = len(published_periods()) + len(worked_examples())


def opened(desk: Desk) -> SelfCheckDialog:
    """Choose the command and return its dialog."""
    desk.window.views.actions["self_check"].trigger()
    return desk.window.findChild(SelfCheckDialog)


def ended(desk: Desk, dialog: SelfCheckDialog) -> list[str]:
    """Wait until all cases are checked and copy them."""
    desk.qtbot.waitUntil(lambda: bool(desk.buttons("閉じる(&C)") or desk.buttons("閉じる")))
    press(desk, dialog, "結果をコピー")
    return QGuiApplication.clipboard().text().splitlines()


def press(desk: Desk, dialog: SelfCheckDialog, text: str) -> None:
    """Press the button of the dialog that begins so."""
    (button,) = [each for each in dialog.findChildren(QPushButton) if each.text().startswith(text)]
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_case_stands_there_with_its_source_and_is_copied(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """The periods are told in the words of the command line."""
    dialog = opened(desk)
    told = ended(desk, dialog)
    assert told[0] == f"{CASES}件すべてが一致しました。"
    rows = [line.split("\t") for line in told[2:]]
    assert [len(row) for row in rows] == [3] * CASES
    assert {row[1] for row in rows} == {"一致"}
    main(["self-check"])
    terminal = capsys.readouterr().out
    assert all(row[0] in terminal for row in rows[: len(published_periods())])
    assert all(row[2] in terminal for row in rows)
    assert not any(row[0].startswith(("0", "1")) for row in rows[len(published_periods()) :])
    tree = dialog.findChild(QTreeWidget)
    assert [tree.topLevelItem(i).childCount() for i in range(2)] == [len(published_periods()), len(worked_examples())]
    desk.press(Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: desk.window.findChild(SelfCheckDialog) is None)


def test_it_is_stopped_and_says_how_far_it_came(desk: Desk) -> None:
    """Pressed before the first case; what was not compared is not said to agree."""
    dialog = opened(desk)
    press(desk, dialog, "キャンセル")
    press(desk, dialog, "結果をコピー")
    told = QGuiApplication.clipboard().text().splitlines()
    assert told[0].startswith(f"{CASES}件中")
    assert "中止しました" in told[0]
    assert len(told) < CASES + 2
    press(desk, dialog, "閉じる")
    desk.qtbot.waitUntil(lambda: desk.window.findChild(SelfCheckDialog) is None)


def test_a_case_that_does_not_agree_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With what was expected and what came out."""
    folder = tmp_path / "self_check"
    shutil.copytree(SELF_CHECK, folder)
    table = folder / "published_periods.csv"
    table.write_text(table.read_text("utf-8").replace("2022-06-30", "2022-07-01"), "utf-8")
    monkeypatch.setattr(published_cases, "resource", tmp_path.joinpath)
    published_cases.published_periods.cache_clear()
    try:
        told = ended(desk, opened(desk))
    finally:
        published_cases.published_periods.cache_clear()
    assert told[0].startswith(f"{CASES}件のうち1件が一致しません。")
    assert [line for line in told if "正：2022-07-01、計算：2022-06-30" in line]


def test_it_can_be_asked_for_on_the_first_page(desk: Desk) -> None:
    """Before there is a contract."""
    desk.window.go_to_start()
    assert desk.window.views.actions["self_check"].isEnabled()

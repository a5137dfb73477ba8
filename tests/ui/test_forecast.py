"""Counts of months to come: described, seen, taken as plain records in one act; the same as those of the command line."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView

from desktop_app.cli.main import main
from desktop_app.document.draft import value_at
from desktop_app.ui.inquiry.forecast_dialog import ForecastDialog
from tests.cases.examples import SELF_CHECK
from tests.ui.desk import Desk

QUOTE = SELF_CHECK / "worked_examples" / "01-new-quote" / "contract.json"
ACCOUNTS = ("accounts",)


@pytest.fixture
def dialog(desk: Desk) -> ForecastDialog:
    """Return the dialog over a quote, asked for by the button beside the counts."""
    desk.open(QUOTE)
    desk.qtbot.waitUntil(lambda: desk.session.file is not None)
    desk.section(3)
    click(desk.named(QPushButton, "アカウント数 予測…"))
    return desk.window.findChild(ForecastDialog)


def click(button: QPushButton) -> None:
    """Click a button."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def button(dialog: ForecastDialog, text: str) -> QPushButton:
    """Return the button that begins so."""
    (found,) = [each for each in dialog.findChildren(QPushButton) if each.text().startswith(text)]
    return found


def type_in(dialog: ForecastDialog, name: str, text: str) -> None:
    """Type over a number."""
    (line,) = [each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def counts(dialog: ForecastDialog) -> list[str]:
    """Return the counts in the preview."""
    table = dialog.findChild(QTableView)
    return [str(table.model().index(row, 1).data()) for row in range(table.model().rowCount())] if table.isVisible() else []


@pytest.mark.parametrize(
    ("way", "change", "asked"), [("同じ件数", "", "constant"), ("毎月 一定数", "-5", "-5"), ("毎月 一定割合", "2.5%", "+2.5%")]
)
def test_the_records_are_those_of_the_command_line(
    desk: Desk, dialog: ForecastDialog, capsys: pytest.CaptureFixture[str], way: str, change: str, asked: str
) -> None:
    """And so is what is seen before they are taken; undone at once."""
    click(button(dialog, way))
    if change:
        type_in(dialog, "増減", change)
    type_in(dialog, "月数", "6")
    main(["what-if", "forecast", str(QUOTE), f"--growth={asked}", "--months=6", "--format=json"])
    expected = json.loads(capsys.readouterr().out)["accounts"]
    assert [each.removesuffix("件").replace(",", "") for each in counts(dialog)] == [str(each["count"]) for each in expected]
    before = value_at(desk.session.history.present, ACCOUNTS)
    click(button(dialog, "記録に加える"))
    assert value_at(desk.session.history.present, ACCOUNTS) == [*before, *expected]
    assert all("予測" in each["note"] for each in expected)
    desk.window.views.actions["undo"].trigger()
    assert value_at(desk.session.history.present, ACCOUNTS) == before


@pytest.mark.parametrize(
    ("way", "change", "months", "told"),
    [
        ("同じ件数", "", "0", "月数は1以上"),
        ("同じ件数", "", "121", "120か月分まで"),
        ("同じ件数", "", "many", "月数を1から120まで"),
        ("毎月 一定数", "x", "6", "増減を数で"),
        ("毎月 一定割合", "900000", "12", "増減が大きすぎ"),
        ("前年同月", "", "6", "前年同月の記録がない"),
    ],
)
def test_what_cannot_be_foreseen_is_told(
    desk: Desk, dialog: ForecastDialog, way: str, change: str, months: str, told: str
) -> None:
    """In the place of the counts; nothing can be taken then, and it goes on once it is put right."""
    click(button(dialog, way))
    if change:
        type_in(dialog, "増減", change)
    type_in(dialog, "月数", months)
    assert any(told in sentence for sentence in desk.sentences("error"))
    assert counts(dialog) == []
    assert not button(dialog, "記録に加える").isEnabled()
    click(button(dialog, "同じ件数"))
    type_in(dialog, "月数", "2")
    assert len(counts(dialog)) == 2
    assert button(dialog, "記録に加える").isEnabled()


def test_a_forecast_takes_the_place_of_the_one_before(desk: Desk, dialog: ForecastDialog) -> None:
    """It goes on from what was counted, not from what was foreseen."""
    click(button(dialog, "記録に加える"))
    before = len(value_at(desk.session.history.present, ACCOUNTS))
    desk.qtbot.waitUntil(lambda: desk.window.findChild(ForecastDialog) is None)
    desk.window.views.actions["forecast"].trigger()
    again = desk.window.findChild(ForecastDialog)
    click(button(again, "毎月 一定数"))
    click(button(again, "記録に加える"))
    records = value_at(desk.session.history.present, ACCOUNTS)
    assert len(records) == before
    assert records[1]["count"] == records[0]["count"] + 10


def test_there_is_nothing_to_foresee_while_something_is_missing(desk: Desk) -> None:
    """That is said, and nothing is opened."""
    desk.window.views.actions["forecast"].trigger()
    assert "未入力" in desk.answers.told[0]
    assert desk.window.findChild(ForecastDialog) is None

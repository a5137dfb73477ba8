"""Deadlines, outages, two months and readings, asked in the window: what the command line says, and the way to each field."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QTableView

from desktop_app.cli.main import main
from tests.ui.desk import Desk
from tests.ui.test_inquiry_curve import contract_file


@pytest.fixture
def outages(desk: Desk, tmp_path: Path) -> Desk:
    """Return a window with a contract that has outages of every kind."""
    desk.open(contract_file(tmp_path, "12"))
    return desk


def ask(desk: Desk, name: str) -> None:
    """Choose a question in the menu."""
    desk.window.views.actions[f"inquiry.{name}"].trigger()
    QApplication.processEvents()


def said(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, *more: str) -> Any:
    """Return what the command line answers for the same contract."""
    file = contract_file(tmp_path, name)
    assert main(["what-if", *more, str(file), "--as-of", "2024-12-10", "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def texts(table: QTableView) -> list[list[str]]:
    """Return what stands in a table."""
    model = table.model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data() or "") for column in columns] for row in range(model.rowCount())]


def test_all_deadlines_stand_in_one_list(outages: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The soonest first, each with its days left and its article."""
    ask(outages, "deadlines")
    rows = texts(outages.named(QTableView, "期限"))
    found = said(tmp_path, capsys, "12", "deadlines")["deadlines"]
    assert [row[2] for row in rows] == [f"あと{each['days_left']}日" for each in found]
    assert [row[1][:5] for row in rows] == [f"{each['day'][:4]}年" for each in found]
    assert {row[5] for row in rows} == {"第1条", "第8条", "第11条"}


def test_a_deadline_leads_to_its_field(outages: Desk) -> None:
    """By a click, and by Enter."""
    ask(outages, "deadlines")
    table = outages.named(QTableView, "期限")
    rows = texts(table)
    outages.click_cell(table, next(i for i, row in enumerate(rows) if row[0] == "最低利用期間の満了"), 0)
    assert QApplication.focusWidget().accessibleName() == "課金開始日"
    ask(outages, "deadlines")
    table.setCurrentIndex(table.model().index(0, 0))
    outages.press(Qt.Key.Key_Return)
    assert outages.window.views.panes.sections.section.value == "outages"


def test_each_outage_says_what_it_is_worth_and_what_it_lacks(
    outages: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the command line says it; one that lacks a minute to a day says so."""
    ask(outages, "outages")
    rows = texts(outages.named(QTableView, "障害"))
    found = said(tmp_path, capsys, "12", "outages")["outages"]
    assert [row[5] for row in rows] == [f"¥{each['taken_off']:,}" for each in found]
    assert [row[0] for row in rows] == [str(each["row"] + 1) for each in found]
    assert any("障害2：" in each and "あと1分" in each for each in outages.sentences("help"))


def test_a_contract_without_outages_says_so(desk: Desk, tmp_path: Path) -> None:
    """In place of an empty table."""
    desk.open(contract_file(tmp_path, "01"))
    ask(desk, "outages")
    assert "障害は登録されていません。" in desk.sentences("help")


def test_every_question_is_in_the_menu(outages: Desk) -> None:
    """And brings its page into sight, which is there again the next time."""
    names = [name for name in outages.window.views.actions if name.startswith("inquiry.")]
    assert names == [f"inquiry.{name}" for name in outages.window.views.panes.inquiry.names]
    for name in names:
        action = outages.window.views.actions[name]
        assert isinstance(action, QAction)
        action.trigger()
        QApplication.processEvents()
        assert outages.window.views.panes.inquiry.page(name.partition(".")[2]).isVisible()

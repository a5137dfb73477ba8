"""Deadlines, outages, two months and readings, asked in the window: what the command line says, and the way to each field."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QRadioButton, QTableView

from desktop_app.calculation.month_bridge import month_bridge
from desktop_app.cli.main import main
from desktop_app.ui.inquiry.month_bridge_view import MonthBridgeView, falls_of
from desktop_app.ui.paper.press import press
from desktop_app.ui.paper.rasters import opened
from desktop_app.ui.paper.wish import keep_wish, paper_bytes, wish_of
from desktop_app.ui.scene import Scene
from desktop_app.ui.settings import Settings
from tests.ui.desk import Desk
from tests.ui.test_inquiry_curve import contract_file

ANNEX = "契約に定めのない点の取扱いと金額"


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


@pytest.fixture
def ended(desk: Desk, tmp_path: Path) -> Desk:
    """Return a window with a contract that ends within its term."""
    desk.open(contract_file(tmp_path, "02"))
    return desk


def test_why_a_month_costs_more_is_asked_in_its_menu(ended: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the key for menus on a figure of the month; the parts are those of the command line and add up."""
    ended.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    table = ended.named(QTableView, "月別明細")
    ended.click_cell(table, 5, 3)
    ended.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    asked = next(each for each in menu.actions() if each.text().startswith("前月との差額"))
    assert asked.isVisible()
    menu.setActiveAction(asked)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    rows = texts(ended.named(QTableView, "月の差"))
    found = said(tmp_path, capsys, "02", "months", "--month", "2024-11")
    assert [yen(row[2]) for row in rows] == [found["before"]["total"], *parts(found), found["after"]["total"]]
    assert yen(rows[0][2]) + sum(parts(found)) == yen(rows[-1][2])
    view = ended.window.findChild(MonthBridgeView)
    assert isinstance(view, MonthBridgeView)
    assert view.accessibleName() == "2024年10月と2024年11月の差"


def parts(found: Any) -> list[int]:
    """Return what each part of a difference is worth."""
    return [each["worth"] for each in found["parts"]]


def yen(text: str) -> int:
    """Return an amount as it was written."""
    return int(text.replace("▲", "-").replace("¥", "").replace(",", "").replace("±", "").replace("+", ""))


def test_the_first_month_has_none_before_it(ended: Desk) -> None:
    """Its menu does not offer the question."""
    ended.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    ended.click_cell(ended.named(QTableView, "月別明細"), 0, 5)
    ended.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert not any(each.text().startswith("前月との差額") for each in menu.actions() if each.isVisible())
    menu.close()


def test_other_months_can_be_chosen(ended: Desk) -> None:
    """By the keyboard; at first they are the present month and the one before it."""
    ask(ended, "months")
    after, before = (ended.named(QComboBox, name) for name in ("差額を知りたい月", "比べる月"))
    assert (after.currentText(), before.currentText()) == ("2024年12月", "2024年11月")
    assert QApplication.focusWidget() is after
    ended.press(Qt.Key.Key_Down)
    assert any("2025年1月の請求額は、2024年11月と比べて" in each for each in ended.sentences("group"))


def test_the_steps_of_the_picture_lead_from_one_total_to_the_other(ended: Desk, scene: Scene) -> None:
    """Each begins where the one before it ends."""
    statement = ended.session.assessment.statement
    assert statement is not None
    for before, after in pairwise(statement.months):
        bridge = month_bridge(before, after, "floor")
        first, *steps, last = falls_of(bridge, scene)
        level = first.high
        for part, step in zip(bridge.parts, steps, strict=True):
            assert {step.low, step.high} == {level, level + part.worth.amount}
            level += part.worth.amount
        assert level == last.high == after.total.value.amount


def test_a_contract_of_one_month_has_nothing_to_compare(desk: Desk, tmp_path: Path) -> None:
    """And says so; as soon as there are two, they are compared."""
    desk.open(contract_file(tmp_path, "01"))
    for path, value in (
        (("dates", "applied_on"), None),
        (("dates", "accepted_on"), "2024-04-01"),
        (("policy", "quote_months"), 1),
    ):
        desk.session.edit(path, value)
    ask(desk, "months")
    assert "比べるには2か月以上の請求が必要です。" in desk.sentences("group")
    desk.session.edit(("policy", "quote_months"), 2)
    assert desk.named(QComboBox, "差額を知りたい月").currentText() == "2024年5月"


def test_every_reading_stands_beside_the_others(ended: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what the command line says it differs by; the chosen one is marked."""
    ask(ended, "readings")
    buttons = radio_buttons(ended)
    found = [each for point in said(tmp_path, capsys, "02", "readings")["points"] for each in point["readings"]]
    assert [each.isChecked() for each in buttons] == [each["chosen"] for each in found]
    for button, each in zip(buttons, found, strict=True):
        if each["total"] is not None:
            assert f"¥{each['total']:,}" in button.accessibleDescription()
    assert any("採用中" in each.accessibleDescription() for each in buttons)


def radio_buttons(desk: Desk) -> list[QRadioButton]:
    """Return the readings in sight, in their order."""
    return [each for each in desk.window.findChildren(QRadioButton) if each.isVisible()]


def test_a_reading_is_chosen_by_a_click_and_taken_back_by_undo(ended: Desk) -> None:
    """The total beside it is the one that the reading said it would be."""
    ask(ended, "readings")
    thirty = next(each for each in radio_buttons(ended) if each.text() == "30日割")
    thirty.click()
    statement = ended.session.assessment.statement
    assert statement is not None
    assert statement.totals.total.value.amount == 3_287_559
    assert thirty.isChecked()
    ended.undo()
    assert not thirty.isChecked()
    assert ended.session.last_act is None


def test_a_reading_that_lacks_its_count_leads_to_the_field(ended: Desk) -> None:
    """And the page says what is missing in place of answers."""
    ask(ended, "readings")
    fixed = next(each for each in radio_buttons(ended) if "入力すると計算" in each.accessibleDescription())
    fixed.click()
    assert ended.session.history.present["policy"]["settlement_basis"] == "fixed"
    assert ended.window.views.panes.sections.section.value == "policy"
    assert not radio_buttons(ended)
    ended.undo()
    assert radio_buttons(ended)


def test_the_readings_go_with_a_paper(ended: Desk) -> None:
    """Where they are wished for, which the window remembers."""
    settings, assessment = Settings(ended.answers.folder / "settings" / "window.ini"), ended.session.assessment
    wish = wish_of(settings)
    assert ANNEX not in text_of(paper_bytes(assessment, ended.session.rules, wish))
    keep_wish(settings, wish.with_option("readings", holds=True))
    assert ANNEX in text_of(paper_bytes(assessment, ended.session.rules, wish_of(settings)))


def text_of(content: bytes) -> str:
    """Return all that can be read in a paper."""
    return press().result_of(lambda: "".join(_pages(content)))


def _pages(content: bytes) -> Iterator[str]:
    with opened(content) as document:
        for page in document:
            yield page.get_textpage().get_text_range()

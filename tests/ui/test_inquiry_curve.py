"""When to end the contract, asked in the window: the curve by key and mouse, into the draft and back, as the CLI says."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop_app.cli.main import main
from desktop_app.ui.inquiry.curve_page import CurvePage
from desktop_app.ui.inquiry.curve_view import CurveView
from tests.cases.examples import worked_examples
from tests.ui.desk import CONTROL, Desk

TERMINATION = ("termination",)


def contract_file(folder: Path, name: str) -> Path:
    """Return a worked example as a file."""
    file = folder / f"{name}.contract.json"
    example = next(each for each in worked_examples() if each.name.startswith(name))
    file.write_text(json.dumps(example.contract), "utf-8")
    return file


def page_of(desk: Desk) -> CurvePage:
    """Return the page of the curve."""
    page = desk.window.views.panes.inquiry.page("curve")
    assert isinstance(page, CurvePage)
    return page


def made(desk: Desk) -> CurveView:
    """Wait for the curve and return it."""
    desk.qtbot.waitUntil(lambda: page_of(desk).curve is not None)
    view = page_of(desk).findChild(CurveView)
    assert isinstance(view, CurveView)
    return view


@pytest.fixture
def quote(desk: Desk, tmp_path: Path) -> Desk:
    """Return a window with a quote without an ending, the curve in sight with the keyboard."""
    desk.open(contract_file(tmp_path, "01"))
    desk.press(Qt.Key.Key_F9)
    made(desk)
    return desk


def held(desk: Desk) -> Any:
    """Return the termination that the draft holds."""
    return desk.session.history.present.get("termination")


def asked_of_cli(file: Path, capsys: pytest.CaptureFixture[str], *more: str) -> Any:
    """Return what the command line answers."""
    assert main(["what-if", *more, str(file), "--as-of", "2024-12-10", "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_curve_has_the_days_that_the_command_line_says(
    quote: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same days at the same cost, the same ones standing out."""
    curve, said = page_of(quote).curve, asked_of_cli(contract_file(tmp_path, "01"), capsys, "curve")
    assert curve is not None
    found = [(each.effective_on.isoformat(), each.settlement.amount, each.total.amount) for each in curve.days]
    assert found == [(each["effective_on"], each["settlement"], each["total"]) for each in said["days"]]
    assert curve.days[curve.cheapest].effective_on.isoformat() == said["cheapest"]["effective_on"]
    assert curve.days[curve.earliest_free].effective_on.isoformat() == said["earliest_free"]["effective_on"]


def test_the_keyboard_goes_from_day_to_day_and_each_is_read_out(quote: Desk) -> None:
    """By an arrow one day; a screen reader hears the day, by when the notice must arrive, the settlement and the total."""
    view, curve = made(quote), page_of(quote).curve
    assert curve is not None
    assert QApplication.focusWidget() is view
    quote.press(Qt.Key.Key_Home)
    quote.press(Qt.Key.Key_Right)
    assert "2024年12月11日" in view.accessibleName()
    assert f"{curve.days[1].total.amount:,}" in view.accessibleName()
    quote.press(Qt.Key.Key_Left)
    quote.press(Qt.Key.Key_Left)
    assert "2024年12月10日" in view.accessibleName()
    quote.press(Qt.Key.Key_End)
    assert quote.named(QLineEdit, "終了日").text().startswith("2025年5月30日")
    assert quote.session.last_act is None


def test_enter_puts_the_day_into_the_draft_and_one_undo_takes_it_out(quote: Desk) -> None:
    """A notice that arrives on the last day which leads to it; the result beside it is that of the curve."""
    curve = page_of(quote).curve
    assert curve is not None
    free = curve.days[curve.earliest_free]
    QTest.mouseClick(quote.buttons("調定金なしの日")[0], Qt.MouseButton.LeftButton)
    made(quote).setFocus()
    quote.press(Qt.Key.Key_Return)
    assert free.notice_by is not None
    assert held(quote) == {"kind": "notice", "notice_arrived_on": free.notice_by.isoformat()}
    statement = quote.session.assessment.statement
    assert statement is not None
    assert statement.totals.total.value == free.total
    made(quote)
    quote.undo()
    assert held(quote) is None
    assert quote.session.last_act is None


def test_a_click_on_a_day_decides_for_it(quote: Desk) -> None:
    """Where it is drawn."""
    view, curve = made(quote), page_of(quote).curve
    assert curve is not None
    i = curve.cheapest + 20
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(*view.place_of(i)))
    notice_by = curve.days[i].notice_by
    assert notice_by is not None
    assert held(quote)["notice_arrived_on"] == notice_by.isoformat()


def test_the_day_under_the_pointer_is_told(quote: Desk) -> None:
    """In a box beside it, without going there."""
    view = made(quote)
    QApplication.processEvents()  # everything has its place
    before, name = view.grab().toImage(), view.accessibleName()
    QTest.mouseMove(view, QPoint(*view.place_of(100)))
    QApplication.processEvents()
    assert view.grab().toImage() != before
    assert view.accessibleName() == name
    QTest.mouseMove(quote.window, QPoint(5, 5))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.grab().toImage() == before


def test_a_day_that_no_notice_leads_to_any_more_is_not_decided_for(quote: Desk) -> None:
    """The button is off, and Enter changes nothing."""
    quote.press(Qt.Key.Key_Home)
    quote.press(Qt.Key.Key_Return)
    assert held(quote) is None
    assert not quote.buttons("この日で解約を入力")[0].isEnabled()


def test_a_curve_is_never_shown_as_that_of_another_contract(quote: Desk) -> None:
    """From the key on that changes the contract, until the new one is there."""
    quote.session.edit(("policy", "quote_months"), 11)
    assert page_of(quote).curve is None
    assert not quote.buttons("この日で解約を入力")[0].isEnabled()
    quote.press(Qt.Key.Key_Return)
    assert held(quote) is None
    made(quote)
    quote.session.edit(("dates", "billing_start"), "wrong")
    assert page_of(quote).curve is None
    assert not made_buttons(quote)


def test_a_name_that_is_typed_leaves_the_curve_as_it_is(quote: Desk) -> None:
    """Nothing is worked out anew for it."""
    before = page_of(quote).curve
    quote.section(1)
    quote.typing("件名", "another")
    assert quote.session.history.present["title"] == "another"
    assert page_of(quote).curve is before
    assert before is not None


def test_another_quote_month_does_not_lose_the_day(quote: Desk) -> None:
    """The day that is read out stays the same on the new curve."""
    quote.press(Qt.Key.Key_End)
    day = quote.named(QLineEdit, "終了日").text()
    quote.session.edit(("policy", "rounding"), "ceiling")
    made(quote)
    assert quote.named(QLineEdit, "終了日").text() == day


def made_buttons(desk: Desk) -> list[QPushButton]:
    """Return the buttons of the page, none where there is only why there are no answers."""
    return desk.buttons("この日で解約を入力")


def test_the_wished_day_is_answered_backwards(quote: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Typed into the field; the sentence has the day that the command line says, and the curve goes there."""
    quote.type_into("終了日", "2025/2/20")
    said = asked_of_cli(contract_file(tmp_path, "01"), capsys, "by", "--end", "2025-02-20")
    arrive_by = date.fromisoformat(said["arrive_by"])
    assert arrive_by == date(2025, 2, 20) - timedelta(days=30)
    assert any(f"{arrive_by.month}月{arrive_by.day}日" in each for each in quote.sentences("help"))
    assert "2025年2月20日" in made(quote).accessibleName()
    quote.typing("終了日", "2028/2/20")
    assert any("2028年1月21日" in each for each in quote.sentences("help"))
    assert "この日はグラフの範囲外です。" in quote.sentences("group")


def test_the_notice_that_has_arrived_stays_and_designates_a_later_day(desk: Desk, tmp_path: Path) -> None:
    """An earlier day needs another notice."""
    desk.open(contract_file(tmp_path, "02"))
    desk.press(Qt.Key.Key_F9)
    made(desk)
    desk.typing("終了日", "2025/3/5")
    QTest.mouseClick(desk.buttons("この日で解約を入力")[0], Qt.MouseButton.LeftButton)
    assert held(desk) == {"kind": "notice", "notice_arrived_on": "2024-12-02", "designated_on": "2025-03-05"}
    statement = desk.session.assessment.statement
    assert statement is not None
    assert statement.dates.termination is not None
    assert statement.dates.termination.effective_on.value == date(2025, 3, 5)
    desk.undo()
    assert held(desk)["designated_on"] == "2025-01-31"


def test_an_ending_without_a_notice_gets_its_day(desk: Desk, tmp_path: Path) -> None:
    """Of the kind that the contract has; nothing is said of a notice."""
    desk.open(contract_file(tmp_path, "07"))
    desk.press(Qt.Key.Key_F9)
    made(desk)
    kind = held(desk)["kind"]
    desk.press(Qt.Key.Key_Right)
    assert any("申込書の期限はありません" in each for each in desk.sentences("help"))
    desk.press(Qt.Key.Key_Return)
    assert held(desk)["kind"] == kind
    assert date.fromisoformat(held(desk)["effective_on"]) > date(2024, 12, 9)


def test_the_place_for_questions_is_where_it_was_left(quote: Desk) -> None:
    """Reached by Alt and a digit, by the menu and the tool bar; the window begins with it the next time."""
    quote.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert quote.window.views.panes.result.tab == "months"
    quote.press(Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    assert quote.window.views.panes.result.tab == "inquiry"
    quote.press(Qt.Key.Key_2, CONTROL)
    assert quote.window.views.panes.result.tab == "inquiry"
    quote.window.switch("language.en")
    quote.qtbot.waitUntil(lambda: bool(quote.buttons("Enter this end date")))
    assert quote.window.views.panes.result.tab == "inquiry"

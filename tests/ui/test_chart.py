"""The chart of the months: bars that add up, a scale that says where it ends, and a reason for every month."""

from datetime import date
from itertools import combinations, pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.calculation.statement import Statement, figure_at
from desktop_app.document.assess import assess
from desktop_app.document.draft import with_value
from desktop_app.document.partly import known_of
from desktop_app.report.month_bars import Amounts, accounts_of, amounts_of, bars_of
from desktop_app.ui.look import look_of
from desktop_app.ui.plain import plain_tip
from desktop_app.ui.result.chart import ChartView
from desktop_app.ui.result.chart_layout import Layout
from desktop_app.ui.scene import Scene
from desktop_app.wording.days import Language
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF, ended, policy, statement_of
from tests.cases.examples import rulebook, worked_examples

EXAMPLES = {each.name[:2]: each for each in worked_examples()}


def statement(name: str) -> Statement:
    """Return the statement of a worked example."""
    found = assess(EXAMPLES[name].contract, EXAMPLES[name].as_of, rulebook()).statement
    assert found is not None
    return found


@pytest.fixture
def view(qtbot: QtBot, scene: Scene) -> ChartView:
    """Return a chart in sight that shows the second worked example, the keyboard elsewhere."""
    shown = ChartView(scene)
    qtbot.addWidget(shown)
    shown.resize(900, 320)
    shown.show_statement(statement("02"))
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


def asked(view: ChartView) -> list[Any]:
    """Return a list that fills with the figures that are asked for."""
    figures: list[Any] = []
    view.figure_asked.connect(figures.append)
    return figures


def press(view: ChartView, *keys: Qt.Key) -> None:
    """Press keys, one after the other."""
    for key in keys:
        QTest.keyClick(view, key)


def laid_out(found: Statement, width: int = 900, height: int = 320, language: Language = "ja") -> Layout:
    """Return the chart of a statement in a size."""
    return Layout(bars_of(found), QSizeF(width, height), QFontMetricsF(QApplication.font()), wording(language))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_bars_are_what_the_months_cost_without_tax(name: str) -> None:
    """Each month, and all of them together."""
    found = statement(name)
    for bar, bill in zip(bars_of(found), found.months, strict=True):
        assert bar.height - bar.credit == bill.taxable.value.amount + bill.non_taxable.value.amount
        assert bar.accounts == bill.max_accounts.value
    assert sum(bar.height - bar.credit for bar in bars_of(found)) == found.totals.subtotal.value.amount


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("02", Amounts(400_000, 100_000, 15_733, broken=True)),
        ("03", Amounts(400_000, 100_000, 0, broken=False)),
        ("11", Amounts(300_000, 100_000, 0, broken=False)),
        ("12", Amounts(10_000, 5_000, 9_000, broken=True)),
        ("13", Amounts(2_000_000, 500_000, 0, broken=False)),
    ],
)
def test_the_scale_ends_where_few_amounts_tower_above_the_monthly_fees(name: str, expected: Amounts) -> None:
    """So that the months can be compared; and says so."""
    assert amounts_of(bars_of(statement(name))) == expected


def test_the_scale_has_its_ticks_on_both_sides_of_zero() -> None:
    """As many of them as can be read."""
    assert list(Amounts(10_000, 5_000, 9_000).ticks()) == [-5_000, 0, 5_000, 10_000]
    assert amounts_of(()).top > 0
    assert accounts_of(()).top > 0


@pytest.mark.parametrize("name", EXAMPLES)
def test_bars_are_to_scale_below_the_wavy_line(name: str) -> None:
    """From the bottom up without a gap, the credit below zero; above the line only what is higher."""
    layout = laid_out(statement(name))
    for i, bar in enumerate(layout.bars):
        below = [each for each in layout.pieces(i) if not each.above and each.name != "credit"]
        drawn = sum(each.place.height() for each in below)
        assert drawn == pytest.approx(layout.y(0) - layout.y(min(bar.height, layout.amounts.top)))
        assert all(one.place.top() == pytest.approx(other.place.bottom()) for one, other in pairwise(below))
        above = [each for each in layout.pieces(i) if each.above]
        assert bool(above) == (bar.height > layout.amounts.top)
        assert all(each.place.bottom() < layout.plot.top() for each in above)
        assert not above or layout.amounts.broken


def test_what_a_broken_bar_stands_for_is_written_above_it() -> None:
    """In full, so that nobody measures it."""
    layout = laid_out(statement("02"))
    assert [each.text for each in layout.sums()] == ["1,484,516"]
    assert layout.bars[-1].height == 1_484_516
    assert list(laid_out(statement("03")).sums()) == []


@pytest.mark.parametrize("months", [1, 2, 12, 36, 120])
@pytest.mark.parametrize("width", [300, 700, 1900])
def test_any_number_of_months_has_its_place(months: int, width: int) -> None:
    """Columns side by side within the plot, their names never on one another."""
    layout = laid_out(statement_of(policy(quote_months=months)), width)
    assert len(layout.bars) in {months + 1, months + 2}
    columns = [layout.column_of(i) for i in range(len(layout.bars))]
    assert columns[0].left() == pytest.approx(layout.plot.left())
    assert columns[-1].right() == pytest.approx(layout.plot.right())
    assert all(one.right() == pytest.approx(other.left()) for one, other in pairwise(columns))
    metrics = layout.metrics
    names = [
        QRectF(each.at.x() - metrics.horizontalAdvance(each.text) / 2, 0, metrics.horizontalAdvance(each.text), 1)
        for each in layout.months()
    ]
    assert names
    assert not [pair for pair in combinations(names, 2) if pair[0].intersects(pair[1])]


@pytest.mark.parametrize(("width", "height"), [(900, 320), (420, 200), (300, 150)])
def test_what_is_written_has_room_in_any_size(width: int, height: int) -> None:
    """The legend in as many rows as it needs; at the axes only names that do not cover one another."""
    layout = laid_out(statement("02"), width, height)
    ends = [(each.row, each.left + layout.metrics.horizontalAdvance(each.text)) for each in layout.legend]
    assert all(end <= width for _, end in ends)
    assert [row for row, _ in ends] == sorted(row for row, _ in ends)
    assert (layout.legend_rows > 1) == (width < 900)
    for ticks, y in ((layout.amount_ticks(), layout.y), (layout.account_ticks(), layout.y_of_accounts)):
        assert ticks
        assert all(y(low) - y(high) >= layout.row * 0.7 for low, high in pairwise(ticks))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [900, 420, 300])
def test_what_the_wavy_line_means_is_said_in_full(width: int, language: Language) -> None:
    """In as many rows as it needs, between the legend and the picture."""
    layout = laid_out(statement("02"), width, 320, language)
    text = wording(language).text("window.chart.broken")
    needed = layout.metrics.boundingRect(QRectF(0, 0, layout.note.width(), 1_000), Qt.TextFlag.TextWordWrap, text)
    assert needed.height() <= layout.note.height() + 1
    assert layout.note.right() < width
    assert layout.note.top() >= (layout.legend[-1].row + 1) * layout.row
    assert layout.note.bottom() <= layout.strip.top()
    assert laid_out(statement("03"), width, 320, language).note.isNull()


def test_showing_emits_nothing(view: ChartView) -> None:
    """Whatever is shown."""
    figures = asked(view)
    for name in EXAMPLES:
        view.show_statement(statement(name))
        view.grab()
    view.show_statement(None)
    view.grab()
    assert figures == []


def test_the_keyboard_goes_from_month_to_month_and_asks_why(view: ChartView) -> None:
    """Enter asks for the total of the month that it is at."""
    figures = asked(view)
    view.setFocus()
    assert view.current == 0
    press(view, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_PageUp, Qt.Key.Key_Return)
    assert figures == [("months", 2, "total"), ("months", 7, "total"), ("months", 0, "total")]
    assert all(figure_at(statement("02"), each) is not None for each in figures)


def test_a_double_click_asks_why_and_a_click_only_goes_there(view: ChartView) -> None:
    """Beside the months both do nothing."""
    figures = asked(view)
    at = view.column_of(3).center()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert (view.current, figures) == (3, [])
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 200))
    assert figures == [("months", 3, "total")]


def test_a_tip_has_all_figures_of_the_month(view: ChartView) -> None:
    """Those of nothing left out; and how to ask why."""
    at = view.column_of(5).center()
    QApplication.sendEvent(view, QHelpEvent(QHelpEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert QToolTip.text() == plain_tip(
        "2024年11月\n最大アカウント数：1,200件\n最大になった日：2024年11月1日（金）\n課金日数：30日\n月額：¥236,000\n"
        "月額費用の請求額：¥236,000\n減額：▲¥15,733\n課税対象額：¥220,267\n税率：10%\n消費税：¥22,026\n税込の請求額：¥242,293\n"
        "Enterまたはダブルクリックで合計の理由を表示"
    )


def test_the_month_of_the_keyboard_is_said_and_the_whole_told(view: ChartView) -> None:
    """For somebody who does not see the bars."""
    reader = QAccessible.queryAccessibleInterface(view)
    view.clearFocus()
    assert reader.text(QAccessible.Text.Name) == "月別の請求グラフ"
    view.setFocus()
    press(view, Qt.Key.Key_Right)
    said = reader.text(QAccessible.Text.Name)
    assert said.startswith("月別の請求グラフ　2024年7月、最大アカウント数：800件")
    assert said.endswith("税込の請求額：¥124,902")
    told = reader.text(QAccessible.Text.Description)
    assert told.startswith("2024年6月から2025年1月までの8か月。")
    assert "2025年1月" in told


def test_the_month_of_the_keyboard_is_seen(view: ChartView) -> None:
    """It has a ring, which goes with it."""
    view.setFocus()
    there = view.column_of(0).adjusted(-3, -3, 3, 3)
    with_ring = view.grab(there).toImage()
    press(view, Qt.Key.Key_End)
    assert view.grab(there).toImage() != with_ring


def test_the_keyboard_stays_at_its_month_while_there_is_one(view: ChartView) -> None:
    """After another statement with fewer months at the last; after none at none."""
    view.setFocus()
    press(view, Qt.Key.Key_End)
    view.show_statement(statement_of(ended("2024-09-30")))
    assert view.current == len(statement_of(ended("2024-09-30")).months) - 1
    view.show_statement(None)
    assert view.current is None
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert view.current is None


def test_an_amount_that_is_not_known_is_none_and_is_marked(view: ChartView) -> None:
    """The months whose fee cannot be reckoned say so, and their tip has a dash."""
    draft = with_value(EXAMPLES["02"].contract, ("prices", "monthly", "tiers", 0, "unit_price"), "x")
    hollow = known_of(assess(draft, AS_OF, rulebook()), AS_OF, rulebook()).statement
    bars = bars_of(hollow)
    assert [bar.known for bar in bars].count(False) > 0
    assert not any(part.name == "billed_fee" for bar in bars for part in bar.parts)
    view.show_statement(hollow)
    view.grab()
    assert "月額：—" in view.tip(1)
    assert "税込の請求額：—" in view.tip(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_drawn_in_the_colours_of_the_scheme(qtbot: QtBot, scene: Scene, scheme: Any) -> None:
    """Its ground is that of the other panels, and a bar is not."""
    shown = ChartView(scene._replace(look=look_of(scheme), today=date(2024, 12, 10)))
    qtbot.addWidget(shown)
    shown.resize(900, 320)
    shown.show_statement(statement("03"))
    image = shown.grab().toImage()
    ground = look_of(scheme).colour("surface")
    column = shown.column_of(4)
    assert image.pixelColor(1, 318) == ground
    assert image.pixelColor(column.center().x(), column.bottom() - 20) != ground

"""The timeline: to scale, readable at any width, led through by mouse, keyboard and screen reader."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAccessible, QFont, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.calculation.periods import Month, Span, months_between
from desktop_app.document.assess import Assessment, assess
from desktop_app.report.timeline_items import Item, timeline_items
from desktop_app.ui.look import look_of
from desktop_app.ui.plain import plain_tip
from desktop_app.ui.result.chart_colours import smaller, tone
from desktop_app.ui.result.timeline import TimelineView
from desktop_app.ui.result.timeline_labels import UNPLACED
from desktop_app.ui.result.timeline_picture import Picture, picture_of
from desktop_app.ui.result.timeline_scale import scale_of, ticks
from desktop_app.ui.scene import Scene
from desktop_app.wording.wording import wording
from tests.cases.contracts import contract_file, notice
from tests.cases.examples import rulebook, worked_examples

EXAMPLES = {each.name[:2]: each for each in worked_examples()}
HEIGHT = 186
ROOMY = 1280


def assessed(name: str, **changes: Any) -> Assessment:
    """Return what a worked example comes to with parts of it exchanged."""
    example = EXAMPLES[name]
    return assess({**example.contract, **changes}, example.as_of, rulebook())


@pytest.fixture
def view(qtbot: QtBot, scene: Scene) -> TimelineView:
    """Return a timeline in sight that shows the second worked example."""
    shown = TimelineView(scene)
    qtbot.addWidget(shown)
    shown.resize(ROOMY, HEIGHT)
    found = assessed("02")
    shown.show_statement(found.contract, found.statement)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


def asked(view: TimelineView) -> list[Any]:
    """Return a list that fills with the fields that are asked for."""
    fields: list[Any] = []
    view.field_asked.connect(fields.append)
    return fields


def item(view: TimelineView, key: str) -> Item:
    """Return the first item of a kind."""
    return next(each for each in view.items() if each.key == key)


def press(view: TimelineView, *keys: Qt.Key) -> None:
    """Press keys, one after the other."""
    for key in keys:
        QTest.keyClick(view, key)


def name_of(view: TimelineView) -> str:
    """Return what a screen reader calls the view."""
    return str(QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Name))


def tip_at(view: TimelineView, at: QPoint) -> str:
    """Return what the view says when the pointer rests somewhere."""
    QToolTip.hideText()
    QApplication.sendEvent(view, QHelpEvent(QHelpEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    return QToolTip.text()


def test_showing_emits_nothing(view: TimelineView) -> None:
    """Whatever is shown, and however often."""
    fields = asked(view)
    for name in EXAMPLES:
        found = assessed(name)
        view.show_statement(found.contract, found.statement)
        view.grab()
    view.show_statement(None, None)
    assert fields == []


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("accepted_on", ("dates", "accepted_on")),
        ("term", ("dates", "billing_start")),
        ("remaining", ("termination", "designated_on")),
        ("notice_arrived_on", ("termination", "notice_arrived_on")),
        ("effective_on", ("termination", "designated_on")),
        ("outage", ("outages", 0, "known_at")),
        ("change", ("changes", 0, "accepted_on")),
        ("claim_deadline", ("outages", 0, "claimed_on")),
        ("peak", ("accounts", 0, "count")),
    ],
)
def test_a_click_goes_to_the_field(view: TimelineView, key: str, field: tuple[str | int, ...]) -> None:
    """Of the thing that is clicked."""
    fields = asked(view)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.place_of(item(view, key)).center())
    assert fields == [field]


def test_a_click_beside_everything_or_with_another_button_does_nothing(view: TimelineView) -> None:
    """No field is asked for by accident."""
    fields = asked(view)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(1100, 80))
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=view.place_of(item(view, "term")).center())
    assert fields == []


def test_the_line_of_counts_leads_to_the_record_in_effect(view: TimelineView) -> None:
    """Where nothing else stands, the count under the pointer is meant."""
    fields = asked(view)
    term = view.place_of(item(view, "term"))
    at = QPoint(term.left() + term.width() // 3, term.bottom() + 50)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert fields == [("accounts", 1, "count")]
    assert "2024年9月15日（日）10:00から" in tip_at(view, at)


def test_the_keyboard_comes_by_every_item_in_order_of_time(view: TimelineView) -> None:
    """From the first to the last and no further, and back."""
    view.setFocus()
    found = [view.current]
    for _ in range(len(view.items()) + 2):
        press(view, Qt.Key.Key_Right)
        found.append(view.current)
    assert tuple(dict.fromkeys(found)) == view.items()
    press(view, Qt.Key.Key_Home)
    assert view.current == view.items()[0]
    press(view, Qt.Key.Key_End, Qt.Key.Key_Left)
    assert view.current == view.items()[-2]


def test_enter_goes_to_the_field_of_the_item(view: TimelineView) -> None:
    """As a click does."""
    fields = asked(view)
    press(view, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert fields == [("dates", "billing_start")]


def test_the_item_of_the_keyboard_has_a_ring(view: TimelineView) -> None:
    """It is seen where the keyboard is, and nowhere else while it is elsewhere."""
    view.setFocus()
    press(view, Qt.Key.Key_Home)
    there = view.place_of(view.items()[0])
    with_ring = view.grab(there).toImage()
    press(view, Qt.Key.Key_End)
    assert view.grab(there).toImage() != with_ring


def test_each_item_is_said_when_the_keyboard_comes_to_it(view: TimelineView) -> None:
    """By the name of the view, which says of its own what it is."""
    view.clearFocus()
    assert name_of(view) == "契約期間の図"
    view.setFocus()
    assert name_of(view) == "契約期間の図　承諾日、2024年6月10日（月）・令和6年"
    view.clearFocus()
    assert name_of(view) == "契約期間の図"


def test_everything_is_told_in_words(view: TimelineView) -> None:
    """For somebody who does not see the picture: each thing with its days."""
    told = QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description).splitlines()
    assert len(told) == len(view.items())
    assert told[0] == "承諾日、2024年6月10日（月）・令和6年"
    assert "最低利用期間、2024年7月10日（水）〜2025年7月9日（水）" in told
    assert "残余の期間、2025年2月1日（土）〜2025年7月9日（水）、159日" in told
    assert "最大アカウント数、2024年9月15日（日）から、1,200件" in told


def test_a_tip_names_what_is_pointed_at_and_where_a_click_leads(view: TimelineView) -> None:
    """In full, and never as markup."""
    said = tip_at(view, view.place_of(item(view, "outage")).center())
    assert said == plain_tip(
        "障害1\n2024年11月1日（金）09:00〜2024年11月3日（日）10:30\n利用できなかった時間：49時間30分\n減額の請求状況：減額\n"
        "減額：¥15,733\n減額の請求期限：2025年2月2日（日）\nクリックまたはEnterで「当社が知った時刻（1行目）」へ移動"
    )
    assert view.item_at(QPointF(1100, 80)) is None


def test_a_deadline_says_how_many_days_are_left(view: TimelineView) -> None:
    """From the day as of which one looks."""
    assert "基準日からあと181日" in tip_at(view, view.place_of(item(view, "latest_notice")).center())


def test_the_keyboard_stays_at_its_item_when_another_field_changes(view: TimelineView) -> None:
    """Also when the item moves to another day."""
    view.setFocus()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.place_of(item(view, "notice_arrived_on")).center())
    found = assessed("02", termination={"kind": "notice", "notice_arrived_on": "2024-11-20"})
    view.show_statement(found.contract, found.statement)
    assert view.current is not None
    assert (view.current.key, view.current.first) == ("notice_arrived_on", date(2024, 11, 20))
    view.show_statement(None, None)
    assert view.current is None or view.current.key == "today"


def test_without_a_contract_it_says_what_it_needs(qtbot: QtBot, scene: Scene) -> None:
    """And a key or a click on nothing does nothing."""
    empty = TimelineView(scene)
    qtbot.addWidget(empty)
    fields = asked(empty)
    empty.resize(600, HEIGHT)
    blank = empty.grab().toImage()
    assert len({blank.pixelColor(x, HEIGHT // 2 + y).name() for x in range(200, 400) for y in range(-9, 9)}) > 1
    press(empty, Qt.Key.Key_Right, Qt.Key.Key_Return)
    QTest.mouseClick(empty, Qt.MouseButton.LeftButton, pos=QPoint(300, 90))
    assert fields == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_drawn_in_the_colours_of_the_scheme(qtbot: QtBot, scene: Scene, scheme: Any) -> None:
    """Its ground is that of the other panels."""
    shown = TimelineView(scene._replace(look=look_of(scheme)))
    qtbot.addWidget(shown)
    shown.resize(800, HEIGHT)
    found = assessed("02")
    shown.show_statement(found.contract, found.statement)
    image = shown.grab().toImage()
    assert image.pixelColor(1, HEIGHT - 1) == look_of(scheme).colour("surface")
    bar = shown.place_of(item(shown, "remaining"))
    assert image.pixelColor(bar.right() - 20, bar.center().y()).name() == tone("remaining", look_of(scheme)).name()


def picture(name: str, width: int, language: Any, **changes: Any) -> Picture:
    """Return the picture of a worked example."""
    found = assessed(name, **changes)
    day = EXAMPLES[name].as_of
    drawn = picture_of(
        timeline_items(found.contract, found.statement, day),
        wording(language),
        smaller(QFont(QApplication.font())),
        QSizeF(width, HEIGHT),
    )
    assert drawn is not None
    return drawn


def written(drawn: Picture) -> Iterator[QRectF]:
    """Yield the places of the labels of the marks."""
    for label in drawn.labels:
        if label.row != UNPLACED:
            yield QRectF(label.left, drawn.label_top(label.row), label.width, drawn.row - 1)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [600, 700, 1280, 1900])
@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_that_is_written_covers_anything_else(scene: Scene, name: str, width: int, language: Any) -> None:
    """Nor runs over the edge; the marks of lower labels pass beside the upper ones."""
    drawn = picture(name, width, language)
    places = list(written(drawn))
    assert not [pair for pair in combinations(places, 2) if pair[0].intersects(pair[1])]
    assert all(place.left() >= 0 and place.right() <= width and place.bottom() <= HEIGHT + 2 for place in places)
    for upper, lower in ((one, other) for one in drawn.labels for other in drawn.labels if UNPLACED < one.row < other.row):
        assert not upper.left < lower.x < upper.right
    counts = [box.place for box in drawn.counts if box.text]
    assert not [pair for pair in combinations(counts, 2) if pair[0].intersects(pair[1])]


@pytest.mark.parametrize("width", [1280, 1900])
@pytest.mark.parametrize("name", EXAMPLES)
def test_in_a_usual_window_every_mark_is_named(scene: Scene, name: str, width: int) -> None:
    """The days that matter are read without pointing at them."""
    assert [label for label in picture(name, width, "ja").labels if label.row == UNPLACED] == []


@pytest.mark.parametrize("width", [600, 1280])
def test_days_are_drawn_to_scale(scene: Scene, width: int) -> None:
    """Each day is as wide as any other, and a last day is marked at its end."""
    drawn = picture("02", width, "ja")
    scale = drawn.scale
    assert scale.of_day(date(2025, 1, 1), at_end=True) == pytest.approx(scale.of_day(date(2025, 1, 2)))
    a_day = scale.of_day(date(2024, 7, 11)) - scale.of_day(date(2024, 7, 10))
    assert a_day * scale.length.days == pytest.approx(scale.width)
    term, remaining = (box.place for box in drawn.bars)
    assert term.width() == pytest.approx(365 * a_day)
    assert remaining.width() == pytest.approx(159 * a_day)
    ends = next(label.x for label in drawn.labels if label.pieces[0].item.key == "effective_on")
    assert ends == pytest.approx(remaining.left())


@pytest.mark.parametrize("months", [3, 6, 12, 24, 36, 120, 1200])
@pytest.mark.parametrize("width", [600, 1280, 1900])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_months_are_named_as_far_as_there_is_room(months: int, width: int, language: Any) -> None:
    """One letter is as wide as eight pixels here; names never meet, and there are always some."""
    first = Month(2024, 4)
    last = list(months_between(first, first.plus(months - 1)))[-1]

    def width_of(text: str) -> float:
        return sum(12.0 if each > "z" else 7.0 for each in text)

    named = [each for each in ticks(scale_of(Span(first.first, last.last), 18, width - 36), language, width_of) if each.text]
    assert named
    assert all(one.x + width_of(one.text) < other.x for one, other in pairwise(named))
    assert len(named) > 1 or months < 6


def test_a_day_beside_the_picture_is_named_at_its_edge_with_its_year(scene: Scene) -> None:
    """Years later the contract is not squeezed; today is said to lie farther on."""
    found = assess(contract_file(notice("2024-12-02")), date(2031, 3, 1), rulebook())
    items = timeline_items(found.contract, found.statement, date(2031, 3, 1))
    drawn = picture_of(items, wording("ja"), smaller(QFont(QApplication.font())), QSizeF(ROOMY, HEIGHT))
    assert drawn is not None
    assert "2031/03/01 今日 →" in [piece.text for label in drawn.labels for piece in label.pieces]


def test_a_single_day_has_room_around_it(scene: Scene) -> None:
    """A picture of today alone is one of a month."""
    drawn = picture_of(
        timeline_items(None, None, date(2024, 12, 10)), wording("ja"), QFont(QApplication.font()), QSizeF(ROOMY, HEIGHT)
    )
    assert drawn is not None
    assert drawn.scale.length == timedelta(days=30)

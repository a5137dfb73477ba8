"""The calendar popup: keys and clicks choose a day, weekends and holidays are told by colour, by mark and in words."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QToolButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.document.fields import Kind
from desktop_app.ui.editors.calendar import DayCalendar
from desktop_app.ui.editors.line_editor import DayEditor
from desktop_app.ui.editors.month_model import DAY
from desktop_app.ui.editors.writing import writing_of
from desktop_app.ui.look import apply_look, look_of
from desktop_app.ui.scene import Scene
from desktop_app.wording.wording import wording

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SHIFT, ALT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


class Opened:
    """A calendar on the screen, and what it has told."""

    def __init__(self, qtbot: QtBot, scene: Scene, day: date) -> None:
        self.qtbot = qtbot
        self.below = QWidget()
        self.below.resize(240, 30)
        qtbot.addWidget(self.below)
        with qtbot.waitExposed(self.below):
            self.below.show()
        self.popup = DayCalendar(scene, day, self.below)
        self.chosen: list[date] = []
        self.popup.chosen.connect(self.chosen.append)
        self.popup.open_below(self.below)
        self.popup.repaint()
        self.grid = self.popup.findChild(QTableView)
        QTest.qWait(1)
        QApplication.processEvents()

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return self.grid.currentIndex().data(DAY)

    @property
    def title(self) -> str:
        """The month as it stands above the days."""
        return next(each.text() for each in self.popup.findChildren(QLabel) if each.property("role") == "group")

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.grid, key, modifier)

    def click(self, day: date) -> None:
        """Click a day in sight."""
        QTest.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, pos=self.place(day))

    def index(self, day: date):
        """Return where a day stands."""
        model = self.grid.model()
        return next(each for each in _places(model) if each.data(DAY) == day)

    def place(self, day: date) -> QPoint:
        """Return where a day is drawn."""
        return self.grid.visualRect(self.index(day)).center()

    def told(self, day: date) -> str:
        """Return what a screen reader says of a day."""
        return self.index(day).data(Qt.ItemDataRole.AccessibleTextRole)

    def colours(self, day: date) -> set[str]:
        """Return the colours that a day is drawn in."""
        area = self.grid.visualRect(self.index(day))
        picture: QImage = self.grid.viewport().grab(area).toImage()
        return {QColor(picture.pixel(x, y)).name() for x in range(picture.width()) for y in range(picture.height())}


def _places(model) -> Iterator:
    return (model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))


@pytest.fixture
def opened(qtbot: QtBot, scene: Scene) -> Opened:
    """Return the calendar on Wednesday, 10 July 2024; today is 10 December 2024."""
    return Opened(qtbot, scene, date(2024, 7, 10))


@pytest.mark.parametrize(
    ("key", "modifier", "day"),
    [
        (Qt.Key.Key_Left, NONE, "2024-07-09"),
        (Qt.Key.Key_Right, NONE, "2024-07-11"),
        (Qt.Key.Key_Up, NONE, "2024-07-03"),
        (Qt.Key.Key_Down, NONE, "2024-07-17"),
        (Qt.Key.Key_PageUp, NONE, "2024-06-10"),
        (Qt.Key.Key_PageDown, NONE, "2024-08-10"),
        (Qt.Key.Key_PageUp, SHIFT, "2023-07-10"),
        (Qt.Key.Key_PageDown, SHIFT, "2025-07-10"),
        (Qt.Key.Key_Home, NONE, "2024-07-01"),
        (Qt.Key.Key_End, NONE, "2024-07-31"),
        (Qt.Key.Key_T, NONE, "2024-12-10"),
    ],
)
def test_a_key_leads_to_a_day_and_enter_chooses_it(opened: Opened, key: Qt.Key, modifier: Qt.KeyboardModifier, day: str) -> None:
    """Nothing is told before Enter; it closes then."""
    opened.press(key, modifier)
    assert opened.day == date.fromisoformat(day)
    assert opened.chosen == []
    opened.press(Qt.Key.Key_Return)
    assert opened.chosen == [date.fromisoformat(day)]


def test_arrows_cross_the_ends_of_months(qtbot: QtBot, scene: Scene) -> None:
    """And the title follows."""
    opened = Opened(qtbot, scene, date(2024, 12, 31))
    opened.press(Qt.Key.Key_Right)
    assert (opened.day, opened.title) == (date(2025, 1, 1), "2025年1月（令和7年）")
    opened.press(Qt.Key.Key_Up)
    assert (opened.day, opened.title) == (date(2024, 12, 25), "2024年12月（令和6年）")


def test_a_month_without_the_day_has_its_last(qtbot: QtBot, scene: Scene) -> None:
    """31 January, a month on, in a leap year and not."""
    opened = Opened(qtbot, scene, date(2024, 1, 31))
    opened.press(Qt.Key.Key_PageDown)
    assert opened.day == date(2024, 2, 29)
    opened.press(Qt.Key.Key_PageDown, SHIFT)
    assert opened.day == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("day", "keys", "last"),
    [
        ("2000-01-03", [Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Left], "2000-01-01"),
        ("2199-12-30", [Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Right], "2199-12-31"),
        ("1990-01-01", [], "2000-01-01"),
    ],
)
def test_it_ends_where_a_contract_does(qtbot: QtBot, scene: Scene, day: str, keys: list[Qt.Key], last: str) -> None:
    """The years 2000 to 2199; days beyond are neither drawn nor chosen."""
    opened = Opened(qtbot, scene, date.fromisoformat(day))
    for key in keys:
        opened.press(key)
        assert opened.day == date.fromisoformat(last)
    empty = [each for each in _places(opened.grid.model()) if each.data(DAY) is None]
    assert empty
    QTest.mouseClick(opened.grid.viewport(), Qt.MouseButton.LeftButton, pos=opened.grid.visualRect(empty[0]).center())
    assert opened.chosen == []
    assert opened.popup.isVisible()


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_Escape, NONE), (Qt.Key.Key_F4, NONE), (Qt.Key.Key_Up, ALT), (Qt.Key.Key_Down, ALT)]
)
def test_it_closes_without_a_choice(opened: Opened, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """By Esc and by the keys that opened it."""
    opened.press(Qt.Key.Key_Right)
    opened.press(key, modifier)
    opened.qtbot.waitUntil(lambda: not isValid(opened.popup))
    assert opened.chosen == []


@pytest.mark.parametrize("day", [date(2024, 7, 24), date(2024, 8, 1), date(2024, 6, 30)])
def test_a_click_chooses_a_day(opened: Opened, day: date) -> None:
    """Of the months around, too; once, and it is gone."""
    opened.click(day)
    opened.qtbot.waitUntil(lambda: not isValid(opened.popup))
    assert opened.chosen == [day]


def test_buttons_turn_the_pages_without_choosing(opened: Opened) -> None:
    """Months and years, and back to today; the keyboard stays in the days."""
    buttons = {each.accessibleName(): each for each in opened.popup.findChildren(QToolButton)}
    for name, day in (
        ("次の月", date(2024, 8, 10)),
        ("次の年", date(2025, 8, 10)),
        ("前の月", date(2025, 7, 10)),
        ("前の年", date(2024, 7, 10)),
    ):
        QTest.mouseClick(buttons[name], Qt.MouseButton.LeftButton)
        assert opened.day == day
    QTest.mouseClick(opened.popup.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert opened.day == date(2024, 12, 10)
    assert opened.chosen == []
    assert opened.popup.focusWidget() is opened.grid


def test_showing_a_day_chooses_none(opened: Opened) -> None:
    """Only a person's act does."""
    opened.popup.show_day(date(2030, 1, 1))
    assert opened.day == date(2030, 1, 1)
    assert opened.chosen == []


def test_weeks_begin_on_sunday(opened: Opened) -> None:
    """As calendars in Japan do."""
    names = [opened.grid.model().headerData(i, Qt.Orientation.Horizontal) for i in range(7)]
    assert "".join(names) == "日月火水木金土"
    assert opened.index(date(2024, 7, 7)).column() == 0
    assert opened.index(date(2024, 7, 6)).column() == 6


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_weekends_and_holidays_have_their_colours(qtbot: QtBot, scene: Scene, scheme: str) -> None:
    """Saturdays blue, Sundays and holidays red, in both colour schemes; today is ringed."""
    look = look_of(scheme)
    opened = Opened(qtbot, scene._replace(look=look, today=date(2024, 7, 25)), date(2024, 7, 10))
    red, blue, ink = (look.colour(token).name() for token in ("error", "accent", "text"))
    for day, colour in (("2024-07-06", blue), ("2024-07-07", red), ("2024-07-15", red), ("2024-07-16", ink)):
        seen = opened.colours(date.fromisoformat(day))
        assert colour in seen
        assert not seen & ({red, blue, ink} - {colour})
    assert blue in opened.colours(date(2024, 7, 25))
    assert blue in opened.colours(date(2024, 7, 10))  # the cursor


def test_a_holiday_is_named(opened: Opened) -> None:
    """By the tip, by the screen reader, and below the days where the cursor is."""
    day = date(2024, 7, 15)
    assert opened.told(day) == "2024年7月15日（月）　海の日"
    place = opened.place(day)
    asked = QHelpEvent(QEvent.Type.ToolTip, place, opened.grid.viewport().mapToGlobal(place))
    QApplication.sendEvent(opened.grid.viewport(), asked)
    assert "海の日" in QToolTip.text()
    QToolTip.hideText()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        opened.press(key)
    assert opened.day == day
    assert "海の日" in {each.text() for each in opened.popup.findChildren(QLabel)}
    opened.press(Qt.Key.Key_Right)
    assert "海の日" not in {each.text() for each in opened.popup.findChildren(QLabel)}


def test_a_screen_reader_hears_the_day_and_today(qtbot: QtBot, scene: Scene) -> None:
    """Through the accessibility of the platform."""
    opened = Opened(qtbot, scene, scene.today)
    assert opened.told(scene.today) == "2024年12月10日（火）　今日"
    spoken = QAccessible.queryAccessibleInterface(opened.grid)
    assert spoken.text(QAccessible.Text.Name) == "カレンダー"
    parts = {spoken.child(i).text(QAccessible.Text.Name) for i in range(spoken.childCount())}
    assert {"2024年12月10日（火）　今日", "2024年12月11日（水）", "日"} <= parts


def test_an_english_calendar_is_english(qtbot: QtBot, scene: Scene) -> None:
    """Whatever the system's language is; the names of holidays stay Japanese and are said to be holidays."""
    opened = Opened(qtbot, scene._replace(words=wording("en")), date(2024, 7, 15))
    assert opened.title == "July 2024"
    assert opened.told(date(2024, 7, 15)) == "15 July 2024 (Mon)　Holiday: 海の日"
    assert opened.grid.model().headerData(0, Qt.Orientation.Horizontal) == "Sun"


def test_an_era_begins_in_the_title(qtbot: QtBot, scene: Scene) -> None:
    """April 2019 is 平成31年, May 令和元年."""
    opened = Opened(qtbot, scene, date(2019, 4, 30))
    assert opened.title == "2019年4月（平成31年）"
    opened.press(Qt.Key.Key_Right)
    assert opened.title == "2019年5月（令和元年）"


def test_it_stays_on_the_screen(qtbot: QtBot, scene: Scene) -> None:
    """Below the line where there is room, above it where there is none."""
    opened = Opened(qtbot, scene, date(2024, 7, 10))
    screen = opened.below.screen().availableGeometry()
    for corner in (screen.topLeft(), screen.bottomRight()):
        opened.below.move(corner)
        opened.popup.open_below(opened.below)
        assert screen.contains(opened.popup.geometry())


@pytest.mark.parametrize(("size", "drawn"), [(100, 16), (150, 24)])
def test_the_button_in_the_line_is_as_large_as_its_letters_ask(qtbot: QtBot, scene: Scene, size: int, drawn: int) -> None:
    """A click on it opens the calendar at the day of the line; what is written ends before it."""
    scene = scene._replace(look=look_of("light", size))
    apply_look(scene.look)
    editor = DayEditor(writing_of(Kind.DAY, scene), scene)
    qtbot.addWidget(editor)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.show_value("2024-07-10")
    button = editor.findChild(QToolButton)
    assert button.iconSize() == QSize(drawn, drawn)
    assert button.accessibleName() == "カレンダー"
    assert editor.line.rect().contains(button.geometry())
    editor.line.setCursorPosition(len(editor.line.text()))
    assert editor.line.cursorRect().center().x() < button.x()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    popup = editor.findChild(DayCalendar)
    assert popup.findChild(QTableView).currentIndex().data(DAY) == date(2024, 7, 10)
    popup.close()
    apply_look(look_of("light"))

"""The calendar below a day's line: a month to choose a day from, Saturdays, Sundays and Japanese holidays marked."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY
from desktop_app.calculation.periods import Month
from desktop_app.ui.editors.day_grid import DayGrid
from desktop_app.ui.editors.month_model import WEEK, MonthModel
from desktop_app.ui.plain import ElidedLabel, plain_label, plain_tip
from desktop_app.ui.scene import Scene
from desktop_app.wording.days import era_year, month_text

DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}
MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
YEAR = 12
LARGER = 1.5
BUTTON_WIDTH = 30
CHOOSE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
CLOSE = {Qt.Key.Key_Escape, Qt.Key.Key_F4}


def stepped(day: date, key: Qt.Key, modifiers: Qt.KeyboardModifier, today: date) -> date | None:
    """Return the day that a key leads to, within the days that a contract can name; None for other keys."""
    if key in DAYS:
        return _within(day.toordinal() + DAYS[key])
    if key in MONTHS:
        return month_later(day, MONTHS[key] * (YEAR if modifiers & Qt.KeyboardModifier.ShiftModifier else 1))
    if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
        return Month.of(day).first if key is Qt.Key.Key_Home else Month.of(day).last
    return today if key is Qt.Key.Key_T else None


def month_later(day: date, months: int) -> date:
    """Return the same day so many months later, or that month's last."""
    month = Month.of(day).plus(months)
    if not FIRST_DAY.year <= month.year <= LAST_DAY.year:
        return FIRST_DAY if months < 0 else LAST_DAY
    return date(month.year, month.number, min(day.day, month.length))


def _within(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, FIRST_DAY.toordinal()), LAST_DAY.toordinal()))


class DayCalendar(QFrame):
    """A popup with a month; `chosen` gives the day that the user chose, and it closes then."""

    chosen = Signal(object)

    def __init__(self, scene: Scene, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setAccessibleName(scene.words.text("calendar"))
        self._words, self._look, self._today = scene.words, scene.look, scene.today
        self._day = _within(day.toordinal())
        self._model = MonthModel(scene.words, scene.today, Month.of(self._day))
        self._title = plain_label("", "group")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._holiday = ElidedLabel("help")
        self._grid = DayGrid(scene, self._model)
        self._grid.setAccessibleName(scene.words.text("calendar"))
        self._grid.clicked.connect(self._on_clicked)
        self._set_out()
        self.setFocusProxy(self._grid)
        self.show_day(self._day)

    def _set_out(self) -> None:
        head, foot, box = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        box.setContentsMargins(9, 7, 9, 7)
        box.setSpacing(4)
        head.setSpacing(0)
        head.addWidget(self._button("«", self._words.text("calendar.year_before"), lambda: self._page(-YEAR)))
        head.addWidget(self._button("‹", self._words.text("calendar.month_before"), lambda: self._page(-1)))
        head.addWidget(self._title, 1)
        head.addWidget(self._button("›", self._words.text("calendar.month_after"), lambda: self._page(1)))
        head.addWidget(self._button("»", self._words.text("calendar.year_after"), lambda: self._page(YEAR)))
        today = QPushButton(self._words.text("calendar.to_today"))
        today.setProperty("role", "quiet")
        today.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        today.clicked.connect(lambda: self.show_day(self._today))
        foot.addWidget(self._holiday, 1)
        foot.addWidget(today)
        box.addLayout(head)
        box.addWidget(self._grid, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addLayout(foot)

    def _button(self, sign: str, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        font = button.font()
        font.setPointSizeF(font.pointSizeF() * LARGER)
        button.setFont(font)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        button.setFixedWidth(self._look.px(BUTTON_WIDTH))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRepeat(True)
        button.clicked.connect(act)
        return button

    def show_day(self, day: date) -> None:
        """Show a day and its month, without choosing it."""
        self._day = _within(day.toordinal())
        month = Month.of(self._day)
        if month != self._model.month:
            self._model.show_month(month)
        text = month_text(month, self._words.language)
        self._title.setText(f"{text}（{era_year(month.first)}）" if self._words.language == "ja" else text)
        self._grid.setCurrentIndex(self._model.index_of(self._day))
        self._holiday.setText(self._model.holiday(self._day))

    def open_below(self, widget: QWidget) -> None:
        """Open under a widget, over it where there is no room below, the keyboard in the days."""
        self.adjustSize()
        room = widget.screen().availableGeometry()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        if place.y() + self.height() > room.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, -2)).y() - self.height())
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place.x(), max(room.top(), place.y()))
        self.show()
        self._grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Name the holidays once the month is in sight."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_holidays)

    def _show_holidays(self) -> None:
        self._model.show_holidays()
        self._holiday.setText(self._model.holiday(self._day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, choose on Enter or Space, close on Esc or the keys that opened it."""
        key = Qt.Key(event.key())
        if key in CHOOSE:
            self._choose(self._day)
        elif key in CLOSE or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.close()
        else:
            day = stepped(self._day, key, event.modifiers(), self._today)
            if day is not None:
                self.show_day(day)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(self._model.day_at(index))

    def _page(self, months: int) -> None:
        self.show_day(month_later(self._day, months))

    def _choose(self, day: date | None) -> None:
        if day is not None:
            self.chosen.emit(day)
            self.close()

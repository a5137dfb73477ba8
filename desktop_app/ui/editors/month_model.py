"""The days of a month as six weeks from Sunday on: what stands in each, what a tip and a screen reader say of it."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY
from desktop_app.calculation.periods import Month
from desktop_app.ui.plain import plain_tip
from desktop_app.wording.days import LANGUAGES, long_day
from desktop_app.wording.holidays import holiday_text
from desktop_app.wording.wording import Wording

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
DAY = Qt.ItemDataRole.UserRole + 1
WEEKS, WEEK = 6, 7
SUNDAY, SATURDAY = 0, 6


class MonthModel(QAbstractTableModel):
    """Shows a month and the days around it; days that a contract cannot name are left empty."""

    def __init__(self, words: Wording, today: date, month: Month) -> None:
        super().__init__()
        self._words = words
        self._today = today
        self._holidays_known = False
        self.month = month

    def show_month(self, month: Month) -> None:
        """Show another month."""
        self.beginResetModel()
        self.month = month
        self.endResetModel()

    def show_holidays(self) -> None:
        """Name the holidays from now on."""
        self._holidays_known = True
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, WEEK - 1))

    def day_at(self, index: Index) -> date | None:
        """Return the day at a place, None where there is none to choose."""
        if not index.isValid():
            return None
        place = index.row() * WEEK + index.column() - _column(self.month.first)
        ordinal = self.month.first.toordinal() + place
        return date.fromordinal(ordinal) if FIRST_DAY.toordinal() <= ordinal <= LAST_DAY.toordinal() else None

    def index_of(self, day: date) -> QModelIndex:
        """Return the place of a day of the month."""
        return self.index(*divmod((day - self.month.first) // timedelta(days=1) + _column(self.month.first), WEEK))

    def holiday(self, day: date) -> str:
        """Return what holiday a day is, nothing for other days and before holidays are shown."""
        return holiday_text(day, self._words) if self._holidays_known else ""

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the days of a week."""
        return 0 if parent.isValid() else WEEK

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that days can be chosen, where there are any."""
        return super().flags(index) if self.day_at(index) else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the weekdays."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return LANGUAGES[self._words.language].weekdays[section - 1]  # Sunday, the first column, is Python's last
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a day."""
        day = self.day_at(index)
        if day is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(day.day)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.told(day)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.holiday(day))
        return day if role == DAY else None

    def told(self, day: date) -> str:
        """Return a day in full, with the holiday that it is, and whether it is today."""
        today = self._words.text("calendar.today") if day == self._today else ""
        return "　".join(filter(None, (long_day(day, self._words.language), self.holiday(day), today)))


def _column(day: date) -> int:
    """Return in which column a day stands."""
    return (day.weekday() + 1) % WEEK

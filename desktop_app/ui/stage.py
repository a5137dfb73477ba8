"""The middle of the window: what is to be decided, and below it the contract or, before there is one, the first page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.storage.recent import Recents
from desktop_app.ui.look import Look
from desktop_app.ui.notices import NoticeBar
from desktop_app.wording.texts import Texts

if TYPE_CHECKING:
    from desktop_app.ui.start.start_page import StartPage


class Stage(QWidget):
    """Shows one of the two, the first page made when it is first looked at; the signals are what is begun with there."""

    new_asked = Signal()
    open_asked = Signal()
    file_asked = Signal(object)
    removal_asked = Signal(object)
    pin_asked = Signal(object)

    def __init__(self, words: Texts, look: Look) -> None:
        super().__init__()
        self._words, self._look = words, look
        self._start: StartPage | None = None
        self._recents: Recents = ()
        self.notices, self._pages, self._contract = NoticeBar(words, look), QStackedWidget(), QWidget()
        self._pages.addWidget(self._contract)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.notices)
        box.addWidget(self._pages, 1)

    def take_contract(self, contract: QWidget) -> None:
        """Take what shows the contract, in the place of nothing."""
        empty, self._contract = self._contract, contract
        in_sight = self._pages.currentWidget() is empty
        self._pages.addWidget(contract)
        if in_sight:
            self._pages.setCurrentWidget(contract)
        self._pages.removeWidget(empty)
        empty.deleteLater()

    def show_start(self, *, at_start: bool) -> None:
        """Show the first page, or the contract."""
        page = self._page() if at_start else self._contract
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)

    def _page(self) -> "StartPage":
        from desktop_app.ui.start.start_page import StartPage  # noqa: PLC0415 - a named file is opened without it

        if self._start is None:
            page = self._start = StartPage(self._words, self._look, self._pages)
            page.new_asked.connect(self.new_asked)
            page.open_asked.connect(self.open_asked)
            page.file_asked.connect(self.file_asked)
            page.removal_asked.connect(self.removal_asked)
            page.pin_asked.connect(self.pin_asked)
            page.show_recents(self._recents)
            self._pages.addWidget(page)
        return self._start

    def show_recents(self, recents: Recents) -> None:
        """Show the files used last, on the first page."""
        self._recents = recents
        if self._start is not None:
            self._start.show_recents(recents)

    @property
    def is_at_start(self) -> bool:
        """Whether the first page is in sight."""
        return self._start is not None and self._start.isVisible()

    def take_focus(self) -> None:
        """Put the keyboard where one begins."""
        self._page().take_focus()

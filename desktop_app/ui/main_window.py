"""The window: its first page at once, and the contract from the session, as soon as there is one."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path as File
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent

from desktop_app.ui.frame import Frame
from desktop_app.ui.settings import Settings

if TYPE_CHECKING:
    from desktop_app.calculation.step import Path
    from desktop_app.document.fields import Section
    from desktop_app.ui.composition import Composition
    from desktop_app.ui.decisions import Decisions
    from desktop_app.ui.filing import Filing
    from desktop_app.ui.questions import Questions
    from desktop_app.ui.session import Session
    from desktop_app.ui.workshop import Workshop

FIRST_FIELD: "Path" = ("title",)


class MainWindow(Frame):
    """Shows the session; every act of its user goes to the session or to the filing, and nothing is kept here.

    Without a session, and somebody to ask, it shows its first page alone, until it is to `show_contract`.
    """

    views: "Composition"
    filing: "Filing"
    decisions: "Decisions"

    def __init__(self, session: "Session | None", questions: "Questions | None", settings: Settings) -> None:
        super().__init__(settings)
        self._workshop: Workshop | None = None
        self._at_start = False
        if session is not None and questions is not None:
            self.show_contract(self.workshop(session, questions))

    def workshop(self, session: "Session", questions: "Questions") -> "Workshop":
        """Load and return what works on contracts; nothing of it is in sight before `show_contract`."""
        from desktop_app.ui.workshop import Workshop  # noqa: PLC0415 - the first page is painted before all that is loaded

        questions.parent = self
        return Workshop(self, self, session, questions, self.settings)

    def show_contract(self, shop: "Workshop") -> None:
        """Show what the session of a workshop holds, in the section that was in sight last, and all that becomes of it."""
        self._workshop = shop
        self.filing, self.decisions = shop.filing, shop.decisions
        self._compose(shop)
        self.choose_section(shop.section_left())
        shop.session.assessed.connect(self._show)
        shop.decisions.changed.connect(self._show)
        shop.door.dropped.connect(self._take_dropped)
        shop.door.watch(self.windowHandle())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._compose_again)

    def _compose(self, shop: "Workshop") -> None:
        """Build every view in the language, the look and the size of text that hold now, and show what is open."""
        self.views = shop.compose(self.stage, self.look())
        self.show_place(at_start=self._at_start)

    def _show(self) -> None:
        """Show what the session holds, in every view."""
        if self._workshop is not None:
            self._workshop.show(at_start=self._at_start)

    def show_place(self, *, at_start: bool) -> None:
        """Show the first page, or the contract."""
        super().show_place(at_start=at_start)
        self._at_start = at_start
        if self._workshop is not None:
            self.views.show_place(at_start=at_start)
            self._show()

    def begin(self, act: Callable[[], bool], *, anew: bool = False) -> None:
        """Do what opens a contract, and show the contract if it was opened; a new one from its first field on."""
        if act():
            self.show_place(at_start=False)
            if anew:
                self.reveal(FIRST_FIELD)

    def _take_dropped(self, files: Sequence[File]) -> None:
        """Look at a table for the contract that is open, or else for a new one; open whatever else was dropped."""
        begin = partial(self.begin, self.filing.new) if self._at_start else None
        if self._workshop is not None and not self._workshop.dialogs.takes(files, begin):
            self.begin(partial(self.filing.open_dropped, files))

    def go_to_start(self) -> None:
        """Show the first page, once the open contract is safe."""
        if self.filing.new():
            self.show_place(at_start=True)

    def reveal(self, path: "Path") -> None:
        """Go to the field at an address."""
        self.views.panes.reveal(path)

    def choose_section(self, section: "Section") -> None:
        """Bring a section into sight, the keyboard in the list."""
        self.views.panes.choose(section)

    def show_tab(self, number: int) -> None:
        """Bring a view of the result into sight."""
        self.views.panes.result.show_tab(number)

    def switch(self, name: str) -> None:
        """Change the language, the colours, the size of text or the years, once the menu that asked for it is done."""
        kind, _, value = name.partition(".")
        setattr(self.settings, kind, value)
        QTimer.singleShot(0, self, self._compose_again)

    def _compose_again(self) -> None:
        """Build the views anew, the keyboard and everything else where it was."""
        if self._workshop is None:
            return
        self.setUpdatesEnabled(False)
        left = self.views.taken_down()
        self.set_stage()
        self._compose(self._workshop)
        self.views.go_on(left)
        self.setUpdatesEnabled(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Take files that are dropped from now on."""
        super().showEvent(event)
        if self._workshop is not None:
            self._workshop.door.watch(self.windowHandle())

    def changeEvent(self, event: QEvent) -> None:
        """Look at the open file when its user comes back from elsewhere."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self._workshop is not None and self.isActiveWindow():
            self.decisions.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave only what is saved or given up, and remember where everything was."""
        if self._workshop is not None:
            if not self.filing.may_leave():
                event.ignore()
                return
            self.views.panes.keep_shape()
        self.settings.keep_shape("window", self.saveGeometry())
        event.accept()

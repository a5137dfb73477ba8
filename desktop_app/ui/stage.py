"""The middle of the window: what is to be decided, and below it the contract or, before there is one, the first page."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.notices import NoticeBar
from desktop_app.ui.panes import Panes
from desktop_app.ui.scene import Scene
from desktop_app.ui.start.start_page import StartPage


class Stage(QWidget):
    """Shows one of the two."""

    def __init__(self, scene: Scene, panes: Panes) -> None:
        super().__init__()
        self.notices, self.start = NoticeBar(scene), StartPage(scene)
        self._panes, self._pages = panes, QStackedWidget()
        self._pages.addWidget(panes)
        self._pages.addWidget(self.start)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.notices)
        box.addWidget(self._pages, 1)

    def show_start(self, *, at_start: bool) -> None:
        """Show the first page, or the contract."""
        page = self.start if at_start else self._panes
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)

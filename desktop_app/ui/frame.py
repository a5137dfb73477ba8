"""The window before there is anything to work on: its shape, the titles of its menus, its first page."""

from PySide6.QtWidgets import QMainWindow, QStatusBar, QToolBar

from desktop_app.ui.look import Look, apply_look, look_of, scheme_for
from desktop_app.ui.menu_titles import add_titles
from desktop_app.ui.settings import FIRST_HEIGHT, FIRST_WIDTH, Settings
from desktop_app.ui.stage import Stage
from desktop_app.ui.tab_order import go_on
from desktop_app.wording.texts import Texts, texts


class Frame(QMainWindow):
    """What is painted before anything that works on a contract is loaded."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.resize(FIRST_WIDTH, FIRST_HEIGHT)
        self.restoreGeometry(settings.shape("window"))
        self.setWindowTitle(self._texts().text("window.title"))
        self.set_stage()
        add_titles(self.menuBar(), self._texts())

    def _texts(self) -> Texts:
        return texts(self.settings.language)

    def look(self) -> Look:
        """Return the look that holds now."""
        return look_of(scheme_for(self.settings.scheme), self.settings.text_size)

    def set_stage(self) -> None:
        """Make the middle of the window in the language, the look and the size of text that hold now."""
        apply_look(self.look())
        self.stage = Stage(self._texts(), self.look())
        self.stage.show_recents(self.settings.recents)
        self.setCentralWidget(self.stage)
        self.stage.show()  # what joins a window which is in sight is not

    def show_place(self, *, at_start: bool) -> None:
        """Show the first page, or where the contract will be."""
        self.stage.show_start(at_start=at_start)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt gives it by this name and so
        """Go on by Tab as the window is read: the tools, the middle, the line of the state."""
        if not self.updatesEnabled():  # views are exchanged, some of them half gone
            return super().focusNextPrevChild(next)
        parts = self.children()  # found by `findChildren`, the bindings would keep those of views that are exchanged
        tools, lines = ([each for each in parts if isinstance(each, kind)] for kind in (QToolBar, QStatusBar))
        return go_on((*tools, self.stage, *lines), forward=next)

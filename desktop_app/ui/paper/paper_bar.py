"""The bar above a paper: which kind, in which language, with what and how large, which page is read, and print."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent, QShowEvent, QStandardItemModel
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.report.paper_kinds import KINDS, Available, Kind
from desktop_app.ui.editors.choices import QuietCombo
from desktop_app.ui.menus import numbered
from desktop_app.ui.paper.page_view import ZOOMS
from desktop_app.ui.paper.wish import Wish
from desktop_app.ui.plain import plain_label, plain_tip
from desktop_app.ui.scene import Scene
from desktop_app.wording.days import LANGUAGES

OPTIONS = ("approvals", "enclosed", "readings")
SPACE, BELOW = 6, 7
LEAST_LETTERS = 9
"""Of the kind, where the bar is narrow."""


class PaperBar(QWidget):
    """`wished` with a Wish, `zoomed` with a size, `print_asked`: what a user wants."""

    wished = Signal(object)
    zoomed = Signal(str)
    print_asked = Signal()

    def __init__(self, scene: Scene, wish: Wish, zoom: str) -> None:
        super().__init__()
        self._words, self._look = scene.words, scene.look
        self._wish = wish
        self._available: tuple[Available, ...] = ()
        self._sizes: dict[str, QAction] = {}
        self._kind = self._combo("kind", (self._words.text(f"paper.{kind}.title") for kind in KINDS), KINDS.index(wish.kind))
        languages = tuple(LANGUAGES)
        names = (each.name for each in LANGUAGES.values())
        self._language = self._combo("language_of", names, languages.index(wish.language))
        self._options = self._options_button(zoom)
        self._page = plain_label("", "unit")
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setMinimumWidth(self._page.fontMetrics().horizontalAdvance("000 / 000"))
        self._print = QPushButton(self._words.text("window.paper.print"))
        self._kind.activated.connect(lambda place: self._want(self._wish._replace(kind=KINDS[place])))
        self._language.activated.connect(lambda place: self._want(self._wish._replace(language=languages[place])))
        self._print.clicked.connect(self.print_asked)
        for part in (self._kind, self._language, self._options, self._print, self._page):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._row_height() + BELOW)

    def _combo(self, name: str, texts: Iterable[str], place: int) -> QuietCombo:
        combo = QuietCombo()
        combo.goes_on = False
        combo.addItems(list(texts))
        combo.setCurrentIndex(place)
        combo.setAccessibleName(self._words.text(f"window.paper.{name}"))
        combo.setToolTip(plain_tip(combo.accessibleName()))
        return combo

    def _options_button(self, zoom: str) -> QPushButton:
        """Return the button with a menu of sizes, one of which holds, and of what a paper may have."""
        words, button, menu = self._words, QPushButton(self._words.text("window.paper.options")), QMenu(self)
        group = QActionGroup(menu)
        for number, size in enumerate(ZOOMS, 1):
            name = words.text("window.percent", n=int(size)) if size.isdecimal() else words.text(f"window.paper.zoom.{size}")
            self._sizes[size] = _switch(menu, numbered(name, number), size == zoom, partial(self._on_size, size))
            group.addAction(self._sizes[size])
        menu.addSeparator()
        for name in OPTIONS:
            text, holds = words.text(f"window.paper.{name}"), getattr(self._wish, name)
            _switch(menu, text, holds, partial(self._on_option, name))
        button.setMenu(menu)
        return button

    def _on_size(self, size: str, _checked: object) -> None:
        self.zoomed.emit(size)

    def _on_option(self, name: str, on: object) -> None:
        self._want(self._wish.with_option(name, holds=bool(on)))

    def _want(self, wish: Wish) -> None:
        if wish != self._wish:
            self._wish = wish
            self.wished.emit(wish)

    def show_kinds(self, available: tuple[Available, ...]) -> None:
        """Let only the kinds be chosen of which the contract can have a paper; the others say why not."""
        if available == self._available:
            return
        self._available = available
        model = self._kind.model()
        assert isinstance(model, QStandardItemModel)  # noqa: S101 - a list that drops down makes one
        for place, each in enumerate(available):
            why_not = self._words.text(f"paper.error.{each.missing}") if each.missing else ""
            item = model.item(place)
            item.setEnabled(not each.missing)
            item.setToolTip(plain_tip(why_not))
            item.setAccessibleDescription(why_not)

    def show_zoom(self, zoom: str) -> None:
        """Show how large pages are shown."""
        self._sizes[zoom].setChecked(True)

    def show_page(self, page: int, pages: int) -> None:
        """Show which page is being read, of how many; nothing while there is none."""
        self._page.setText(f"{page} / {pages}" if pages else "")
        self._print.setEnabled(bool(pages))

    def kind_name(self, kind: Kind) -> str:
        """Return what a kind is called here."""
        return self._kind.itemText(KINDS.index(kind))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the parts their places."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the parts their places again: lists take the size of their entries when they are first shown."""
        super().showEvent(event)
        self._place()

    def _row_height(self) -> int:
        return max(part.sizeHint().height() for part in (self._kind, self._options, self._print))

    def minimumSizeHint(self) -> QSize:
        """Return room for what must be in sight."""
        least = self._kind.fontMetrics().averageCharWidth() * LEAST_LETTERS
        return QSize(least + self._language.sizeHint().width() + self._options.sizeHint().width(), self._row_height() + BELOW)

    def _place(self) -> None:
        """Put the parts beside one another; where it is narrow, without print and page, which are in the menu and on the page."""
        space, height, left = self._look.px(SPACE), self._row_height(), 0
        widths = [max(part.sizeHint().width(), part.minimumWidth()) for part in (self._language, self._options)]
        kind = min(self._kind.sizeHint().width(), max(self.width() - sum(widths) - 2 * space, 0))
        for part, width in zip((self._kind, self._language, self._options), (kind, *widths), strict=True):
            part.setGeometry(left, 0, width, height)
            left += width + space
        for part in (self._print, self._page):
            width = max(part.sizeHint().width(), part.minimumWidth())
            part.setVisible(left + width <= self.width())
            part.setGeometry(left, 0, width, height)
            left += width + space


def _switch(menu: QMenu, text: str, holds: bool, act: Callable[[object], None]) -> QAction:  # noqa: FBT001 - what holds
    action = QAction(text, menu)
    action.setCheckable(True)
    action.setChecked(holds)
    action.triggered.connect(lambda on: act(on))  # noqa: PLW0108 - Qt asks a partial how many it takes, and gets no answer
    menu.addAction(action)
    return action

"""The bar above a paper: which kind, which language, with what, how large, which page, print; in rows where it is narrow."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.report.paper_kinds import KINDS, Available, Kind
from desktop_app.ui.editors.choices import QuietCombo
from desktop_app.ui.paper.page_view import ZOOMS
from desktop_app.ui.paper.wish import Wish
from desktop_app.ui.plain import plain_label, plain_tip
from desktop_app.ui.scene import Scene
from desktop_app.wording.days import Language
from desktop_app.wording.wording import wording

LANGUAGES: tuple[Language, ...] = ("ja", "en")
OPTIONS = ("approvals", "enclosed")
SPACE, BELOW = 6, 7


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
        self._kind = self._combo("kind", (self._words.text(f"paper.{kind}.title") for kind in KINDS), KINDS.index(wish.kind))
        names = (wording(each).text("window.paper.language") for each in LANGUAGES)
        self._language = self._combo("language_of", names, LANGUAGES.index(wish.language))
        self._zoom = self._combo("zoom", (self._zoom_name(each) for each in ZOOMS), ZOOMS.index(zoom))
        self._options = self._options_button()
        self._page = plain_label("", "unit")
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setMinimumWidth(self._page.fontMetrics().horizontalAdvance("000 / 000"))
        self._print = QPushButton(self._words.text("window.paper.print"))
        self._kind.activated.connect(lambda place: self._want(self._wish._replace(kind=KINDS[place])))
        self._language.activated.connect(lambda place: self._want(self._wish._replace(language=LANGUAGES[place])))
        self._zoom.activated.connect(lambda place: self.zoomed.emit(ZOOMS[place]))
        self._print.clicked.connect(self.print_asked)
        self._parts: tuple[QWidget, ...] = (self._kind, self._language, self._options, self._zoom, self._page, self._print)
        for part in self._parts:
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._place()

    def _combo(self, name: str, texts: Iterable[str], place: int) -> QuietCombo:
        combo = QuietCombo()
        combo.goes_on = False
        combo.addItems(list(texts))
        combo.setCurrentIndex(place)
        combo.setAccessibleName(self._words.text(f"window.paper.{name}"))
        combo.setToolTip(plain_tip(combo.accessibleName()))
        return combo

    def _zoom_name(self, zoom: str) -> str:
        words = self._words
        return words.text("window.percent", n=int(zoom)) if zoom.isdecimal() else words.text(f"window.paper.zoom.{zoom}")

    def _options_button(self) -> QPushButton:
        button, menu = QPushButton(self._words.text("window.paper.options")), QMenu(self)
        for name in OPTIONS:
            action = QAction(self._words.text(f"window.paper.{name}"), menu)
            action.setCheckable(True)
            action.setChecked(getattr(self._wish, name))
            action.triggered.connect(lambda checked, name=name: self._want(self._wish._replace(**{name: checked})))
            menu.addAction(action)
        button.setMenu(menu)
        return button

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

    @property
    def zoom(self) -> str:
        """How large pages are to be shown."""
        return ZOOMS[self._zoom.currentIndex()]

    def show_zoom(self, zoom: str) -> None:
        """Show how large pages are shown."""
        self._zoom.setCurrentIndex(ZOOMS.index(zoom))

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

    def minimumSizeHint(self) -> QSize:
        """Return room for the widest part."""
        return QSize(min(part.sizeHint().width() for part in self._parts), self._kind.sizeHint().height())

    def _place(self) -> None:
        """Put the parts beside one another, and into further rows where there is no room."""
        space, left, top = self._look.px(SPACE), 0, 0
        height = max(part.sizeHint().height() for part in self._parts)
        for part in self._parts:
            width = min(max(part.sizeHint().width(), part.minimumWidth()), max(self.width(), 1))
            if left and left + width > self.width():
                left, top = 0, top + height + space
            part.setGeometry(left, top, width, height)
            left += width + space
        if self.height() != top + height + BELOW:
            self.setFixedHeight(top + height + BELOW)

"""The paper as a tab of the result: set anew with every change, shown as true only while it is that of the present draft."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import Assessment
from desktop_app.report.paper_error import Fault, PaperError
from desktop_app.report.paper_kinds import papers_of
from desktop_app.ui.paper.page_view import ZOOMS, PageView, Sight
from desktop_app.ui.paper.paper_bar import PaperBar
from desktop_app.ui.paper.press import Done, Task, press
from desktop_app.ui.paper.rasters import Size, opened, pictures_of, sizes_of
from desktop_app.ui.paper.refusal import Obstacle, Refusal, obstacles_of, problems_of
from desktop_app.ui.paper.wish import Wish, keep_wish, paper_bytes, wish_of
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings

AT_ONCE, SOON = 0, 25
"""Milliseconds after which a paper is set, the window showing the key, and after a movement, for pages to be drawn."""
PAPER, PICTURES = "paper", "pictures"


class Paper(NamedTuple):
    """The bytes of a paper, the size of its pages, and those in sight as pictures in a scale."""

    content: bytes
    sizes: tuple[Size, ...]
    pictures: dict[int, QImage]
    scale: float


def _paper(assessment: Assessment, rules: Rulebook, wish: Wish, sight: Sight, is_wanted: Callable[[], bool]) -> Paper | None:
    """Return a paper with the pages in sight; none when it is not wanted any more before they are drawn."""
    content = paper_bytes(assessment, rules, wish)
    if not is_wanted():
        return None
    with opened(content) as document:
        return Paper(content, sizes_of(document), pictures_of(document, sight.numbers, sight.scale), sight.scale)


def _more(paper: Paper, numbers: tuple[int, ...], scale: float) -> Paper:
    with opened(paper.content) as document:
        return paper._replace(pictures=pictures_of(document, numbers, scale), scale=scale)


class PaperPage(QWidget):
    """Shows the paper of a session while it is in sight. `field_asked`, `print_asked`: what its user wants besides."""

    field_asked = Signal(object)
    print_asked = Signal()

    def __init__(self, scene: Scene, settings: Settings) -> None:
        super().__init__()
        self._words, self._settings = scene.words, settings
        self._source: tuple[Assessment, Rulebook] | None = None
        self._wish, self._owner = wish_of(settings), object()
        self._task: Task | None = None
        self._paper: Paper | None = None
        self._true = False
        zoom = settings.place("paper_zoom")
        zoom = zoom if zoom in ZOOMS else ZOOMS[0]
        self._bar = PaperBar(scene, self._wish, zoom)
        self._view, self._refusal, self._pages = PageView(scene), Refusal(scene), QStackedWidget()
        self._next, self._soon = self._timer(AT_ONCE, self._set), self._timer(SOON, self._draw)
        self._lay_out()
        self._view.show_zoom(zoom)
        self._bar.wished.connect(self._on_wished)
        self._bar.zoomed.connect(self._on_zoomed)
        self._bar.print_asked.connect(self.print_asked)
        self._view.moved.connect(self._on_moved)
        self._view.zoom_asked.connect(self._on_zoom_asked)
        self._refusal.field_asked.connect(self.field_asked)
        press().ended.connect(self._on_ended)

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _lay_out(self) -> None:
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._refusal)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._bar)
        box.addWidget(self._pages, 1)

    @property
    def content(self) -> bytes | None:
        """The bytes of the paper that is shown as true; None while none is."""
        return self._paper.content if self._paper is not None and self._true else None

    @property
    def is_drawn(self) -> bool:
        """Whether the paper is true and every page in sight is drawn."""
        return self.content is not None and not self._view.missing()

    def show_session(self, session: Session) -> None:
        """Show the paper of what a session holds, as soon as there is time; until then none as true."""
        if self._source is None or session.assessment is not self._source[0]:
            self._source = (session.assessment, session.rules)
            self._change()

    def _change(self) -> None:
        """Take nothing that was made before as true."""
        self._true, self._task = False, None
        press().withdraw(self._owner, PICTURES)
        if self.isVisible():
            self._follow()

    def _follow(self) -> None:
        """Say why there is no paper, or that it is being made; make it once that is shown."""
        if self._source is None:
            return
        available = papers_of(self._source[0])
        missing = next(each.missing for each in available if each.kind == self._wish.kind)
        self._bar.show_kinds(available)
        if not missing:
            self._pages.setCurrentWidget(self._view)
            self._view.show_stale(self._words.text("window.paper.updating" if self._view.pages else "window.paper.making"))
            self._tell_page()
            self._next.start()
            return
        self._rest()
        failed = obstacles_of(PaperError(Fault(missing)), self._words)
        self._refuse(failed if self._source[0].statement is not None else problems_of(self._source[0], self._words))

    def _set(self) -> None:
        if self._source is not None and self.isVisible():
            source, wish, sight = self._source, self._wish, self._view.sight()
            task = Task(self._owner, PAPER, lambda: _paper(*source, wish, sight, lambda: self._task is task))
            self._task = task
            press().order(task)

    def _draw(self) -> None:
        """Draw what is in sight and not drawn yet."""
        missing = self._view.missing()
        if self._true and self._paper is not None and missing:
            press().order(Task(self._owner, PICTURES, partial(_more, self._paper, missing, self._view.sight().scale)))

    def _on_ended(self, done: Done) -> None:
        """Show what was made, unless something has changed since it was asked for."""
        if done.task is self._task:
            self._task = None
            if done.error is None:
                self._show_paper(done.result)
            else:
                self._show_failure(done.error)
        elif done.task.owner is self._owner and done.task.name == PICTURES:
            if done.error is not None:
                raise done.error
            if self._paper is not None and done.result.content is self._paper.content:
                self._view.add_pictures(done.result.pictures, done.result.scale)

    def _show_paper(self, paper: Paper) -> None:
        self._paper, self._true = paper, True
        self._pages.setCurrentWidget(self._view)
        self._view.show_pages(paper.sizes, paper.pictures, paper.scale)
        self._view.show_stale("")
        self._on_moved()

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, PaperError):
            self._refuse(obstacles_of(error, self._words))
            return
        self._refuse((Obstacle(self._words.text("paper.error.typesetting")),))
        raise error

    def _refuse(self, obstacles: tuple[Obstacle, ...]) -> None:
        self._refusal.show_obstacles(obstacles)
        self._pages.setCurrentWidget(self._refusal)
        self._bar.show_page(0, 0)

    def _tell_page(self) -> None:
        """Say, to the eye and to a screen reader, which page of what is being read."""
        page, pages = self._view.page, self._view.pages
        self._bar.show_page(page, pages)
        said = self._words.text("window.paper.page", kind=self._bar.kind_name(self._wish.kind), page=page, pages=pages)
        self._view.say(said if pages else self._bar.kind_name(self._wish.kind))

    def _on_wished(self, wish: Wish) -> None:
        keep_wish(self._settings, wish)
        self._wish = wish
        self._change()

    def _on_zoomed(self, zoom: str) -> None:
        self._settings.keep_place("paper_zoom", zoom)
        self._view.show_zoom(zoom)

    def _on_zoom_asked(self, step: int) -> None:
        zoom = self._view.next_zoom(step)
        self._bar.show_zoom(zoom)
        self._on_zoomed(zoom)

    def _on_moved(self) -> None:
        self._tell_page()
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Make what has changed while the paper was out of sight."""
        super().showEvent(event)
        if self._true:
            self._soon.start()
        else:
            self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Do nothing any more."""
        super().hideEvent(event)
        self._rest()

    def _rest(self) -> None:
        self._task = None
        self._next.stop()
        self._soon.stop()
        for name in (PAPER, PICTURES):
            press().withdraw(self._owner, name)

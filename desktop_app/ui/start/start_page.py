"""The page that is in sight until a contract is: a new quote, a file, one of the last files, a sample."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.storage.recent import Recents
from desktop_app.ui.disk import DiskWatch, State
from desktop_app.ui.look import Look, icon
from desktop_app.ui.plain import plain_label
from desktop_app.ui.start.entries import EntryList
from desktop_app.ui.start.recent_entries import recent_entries
from desktop_app.ui.start.samples import sample_entries
from desktop_app.wording.texts import Texts

WIDTH, ASIDE = 1040, 270
MOST_RECENT, MOST_SAMPLES = 5, 12


class StartPage(QScrollArea):
    """What a user can begin with; each signal is one act."""

    new_asked = Signal()
    open_asked = Signal()
    file_asked = Signal(object)
    removal_asked = Signal(object)
    pin_asked = Signal(object)

    def __init__(self, words: Texts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._look = words, look
        self._recents: Recents = ()
        self._gone: set[Path] = set()
        self._watch = DiskWatch(self)
        self._watch.found.connect(self._on_found)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._new, self._open = self._button("new", "primary"), self._button("open", "")
        self._pin, self._remove = self._button("pin", "quiet"), self._button("remove", "quiet")
        self.recent = EntryList(words.text("window.start.recent"), MOST_RECENT, look)
        self.samples = EntryList(words.text("window.start.samples"), MOST_SAMPLES, look, wraps=True)
        self._none = plain_label(words.text("window.start.no_recent"), "help", wrapped=True)
        self._lay_out()
        self._connect()
        self.samples.show_entries(sample_entries(words))

    def _button(self, name: str, role: str) -> QPushButton:
        button = QPushButton(self._words.text(f"window.start.{name}"))
        button.setIcon(icon(name, self._look, "on_accent" if role == "primary" else "accent"))
        if role:
            button.setProperty("role", role)
        return button

    def _lay_out(self) -> None:
        words, look = self._words, self._look
        aside, lists = QVBoxLayout(), QVBoxLayout()
        for part in (
            plain_label(words.text("window.title"), "start_title"),
            plain_label(words.text("window.start.what"), "help", wrapped=True),
        ):
            aside.addWidget(part)
        aside.addSpacing(look.px(14))
        for button in (self._new, self._open):
            button.setMinimumHeight(look.px(38))
            aside.addWidget(button)
        aside.addSpacing(look.px(6))
        aside.addWidget(plain_label(words.text("window.start.drop"), "help", wrapped=True))
        acts = QHBoxLayout()
        acts.addWidget(plain_label(words.text("window.start.recent"), "group"))
        acts.addStretch(1)
        for button in (self._pin, self._remove):
            acts.addWidget(button)
        lists.addLayout(acts)
        for widget in (self._none, self.recent):
            lists.addWidget(widget)
        lists.addSpacing(look.px(18))
        lists.addWidget(plain_label(words.text("window.start.samples"), "group"))
        lists.addWidget(self.samples)
        self._frame(aside, lists)

    def _frame(self, aside: QVBoxLayout, lists: QVBoxLayout) -> None:
        look = self._look
        page = QWidget(self)
        self.setWidget(page)
        middle, left, right = QWidget(page), QWidget(), QWidget()
        page.setProperty("role", "page")
        left.setLayout(aside)
        left.setFixedWidth(look.px(ASIDE))
        right.setLayout(lists)
        for column in (aside, lists):
            column.setContentsMargins(0, 0, 0, 0)
        columns = QHBoxLayout(middle)
        columns.setSpacing(look.px(44))
        columns.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
        middle.setMaximumWidth(look.px(WIDTH))
        outer = QHBoxLayout(page)
        outer.setContentsMargins(*(look.px(each) for each in (32, 40, 32, 24)))
        outer.addStretch(1)
        outer.addWidget(middle, 100, Qt.AlignmentFlag.AlignTop)
        outer.addStretch(1)

    def _connect(self) -> None:
        self._new.clicked.connect(self.new_asked)
        self._open.clicked.connect(self.open_asked)
        self.recent.opened.connect(self.file_asked)
        self.samples.opened.connect(self.file_asked)
        self.recent.removal_asked.connect(self.removal_asked)
        self.recent.moved.connect(self._show_pin)
        for entries in (self.recent, self.samples):
            entries.moved.connect(partial(self._keep_in_sight, entries))
        self._remove.clicked.connect(lambda: self._ask_about_chosen(self.removal_asked))
        self._pin.clicked.connect(lambda: self._ask_about_chosen(self.pin_asked))

    def _ask_about_chosen(self, asked: SignalInstance) -> None:
        entry = self.recent.current()
        if entry is not None:
            asked.emit(entry.file)

    def show_recents(self, recents: Recents) -> None:
        """Show the files used last."""
        for each in recents:
            if each.file not in {old.file for old in self._recents}:
                self._watch.look(each.file, None)
        self._recents = recents
        self._show()

    def _show(self) -> None:
        entries = recent_entries(self._recents, self._gone, self._words)
        self.recent.show_entries(entries)
        for part in (self.recent, self._pin, self._remove):
            part.setVisible(bool(entries))
        self._none.setVisible(not entries)
        self._show_pin()

    def _show_pin(self) -> None:
        """Say what the button does with the file that is chosen."""
        chosen = self.recent.current()
        pinned = any(each.pinned for each in self._recents if chosen is not None and each.file == chosen.file)
        self._pin.setText(self._words.text(f"window.start.{'unpin' if pinned else 'pin'}"))

    def _keep_in_sight(self, entries: EntryList) -> None:
        """Move the page so that the entry that is chosen can be seen."""
        place = entries.visualRect(entries.currentIndex())
        page = self.widget()
        if page is not None:
            spot = entries.mapTo(page, place.center())
            self.ensureVisible(spot.x(), spot.y(), 0, place.height())

    def _on_found(self, file: Path, state: State, _now: object) -> None:
        if state == "gone":
            self._gone.add(file)
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where one begins."""
        super().showEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the new quote."""
        self._new.setFocus()

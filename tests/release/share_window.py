"""A window in which somebody types on while the share of the open file is frozen in the middle of a save."""

import os
import signal
import tempfile
from datetime import date
from pathlib import Path
from random import Random
from threading import Thread
from time import monotonic, sleep
from typing import NamedTuple

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.document.draft import value_at
from desktop_app.storage.contract_file import load, save
from desktop_app.ui.application import Application
from desktop_app.ui.look import load_fonts
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from tests.cases.examples import rulebook
from tests.document.contract_data import EVERY_FIELD
from tests.release.share import Share
from tests.ui.desk import Answers

TODAY = date(2024, 12, 10)
BETWEEN_KEYS = 40
"""Milliseconds between two keys: a fast typist has a hundred."""
SECONDS_FROZEN = 0.8
LONGEST_START = 0.02
"""Seconds until the share freezes: a save takes about as long."""
NAME = ("customer", "name")


class Found(NamedTuple):
    """How long each key waited, how many saves were held up, and what was wrong after them."""

    waits: list[float]
    held_up: int
    wrong: list[str]


class Typist:
    """Types a key every so often, and remembers how long each had to wait until the window had taken it."""

    def __init__(self, window: MainWindow) -> None:
        self.waits: list[float] = []
        self._line = QApplication.focusWidget() or window
        self._due = monotonic()
        self._timer = QTimer(window, interval=BETWEEN_KEYS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._type)

    def begin(self) -> None:
        """Begin to type."""
        self._due = monotonic() + BETWEEN_KEYS / 1000
        self._timer.start()

    def rest(self) -> None:
        """Stop typing."""
        self._timer.stop()

    def _type(self) -> None:
        QTest.keyClick(self._line, Qt.Key.Key_A)
        now = monotonic()
        self.waits.append(max(0.0, now - self._due))
        self._due = now + BETWEEN_KEYS / 1000


def typed_on(share: Share, saves: int, random: Random) -> Found:
    """Return what came of saves in which the share froze, while somebody typed a name."""
    app = QApplication.instance() or Application([])
    if isinstance(app, QApplication):
        load_fonts(app)
    home, file = Path(tempfile.mkdtemp(prefix="home-")), share.mounted / "契約.contract.json"
    save(file, EVERY_FIELD)
    session, answers = Session(rulebook(), TODAY), Answers(home)
    window = MainWindow(session, answers, Settings(home / "window.ini"))
    window.resize(1280, 800)
    window.show()
    window.filing.open_file(file)
    QTest.qWait(200)
    window.reveal(NAME)
    typist, wrong, held_up = Typist(window), list[str](), 0
    for number in range(saves):
        session.edit(("title",), f"{number}")
        thread = Thread(target=_freeze, args=(share, random.random() * LONGEST_START))
        typist.begin()
        begun = monotonic()
        thread.start()
        saved = window.filing.save()
        held_up += monotonic() - begun > SECONDS_FROZEN / 2
        typist.rest()
        thread.join()
        held = load(share.behind / file.name).draft or {}
        if not saved or held.get("title") != f"{number}":
            wrong.append(f"save {number}: {saved}, there is {held.get('title')}, told {answers.told}")
    typed = str(value_at(session.history.present, NAME)).count("a") - str(value_at(EVERY_FIELD, NAME)).count("a")
    wrong += [] if typed == len(typist.waits) else [f"{len(typist.waits)} keys were typed and {typed} came"]
    session.begin(EVERY_FIELD)
    window.close()
    return Found(typist.waits, held_up, wrong)


def _freeze(share: Share, after: float) -> None:
    sleep(after)
    share.send(signal.SIGSTOP)
    sleep(SECONDS_FROZEN)
    share.send(signal.SIGCONT)

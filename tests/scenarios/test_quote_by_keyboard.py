"""A new quotation from the first key to its PDF by the keyboard alone, in few keys, though every one of them is counted."""

import json
import os
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import assess
from desktop_app.ui import exports
from desktop_app.ui.look import load_fonts
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.wording.amounts import yen_text
from tests.ui.conftest import NOISE
from tests.ui.desk import CONTROL, Answers, Desk, compose

pytestmark = pytest.mark.qt_log_ignore(NOISE, extend=True)

MOST_KEYS = 60
TODAY = date(2026, 3, 2)
SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "new-quote.contract.json"
Key = Qt.Key


class Typist:
    """Hands on the keyboard of a window that count what they press; the letters of names and titles are not counted."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.pressed = 0

    def press(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key; one that is held with it is another."""
        self.desk.press(key, held)
        QApplication.processEvents()
        self.pressed += 1 if held == Qt.KeyboardModifier.NoModifier else 2

    def figures(self, text: str) -> None:
        """Type a number or a day."""
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget(), letter)
            self.pressed += 1

    def name(self, text: str) -> None:
        """Type a text that is nobody's to shorten, by the input method."""
        compose(QApplication.focusWidget(), text)

    def on(self, times: int = 1) -> None:
        """Go on by Enter."""
        for _ in range(times):
            self.press(Key.Key_Return)


@pytest.fixture
def typist(qtbot: QtBot, qapp: QApplication, rules: Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typist:
    """Return hands on a window that has just been opened."""
    load_fonts(qapp)
    monkeypatch.setattr(exports, "wait_for", lambda task, *_: task())  # what is shown meanwhile is not looked at here
    answers = Answers(tmp_path)
    session = Session(rules, TODAY)
    window = MainWindow(session, answers, Settings(tmp_path / "settings" / "window.ini"))
    qtbot.addWidget(window, before_close_func=lambda _: answers.give("discard"))
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return Typist(Desk(qtbot, window, session, answers))


def test_a_quotation_takes_few_keys(typist: Typist, rules: Rulebook, tmp_path: Path) -> None:
    """F8 goes on to what is still missing. The figures on the screen and in the PDF are those of the sample that was typed."""
    sample = json.loads(SAMPLE.read_text("utf-8"))
    typist.press(Key.Key_N, CONTROL)
    typist.name(sample["title"])
    typist.on()
    typist.name(sample["customer"]["name"])
    typist.on()
    for day in ("3/9", "3/16", "4/1"):
        typist.figures(day)
        typist.on()
    typist.press(Key.Key_F8)
    typist.figures("250")
    typist.on(4)
    typist.figures("300000")
    typist.on()
    typist.figures("100000")
    typist.press(Key.Key_F8)
    typist.figures("500")
    typist.on()
    typist.desk.answers.file = tmp_path / "quote.pdf"
    typist.press(Key.Key_E, CONTROL)
    typist.on()

    assert typist.pressed <= MOST_KEYS, typist.pressed
    draft = typist.desk.session.history.present
    for part in ("title", "dates"):
        assert draft[part] == sample[part]
    assert draft["customer"] == {"name": sample["customer"]["name"]}
    assert draft["prices"] == {
        "initial_fee": 300000,
        "option_initial_fee": 100000,
        "monthly": {"model": "per_account", "unit_price": "250"},
    }
    assert draft["accounts"] == [{"from": "2026-04-01", "count": 500}]
    statement = assess({**sample, "option": None}, TODAY, rules).statement
    assert statement is not None
    total = yen_text(statement.totals.total.value)
    assert typist.desk.cards()["期間合計（税込）"] == total
    assert total in "".join(page.extract_text() for page in PdfReader(tmp_path / "quote.pdf").pages)

"""Every text of every dialog has the room that it needs: in both languages, at the usual size of text and half as large again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calculation.terms import Rulebook
from desktop_app.ui.editors.calendar import DayCalendar
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.passwords import KnownPassword, NewPassword
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.waiting import WaitDialog
from tests.cases.examples import SELF_CHECK
from tests.ui.conftest import TODAY
from tests.ui.desk import Answers
from tests.ui.test_labels_fit import texts_without_room

CONTRACT = SELF_CHECK / "worked_examples" / "02-terminated-mid-term" / "contract.json"
COUNTS = "2024-07-10\t800\n2024-08-01\t900\nいつか\t多数\n2024-09-15T10:00\t1300\n"
OPENED = {"issuer", "shortcuts", "self_check", "about", "compare", "variant", "forecast"}
"""Dialogs that a command opens, by its name."""


@pytest.fixture
def window(qtbot: QtBot, rules: Rulebook, tmp_path: Path, language: str, size: int) -> MainWindow:
    """Return a window with a contract, in a language and a size of text."""
    settings = Settings(tmp_path / "settings" / "window.ini")
    settings.language, settings.text_size = language, size
    found = MainWindow(Session(rules, TODAY), Answers(tmp_path), settings)
    qtbot.addWidget(found)
    with qtbot.waitExposed(found):
        found.show()
    found.begin(lambda: found.filing.open_file(CONTRACT))
    return found


def dialogs(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Yield each dialog, and the calendar, by a name, in sight."""
    for name in sorted(OPENED):
        window.views.actions[name].trigger()
        yield name, opened(window)
    window.views.panes.form.acts.table_pasted.emit(COUNTS)
    yield "counts", opened(window)
    words = window.views.scene.words
    for name, dialog in (
        ("known", KnownPassword("契約見積書.contract.json", words, window, wrong=True)),
        ("contract", NewPassword(words, window, held=True, for_paper=False)),
        ("paper", NewPassword(words, window, held=True, for_paper=True)),
        ("calendar", DayCalendar(window.views.scene, TODAY, window)),
        ("wait", WaitDialog(words.text("window.wait.open"), words.text("window.wait.cancel"), window)),
    ):
        dialog.show()
        yield name, dialog


def opened(window: MainWindow) -> QDialog:
    """Return the one dialog in sight."""
    QApplication.processEvents()
    (found,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    return found


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_text_of_a_dialog_has_room(window: MainWindow) -> None:
    """On each page that it has."""
    found: set[str] = set()
    for name, dialog in dialogs(window):
        tabs = dialog.findChild(QTabWidget)
        for page in range(tabs.count() if tabs is not None else 1):
            if tabs is not None:
                tabs.setCurrentIndex(page)
            for _ in range(3):
                QApplication.processEvents()
            found.update(f"{name}: {text}" for text in texts_without_room(dialog))
        dialog.close()
        QApplication.processEvents()
    assert found == set(), "\n".join(sorted(found))

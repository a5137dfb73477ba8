"""Qt's own dialogs speak the language of the window, in all that is seen of them."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QGroupBox, QLabel, QMessageBox, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.qt_words import LEFT_OUT, speak

ENGLISH = re.compile("[A-Za-z]{3}")
NAMES = re.compile(r"PDF|KiB|/\S*")
"""What is no English in any language."""


def file_dialog() -> QDialog:
    """Return Qt's own dialog to save a file."""
    found = QFileDialog()
    found.setOption(QFileDialog.Option.DontUseNativeDialog)
    found.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return found


def print_dialog() -> QDialog:
    """Return Qt's own dialog to print."""
    found = QPrintDialog(QPrinter())
    found.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return found


def message() -> QDialog:
    """Return a message with something for support."""
    found = QMessageBox()
    found.setDetailedText("1")
    found.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel)
    return found


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


def words_in(dialog: QDialog) -> set[str]:
    """Return the texts of a dialog and the tips of what stands in it."""
    found = {each.toolTip() for each in dialog.findChildren(QWidget)}
    found |= {each.text() for kind in (QLabel, QAbstractButton) for each in dialog.findChildren(kind)}
    found |= {each.title() for each in dialog.findChildren(QGroupBox)}
    for tabs in dialog.findChildren(QTabWidget):
        found |= {tabs.tabText(i) for i in range(tabs.count())}
    return found


@pytest.mark.parametrize("make", [file_dialog, print_dialog, message])
def test_a_dialog_of_qts_speaks_japanese(qtbot: QtBot, make: Callable[[], QDialog]) -> None:
    """What Qt's own translation leaves out is translated here."""
    speak("ja")
    dialog = make()
    qtbot.addWidget(dialog)
    assert {each for each in words_in(dialog) if ENGLISH.search(NAMES.sub("", each))} == set()


def test_it_speaks_english_again(qtbot: QtBot) -> None:
    """In which it is written, once the language is another."""
    speak("ja")
    speak("en")
    dialog = file_dialog()
    qtbot.addWidget(dialog)
    assert "Files of &type:" in words_in(dialog)
    assert ("QFileDialog", "Files of &type:") in LEFT_OUT

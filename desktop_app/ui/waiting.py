"""Work that may take long, done beside the window: past half a second it says so, and can be given up."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.aside import Work
from desktop_app.ui.plain import plain_label
from desktop_app.wording.wording import Wording

T = TypeVar("T")
PATIENCE = 500
"""Milliseconds after which a person wants to be told that something is going on."""


class GivenUpError(Exception):
    """The user did not want to wait for the end."""


class WaitDialog(QDialog):
    """Says what is being done, and lets it be given up."""

    def __init__(self, sentence: str, cancel: str, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint)
        self.setWindowTitle(sentence)
        bar, button = QProgressBar(), QPushButton(cancel)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(sentence)
        buttons = QDialogButtonBox()
        buttons.addButton(button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for part in (plain_label(sentence), bar, buttons):
            box.addWidget(part)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 50)


def wait_for(task: Callable[[], T], sentence: str, words: Wording, parent: QWidget | None) -> T:
    """Return what a task comes to, with `sentence` in sight while it takes long; GivenUpError when it is given up."""
    loop = QEventLoop()
    work = Work(task, lambda _: loop.quit())
    impatience = _after_patience(loop, loop.quit)
    work.begin()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    _end(impatience)
    if work.goes_on():
        dialog = WaitDialog(sentence, words.text("window.wait.cancel"), parent)
        work.told = lambda _: dialog.accept()
        dialog.exec()
        dialog.deleteLater()
    return _result_of(work)


def beside(task: Callable[[], T], sentence: str, words: Wording, parent: QWidget | None) -> T:
    """Return what a task comes to while the window goes on as ever; GivenUpError when it is given up."""
    loop, dialogs = QEventLoop(), list[WaitDialog]()
    work = Work(task, lambda _: loop.quit())

    def tell() -> None:
        dialog = WaitDialog(sentence, words.text("window.wait.cancel"), parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        dialog.rejected.connect(loop.quit)
        dialog.show()
        dialogs.append(dialog)

    impatience = _after_patience(loop, tell)
    work.begin()
    loop.exec()
    _end(impatience)
    for dialog in dialogs:
        dialog.rejected.disconnect(loop.quit)
        dialog.close()
        dialog.deleteLater()
    return _result_of(work)


def _result_of(work: Work[T]) -> T:
    """Return what came of work, or raise why nothing did; one that goes on is given up, and its end told to nobody."""
    if work.goes_on():
        work.told = lambda _: None
        raise GivenUpError
    return work.result()


def _after_patience(loop: QEventLoop, act: Callable[[], object]) -> QTimer:
    """Return a timer that is stopped when the loop is left: a shot that comes later would end another loop in its place."""
    timer = QTimer(loop, singleShot=True, interval=PATIENCE)
    timer.timeout.connect(act)
    timer.start()
    return timer


def _end(timer: QTimer) -> None:
    """Stop a timer, and let go of what it would have done: that holds the loop, which holds the timer."""
    timer.stop()
    timer.timeout.disconnect()

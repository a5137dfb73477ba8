"""Work that may take long, done beside the window: past half a second it says so, and can be given up."""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.plain import plain_label
from desktop_app.wording.wording import Wording

T = TypeVar("T")
PATIENCE = 500
"""Milliseconds after which a person wants to be told that something is going on."""


_under_way: set[QObject] = set()


class GivenUpError(Exception):
    """The user did not want to wait for the end."""


class Work(QObject, Generic[T]):
    """Something that is done in a thread of its own, and what came of it."""

    ended = Signal()

    def __init__(self, task: Callable[[], T]) -> None:
        super().__init__()
        self._task = task
        self._result: T | None = None
        self._error: BaseException | None = None
        self._done = False

    def begin(self) -> None:
        """Begin it; it is kept until its end has been told, whoever waits for it."""
        _under_way.add(self)
        self.ended.connect(self._on_ended)
        Thread(target=self._do, daemon=True).start()

    def _on_ended(self) -> None:
        _under_way.discard(self)

    def _do(self) -> None:
        try:
            self._result = self._task()
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            self._error = error
        self._done = True
        self.ended.emit()

    def goes_on(self) -> bool:
        """Return whether it has not come to an end; what it came to is told a little later, by `ended`."""
        return not self._done

    def result(self) -> T:
        """Return what came of it, or raise why nothing did."""
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value] # the task returned it


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
    work, loop = Work(task), QEventLoop()
    impatience = _after_patience(loop, loop.quit)
    work.ended.connect(loop.quit)
    work.begin()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    _end(impatience)
    if work.goes_on():
        dialog = WaitDialog(sentence, words.text("window.wait.cancel"), parent)
        work.ended.connect(dialog.accept)
        given_up = work.goes_on() and dialog.exec() != QDialog.DialogCode.Accepted and work.goes_on()
        dialog.deleteLater()
        if given_up:
            raise GivenUpError
    return work.result()


def beside(task: Callable[[], T], sentence: str, words: Wording, parent: QWidget | None) -> T:
    """Return what a task comes to while the window goes on as ever; GivenUpError when it is given up."""
    work, loop, dialogs = Work(task), QEventLoop(), list[WaitDialog]()

    def tell() -> None:
        dialog = WaitDialog(sentence, words.text("window.wait.cancel"), parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        dialog.rejected.connect(loop.quit)
        dialog.show()
        dialogs.append(dialog)

    impatience = _after_patience(loop, tell)
    work.ended.connect(loop.quit)
    work.begin()
    loop.exec()
    _end(impatience)
    for dialog in dialogs:
        dialog.rejected.disconnect(loop.quit)
        dialog.close()
        dialog.deleteLater()
    if work.goes_on():
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

"""Files dropped anywhere in the window, whatever lies under the mouse; texts still go to the fields."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QWindow

DRAGGING = {QEvent.Type.DragEnter, QEvent.Type.DragMove}


class DropDoor(QObject):
    """Stands before a window of the screen; `dropped` with the files, once the program that they come from is let go."""

    dropped = Signal(object)

    def watch(self, window: QWindow | None) -> None:
        """Stand before a window."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files; leave everything else to whom it is for."""
        if event.type() not in DRAGGING and event.type() is not QEvent.Type.Drop:
            return False
        if not isinstance(event, QDropEvent) or not event.mimeData().hasUrls():
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            files = [Path(each.toLocalFile()) for each in event.mimeData().urls() if each.isLocalFile()]
            QTimer.singleShot(0, self, lambda: self.dropped.emit(files))
        return True

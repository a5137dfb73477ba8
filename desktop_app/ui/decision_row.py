"""The last line of a dialog: to take what it shows, or to give it up."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton

from desktop_app.wording.wording import Wording


class DecisionRow(QDialogButtonBox):
    """Both buttons in the order of the desktop; Enter takes, Esc gives up."""

    def __init__(self, dialog: QDialog, take: str, act: Callable[[], object], words: Wording) -> None:
        super().__init__()
        self.take = QPushButton(take)
        self.take.setProperty("role", "primary")
        self.take.setDefault(True)
        self.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        self.addButton(QPushButton(words.text("window.wait.cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        self.accepted.connect(act)
        self.rejected.connect(dialog.reject)

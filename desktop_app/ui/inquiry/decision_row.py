"""The last line of a dialog: to give it up, or to take what it shows."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from desktop_app.wording.wording import Wording


class DecisionRow(QHBoxLayout):
    """Both buttons at the right; Enter takes, Esc gives up."""

    def __init__(self, dialog: QDialog, take: str, act: Callable[[], None], words: Wording) -> None:
        super().__init__()
        self.take, cancel = QPushButton(take), QPushButton(words.text("window.wait.cancel"))
        self.take.setProperty("role", "primary")
        self.take.setDefault(True)
        self.take.clicked.connect(act)
        cancel.clicked.connect(dialog.reject)
        self.addStretch(1)
        self.addWidget(cancel)
        self.addWidget(self.take)

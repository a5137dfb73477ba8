"""The editor of a small picture kept in the file, such as the seal: choose, see, take out."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64Error
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.ui.editors.editor import Editor
from desktop_app.ui.plain import plain_label

SIDE = 56


class ImageEditor(Editor):
    """A picture as base64 in the draft; `choose` gives the bytes of one that the user picks, None when they pick none."""

    def __init__(self, choose_text: str, remove_text: str, choose: Callable[[], bytes | None]) -> None:
        super().__init__()
        self._choose = choose
        self._picture = plain_label()
        self._picture.setFixedSize(SIDE, SIDE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.hide()
        self._chooser, self._remover = QPushButton(choose_text), QPushButton(remove_text)
        self._remover.setProperty("role", "quiet")
        self._chooser.clicked.connect(self._on_choose)
        self._remover.clicked.connect(self._on_remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._picture, self._chooser, self._remover):
            row.addWidget(widget)
        row.addStretch(1)

    def controls(self) -> tuple[QWidget, ...]:
        """Return the buttons."""
        return (self._chooser, self._remover)

    def show_name(self, name: str) -> None:
        """Name each button with the field and its own words."""
        for button in (self._chooser, self._remover):
            button.setAccessibleName(f"{name} {button.text()}")

    def show_value(self, raw: Any) -> None:
        """Show the picture, where it is one."""
        picture = QPixmap()
        with suppress(NotBase64Error, ValueError, TypeError):
            picture.loadFromData(b64decode(raw, validate=True), "PNG")  # another kind could name files to be opened
        size = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(QPixmap() if picture.isNull() else picture.scaled(SIDE, SIDE, *size))
        self._picture.setVisible(not picture.isNull())
        self._remover.setVisible(raw is not None)

    def _on_choose(self) -> None:
        content = self._choose()
        if content is not None:
            self.decide(b64encode(content).decode("ascii"))

    def _on_remove(self) -> None:
        self.decide(None)

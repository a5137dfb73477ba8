"""Everything that the program asks its user, and says to them, in a window of its own."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app.wording.wording import Wording

Answer = Literal["save", "discard", "cancel"]


class Questions:
    """Asks with dialogs; whatever has the same methods can answer in its place."""

    def __init__(self) -> None:
        self.parent: QWidget | None = None

    def file_to_open(self, words: Wording, folder: Path) -> Path | None:
        """Ask which contract file to open."""
        name, _ = QFileDialog.getOpenFileName(
            self.parent, words.text("window.ask.open"), str(folder), words.text("window.ask.contract_files")
        )
        return Path(name) if name else None

    def file_to_save(self, words: Wording, suggested: Path) -> Path | None:
        """Ask where to save the contract."""
        return self._target(words.text("window.ask.save"), suggested, words.text("window.ask.contract_files"))

    def paper_to_save(self, words: Wording, suggested: Path) -> Path | None:
        """Ask where to save the PDF."""
        return self._target(words.text("window.ask.save_pdf"), suggested, words.text("window.ask.pdf_files"))

    def image_to_read(self, words: Wording) -> Path | None:
        """Ask for a picture."""
        name, _ = QFileDialog.getOpenFileName(
            self.parent, words.text("window.ask.image"), "", words.text("window.ask.image_files")
        )
        return Path(name) if name else None

    def keep_changes(self, words: Wording, title: str) -> Answer:
        """Ask what to do with changes that were not saved."""
        box = self._box(words, words.text("window.ask.keep_changes", title=title))
        save = box.addButton(words.text("window.ask.keep_changes.save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(words.text("window.ask.keep_changes.discard"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(words.text("window.ask.keep_changes.cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        return "save" if clicked is save else "discard" if clicked is discard else "cancel"

    def tell(self, words: Wording, sentence: str, detail: str = "") -> None:
        """Say something that cannot be overlooked; the detail is for support."""
        box = self._box(words, sentence)
        if detail:
            box.setDetailedText(detail)
        box.addButton(words.text("window.ask.close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def _box(self, words: Wording, sentence: str) -> QMessageBox:
        box = QMessageBox(self.parent)
        box.setWindowTitle(words.text("window.title"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        return box

    def _target(self, title: str, suggested: Path, kinds: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self.parent, title, str(suggested), kinds)
        return Path(name) if name else None

"""Everything that the program asks its user, and says to them, in a window of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from desktop_app.calculation.problem import Problem
from desktop_app.document.draft import value_at
from desktop_app.document.password import Password
from desktop_app.storage.records import Left, Recovered
from desktop_app.wording.days import plain_moment
from desktop_app.wording.wording import Wording

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Answer = Literal["save", "discard", "cancel"]
Wish = Literal["recover", "cancel", "discard"]
NewAnswer = Password | Literal["none", "cancel"]
DiskAnswer = Literal["save_as", "overwrite", "reload", "cancel"]
ROLES = {
    "cancel": QMessageBox.ButtonRole.RejectRole,
    "discard": QMessageBox.ButtonRole.DestructiveRole,
    "overwrite": QMessageBox.ButtonRole.DestructiveRole,
    "reload": QMessageBox.ButtonRole.DestructiveRole,
}
"""The parts that buttons play, where it is not that of going on as asked."""
MOST_TOLD = 12
"""Sentences that a person reads at once."""


class Questions:
    """Asks with dialogs; whatever has the same methods can answer in its place."""

    def __init__(self) -> None:
        self.parent: QWidget | None = None

    def file_to_open(self, words: Wording, folder: Path) -> Path | None:
        """Ask which contract file to open."""
        name, _ = QFileDialog.getOpenFileName(
            self.parent, words.text("window.ask.open"), str(folder), words.text("window.ask.files_to_open")
        )
        return Path(name) if name else None

    def file_to_save(self, words: Wording, suggested: Path) -> Path | None:
        """Ask where to save the contract."""
        return self._target(words.text("window.ask.save"), suggested, words.text("window.ask.contract_files"))

    def paper_to_save(self, words: Wording, suggested: Path) -> Path | None:
        """Ask where to save the PDF."""
        return self._target(words.text("window.ask.save_pdf"), suggested, words.text("window.ask.pdf_files"))

    def table_to_save(self, words: Wording, suggested: Path, kind: str) -> Path | None:
        """Ask where to save what is for another program: `xlsx`, `csv` or `ics`."""
        return self._target(words.text(f"window.ask.save_{kind}"), suggested, words.text(f"window.ask.{kind}_files"))

    def table_to_read(self, words: Wording, folder: Path) -> Path | None:
        """Ask for a table of account counts."""
        name, _ = QFileDialog.getOpenFileName(
            self.parent, words.text("window.ask.table"), str(folder), words.text("window.ask.tables_to_read")
        )
        return Path(name) if name else None

    def may_print(self, words: Wording, printer: "QPrinter", pages: int) -> bool:
        """Ask which printer, which pages and how many copies; return whether to print."""
        from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415 - loaded with the first paper that is printed

        dialog = QPrintDialog(printer, self.parent)
        dialog.setWindowTitle(words.text("window.ask.print"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        return bool(dialog.exec())

    def image_to_read(self, words: Wording) -> Path | None:
        """Ask for a picture."""
        name, _ = QFileDialog.getOpenFileName(
            self.parent, words.text("window.ask.image"), "", words.text("window.ask.image_files")
        )
        return Path(name) if name else None

    def keep_changes(self, words: Wording, title: str) -> Answer:
        """Ask what to do with changes that were not saved."""
        sentence = words.text("window.ask.keep_changes", title=title)
        chosen = self._choose(words, sentence, "keep_changes", ("save", "discard", "cancel"))
        return cast("Answer", chosen)

    def changed_on_disk(self, words: Wording, name: str) -> DiskAnswer:
        """Ask what to do instead of writing over what somebody else has written."""
        sentence = words.text("window.ask.changed_on_disk", name=name)
        chosen = self._choose(words, sentence, "changed_on_disk", ("save_as", "overwrite", "reload", "cancel"))
        return cast("DiskAnswer", chosen)

    def overwrite(self, words: Wording, name: str) -> bool:
        """Ask whether a file that is there may be written over."""
        sentence = words.text("window.ask.overwrite", name=name)
        return self._choose(words, sentence, "overwrite", ("overwrite", "cancel"), default="cancel") == "overwrite"

    def discard_changes(self, words: Wording, title: str) -> bool:
        """Ask whether what was not saved may be given up for what is on the disk."""
        sentence = words.text("window.ask.discard_changes", title=title)
        return self._choose(words, sentence, "discard_changes", ("discard", "cancel"), default="cancel") == "discard"

    def lose_variants(self, words: Wording, names: Sequence[str]) -> bool:
        """Ask whether variants that stand nowhere else may be given up."""
        sentence = words.text("window.ask.lose_variants", names=words.listed(names))
        return self._choose(words, sentence, "lose_variants", ("discard", "cancel"), default="cancel") == "discard"

    def known_password(self, words: Wording, name: str, *, wrong: bool) -> Password | None:
        """Ask for the password of a file; `wrong` where another one was tried before."""
        from desktop_app.ui.passwords import KnownPassword  # noqa: PLC0415 - loaded with the first password

        dialog = KnownPassword(name, words, self.parent, wrong=wrong)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.password() if accepted else None

    def new_password(self, words: Wording, *, held: bool = False, for_paper: bool = False) -> NewAnswer:
        """Ask which password a contract, or a paper, is to have; where one is held, it can be taken away."""
        from desktop_app.ui.passwords import NewPassword  # noqa: PLC0415

        dialog = NewPassword(words, self.parent, held=held, for_paper=for_paper)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return ("none" if dialog.removed else dialog.password()) if accepted else "cancel"

    def recover(self, words: Wording, left: Left) -> Wish:
        """Ask what to do with a draft that a program which did not end well has left behind."""
        customer = value_at(left.draft, ("customer", "name")) if isinstance(left, Recovered) else None
        name = left.opened.file.name if left.opened.file is not None else customer if isinstance(customer, str) else ""
        sentence = words.text(
            "window.ask.recover",
            name=name or words.text("window.untitled"),
            opened=plain_moment(left.opened.at, words.language),
            edits=left.edits,
        )
        if isinstance(left, Recovered) and left.beside.others:
            names = words.listed(left.names)
            sentence = f"{sentence}\n\n{words.text('window.ask.recover.variants', names=names)}"
        chosen = self._choose(words, sentence, "recover", ("recover", "cancel", "discard"))
        return cast("Wish", chosen)

    def tell(self, words: Wording, sentence: str, detail: str = "") -> None:
        """Say something that cannot be overlooked; the detail is for support."""
        box = self._box(words, sentence)
        if detail:
            box.setDetailedText(detail)
        box.addButton(words.text("window.ask.close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def tell_refused(self, words: Wording, file: Path, problems: Sequence[Problem]) -> None:
        """Say what is wrong with a file, of much its beginning; where the file is and all of it stand in the detail."""
        told = [words.problem(each) for each in problems]
        rest = len(told) - MOST_TOLD
        if rest > 0:
            more = words.text("window.refused.more", n=rest)
            self.tell(words, "\n".join((*told[:MOST_TOLD], more)), "\n".join((str(file), *told)))
        else:
            self.tell(words, "\n".join(told), str(file))

    def _choose(self, words: Wording, sentence: str, name: str, choices: Sequence[str], default: str = "") -> str:
        """Ask with a button for each choice, the first one the default where none is named; Escape cancels."""
        box = self._box(words, sentence)
        buttons = {}
        for choice in choices:
            role = ROLES.get(choice, QMessageBox.ButtonRole.AcceptRole)
            buttons[choice] = box.addButton(words.text(f"window.ask.{name}.{choice}"), role)
        box.setDefaultButton(buttons[default or choices[0]])
        box.setEscapeButton(buttons["cancel"])
        box.exec()
        return next((choice for choice, button in buttons.items() if button is box.clickedButton()), "cancel")

    def _box(self, words: Wording, sentence: str) -> QMessageBox:
        box = QMessageBox(self.parent)
        box.setWindowTitle(words.text("window.title"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        return box

    def _target(self, title: str, suggested: Path, kinds: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self.parent, title, str(suggested), kinds)
        return Path(name) if name else None

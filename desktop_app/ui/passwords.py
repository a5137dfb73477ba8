"""Two dialogs: which password opens a file, and which one it is to have."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.document.password import SHORT, Password, is_fit
from desktop_app.ui.decision_row import DecisionRow
from desktop_app.ui.plain import plain_label, show_property
from desktop_app.wording.wording import Wording

WIDTH = 46
"""Of the dialogs, in letters."""
HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhHiddenText
)


class _Dialog(QDialog):
    """What both have: a sentence, lines that hide what is typed, a box to show it, a remark, buttons."""

    def __init__(self, title: str, sentence: str, words: Wording, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._words = words
        self.setWindowTitle(title)
        self.lines: list[QLineEdit] = []
        self._form, self._remark = QFormLayout(), plain_label("", "muted", wrapped=True)
        self._shown = QCheckBox(words.text("window.password.show"))
        self._shown.clicked.connect(self._show_letters)
        self._box = QVBoxLayout(self)
        margin = self.fontMetrics().averageCharWidth() * 3
        self._box.setContentsMargins(margin, margin, margin, margin * 3 // 4)
        self._box.setSpacing(margin * 3 // 4)
        self._form.setVerticalSpacing(margin // 3)
        self._box.addWidget(plain_label(sentence, wrapped=True))
        self._box.addLayout(self._form)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH)

    def _add_line(self, name: str) -> QLineEdit:
        line, label = QLineEdit(), plain_label(self._words.text(f"window.password.{name}"))
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setInputMethodHints(HINTS)
        line.setAccessibleName(label.text().replace("&", ""))
        line.textEdited.connect(self._judge)
        label.setBuddy(line)
        self._form.addRow(label, line)
        self.lines.append(line)
        return line

    def _finish(self, accept: str, *below: QLabel) -> QDialogButtonBox:
        """Put the rest below the lines, and return the buttons."""
        self._form.addRow("", self._shown)
        self._form.addRow("", self._remark)
        decision = DecisionRow(self, self._words.text(f"window.password.{accept}"), self.accept, self._words)
        self._accept = decision.take
        for each in (*below, decision):
            self._box.addWidget(each)
        self._judge()
        self.lines[0].setFocus()
        return decision

    def _show_letters(self, on: bool) -> None:  # noqa: FBT001 - Qt tells it so
        for line in self.lines:
            line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _tell(self, key: str, role: str = "muted", **given: object) -> None:
        self._remark.setText(self._words.text(f"window.password.{key}", **given) if key else "")
        show_property(self._remark, "role", role)

    def _judge(self) -> None:
        raise NotImplementedError

    def accept(self) -> None:
        """Take what is being composed, too, and close if it will do."""
        QGuiApplication.inputMethod().commit()
        if self._accept.isEnabled():
            super().accept()

    def password(self) -> Password:
        """Return what was typed."""
        return Password(self.lines[0].text())


class KnownPassword(_Dialog):
    """Asks for the password of a file; `wrong` where another one was tried before."""

    def __init__(self, name: str, words: Wording, parent: QWidget | None, *, wrong: bool) -> None:
        super().__init__(words.text("window.password.ask"), words.text("window.password.needed", name=name), words, parent)
        self._wrong = wrong
        self._add_line("password")
        self._finish("open")

    def _judge(self) -> None:
        empty = not self.lines[0].text()
        self._accept.setEnabled(is_fit(self.password()))
        self._tell("wrong" if self._wrong and empty else "", "error")


class NewPassword(_Dialog):
    """Asks twice for the password that a contract, or a paper, is to have; `removed` where it is to have none any more."""

    def __init__(self, words: Wording, parent: QWidget | None, *, held: bool, for_paper: bool) -> None:
        kind = "paper" if for_paper else "contract"
        super().__init__(words.text(f"window.password.title.{kind}"), words.text(f"window.password.what.{kind}"), words, parent)
        self._for_paper, self.removed = for_paper, False
        self._add_line("new")
        self._add_line("again")
        final = plain_label(words.text("window.password.final"), "warning", wrapped=True)
        buttons = self._finish("next" if for_paper else "set", final)
        if held:
            remove = QPushButton(words.text("window.password.remove"))
            buttons.addButton(remove, QDialogButtonBox.ButtonRole.DestructiveRole)
            remove.clicked.connect(self._remove)

    def _judge(self) -> None:
        first, second = (line.text() for line in self.lines)
        fit, same = is_fit(self.password(), for_paper=self._for_paper), Password(first) == Password(second)
        self._accept.setEnabled(fit and same)
        if first and not fit:
            self._tell("unfit", "error")
        elif second and not same:
            self._tell("other", "muted" if first.startswith(second) else "error")
        else:
            self._tell("short" if first and len(first) < SHORT else "", n=SHORT)

    def _remove(self) -> None:
        self.removed = True
        self.done(QDialog.DialogCode.Accepted)

"""The box under a section's fields that says what they come to."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.ui.form.answers import Answer
from desktop_app.ui.plain import plain_label


class AnswerBox(QFrame):
    """Shows an answer; takes no room when there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "answer")
        self._title, self._text = plain_label("", "answer_title", wrapped=True), plain_label("", "help", wrapped=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 11, 14, 12)
        box.setSpacing(5)
        box.addWidget(self._title)
        box.addWidget(self._text)
        self._shown: Answer | None = None
        self.hide()

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer, or nothing."""
        if answer == self._shown:
            return
        self._shown = answer
        if answer is not None:
            self._title.setText(answer.title)
            self._text.setText("\n".join(answer.sentences))
            self._text.setVisible(bool(answer.sentences))
        self.setVisible(answer is not None)

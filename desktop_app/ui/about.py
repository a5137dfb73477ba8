"""What the program is: version, data, libraries, licences, as plain text that can be copied."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.calculation.terms import Rulebook
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene
from desktop_app.ui.shipped import Library, collected_licences, facts, libraries
from desktop_app.wording.wording import Wording


class AboutDialog(QDialog):
    """The facts for support on the first page, the licences of everything that is shipped on the second."""

    def __init__(self, scene: Scene, rules: Rulebook, parent: QWidget) -> None:
        super().__init__(parent)
        words, look = scene.words, scene.look
        shipped = libraries()
        self.setWindowTitle(words.text("window.about"))
        self._facts = f"{words.text('window.title')}\n{facts(rules, words)}\n\n{library_lines(shipped, words)}"
        tabs = QTabWidget()
        tabs.tabBar().setAccessibleName(words.text("window.about"))
        for name, text in (("facts", self._facts), ("licences", collected_licences() or licence_texts(shipped, words))):
            title = words.text(f"window.about.{name}")
            tabs.addTab(_page(text, title), title)
        box = QVBoxLayout(self)
        box.setContentsMargins(*(look.px(each) for each in (20, 16, 20, 14)))
        box.setSpacing(look.px(10))
        box.addWidget(plain_label(words.text("window.title"), "start_title"))
        box.addWidget(plain_label(words.text("window.about.what"), "help", wrapped=True))
        box.addWidget(tabs, 1)
        box.addWidget(self._buttons(words))
        self.resize(look.px(620), look.px(520))

    def _buttons(self, words: Wording) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._close = _button(buttons, words.text("window.ask.close"), QDialogButtonBox.ButtonRole.RejectRole, self.reject)
        _button(buttons, words.text("window.about.copy"), QDialogButtonBox.ButtonRole.ActionRole, self._copy)
        return buttons

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._facts)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the button that closes it."""
        super().showEvent(event)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)


def _page(text: str, name: str) -> QPlainTextEdit:
    page = QPlainTextEdit(text)
    page.setReadOnly(True)
    page.setTabChangesFocus(True)
    page.setAccessibleName(name)
    page.setProperty("role", "read")
    return page


def _button(buttons: QDialogButtonBox, text: str, role: QDialogButtonBox.ButtonRole, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(act)
    buttons.addButton(button, role)
    return button


def library_lines(shipped: list[Library], words: Wording) -> str:
    """Return the libraries with their versions and licences, a line each."""
    return "\n".join(
        words.text("window.about.library", name=each.name, version=each.version, licence=each.licence) for each in shipped
    )


def licence_texts(shipped: list[Library], words: Wording) -> str:
    """Return the licences in full, as the libraries bring them."""
    parts = []
    for each in shipped:
        head = words.text("window.about.library", name=each.name, version=each.version, licence=each.licence)
        parts.append("\n\n".join(filter(None, (head, each.text))))
    return f"\n\n{'─' * 40}\n\n".join(parts)

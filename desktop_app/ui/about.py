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
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.calculation.terms import Rulebook
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene
from desktop_app.ui.shipped import RULE, Library, collected_licences, facts, libraries
from desktop_app.wording.wording import Wording

LIST_WIDTH = 230


class AboutDialog(QDialog):
    """The facts for support on the first page, everything that is shipped with its licence on the second."""

    def __init__(self, scene: Scene, rules: Rulebook, parent: QWidget) -> None:
        super().__init__(parent)
        words, look = scene.words, scene.look
        shipped = libraries()
        self.setWindowTitle(words.text("window.about"))
        self._facts = f"{words.text('window.title')}\n{facts(rules, words)}\n\n{library_lines(shipped, words)}"
        tabs = QTabWidget()
        tabs.tabBar().setAccessibleName(words.text("window.about"))
        what, licences = words.text("window.about.facts"), words.text("window.about.licences")
        tabs.addTab(_page(self._facts, what), what)
        tabs.addTab(LicenceShelf(collected_licences() or licence_texts(shipped, words), licences, look.px(LIST_WIDTH)), licences)
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


class LicenceShelf(QSplitter):
    """What is shipped, by name; the licence of what is chosen beside it: all of them at once would be a book."""

    def __init__(self, licences: str, name: str, width: int) -> None:
        super().__init__()
        self._texts = licences.strip("\n").split(RULE)
        self._names, self._text = QTreeWidget(), _page("", name)
        self._names.setHeaderHidden(True)
        self._names.setRootIsDecorated(False)
        self._names.setAccessibleName(name)
        self._names.setProperty("role", "read")
        items = [QTreeWidgetItem([text.partition("\n")[0].partition("  ")[0]]) for text in self._texts]
        self._names.addTopLevelItems(items)
        self._names.currentItemChanged.connect(self._show)
        for part in (self._names, self._text):
            self.addWidget(part)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes([width, width])
        self._names.setCurrentItem(items[0])

    def _show(self, chosen: QTreeWidgetItem) -> None:
        self._text.setPlainText(self._texts[self._names.indexOfTopLevelItem(chosen)])


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
    return RULE.join(parts)

"""Variants beside one another: made, chosen, named, closed and taken over, and compared while they are changed in the window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.document.variants import side_by_side
from desktop_app.ui.editors.choices import QuietCombo, SegmentEditor
from desktop_app.ui.inquiry.comparison_pages import ComparisonPages
from desktop_app.ui.inquiry.variants import VariantSet
from desktop_app.ui.plain import plain_label
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session

WIDTH, HEIGHT, NAME_WIDTH = 900, 560, 150
ACTS = ("duplicate", "file", "close", "adopt")
ONE = 1


class ComparisonDialog(QDialog):
    """Stays beside the window; what is to be done with a variant is `asked` by its name: duplicate, file, close, adopt."""

    asked = Signal(str)

    def __init__(self, scene: Scene, session: Session, variants: VariantSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._look, self._session, self._variants = scene.words, scene.look, session, variants
        self._base = 0
        self._pages = ComparisonPages(scene)
        self._choice: SegmentEditor | None = None
        self._named: tuple[str, ...] = ()
        self._name, self._bases = QLineEdit(), QuietCombo()
        self._name.textEdited.connect(self._rename)
        self._bases.activated.connect(self._measure_by)
        self._nothing = plain_label(scene.words.text("window.compare.nothing"), "help", wrapped=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._acts = {name: self._button(name) for name in ACTS}
        self._top = QHBoxLayout()
        self.setWindowTitle(scene.words.text("window.compare"))
        self._lay_out()
        session.assessed.connect(self._show)
        variants.changed.connect(self._show_names)
        self._show_names()

    def go_on_from(self, before: "ComparisonDialog") -> None:
        """Stand where another one stands, show what it shows."""
        self.setGeometry(before.geometry())
        self._base = before._base  # noqa: SLF001 - of its own kind
        self._pages.setCurrentIndex(before._pages.currentIndex())  # noqa: SLF001
        self._show_names()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self._words.text(f"window.compare.{name}"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.asked.emit(name))
        return button

    def _lay_out(self) -> None:
        words, look = self._words, self._look
        for widget, name in ((self._name, "name"), (self._bases, "base")):
            widget.setAccessibleName(words.text(f"window.compare.{name}"))
            widget.setFixedWidth(look.px(NAME_WIDTH))
        second = QHBoxLayout()
        second.setSpacing(look.px(8))
        self._name_label = plain_label(words.text("window.compare.name"), "muted")
        for part in (self._name_label, self._name, *self._acts.values()):
            second.addWidget(part)
        second.addStretch(1)
        self._base_name = plain_label(words.text("window.compare.base"), "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(*(look.px(each) for each in (18, 14, 18, 12)))
        box.setSpacing(look.px(8))
        self._top.addStretch(1)
        self._top.addWidget(self._base_name)
        self._top.addWidget(self._bases)
        box.addLayout(self._top)
        box.addLayout(second)
        box.addWidget(self._nothing, 1)
        box.addWidget(self._pages, 1)
        room = self.screen().availableSize()
        self.resize(min(look.px(WIDTH), room.width()), min(look.px(HEIGHT), room.height() - 60))

    def _show_names(self) -> None:
        """Show which variants there are, the one in the window pressed."""
        names, at = self._variants.names, self._variants.at
        self._base = self._base if self._base < len(names) else 0
        if names != self._named:
            self._make_choice(names)
        if self._choice is not None:
            self._choice.show_value(str(at))
        self._bases.clear()
        self._bases.addItems(list(names))
        self._bases.setCurrentIndex(self._base if names else -1)
        if names and self._name.text().strip() != names[at]:
            self._name.setText(names[at])
        self._show_acts()
        self._show()

    def _make_choice(self, names: tuple[str, ...]) -> None:
        self._named = names
        if self._choice is not None:
            self._top.removeWidget(self._choice)
            self._choice.hide()
            self._choice.deleteLater()
            self._choice = None
        if names:
            self._choice = SegmentEditor({str(i): name.replace("&", "&&") for i, name in enumerate(names)}, "0")
            self._choice.show_name(self._words.text("window.compare.shown"))
            self._choice.edited.connect(lambda place: self._variants.turn_to(int(place)))
            self._top.insertWidget(0, self._choice)
            self._choice.show()  # what joins a dialog that is in sight is not at once

    def _show_acts(self) -> None:
        several = len(self._variants.names) > ONE
        for name in ("duplicate", "file"):
            self._acts[name].setEnabled(not self._variants.full)
        labels = (self._name_label, self._base_name)
        for part in (*labels, self._name, self._bases, self._acts["close"], self._acts["adopt"], self._pages):
            part.setVisible(several)
        self._nothing.setVisible(not several)

    def _show(self) -> None:
        """Compare the variants as they are now."""
        if len(self._variants.names) > ONE:
            names, order = self._variants.names, self._variants.order(self._base)
            found = side_by_side(self._variants.variants(self._base), self._session.as_of, self._session.rules)
            self._pages.show_variants(found, [names[i] for i in order])

    def _measure_by(self, base: int) -> None:
        self._base = base
        self._show()

    def _rename(self, name: str) -> None:
        if name.strip():
            self._variants.rename(name.strip())

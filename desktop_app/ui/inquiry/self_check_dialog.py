"""The calculation checked before its user's eyes: published periods and contracts reckoned by hand, case by case."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.calculation.terms import Rulebook
from desktop_app.ui.inquiry.self_check_cases import CheckedCase, cases_in, checked_cases
from desktop_app.ui.plain import plain_label, plain_tip, show_property
from desktop_app.ui.scene import Scene
from desktop_app.wording.told_self_check import all_told, case_columns

GROUPS = ("periods", "examples")


class SelfCheckDialog(QDialog):
    """Checks a case whenever the window has nothing else to do, until all are checked or its user has seen enough."""

    def __init__(self, scene: Scene, rules: Rulebook, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._look = scene.words, scene.look
        self._cases = checked_cases(rules, scene.words)
        self._count = sum(cases_in(group) for group in GROUPS)
        self._checked: list[CheckedCase] = []
        self._list, self._bar, self._summary = self._made_list(), QProgressBar(), plain_label("", "group", wrapped=True)
        self._heads = {group: self._head(group) for group in GROUPS}
        self._bar.setTextVisible(False)
        self._bar.setRange(0, self._count)
        self._bar.setAccessibleName(self._words.text("window.self_check"))
        self._next = QTimer(self)
        self._next.timeout.connect(self._check_next)
        self.setWindowTitle(self._words.text("window.self_check"))
        self._lay_out()
        self._next.start(0)

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setHeaderLabels(list(case_columns(self._words)))
        made.header().setStretchLastSection(False)
        for i, mode in enumerate(("Stretch", "ResizeToContents", "ResizeToContents")):
            made.header().setSectionResizeMode(i, QHeaderView.ResizeMode[mode])
        made.setRootIsDecorated(False)
        made.setItemsExpandable(False)
        made.setProperty("role", "read")
        made.setAccessibleName(self._words.text("window.self_check"))
        return made

    def _head(self, group: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem([self._words.text(f"window.self_check.{group}", n=cases_in(group))])
        font = self._list.font()
        font.setBold(True)
        head.setFont(0, font)
        self._list.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        head.setExpanded(True)
        return head

    def _lay_out(self) -> None:
        words, look = self._words, self._look
        box = QVBoxLayout(self)
        box.setContentsMargins(*(look.px(each) for each in (20, 16, 20, 14)))
        box.setSpacing(look.px(10))
        box.addWidget(plain_label(words.text("window.self_check.what"), "help", wrapped=True))
        box.addWidget(self._bar)
        box.addWidget(self._summary)
        box.addWidget(self._list, 1)
        buttons = QDialogButtonBox()
        self._stop, self._copy = QPushButton(words.text("window.wait.cancel")), QPushButton(words.text("window.self_check.copy"))
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._stop, QDialogButtonBox.ButtonRole.RejectRole)
        self._stop.clicked.connect(self._on_stop)
        self._copy.clicked.connect(self._copy_all)
        self._copy.setEnabled(False)
        box.addWidget(buttons)
        self.resize(look.px(760), look.px(520))
        self._show_count()

    def _check_next(self) -> None:
        """Check one more case; after the last say what became of all."""
        case = next(self._cases, None)
        if case is None:
            self._end(all_told(self._count, self._wrong(), self._words))
            return
        self._checked.append(case)
        item = QTreeWidgetItem([case.case, case.result, case.source])
        item.setForeground(1, self._look.colour("good" if case.right else "error"))
        for i, text in enumerate((case.case, case.result, case.source)):
            item.setToolTip(i, plain_tip(text) if i == 1 and not case.right else "")
        self._heads[case.group].addChild(item)
        if not case.right:
            self._list.scrollToItem(item)
        self._show_count()

    def _show_count(self) -> None:
        self._bar.setValue(len(self._checked))
        self._summary.setText(self._words.text("window.self_check.count", done=len(self._checked), all=self._count))

    def _wrong(self) -> int:
        return sum(not case.right for case in self._checked)

    def _end(self, sentence: str) -> None:
        """Say how it ended; from now on it can be copied, and the button closes the dialog."""
        self._next.stop()
        self._bar.hide()
        self._summary.setText(sentence)
        show_property(self._summary, "role", "error" if self._wrong() else "group")
        self._copy.setEnabled(True)
        self._stop.setText(self._words.text("window.ask.close"))
        self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stop(self) -> None:
        if self._next.isActive():
            self._end(self._words.text("window.self_check.stopped", done=len(self._checked), all=self._count))
        else:
            self.reject()

    def done(self, result: int) -> None:
        """Check no more once it is closed."""
        self._next.stop()
        super().done(result)

    def _copy_all(self) -> None:
        """Put everything on the clipboard, as a table for a spreadsheet under its sentence."""
        rows = [case_columns(self._words), *((case.case, case.result, case.source) for case in self._checked)]
        QApplication.clipboard().setText("\n".join([self._summary.text(), *("\t".join(row) for row in rows)]))

"""The comparison of variants: their figures and totals on one page, and one page for what makes each another than the first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop_app.document.variants import SideBySide
from desktop_app.ui.inquiry.comparison_chart import ComparisonChart
from desktop_app.ui.inquiry.told_page import sheet_of
from desktop_app.ui.plain import plain_label
from desktop_app.ui.result.figure_table import FigureTable
from desktop_app.ui.scene import Scene
from desktop_app.wording.told_comparison import bridge_told, compared_told

TOTAL = ("totals", "total")


class BridgePage(QWidget):
    """Every field that differs, and what it is worth, from one total to the other."""

    def __init__(self, name: str, scene: Scene) -> None:
        super().__init__()
        self.table = FigureTable(name, scene.look)
        self.told = plain_label("", "help", wrapped=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, scene.look.px(8), 0, 0)
        box.addWidget(self.told)
        box.addWidget(self.table, 1)


class ComparisonPages(QTabWidget):
    """Shows variants side by side."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene, self._words = scene, scene.words
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(scene.words.text("window.compare"))
        self.figures = FigureTable(scene.words.text("window.compare.figures"), scene.look)
        self._chart, self._left_out = ComparisonChart(scene.look), plain_label("", "warning", wrapped=True)
        first = QWidget()
        box = QVBoxLayout(first)
        box.setContentsMargins(0, scene.look.px(8), 0, 0)
        box.addWidget(self._left_out)
        box.addWidget(self._chart)
        box.addWidget(self.figures, 1)
        self.addTab(first, scene.words.text("window.compare.figures"))
        self.bridges: list[BridgePage] = []

    def show_variants(self, found: SideBySide, names: Sequence[str]) -> None:
        """Show the figures of variants, and the way from the first to each other; `names` in the same order."""
        shown = [names[i] for i in found.shown]
        self._tell_left_out([name for i, name in enumerate(names) if i not in found.shown])
        self._stretch(len(found.bridges))
        comparable = bool(found.figures)
        self.figures.setVisible(comparable)
        totals = next((each.steps for each in found.figures if each.path == TOTAL), ())
        bars = [(name, step.value) for name, step in zip(shown, totals, strict=False) if step is not None]
        self._chart.show_totals(self._words.text("window.compare.totals"), bars)
        if comparable:
            told = compared_told(found.figures, shown, self._words)
            self.figures.show_sheet(sheet_of(told, strong=frozenset({len(told.rows) - 1})))
        for i, (page, bridge) in enumerate(zip(self.bridges, found.bridges, strict=True), 1):
            told = bridge_told(bridge, (shown[0], shown[i]), self._words)
            self.setTabText(i, self._words.text("window.compare.bridge", one=shown[0], other=shown[i]).replace("&", "&&"))
            page.told.setText("\n".join(told.sentences))
            page.table.show_sheet(sheet_of(told, strong=told.marked))

    def _tell_left_out(self, names: Sequence[str]) -> None:
        self._left_out.setText(self._words.text("window.compare.left_out", names=self._words.listed(names)) if names else "")
        self._left_out.setVisible(bool(names))

    def _stretch(self, count: int) -> None:
        """Have so many pages of bridges."""
        while len(self.bridges) > count:
            page = self.bridges.pop()
            self.removeTab(self.indexOf(page))
            page.deleteLater()
        while len(self.bridges) < count:
            self.bridges.append(BridgePage(self._words.text("window.compare"), self._scene))
            self.addTab(self.bridges[-1], "")

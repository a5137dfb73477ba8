"""The window as it is seen first with a contract: bar, sections and figures, each where it stays, and room for the rest."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMainWindow

from desktop_app.ui.form.findings import Finding
from desktop_app.ui.form.offer import Offer
from desktop_app.ui.panes import Panes
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.ui.stage import Stage
from desktop_app.ui.status import StatusLine
from desktop_app.ui.toolbar import ToolBar


class Outline:
    """The parts that all others are put into; made anew with them."""

    def __init__(self, window: QMainWindow, stage: Stage, scene: Scene, settings: Settings, offer: Offer) -> None:
        self.window, self.stage, self.scene, self.settings = window, stage, scene, settings
        self.panes = Panes(scene, offer, settings)
        for old in window.findChildren(ToolBar):
            window.removeToolBar(old)
            old.deleteLater()
        self.toolbar, self.status = ToolBar(scene), StatusLine(scene)
        stage.take_contract(self.panes)
        window.addToolBar(self.toolbar)
        window.setStatusBar(self.status)
        for part in (self.toolbar, self.status):
            part.show()  # parts that join a window which is in sight are not

    def show_figures(self, session: Session, findings: Sequence[Finding]) -> None:
        """Show what people look for first of what a session holds."""
        self.panes.show_figures(session, findings)

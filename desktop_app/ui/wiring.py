"""What each signal of the views leads to: one table of a user's acts."""

from collections.abc import Callable
from functools import partial
from pathlib import Path as File
from typing import Protocol

from PySide6.QtWidgets import QMenu

from desktop_app.calculation.step import Path
from desktop_app.ui.commands import Window, fill_recent, fill_versions
from desktop_app.ui.composition import Composition
from desktop_app.ui.decisions import Decisions
from desktop_app.ui.exports import Exports
from desktop_app.ui.filing import Filing
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings


class RevealingWindow(Window, Protocol):
    """A window that can go to a field, too."""

    def reveal(self, path: Path) -> None:
        """Go to the field at an address."""


def wire(
    views: Composition,
    window: RevealingWindow,
    session: Session,
    filing: Filing,
    exports: Exports,
    decisions: Decisions,
    settings: Settings,
) -> None:
    """Connect the views of a window with what is to happen."""
    form, stage = views.panes.form.acts, views.stage
    recent, versions = views.actions["recent"].menu(), views.actions["versions"].menu()
    assert isinstance(recent, QMenu) and isinstance(versions, QMenu)  # noqa: S101, PT018 - the table of menus has them as such

    def opening(file: File) -> None:
        window.begin(partial(filing.open_other, file))

    def listed(act: Callable[[File], None], file: File) -> None:
        act(file)
        stage.show_recents(settings.recents)

    for signal, act in (
        (form.edited, session.edit),
        (form.inserted, session.insert),
        (form.removed, session.remove),
        (form.replaced, session.replace),
        (form.left, session.settle),
        (form.tool_asked, lambda name: views.actions[name].trigger()),
        (views.panes.revealed, window.reveal),
        (views.panes.edited, session.edit),
        (views.panes.left, session.settle),
        (views.panes.print_asked, exports.print_paper),
        (views.status.next_asked, views.show_next_finding),
        (views.status.file_asked, exports.open_written),
        (exports.written, views.status.show_written),
        (views.toolbar.day_entered, session.show_as_of),
        (stage.notices.chosen, decisions.decide),
        (stage.new_asked, partial(window.begin, filing.new, anew=True)),
        (stage.open_asked, partial(window.begin, filing.open)),
        (stage.file_asked, opening),
        (stage.removal_asked, partial(listed, filing.recent.forget)),
        (stage.pin_asked, partial(listed, filing.recent.turn_pin)),
        (recent.aboutToShow, partial(fill_recent, recent, window, filing, settings, views.scene.words)),
        (versions.aboutToShow, lambda: fill_versions(versions, window, filing, session.file, views.scene.words)),
    ):
        signal.connect(act)

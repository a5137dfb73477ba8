"""The files used last as the first page lists them: customer, folder, day; those that are gone are marked."""

from collections.abc import Collection
from pathlib import Path

from desktop_app.storage.recent import Recent, Recents, pinned_first
from desktop_app.storage.suffix import SUFFIX
from desktop_app.ui.start.entries import Entry
from desktop_app.wording.days import short_day
from desktop_app.wording.texts import Texts


def recent_entries(recents: Recents, gone: Collection[Path], words: Texts) -> list[Entry]:
    """Return what the list shows: pinned files first; `gone` are those that were looked for and are not there."""
    return [_entry(each, words, is_gone=each.file in gone) for each in pinned_first(recents)]


def _entry(recent: Recent, words: Texts, *, is_gone: bool) -> Entry:
    folder = words.text("window.start.gone", folder=folder_text(recent.file)) if is_gone else folder_text(recent.file)
    about = words.text("window.start.about", customer=recent.customer, folder=folder) if recent.customer else folder
    icon = "missing" if is_gone else "pin" if recent.pinned else "contract"
    name = recent.file.name.removesuffix(SUFFIX)
    return Entry(recent.file, name, about, short_day(recent.used_on), icon, str(recent.file), faint=is_gone)


def folder_text(file: Path) -> str:
    """Return the folder of a file, the user's own folder as `~`."""
    folder = file.parent
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)

"""Window, file and command line say the same: what is shown in the window beside what `evaluate` prints of the draft."""

import io
import json
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout, suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QTabBar, QTableView, QWidget

from desktop_app.cli.main import main
from desktop_app.document.draft import Draft, same
from desktop_app.document.fields import Section
from desktop_app.document.password import Password
from desktop_app.document.reading import read_draft
from desktop_app.storage.contract_file import load, save
from desktop_app.storage.protection import is_protected, password_of
from desktop_app.ui.form.findings import section_of
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from desktop_app.wording.wording import Wording
from tests.cases.age_files import behind
from tests.ui.monkey.expected import COLUMNS, Rows, expected_cards, expected_rows
from tests.ui.monkey.parts import below
from tests.ui.monkey.texts import OTHER, SECRET, WRONG

INVALID = 1


class Place(Protocol):
    """A window, what is open in it, its words, and a folder in which to write."""

    window: MainWindow
    session: Session
    folder: Path

    @property
    def words(self) -> Wording:
        """The words of the window's language."""


class Told(NamedTuple):
    """What the command line says of a draft: its exit status, and the statement or the errors."""

    status: int
    data: Any


def evaluated(file: Path, as_of: date, language: str = "ja") -> Told:
    """Return what the command line says of a contract file."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(["evaluate", str(file), "--as-of", as_of.isoformat(), "--format", "json", "--lang", language])
    return Told(status, json.loads(err.getvalue() if status == INVALID else out.getvalue()))


def disagreements(seat: Place) -> list[str]:
    """Return where the window, the file it would write, and the command line do not say the same."""
    file = seat.folder / "as it stands.contract.json"
    save(file, seat.session.history.present)
    found = [*_draft(seat, file), *_modified(seat)]
    if not contract_in_sight(seat.window):
        return found
    told = evaluated(file, seat.session.as_of, seat.words.language)
    return [*found, *_marks(seat, told), *_figures(seat, told)]


def unlike_session(seat: Place) -> list[str]:
    """Return where the window is not what its session is, as far as that is to be seen at a glance, after every act."""
    session, window = seat.session, seat.window
    found = [] if window.isWindowModified() is session.modified else ["the mark of changes is not that of the session"]
    same_draft = session.assessment.draft is session.history.present
    return found if same_draft else [*found, "what was reckoned is not of the draft"]


def contract_in_sight(window: QWidget) -> bool:
    """Return whether the window shows a contract, and not its first page."""
    return any(each.isVisible() for each in below(window, QWidget) if each.property("role") == "card")


def _draft(seat: Place, file: Path) -> list[str]:
    present = seat.session.history.present
    return [] if without_digest(load(file).draft) == present else [f"the draft is not what its file holds: {present}"]


def without_digest(draft: Draft | None) -> Draft:
    """Return a draft as it was before it was saved."""
    return {name: value for name, value in (draft or {}).items() if name != "digest"}


def _modified(seat: Place) -> list[str]:
    """Return that the mark for unsaved changes is wrong, judged by the file that is open or by what was begun with."""
    session = seat.session
    begun = (session.history.saved, password_of(session.saved_protection))
    saved, password = begun if session.file is None else held_in(session.file)
    changed = saved is None or not same(session.history.present, saved) or password != password_of(session.protection)
    return [] if seat.window.isWindowModified() is changed else [f"the draft is changed: {changed}, and is not marked so"]


def held_in(file: Path) -> tuple[Draft, Password | None]:
    """Return the draft that a file holds, and which of the passwords that are ever typed it is behind."""
    content = file.read_bytes()
    if not is_protected(content):
        return without_digest(load(file).draft), None
    for each in (Password(SECRET), Password(OTHER), Password(WRONG)):
        with suppress(ValueError):
            return without_digest(read_draft(behind(content, each.plain)).draft), each
    raise AssertionError("a file is behind a password that nobody has typed")


def _marks(seat: Place, told: Told) -> list[str]:
    """Return that other sections are marked than those in which the command line finds something."""
    problems = told.data["errors" if told.status == INVALID else "warnings"]
    expected = {_section(each["path"]) for each in problems} | {section_of(each.path) for each in seat.session.cautions}
    marked = marked_sections(seat.window, seat.words.text("window.sections"))
    return [] if marked == expected else [f"sections marked: {_names(marked)}, to be marked: {_names(expected)}"]


def _section(path: str) -> Section:
    """Return the section of an address as files write it."""
    parts = path.replace("[", ".").replace("]", "").split(".")
    return section_of(tuple(int(each) if each.isdigit() else each for each in parts))


def _names(sections: Iterable[Section]) -> list[str]:
    return sorted(each.value for each in sections)


def list_named(window: QWidget, name: str) -> QListView:
    """Return the list that a screen reader calls `name`."""
    return next(each for each in below(window, QListView) if each.accessibleName() == name)


def marked_sections(window: QWidget, name: str) -> set[Section]:
    """Return the sections that the list of this name marks."""
    model = list_named(window, name).model()
    rows = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) for row in range(len(Section))]
    return {section for section, described in zip(Section, rows, strict=True) if described}


def _figures(seat: Place, told: Told) -> list[str]:
    known = seat.session.assessment.statement is not None
    if known is (told.status == INVALID):
        return [f"the window has a statement: {known}; the command line ended with {told.status}"]
    if not known:
        return []
    missing = expected_cards(told.data, seat.words) - shown_cards(seat.window)
    return [f"no card says {each}" for each in sorted(missing)] + _tables(seat, told.data)


def shown_cards(window: QWidget) -> set[str]:
    """Return what the cards are called."""
    return {each.accessibleName() for each in below(window, QWidget) if each.property("role") == "card"}


def _tables(seat: Place, data: Any) -> list[str]:
    """Return which table in sight shows other figures."""
    found = []
    tab = tab_in_sight(seat.window, seat.words.text("window.tabs"))
    for name, rows in expected_rows(data, seat.words).items():
        title = seat.words.text(f"window.tab.{name}")
        table = table_in_sight(seat.window, title) if title == tab else None
        shown = rows if table is None else _rows(table, COLUMNS[name])
        found += [f"the table of {name} shows {shown} and not {rows}"] if shown != rows else []
    return found


def tab_in_sight(window: QWidget, name: str) -> str:
    """Return what the chosen one of the tabs is called that a screen reader calls `name` together."""
    tabs = next(each for each in below(window, QTabBar) if each.accessibleName() == name)
    return tabs.tabText(tabs.currentIndex())


def table_in_sight(window: QWidget, name: str) -> QTableView | None:
    """Return the table that a screen reader calls `name`, if it is in sight."""
    tables = (each for each in below(window, QTableView) if each.accessibleName() == name and each.isVisible())
    return next((each for each in tables if each.property("role") == "sheet"), None)


def _rows(table: QTableView, columns: Iterable[int]) -> Rows:
    model = table.model()
    across = [column % model.columnCount() for column in columns] if model.columnCount() else []
    return [tuple(str(model.index(row, column).data()) for column in across) for row in range(model.rowCount())]

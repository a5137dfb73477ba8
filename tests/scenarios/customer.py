"""What each scenario ends with: what was done is saved, opened again, and the command line says what the window says."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from desktop_app.wording.wording import Wording, wording
from tests.cases.examples import worked_examples
from tests.ui.desk import CONTROL, Desk
from tests.ui.monkey.agreement import Told, disagreements, evaluated, without_digest
from tests.ui.monkey.expected import expected_cards


class Office:
    """A desk in Japanese, and the folder that its files are in."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.window, self.session, self.folder = desk.window, desk.session, folder

    @property
    def words(self) -> Wording:
        """The words of the window's language."""
        return wording("ja")


def example_file(folder: Path, name: str, **changes: Any) -> Path:
    """Write a worked example as a contract file; None takes a part out."""
    contract = next(each.contract for each in worked_examples() if each.name == name)
    changed = {key: value for key, value in {**contract, **changes}.items() if value is not None}
    file = folder / f"{name}.contract.json"
    file.write_text(json.dumps(changed, ensure_ascii=False), "utf-8")
    return file


def told(desk: Desk, file: Path) -> Told:
    """Return what the command line says of a file as of the day of the window."""
    return evaluated(file, desk.as_of())


def kept(desk: Desk, file: Path) -> Any:
    """Save, to `file` what has none yet, open again and compare with the command line; return the statement that it prints."""
    desk.save(file)
    written = desk.session.file or file
    assert desk.answers.told == []
    assert not desk.window.isWindowModified()
    saved, cards = desk.session.history.present, desk.cards()
    desk.press(Qt.Key.Key_N, CONTROL)
    assert set(desk.cards().values()) == {"—"}
    desk.open(written)
    assert without_digest(desk.session.history.present) == saved
    assert desk.cards() == cards
    said = told(desk, written)
    assert said.status == 0
    names = {f"{name} {text}" for name, text in cards.items()}
    assert expected_cards(said.data, wording("ja")) <= names
    assert disagreements(Office(desk, file.parent)) == []
    return said.data

"""What the window remembers from one time to the next: language, colours, size of text, its places, files, our details."""

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from desktop_app.storage.recent import Recent, read_recents, written_recents
from desktop_app.ui.look import USUAL_SIZE, Choice
from desktop_app.wording.days import Language, language_named

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Per cent of the usual size."""
Place = QStandardPaths.StandardLocation
FIRST_WIDTH, FIRST_HEIGHT = 1280, 800
"""Pixels of the window that was never given another shape."""


class Settings:
    """Named values in one file of the user's; our own details, with their picture, in one beside it; a folder for copies."""

    def __init__(self, file: Path, data_folder: Path | None = None) -> None:
        self.data_folder = data_folder or file.parent
        self._issuer_file = file.with_name("issuer.json")
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def _kept(self, name: str) -> Any:
        """Return what was kept under a name; None for nothing, and for what nobody of us can have kept."""
        with suppress(RuntimeError):
            return self._store.value(name)
        return None

    @property
    def language(self) -> Language:
        """The language of the window."""
        return language_named(self._kept("language"))

    @language.setter
    def language(self, language: Language) -> None:
        self._store.setValue("language", language)

    @property
    def scheme(self) -> Choice:
        """Light, dark, or as the desktop has it."""
        scheme = self._kept("scheme")
        return cast("Choice", scheme) if scheme in ("light", "dark") else "system"

    @scheme.setter
    def scheme(self, scheme: Choice) -> None:
        self._store.setValue("scheme", scheme)

    @property
    def text_size(self) -> int:
        """The size of text in per cent."""
        kept = str(self._kept("text_size"))
        return next((size for size in TEXT_SIZES if str(size) == kept), USUAL_SIZE)

    @text_size.setter
    def text_size(self, size: int | str) -> None:
        self._store.setValue("text_size", int(size))

    def next_size(self, step: int) -> int:
        """Return the size of text so many steps away, the last there is where there are not so many."""
        place = TEXT_SIZES.index(self.text_size) + step
        return TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)]

    @property
    def eras(self) -> bool:
        """Whether days in fields are written in the years of Japanese eras."""
        return bool(self._kept("eras") == "yes")

    @eras.setter
    def eras(self, eras: str) -> None:
        self._store.setValue("eras", eras)

    @property
    def folder(self) -> Path:
        """The folder in which a file was last opened or saved."""
        return Path(str(self._kept("folder") or _folder(Place.DocumentsLocation)))

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    @property
    def recents(self) -> tuple[Recent, ...]:
        """The files opened and saved last, the latest first."""
        return read_recents(str(self._kept("recent") or ""))

    @recents.setter
    def recents(self, recents: tuple[Recent, ...]) -> None:
        self._store.setValue("recent", written_recents(recents))

    @property
    def issuer(self) -> Mapping[str, Any]:
        """Our own details, as a draft holds them; empty where none were given, or their file holds something else."""
        with suppress(OSError, ValueError, RecursionError):
            kept = json.loads(self._issuer_file.read_text("utf-8"))
            return kept if isinstance(kept, dict) else {}
        return {}

    @issuer.setter
    def issuer(self, issuer: Mapping[str, Any]) -> None:
        """Keep our own details; StorageError, and the old ones kept, on failure."""
        with suppress(OSError):  # told of by what comes next
            self._issuer_file.parent.mkdir(parents=True, exist_ok=True)
        from desktop_app.storage.atomic import write_atomically  # noqa: PLC0415 - the first page is there before anything is written

        write_atomically(self._issuer_file, json.dumps(issuer, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace"))

    @property
    def issuer_declined(self) -> bool:
        """Whether the user does not want to be offered to give our own details."""
        return bool(self._kept("issuer_declined") == "yes")

    @issuer_declined.setter
    def issuer_declined(self, declined: bool) -> None:
        self._store.setValue("issuer_declined", "yes" if declined else "no")

    def place(self, name: str) -> str:
        """Return which one of several was in sight: the section, the tab; empty when it was never kept."""
        return str(self._kept(f"place/{name}") or "")

    def keep_place(self, name: str, place: str) -> None:
        """Keep which one of several was in sight."""
        self._store.setValue(f"place/{name}", place)

    def shape(self, name: str) -> QByteArray:
        """Return the size and place of a part of the window, empty when it was never kept."""
        kept = self._kept(f"shape/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_shape(self, name: str, shape: QByteArray) -> None:
        """Keep the size and place of a part of the window."""
        self._store.setValue(f"shape/{name}", shape)


def installed_settings(program: str) -> Settings:
    """Return the user's settings of a program, where the system wants them."""
    data = _folder(Place.GenericDataLocation) / program
    folder = data if sys.platform == "darwin" else _folder(Place.GenericConfigLocation) / program
    folder.mkdir(parents=True, exist_ok=True)
    return Settings(folder / "window.ini", data)


def _folder(place: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(place))

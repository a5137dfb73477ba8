"""What the window remembers from one time to the next: language, colours, size, where its parts are, the last folder."""

from pathlib import Path
from typing import cast

from platformdirs import user_config_path, user_documents_path
from PySide6.QtCore import QByteArray, QSettings

from desktop_app.ui.look import Choice
from desktop_app.wording.days import Language


class Settings:
    """Named values in one file of the user's."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        """The language of the window."""
        return "en" if self._store.value("language") == "en" else "ja"

    @language.setter
    def language(self, language: Language) -> None:
        self._store.setValue("language", language)

    @property
    def scheme(self) -> Choice:
        """Light, dark, or as the desktop has it."""
        scheme = self._store.value("scheme")
        return cast("Choice", scheme) if scheme in {"light", "dark"} else "system"

    @scheme.setter
    def scheme(self, scheme: Choice) -> None:
        self._store.setValue("scheme", scheme)

    @property
    def folder(self) -> Path:
        """The folder in which a file was last opened or saved."""
        return Path(str(self._store.value("folder") or user_documents_path()))

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    def shape(self, name: str) -> QByteArray:
        """Return the size and place of a part of the window, empty when it was never kept."""
        kept = self._store.value(f"shape/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_shape(self, name: str, shape: QByteArray) -> None:
        """Keep the size and place of a part of the window."""
        self._store.setValue(f"shape/{name}", shape)


def settings_file() -> Path:
    """Return where the user's settings are."""
    return user_config_path("contract-calculator", appauthor=False, ensure_exists=True) / "window.ini"

"""Qt's own words (file dialogs, printing, buttons) in the language of the window."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from desktop_app.wording.days import LANGUAGES, Language
from desktop_app.wording.wording import wording

QTS_OWN: Language = "en"
RANGES = (
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
    "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
)
LEFT_OUT = {
    ("QAbstractFileIconProvider", "Drive"): "drive",
    ("QAbstractFileIconProvider", "Folder"): "folder",
    ("QFileDialog", "&Look in:"): "look_in",
    ("QFileDialog", "Files of &type:"): "file_types",
    ("QPrintSettingsOutput", "Double Sided Printing"): "both_sides",
    ("QPrintSettingsOutput", "Long side binding"): "long_side",
    ("QPrintSettingsOutput", "Off"): "one_side",
    ("QPrintSettingsOutput", "Page &Set:"): "page_set",
    ("QPrintSettingsOutput", "Pages"): "pages",
    ("QPrintSettingsOutput", "Short side binding"): "short_side",
    ("QPrintSettingsOutput", RANGES): "page_ranges",
}
"""What is seen of Qt's dialogs and is left in English by its own translation: where it stands, and the text, by a name for it."""


class LeftOut(QTranslator):
    """Knows what another translation leaves out."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._words = wording(language)

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        """Return a text of Qt's in the language; nothing where it is none of those."""
        name = LEFT_OUT.get((context, source))
        return "" if name is None else self._words.text(f"window.qt.{name}")


def speak(language: Language) -> None:
    """Let Qt speak a language from now on; what is not translated stays English, in which Qt is written."""
    for each in LANGUAGES:
        for translator in () if each == QTS_OWN else _translators(each):
            QCoreApplication.removeTranslator(translator)
            if each == language:
                QCoreApplication.installTranslator(translator)


@cache
def _translators(language: Language) -> tuple[QTranslator, ...]:
    """Return the translations to a language, the one that is asked last first."""
    known = QTranslator()
    known.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return LeftOut(language), known

"""Qt's own words (file dialogs, printing, buttons) in the language of the window."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from desktop_app.wording.days import Language


def speak(language: Language) -> None:
    """Let Qt speak a language from now on; what is not translated stays English, in which Qt is written."""
    QCoreApplication.removeTranslator(_japanese())
    if language == "ja":
        QCoreApplication.installTranslator(_japanese())


@cache
def _japanese() -> QTranslator:
    translator = QTranslator()
    translator.load("qtbase_ja", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator

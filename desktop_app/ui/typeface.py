"""The Japanese typeface that comes with the program, for the window."""

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

FACES = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")
"""The packages with the typeface; loading them to find their files would take longer than finding them."""


def add_faces() -> None:
    """Load the typeface."""
    for package in FACES:
        found = find_spec(package)
        for folder in (found.submodule_search_locations or ()) if found is not None else ():
            for file in Path(folder).glob("*.otf"):
                QFontDatabase.addApplicationFont(str(file))

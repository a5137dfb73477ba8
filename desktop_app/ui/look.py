"""How the window looks: fonts, size of text, colours for light and dark, palette, style sheet and icons, from `resources`."""

import json
import re
from collections.abc import Collection
from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from desktop_app.installation import resource
from desktop_app.ui.typeface import add_faces

Scheme = Literal["light", "dark"]
Choice = Literal["system", "light", "dark"]
FAMILY = "Noto Sans CJK JP"
POINTS = 9.75
USUAL_SIZE, SMALL, IN_BAR = 100, 16, 18
"""Per cent of the usual size of text, and pixels at it: of an icon in a menu or on a button, and in the tool bar."""
PROGRAM_SIZES = (16, 32, 48, 128)
"""Pixels at which desktops show the icon of a program: beside its title, in lists, and where windows are chosen."""
HAIRLINE = 2
"""Pixels up to which a line of the style sheet stays as thin as it is, however large the text."""

ROLES = {
    "window": (QPalette.ColorRole.Window, QPalette.ColorRole.Button),
    "surface": (QPalette.ColorRole.Base,),
    "stripe": (QPalette.ColorRole.AlternateBase,),
    "text": (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.ToolTipText,
    ),
    "tip": (QPalette.ColorRole.ToolTipBase,),
    "muted": (QPalette.ColorRole.PlaceholderText,),
    "accent": (QPalette.ColorRole.Highlight, QPalette.ColorRole.Link),
    "on_accent": (QPalette.ColorRole.HighlightedText,),
}


class Look(NamedTuple):
    """A colour scheme with its colours by token, and the size of text in per cent."""

    scheme: Scheme
    colours: dict[str, str]
    size: int = USUAL_SIZE

    def colour(self, token: str) -> QColor:
        """Return the colour of a token of the style."""
        return QColor(self.colours[token])

    def px(self, pixels: float) -> int:
        """Return how many pixels a length has that was measured beside text of the usual size."""
        return round(pixels * self.size / 100)


@lru_cache(maxsize=32)
def look_of(scheme: Scheme, size: int = USUAL_SIZE) -> Look:
    """Return the look of a scheme with text of a size."""
    return Look(scheme, json.loads(resource("style", f"{scheme}.json").read_text("utf-8")), size)


def scheme_for(choice: Choice) -> Scheme:
    """Return the scheme that a choice comes to; `system` is what the desktop says."""
    if choice != "system":
        return choice
    return "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


def apply_look(look: Look) -> None:
    """Give the whole application a look."""
    app, sheet = QApplication.instance(), _style_sheet(look)
    if isinstance(app, QApplication) and app.styleSheet() != sheet:
        app.setPalette(_palette(look))
        app.setFont(_font(look.size))
        app.setStyleSheet(sheet)


def load_fonts(app: QApplication) -> None:
    """Use the Japanese typeface that comes with the program."""
    add_faces()
    app.setFont(_font(100))


def _font(size: int) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(POINTS * size / 100)
    return font


def icon(name: str, look: Look, colour: str = "text", sizes: Collection[int] = ()) -> QIcon:
    """Return an icon of ours in a colour of the look, of these sizes or as on a button; greyed where it is switched off."""
    found, ratio = QIcon(), _ratio()
    for size in sizes or (look.px(SMALL),):
        found.addPixmap(_drawn(name, look.colours[colour], round(size * ratio), 1.0))
        found.addPixmap(_drawn(name, look.colours["faint"], round(size * ratio), 1.0), QIcon.Mode.Disabled)
    return found


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """Return an icon as a picture of so many pixels, as sharp as the sharpest screen."""
    return _drawn(name, colour, size, _ratio())


def program_icon() -> QIcon:
    """Return the icon of the program, for desktops that take it from the window."""
    found = QIcon()
    for size in PROGRAM_SIZES:
        found.addPixmap(pixmap("program", "", size))
    return found


def _ratio() -> float:
    """Return how many dots the sharpest screen has for a pixel."""
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    drawing = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def _palette(look: Look) -> QPalette:
    palette = QPalette()
    for token, roles in ROLES.items():
        for role in roles:
            palette.setColor(role, look.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, look.colour("faint"))
    return palette


def _style_sheet(look: Look) -> str:
    style = resource("style", "window.qss").read_text("utf-8")
    colours = sorted(look.colours.items(), key=lambda each: -len(each[0]))
    for token, colour in colours:
        style = style.replace(f"@{token}", colour)
    style = re.sub(r"\b(\d+)px", lambda found: f"{_grown(int(found[1]), look)}px", style)
    return style.replace("$icons", resource("icons").as_posix()).replace("$scheme", look.scheme)


def _grown(pixels: int, look: Look) -> int:
    return pixels if pixels <= HAIRLINE else look.px(pixels)

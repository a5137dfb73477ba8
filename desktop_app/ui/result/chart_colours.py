"""The colours of the pictures, paler tones of the colours of the look; and their font."""

from functools import lru_cache

from PySide6.QtGui import QColor, QFont

from desktop_app.ui.look import Look, Scheme, look_of

SMALLER = 0.92
"""The texts of the pictures, by the size of the window's font."""
TONES = {
    "term": ("accent", (0.62, 0.86), (0.38, 0.32)),
    "remaining": ("warning", (0.75, 0.78), (0.47, 0.29)),
    "fill": ("accent", (0.6, 0.95), (0.22, 0.21)),
    "outage": ("error", (0.71, 0.41), (0.62, 0.6)),
    "outage_closed": ("muted", (0.1, 0.7), (0.08, 0.45)),
    "grid": ("border", (0.25, 0.92), (0.1, 0.21)),
    "billed_fee": ("accent", (0.5, 0.65), (0.42, 0.48)),
    "fees": ("muted", (0.14, 0.7), (0.1, 0.5)),
    "settlement": ("warning", (0.68, 0.64), (0.52, 0.48)),
    "credit": ("good", (0.5, 0.4), (0.45, 0.6)),
}
"""By tone the colour of the look whose hue it has, and its saturation and lightness on a light and on a dark ground."""

MARKS = {
    "effective_on": "error",
    "billing_start": "accent",
    "term_end": "accent",
    "latest_notice": "good",
    "notice_arrived_on": "text",
    "designated_on": "text",
    "today": "text",
    "as_of": "text",
    "valid_until": "warning",
    "claim_deadline": "warning",
}
"""By mark the colour of the look that it has; all others are muted."""


def tone(name: str, look: Look) -> QColor:
    """Return a tone of the pictures, or a colour of the look."""
    return _tone(name, look.scheme) if name in TONES else look.colour(name)


@lru_cache(maxsize=64)
def _tone(name: str, scheme: Scheme) -> QColor:
    colour, light, dark = TONES[name]
    saturation, lightness = light if scheme == "light" else dark
    return QColor.fromHslF(max(look_of(scheme).colour(colour).hslHueF(), 0.0), saturation, lightness)


def smaller(font: QFont) -> QFont:
    """Return the font of the pictures."""
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() * SMALLER)
    return found

"""What keys mean while something is typed: undo is the program's, arrows and signs step a day, leaving commits a composition."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

KEPT_BY_POPUPS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why the keyboard goes elsewhere without the entry being over."""

KEY, PLAIN = Qt.Key, Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
STEPS = {
    (KEY.Key_Up, PLAIN): "+",
    (KEY.Key_Down, PLAIN): "-",
    (KEY.Key_Up, SHIFT): "]",
    (KEY.Key_Down, SHIFT): "[",
    (KEY.Key_PageUp, PLAIN): "]",
    (KEY.Key_PageDown, PLAIN): "[",
    (KEY.Key_Up, CONTROL): "}",
    (KEY.Key_Down, CONTROL): "{",
    (KEY.Key_PageUp, SHIFT): "}",
    (KEY.Key_PageDown, SHIFT): "{",
    (KEY.Key_Semicolon, CONTROL): ";",
}
"""Up is later, a day; with Shift or by the page a month, with Control or both a year. Ctrl+; is today."""


def step_of(event: QKeyEvent) -> str:
    """Return the sign of the step that a key may take a day by: of a key for letters the letter; nothing for other keys."""
    held = event.modifiers() & (SHIFT | CONTROL | ALT)
    found = STEPS.get((KEY(event.key()), held))
    if found is not None:
        return found
    return "" if held & (CONTROL | ALT) else event.text()


def is_undo(event: QEvent) -> bool:
    """Return whether a key that undoes or redoes asks a field whether it wants to keep it for itself."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return bool(event.modifiers() & CONTROL) and event.key() in {KEY.Key_Z, KEY.Key_Y}


def committing(composed: str) -> QInputMethodEvent:
    """Return the event that makes a composed text a typed one."""
    event = QInputMethodEvent()
    event.setCommitString(composed)
    return event

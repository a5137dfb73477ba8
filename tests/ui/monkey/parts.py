"""The parts of a window that are in sight, and names for them that mean the same when the acts are done again."""

from collections import Counter
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget
from shiboken6 import isValid

W = TypeVar("W", bound=QWidget)


def in_front(window: QWidget) -> QWidget:
    """Return what takes the keyboard and the mouse: a popup, a dialog, else the window; not what is about to go."""
    candidates = (QApplication.activePopupWidget(), QApplication.activeModalWidget())
    return next((each for each in candidates if each is not None and isValid(each)), window)


def parts_of(front: QWidget) -> list[QWidget]:
    """Return what is shown in a window or popup, itself included; what is hidden is not looked into."""
    found = [front]
    for each in front.children():  # found below the window by `findChildren`, the bindings would keep each with the window
        if isinstance(each, QWidget):
            _collect(each, found)
    return found


def below(window: QWidget, kind: type[W]) -> list[W]:
    """Return what of a kind there is in a window, in sight or not, so that the bindings do not keep it with the window."""
    inside = [each for each in window.children() if isinstance(each, QWidget) and not isinstance(each, QMenuBar)]
    return [part for each in inside for part in (each, *each.findChildren(kind)) if isinstance(part, kind)]


def _collect(part: QWidget, found: list[QWidget]) -> None:
    if not isValid(part) or not part.isVisible() or part.isWindow():
        return
    found.append(part)
    if isinstance(part, QMenuBar):
        return
    for each in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        _collect(each, found)


def name_of(part: QWidget, parts: list[QWidget]) -> str:
    """Return a name for a part: its kind, what a screen reader calls it or the part around it, its number among those."""
    described = _described(part)
    number = Counter(_described(each) for each in parts[: parts.index(part)])[described]
    return f"{described}|{number}"


def part_named(name: str, parts: list[QWidget]) -> QWidget | None:
    """Return the part of a name; None when it is not in sight."""
    described, _, number = name.rpartition("|")
    found = [each for each in parts if _described(each) == described]
    return found[int(number)] if int(number) < len(found) else None


def _described(part: QWidget) -> str:
    around = part.parentWidget()
    name = part.accessibleName() or (around.accessibleName() if around is not None else "")
    return f"{type(part).__name__}|{name}"


def place_in(part: QWidget, across: float, down: float) -> QPoint | None:
    """Return a point of a part that is in sight, in the coordinates of its window; None when nothing of it is."""
    try:
        room = part.visibleRegion().boundingRect()
    except RuntimeError:  # the bindings know a list that drops down in a cell no more, once its cell has gone
        return None
    if room.isEmpty():
        return None
    inside = QPoint(room.left() + int(across * room.width()), room.top() + int(down * room.height()))
    return part.mapTo(part.window(), inside)


def takes_focus(part: QWidget) -> bool:
    """Return whether a click puts the keyboard into a part."""
    return part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.ClickFocus)

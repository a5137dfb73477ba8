"""The way of the Tab key: through what is in sight as it is read, whenever it was made."""

from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QSplitter, QTabWidget, QWidget


def go_on(parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Put the keyboard to the next control, or the one before, round at the ends; return whether there is one."""
    found = next(chain(_beyond(_focused(parts), parts, forward=forward), _stops(parts, forward=forward)), None)
    if found is None:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_sight(found)
    return True


def _focused(parts: Sequence[QWidget]) -> QWidget | None:
    """Return the control that the keyboard is at, or the one that holds what it is at; None where there is none."""
    found, widget = None, QApplication.focusWidget()
    while widget is not None and not widget.isWindow():
        if found is None or isinstance(widget, QAbstractItemView):
            found = widget if _is_stop(widget) else None
        if widget in parts:
            return found
        widget = widget.parentWidget()
    return None


def _beyond(control: QWidget | None, parts: Sequence[QWidget], *, forward: bool) -> Iterator[QWidget]:
    """Yield the controls behind one, or before it: no more of the window is gone through than what lies between."""
    if control is None:
        return
    if forward:
        yield from _stops(_parts(control), forward=forward)
    at: QWidget = control
    while at not in parts:
        above: QWidget = at.parentWidget()
        yield from _stops(_side(at, _parts(above), forward=forward), forward=forward)
        if not forward and _is_stop(above):
            yield above
        at = above
    yield from _stops(_side(at, parts, forward=forward), forward=forward)


def _side(widget: QWidget, row: Sequence[QWidget], *, forward: bool) -> Sequence[QWidget]:
    at = row.index(widget)
    return row[at + 1 :] if forward else row[:at]


def _stops(row: Sequence[QWidget], *, forward: bool) -> Iterator[QWidget]:
    """Yield the controls that the Tab key stops at, of some widgets and below them, as they are read or the other way round."""
    for widget in row if forward else reversed(row):
        if widget.isVisible():
            stops = _is_stop(widget)
            if stops and forward:
                yield widget
            yield from _stops(_parts(widget), forward=forward)
            if stops and not forward:
                yield widget


def _is_stop(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _parts(widget: QWidget) -> Sequence[QWidget]:
    """Return the parts of a widget in the order in which it got them; tabs before what they show; nothing of a table."""
    if isinstance(widget, QAbstractItemView):
        return ()
    if isinstance(widget, QSplitter):
        return [each for i in range(widget.count()) if (each := widget.widget(i)) is not None]
    tabs = widget.tabBar() if isinstance(widget, QTabWidget) else None
    inside = [each for each in widget.children() if isinstance(each, QWidget) and not each.isWindow() and each is not tabs]
    return inside if tabs is None else [tabs, *inside]


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()

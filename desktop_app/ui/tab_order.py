"""The way of the Tab key: through what is in sight as it is read, whenever it was made."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QSplitter, QTabWidget, QWidget


def go_on(parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Put the keyboard to the next control, or the one before, round at the ends; return whether there is one."""
    found = next(chain(_beyond(_way(parts), parts, forward=forward), _stops(parts, forward=forward)), None)
    if found is None:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_sight(found)
    return True


def _way(parts: Sequence[QWidget]) -> Sequence[QWidget]:
    """Return the control that the keyboard is at, or that holds what it is at, and all that is around it, up to a part."""
    way: list[QWidget] = []
    widget = QApplication.focusWidget()
    while widget is not None and not widget.isWindow():
        if isinstance(widget, QAbstractItemView):
            way = []
        if way or _is_stop(widget):
            way.append(widget)
        if widget in parts:
            return way
        widget = widget.parentWidget()
    return ()


def _beyond(way: Sequence[QWidget], parts: Sequence[QWidget], *, forward: bool) -> Iterator[QWidget]:
    """Yield the controls behind the first of a way, or before it: no more is gone through than what lies between."""
    for control in way[:1] if forward else ():
        yield from _stops(_parts(control), forward=forward)
    for at, above in pairwise(way):
        yield from _stops(_side(at, _parts(above), forward=forward), forward=forward)
        if not forward and _is_stop(above):
            yield above
    for part in way[-1:]:
        yield from _stops(_side(part, parts, forward=forward), forward=forward)


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

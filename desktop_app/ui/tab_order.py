"""The way of the Tab key: through what is in sight as it is read, whenever it was made."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QSplitter, QTabWidget, QWidget


def stops(parts: Sequence[QWidget]) -> list[QWidget]:
    """Return the controls below some widgets that the Tab key stops at, in order."""
    return [stop for part in parts for stop in _stops(part)]


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if not isinstance(widget, QAbstractItemView):
        for each in _parts(widget):
            yield from _stops(each)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """Yield the parts of a widget in the order in which it got them; tabs before what they show."""
    if isinstance(widget, QSplitter):
        yield from filter(None, (widget.widget(i) for i in range(widget.count())))
        return
    tabs = widget.tabBar() if isinstance(widget, QTabWidget) else None
    if tabs is not None:
        yield tabs
    yield from (each for each in widget.children() if isinstance(each, QWidget) and not each.isWindow() and each is not tabs)


def go_on(parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Put the keyboard to the next control, or the one before, round at the ends; return whether there is one."""
    order, focused = stops(parts), QApplication.focusWidget()
    if not order:
        return False
    at = order.index(focused) if focused in order else _place_of(focused, order, forward=forward)
    found = order[(at + (1 if forward else -1)) % len(order)]
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_sight(found)
    return True


def _place_of(widget: QWidget | None, order: Sequence[QWidget], *, forward: bool) -> int:
    """Return the place of the control that holds a widget where the keyboard is; the end if none does."""
    while widget is not None and widget not in order:
        widget = widget.parentWidget()
    if widget is not None:
        return order.index(widget)
    return -1 if forward else 0


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()

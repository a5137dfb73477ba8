"""Hands at a window: each act is done by real events to what is in front, never to a private part of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeySequence,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from tests.ui.monkey.acts import Act
from tests.ui.monkey.parts import in_front, part_named, place_in
from tests.ui.monkey.seat import Seat

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
DRAG_STEPS = 4
Surface = QWindow | QWidget
"""What events are sent to: the window of the screen; of a popup the widget, since its window may go with any event."""


class Hands:
    """Does acts at a seat; an act whose part is not in sight does nothing."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self._mouse = QPoint(0, 0)
        self._kinds: dict[str, Callable[..., None]] = {
            "key": self._key,
            "letter": self._letter,
            "compose": self._compose,
            "commit": self._commit,
            "paste": self._paste,
            "command": self._command,
            "choose": self._choose,
            "entry": self._entry,
            "drop": self._drop,
            "glide": self._glide,
            "rest": QTest.qWait,
            "resize": self._resize,
        }
        self._kinds_at: dict[str, Callable[..., None]] = {
            "click": self._click,
            "double": self._double,
            "hover": self._hover,
            "wheel": self._wheel,
            "drag": self._drag,
        }

    def do(self, act: Act) -> None:
        """Do an act and let the window follow."""
        if act.kind in self._kinds:
            self._kinds[act.kind](*act.how)
        else:
            self._do_at(act)
        QApplication.processEvents()
        self.seat.moved()
        self._come_back()

    def _come_back(self) -> None:
        """Give the keyboard back to the window when a popup has gone, as a desktop does; the bare screen may forget to."""
        window = self.seat.window
        if window.isVisible() and in_front(window) is window and QApplication.activeWindow() is not window:
            window.activateWindow()
            QApplication.processEvents()

    def _do_at(self, act: Act) -> None:
        across, down, *how = act.how
        part = part_named(act.target, self.seat.parts())
        place = None if part is None else place_in(part, across, down)
        if part is None or place is None:
            return
        if part.window() is self.seat.window:
            self._mouse = place
            self._kinds_at[act.kind](self._screen(), place, *how)
        else:
            self._kinds_at[act.kind](part, part.mapFrom(part.window(), place), *how)

    def _screen(self) -> QWindow:
        return self.seat.window.windowHandle()

    def _typing_at(self) -> Surface:
        """Return what takes the keys; the window, when what was in front of it is about to go."""
        front = in_front(self.seat.window)
        if front is self.seat.window or not isValid(front):
            return self._screen()
        inner = front.focusWidget()
        return inner if inner is not None and isValid(inner) else front

    def _key(self, name: str, *modifiers: str) -> None:
        self._tap(Qt.Key[name], _modifiers(modifiers))

    def _letter(self, letter: str) -> None:
        self._tap(letter, NO_MODIFIER)

    def _tap(self, what: Any, modifiers: Qt.KeyboardModifier) -> None:
        """Press a key, or that of a letter, and let it go: elsewhere when something else has come to the front."""
        send(QTest.keyPress, self._typing_at(), what, modifiers)
        send(QTest.keyRelease, self._typing_at(), what, modifiers)

    def _compose(self, text: str) -> None:
        self._input(QInputMethodEvent(text, []))

    def _commit(self, text: str) -> None:
        committed = QInputMethodEvent("", [])
        committed.setCommitString(text)
        self._input(committed)

    def _input(self, event: QInputMethodEvent) -> None:
        """Send what an input method sends, to what takes it."""
        widget = QApplication.focusWidget()
        takes = widget is not None and widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if takes and in_front(self.seat.window) is self.seat.window:
            QApplication.sendEvent(widget, event)

    def _paste(self, text: str, html: str = "") -> None:
        held = QMimeData()
        held.setText(text)
        if html:
            held.setHtml(html)
        QGuiApplication.clipboard().setMimeData(held)
        self._tap(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _command(self, keys: str, *ready: Any) -> None:
        self.seat.stand_ready(*ready)
        combination = QKeySequence(keys)[0]
        self._tap(combination.key(), combination.keyboardModifiers())

    def _choose(self, name: str, *ready: Any) -> None:
        """Choose a command from the menus, unless something is in front of them."""
        self.seat.stand_ready(*ready)
        if in_front(self.seat.window) is self.seat.window:
            self.seat.window.views.actions[name].trigger()

    def _entry(self, name: str, number: int, *ready: Any) -> None:
        """Open a menu that is filled when it is opened, and choose from it by the keys, unless something is in front."""
        self.seat.stand_ready(*ready)
        action = self.seat.window.views.actions[name]
        menu = action.menu()
        if in_front(self.seat.window) is not self.seat.window or not action.isEnabled() or not isinstance(menu, QMenu):
            return
        menu.popup(self.seat.window.mapToGlobal(self.seat.window.rect().center()))
        for pressed in (*(Qt.Key.Key_Down,) * number, Qt.Key.Key_Return):
            send(QTest.keyClick, menu, pressed)
        if isValid(menu):
            menu.close()

    def _drop(self, *ready: Any) -> None:
        """Drop the file that stands ready on the middle of the window."""
        self.seat.stand_ready(*ready)
        data, place = QMimeData(), self.seat.window.rect().center()
        data.setUrls([QUrl.fromLocalFile(str(self.seat.answers.file or self.seat.folder))])
        how = (Qt.DropAction.CopyAction, data, LEFT, NO_MODIFIER)
        for event in (QDragEnterEvent(place, *how), QDropEvent(QPointF(place), *how)):
            QApplication.sendEvent(self._screen(), event)

    def _glide(self, right: int, below: int) -> None:
        """Move the mouse on from where it was last."""
        surface = self._screen()
        if in_front(self.seat.window) is self.seat.window:
            self._mouse = QPoint(
                _within(self._mouse.x() + right, surface.width()), _within(self._mouse.y() + below, surface.height())
            )
            send(QTest.mouseMove, surface, self._mouse)

    def _resize(self, width: int, height: int) -> None:
        self.seat.window.resize(width, height)

    @staticmethod
    def _click(surface: Surface, place: QPoint, button: str = "LeftButton", *modifiers: str) -> None:
        pressed = Qt.MouseButton[button], _modifiers(modifiers), place
        send(QTest.mousePress, surface, *pressed)
        send(QTest.mouseRelease, surface, *pressed)

    @staticmethod
    def _double(surface: Surface, place: QPoint) -> None:
        send(QTest.mouseDClick, surface, LEFT, NO_MODIFIER, place)

    @staticmethod
    def _hover(surface: Surface, place: QPoint) -> None:
        send(QTest.mouseMove, surface, place)

    @staticmethod
    def _wheel(surface: Surface, place: QPoint, turn: int) -> None:
        at, anywhere = QPointF(place), QPointF(surface.mapToGlobal(place))
        turned = (QPoint(0, 0), QPoint(0, turn), Qt.MouseButton.NoButton, NO_MODIFIER, Qt.ScrollPhase.NoScrollPhase)
        QApplication.sendEvent(surface, QWheelEvent(at, anywhere, *turned, False))  # noqa: FBT003 - not the other way round

    @staticmethod
    def _drag(surface: Surface, place: QPoint, right: int, below: int) -> None:
        end = QPoint(_within(place.x() + right, surface.width()), _within(place.y() + below, surface.height()))
        send(QTest.mousePress, surface, LEFT, NO_MODIFIER, place)
        for i in range(1, DRAG_STEPS + 1):
            send(QTest.mouseMove, surface, place + (end - place) * i / DRAG_STEPS)
        send(QTest.mouseRelease, surface, LEFT, NO_MODIFIER, end)


def _within(place: int, size: int) -> int:
    return min(max(place, 0), size - 1)


def send(event: Callable[..., None], surface: Surface, *how: Any) -> None:
    """Send an event of the keyboard or the mouse to what is still there; it may be gone by the event."""
    if isValid(surface):
        try:
            event(surface, *how)
        except RuntimeError:
            if isValid(surface):
                raise


def _modifiers(names: tuple[str, ...]) -> Qt.KeyboardModifier:
    held = NO_MODIFIER
    for name in names:
        held |= Qt.KeyboardModifier[name]
    return held

"""What every editor for typing is, of one line or several: read with each key, written anew when the entry is over."""

from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from desktop_app.ui.editors.editor import Editor
from desktop_app.ui.editors.writing import Writing, typed_text


class Entry(Protocol):
    """A control that letters are typed into."""

    editing: bool
    typed: SignalInstance
    entered: SignalInstance
    left: SignalInstance
    refused: SignalInstance

    @property
    def composing(self) -> bool:
        """Whether an input method is at work, whose text is not typed yet."""

    def written(self) -> str:
        """Return what stands in it."""

    def write(self, text: str) -> None:
        """Put a text into it; emits nothing."""


class TypedEditor(Editor):
    """A control in which a value is typed; at rest it stands as its kind is written, wrong text as it was typed."""

    def __init__(self, writing: Writing, entry: Entry) -> None:
        super().__init__()
        self._writing = writing
        self._raw: Any = None
        self._entry = entry
        entry.typed.connect(self._on_typed)
        entry.entered.connect(self._write)
        entry.left.connect(self._on_left)
        entry.refused.connect(lambda: self.refuse(self._writing.too_long))

    def controls(self) -> tuple[QWidget, ...]:
        """Return the control that is typed into."""
        return (self._entry,) if isinstance(self._entry, QWidget) else ()

    def value_tip(self) -> str:
        """Return what the tip says of the value."""
        return self._writing.tip(self._raw)

    def show_value(self, raw: Any) -> None:
        """Show a value; what is being typed and reads as it stays as it is."""
        self._raw = raw
        if not (self._entry.editing and self._writing.read(self._entry.written()) == raw):
            self._write()

    def _on_typed(self, text: str) -> None:
        self._raw = self._writing.read(text)
        self.enter(self._raw)

    def _on_left(self) -> None:
        self._write()
        self.leave()

    def _write(self) -> None:
        if self._entry.composing:
            return
        written = (self._writing.edit if self._entry.editing else self._writing.rest)(self._raw)
        typed = self._entry.written()
        if written is None:
            written = typed if typed.strip() and self._writing.read(typed) == self._raw else typed_text(self._raw)
        if written != typed:
            self._entry.write(written)
        self.show_tip()

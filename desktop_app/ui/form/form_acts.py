"""What a user does in the form, whichever section, row or table of it they do it in."""

from PySide6.QtCore import QObject, Signal


class FormActs(QObject):
    """The signals of the form: `edited` with a field and what was typed there, `inserted` with where in a list and its items."""

    edited = Signal(object, object)
    inserted = Signal(object, object)
    removed = Signal(object)
    replaced = Signal(object, object)
    left = Signal()
    tool_asked = Signal(str)
    """A command beside a table."""
    table_pasted = Signal(str)
    """A text in which it has to be found out what is what."""

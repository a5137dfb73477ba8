"""The window: the only package that knows Qt.

It may import everything but the command line. The one decision that shaped it: the window is `show(assess(draft))`; a view
shows and never emits while it does, and `edited(path, raw)` is fired by a user's act alone.
"""

import builtins


def _load_qt() -> None:
    """Load Qt and take out what it puts into every later import: it reads each module's source for a switch of names.

    Nobody here uses that switch, and without it the window comes up a fifth of a second sooner.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415 - the loading is what is wanted, between the two lines around it

    builtins.__import__ = plain


_load_qt()

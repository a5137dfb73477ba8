"""The program's door: with words the command line, without them, or with a file alone, the window."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

INTERRUPTED = 130
"""The exit status of a program that was interrupted (128 + SIGINT), known before anything else is loaded."""
OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Loading makes many objects and none to be thrown away: the usual 700 would have all looked through two hundred times."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; an interrupt ends it without a word, however early it comes."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(words: list[str]) -> int:
    from desktop_app.cli.names import COMMANDS  # noqa: PLC0415 - the window starts without the command line

    if words and (words[0] in COMMANDS or words[0].startswith("-") or len(words) > 1):
        from desktop_app.cli.main import main as command_line  # noqa: PLC0415

        return command_line(words)
    return _window(Path(words[0]) if words else None)


def _window(file: Path | None) -> int:
    from desktop_app.cli.streams import make_streams_safe  # noqa: PLC0415

    make_streams_safe()
    if not _has_display():
        return _failed("cli.error.no_display")
    try:
        from desktop_app.ui.app import run  # noqa: PLC0415 - Qt is loaded for the window alone
    except ImportError as error:
        return _failed("cli.error.no_qt", detail=str(error))
    return run(file)


def _failed(key: str, **values: str) -> int:
    from desktop_app.cli.output import FAILED, Outcome, emit  # noqa: PLC0415
    from desktop_app.wording.wording import wording  # noqa: PLC0415 - a window that comes up has no need of it so early

    return emit(Outcome(FAILED, errors=wording("ja").text(key, **values)))


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # a frozen program is its own interpreter: the processes of a batch start here, too
    sys.exit(main())

"""The log of what should not have happened: kinds of errors and places in the program, never what a contract holds."""

import faulthandler
import logging
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from traceback import extract_tb

BYTES_A_FILE, FILES_KEPT = 256 * 1024, 3
FORMAT = "%(asctime)s %(levelname)s %(message)s"
LOGGER = logging.getLogger("desktop_app")


class ErrorFile(logging.Handler):
    """Writes to a file, and begins another where that one is full; neither is there before there is something to write."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    @cached_property
    def _writer(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - loading it takes long, and hardly ever is it needed

        writer = RotatingFileHandler(self._file, maxBytes=BYTES_A_FILE, backupCount=FILES_KEPT, encoding="utf-8")
        writer.setFormatter(logging.Formatter(FORMAT))
        return writer

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        try:
            self._writer.emit(record)
        except OSError:
            self.handleError(record)

    def close(self) -> None:
        """Let the file go."""
        if "_writer" in vars(self):
            self._writer.close()
        super().close()


def log_into(folder: Path) -> Path | None:
    """Write the log into a folder of the user's, and where the interpreter itself dies, too; None where that cannot be."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "errors.log"
        LOGGER.addHandler(ErrorFile(file))
        LOGGER.propagate = False
        faulthandler.enable((folder / "crash.log").open("w", encoding="utf-8"))
        return file
    return None


def log_error(error: BaseException) -> None:
    """Log the kind of an error, and of those that led to it, with the places it came through; its message may name a customer."""
    LOGGER.error("%s", described(error))


def log_for_support(error: BaseException) -> None:
    """Log an error, as `log_error` does, of which its sentence has been told: for those alone who ask for every detail."""
    LOGGER.debug("%s", described(error))


def described(error: BaseException) -> str:
    """Return an error as kinds and places: file, line and function, no values.

    >>> described(ValueError("Example Ltd."))
    'ValueError'
    """
    lines = [type(error).__name__]
    lines += [f"  {Path(each.filename).name}:{each.lineno} {each.name}" for each in extract_tb(error.__traceback__)]
    before = error.__cause__ or error.__context__
    return "\n".join([*lines, *(["from " + described(before)] if before is not None else [])])

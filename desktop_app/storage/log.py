"""The log of what should not have happened: kinds of errors and places in the program, never what a contract holds."""

import faulthandler
import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import extract_tb

BYTES_A_FILE, FILES_KEPT = 256 * 1024, 3
FORMAT = "%(asctime)s %(levelname)s %(message)s"
LOGGER = logging.getLogger("desktop_app")


def log_into(folder: Path) -> Path | None:
    """Write the log into a folder of the user's, and where the interpreter itself dies, too; None where that cannot be."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "errors.log"
        to_file = RotatingFileHandler(file, maxBytes=BYTES_A_FILE, backupCount=FILES_KEPT, encoding="utf-8", delay=True)
        to_file.setFormatter(logging.Formatter(FORMAT))
        LOGGER.addHandler(to_file)
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

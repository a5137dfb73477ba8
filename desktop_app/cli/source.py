"""What the commands on one contract begin with: the file that they name and the day as of which they ask."""

import sys
from argparse import Namespace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from desktop_app.cli.output import STANDARD_STREAM
from desktop_app.document.assess import Assessment, assess_content
from desktop_app.document.reading import MOST_BYTES
from desktop_app.storage.contract_file import read_bytes
from desktop_app.storage.rulebook import installed_rules

JAPAN = timedelta(hours=9)


class StandardInputError(Exception):
    """Nothing can be read from standard input: it is closed, or gives an error."""


def today_in_japan() -> date:
    """Return the present day in Japan, wherever the computer is."""
    return (datetime.now(UTC) + JAPAN).date()


def assessed(options: Namespace) -> Assessment:
    """Return what the contract that the command names comes to; StorageError when it cannot be read."""
    as_of = getattr(options, "as_of", None) or today_in_japan()
    return assess_content(_content(options.file), as_of, installed_rules())


def _content(file: str) -> bytes:
    if file != STANDARD_STREAM:
        return read_bytes(Path(file))
    try:
        return standard_input().read(MOST_BYTES + 1)
    except OSError:
        raise StandardInputError from None


def standard_input() -> BinaryIO:
    """Return the stream of standard input; StandardInputError when the program was started without one."""
    if sys.stdin is None:
        raise StandardInputError
    return sys.stdin.buffer

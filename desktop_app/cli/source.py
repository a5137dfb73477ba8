"""What the commands on one contract begin with: the file or paper that they name and the day as of which they ask."""

import sys
from argparse import Namespace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import BinaryIO

from desktop_app.cli.output import STANDARD_STREAM, StandardInputError
from desktop_app.cli.passwords import passwords_of
from desktop_app.document.assess import Assessment, assess
from desktop_app.document.reading import Source
from desktop_app.storage.contract_file import bounded_content, read_bytes, source_of
from desktop_app.storage.rulebook import installed_rules

JAPAN = timedelta(hours=9)


def today_in_japan() -> date:
    """Return the present day in Japan, wherever the computer is."""
    return (datetime.now(UTC) + JAPAN).date()


def assessed(options: Namespace) -> Assessment:
    """Return what the contract that the command names comes to; StorageError when it cannot be read."""
    as_of = getattr(options, "as_of", None) or today_in_japan()
    source = source_read(options)
    if source.draft is None:
        return Assessment(None, None, None, source.problems)
    return assess(source.draft, as_of, installed_rules(), source.problems)


def source_read(options: Namespace) -> Source:
    """Return what the contract file that the command names holds; `options.password` is then what it was behind, if anything."""
    content, path = content_of(options.file), Path(options.file)
    source, options.password = passwords_of(options).opened(partial(source_of, content, path), options.file)
    return source


def with_file(options: Namespace, file: str) -> Namespace:
    """Return the options of a command of several files for one of them."""
    return Namespace(file=file, as_of=options.as_of, passwords=passwords_of(options))


def content_of(file: str) -> bytes:
    """Return what the file, or standard input for `-`, holds, hardly more of it than is read; StorageError when it cannot be."""
    if file != STANDARD_STREAM:
        return read_bytes(Path(file))
    try:
        return bounded_content(standard_input())
    except OSError:
        raise StandardInputError from None


def standard_input() -> BinaryIO:
    """Return the stream of standard input; StandardInputError when the program was started without one."""
    if sys.stdin is None:
        raise StandardInputError
    return sys.stdin.buffer

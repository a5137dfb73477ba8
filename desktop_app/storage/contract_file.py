"""Contract files on disk, alone or inside a paper: read with every fault told, saved with their digest."""

import json
from pathlib import Path
from typing import BinaryIO

from desktop_app.document.digest import digest_of
from desktop_app.document.draft import Draft
from desktop_app.document.reading import MOST_BYTES, MOST_VALUES, Source, read_draft, values_in
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.attachment import MOST_PDF_BYTES, attached_contract, is_pdf
from desktop_app.storage.backups import Backups
from desktop_app.storage.exchange import Expected, Replaced, replace_seen
from desktop_app.storage.failure import StorageError, failure

SUFFIX = ".contract.json"


def load(path: Path) -> Source:
    """Return what the contract file, or the paper with a contract in it, at `path` holds; StorageError when it cannot be read."""
    return source_of(read_bytes(path), path)


def source_of(content: bytes, path: Path) -> Source:
    """Return what the bytes of a contract file or of a paper hold; StorageError when a paper has no contract to be had."""
    return read_draft(attached_contract(content, path) if is_pdf(content) else content)


def read_bytes(path: Path) -> bytes:
    """Return the content of a file, hardly more of it than such a file may have; StorageError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return bounded_content(file)
    except OSError as error:
        raise failure("read", path, error) from None


def bounded_content(file: BinaryIO) -> bytes:
    """Return what a file holds, hardly more of it than a contract file, or a paper if it is one, may have."""
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES and is_pdf(content):
        content += file.read(MOST_PDF_BYTES - MOST_BYTES)
    return content


def save(path: Path, draft: Draft) -> Draft:
    """Write `draft` with its digest to `path` and return it as written; StorageError, and the old file as it was, on failure."""
    sealed, content = _sealed(path, draft)
    write_atomically(path, content)
    return sealed


def save_seen(path: Path, draft: Draft, expected: Expected, backups: Backups | None = None) -> Replaced:
    """Write `draft` as `save` does in the place of what was seen at `path` last (see `exchange`); it may also have gone since."""
    _, content = _sealed(path, draft)
    try:
        return replace_seen(path, content, expected, backups)
    except StorageError as error:
        if error.cause != "changed_meanwhile" or path.exists():
            raise
        return replace_seen(path, content, None, backups)


def _sealed(path: Path, draft: Draft) -> tuple[Draft, bytes]:
    """Return a draft with its digest, and the content of its file; StorageError where there can be no such file at `path`."""
    sealed: Draft = {**draft, "digest": digest_of(draft)}
    text = f"{json.dumps(sealed, ensure_ascii=False, indent=2)}\n"
    content = text.encode("utf-8", "backslashreplace")
    if len(content) > MOST_BYTES or values_in(text) > MOST_VALUES:
        raise StorageError("too_large", path)
    if is_paper(path):
        raise StorageError("is_a_paper", path)
    return sealed, content


def is_paper(path: Path) -> bool:
    """Return whether a paper (PDF) lies at `path`; a contract is read from it, and must never be written over it."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return is_pdf(file.read(1024))
    except OSError:  # there is nothing, or what is wrong with it is told when it is written
        return False

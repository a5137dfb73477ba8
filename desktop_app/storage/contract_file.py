"""Contract files on disk, alone or inside a paper: read with every fault told, saved with their digest."""

import json
from pathlib import Path
from typing import BinaryIO

from desktop_app.document.bounds import MOST_BYTES, excess
from desktop_app.document.digest import digest_of
from desktop_app.document.draft import Draft
from desktop_app.document.extent import texts_too_long
from desktop_app.document.password import Password
from desktop_app.document.reading import Source, read_draft
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.attachment import attached_contract, is_pdf
from desktop_app.storage.backups import Backups
from desktop_app.storage.exchange import Expected, Replaced, replace_seen
from desktop_app.storage.failure import StorageError, failure
from desktop_app.storage.protection import MORE_BYTES, Protection, is_protected, protected, protection_begun, unprotected


def load(path: Path, password: Password | None = None) -> Source:
    """Return what the contract file, or the paper with a contract in it, at `path` holds; StorageError when it cannot be read."""
    return source_of(read_bytes(path), path, password)


def source_of(content: bytes, path: Path, password: Password | None = None) -> Source:
    """Return what the bytes of a contract file or of a paper hold; StorageError when no contract is to be had from them.

    The cause is `password_missing` or `password_wrong` where another password would do.
    """
    if is_protected(content):
        content = unprotected(content, password, path)
    elif is_pdf(content):
        content = attached_contract(content, path, password)
    return read_draft(content)


def source_and_protection(content: bytes, path: Path, password: Password | None) -> tuple[Source, Protection | None]:
    """Return what bytes hold, and what protects it from now on if it was behind a password; otherwise as `source_of`."""
    if password is None or not (is_protected(content) or is_pdf(content)):
        return source_of(content, path), None
    with protection_begun(password, path) as protection:
        return source_of(content, path, password), protection()


def read_bytes(path: Path) -> bytes:
    """Return the content of a file, hardly more of it than such a file may have; StorageError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return bounded_content(file)
    except OSError as error:
        raise failure("read", path, error) from None


def bounded_content(file: BinaryIO) -> bytes:
    """Return what a file holds, hardly more of it than a contract file may have; a paper may have less."""
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES and is_protected(content):
        content += file.read(MORE_BYTES)
    return content


def save(path: Path, draft: Draft, password: Password | None = None) -> Draft:
    """Write `draft` with its digest to `path`, behind a password where there is one, and return it as written.

    StorageError, and the old file as it was, on failure.
    """
    sealed, content = _sealed(path, draft, password)
    write_atomically(path, content)
    return sealed


def save_seen(
    path: Path, draft: Draft, expected: Expected, backups: Backups | None = None, password: Password | None = None
) -> Replaced:
    """Write `draft` as `save` does in the place of what was seen at `path` last (see `exchange`); it may also have gone since."""
    _, content = _sealed(path, draft, password)
    try:
        return replace_seen(path, content, expected, backups)
    except StorageError as error:
        if error.cause != "changed_meanwhile" or path.exists():
            raise
        return replace_seen(path, content, None, backups)


def _sealed(path: Path, draft: Draft, password: Password | None) -> tuple[Draft, bytes]:
    """Return a draft with its digest, and the content of its file; StorageError where there can be no such file at `path`."""
    sealed: Draft = {**draft, "digest": digest_of(draft)}
    content = f"{json.dumps(sealed, ensure_ascii=False, indent=2)}\n".encode("utf-8", "backslashreplace")
    if excess(content) or any(texts_too_long(draft)):
        raise StorageError("too_large", path)
    if is_paper(path):
        raise StorageError("is_a_paper", path)
    return sealed, content if password is None else protected(content, password, path)


def protect_backups(backups: Backups, path: Path, password: Password) -> None:
    """Put the earlier versions of a file that everybody can read behind a password, too; StorageError, and the rest as it was."""
    for each in backups.of(path):
        content = read_bytes(each.path)
        if not is_protected(content):
            write_atomically(each.path, protected(content, password, each.path))


def is_paper(path: Path) -> bool:
    """Return whether a paper (PDF) lies at `path`; a contract is read from it, and must never be written over it."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return is_pdf(file.read(1024))
    except OSError:  # there is nothing, or what is wrong with it is told when it is written
        return False

"""Contract files on disk: read with every fault told, saved with their digest."""

import json
from pathlib import Path

from desktop_app.document.digest import digest_of
from desktop_app.document.draft import Draft
from desktop_app.document.reading import MOST_BYTES, Source, read_draft
from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.failure import StorageError, failure

SUFFIX = ".contract.json"


def load(path: Path) -> Source:
    """Return what the contract file at `path` holds; StorageError when it cannot be read."""
    return read_draft(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """Return the content of a file, hardly more of it than a contract file may have; StorageError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise failure("read", path, error) from None


def save(path: Path, draft: Draft) -> Draft:
    """Write `draft` with its digest to `path` and return it as written; StorageError, and the old file as it was, on failure."""
    sealed: Draft = {**draft, "digest": digest_of(draft)}
    content = f"{json.dumps(sealed, ensure_ascii=False, indent=2)}\n".encode("utf-8", "backslashreplace")
    if len(content) > MOST_BYTES:
        raise StorageError("too_large", path)
    write_atomically(path, content)
    return sealed

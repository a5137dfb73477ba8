"""Why a file could not be read or written, in terms that have a sentence for people."""

import errno
from pathlib import Path
from typing import Literal

CAUSES = {
    errno.ENOENT: "not_found",
    errno.EISDIR: "is_a_folder",
    errno.ENOTDIR: "not_found",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.ENAMETOOLONG: "name_too_long",
}


class StorageError(Exception):
    """A file could not be read or written; `cause` is the key of the sentence `storage.<cause>`, `detail` is for support."""

    def __init__(self, cause: str, path: Path, detail: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.path = path
        self.detail = detail

    @property
    def asks_password(self) -> bool:
        """Whether a password, or another one, would do."""
        return self.cause in {"password_missing", "password_wrong"}


def failure(act: Literal["read", "write"], path: Path, error: OSError) -> StorageError:
    """Return what to say of an error of the operating system while reading or writing `path`."""
    cause = CAUSES.get(error.errno or 0, f"cannot_{act}")
    return StorageError(cause, path, error.strerror or "")

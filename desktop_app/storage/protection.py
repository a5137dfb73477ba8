"""Contract files behind a password: files in the age format (age-encryption.org/v1), which any program for it opens as well."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from desktop_app.document.bounds import MOST_BYTES
from desktop_app.document.panics import PanicError, panics_told
from desktop_app.document.password import Password
from desktop_app.storage.apart import LostError, apart
from desktop_app.storage.failure import StorageError

T = TypeVar("T")
START = b"age-encryption.org/v1\n"
MORE_BYTES = MOST_BYTES // 4096 + 4096
"""How much larger than what is in it a protected contract file may be."""
LEAST_WORK, MOST_WORK = 16, 20
"""How hard a password is to try, as powers of two: the second takes a gibibyte of memory, each further one twice that."""
TRIALS = 3
_HEAD = re.compile(
    START + rb"-> scrypt [A-Za-z0-9+/]{22} (?P<work>[1-9][0-9]?)\n"
    rb"[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n.{32}",
    re.DOTALL,
)
_FOR_KEYS = re.compile(START + rb"-> (?!scrypt )")


class RecoveryKey(NamedTuple):
    """What recovery copies are locked to: anybody can lock with the recipient; what unlocks is itself locked by a password."""

    recipient: str
    locked: bytes


class Protection(NamedTuple):
    """What protects an open contract: the password of its file, and the key of its recovery copies."""

    password: Password
    key: RecoveryKey


def password_of(protection: Protection | None) -> Password | None:
    """Return by which password a contract is to be opened; None where it is behind none."""
    return None if protection is None else protection.password


def is_protected(content: bytes) -> bool:
    """Return whether the bytes begin as a file in the age format does."""
    return content.startswith(START)


def protected(content: bytes, password: Password, path: Path) -> bytes:
    """Return a content behind a password; StorageError when the system has no room for that."""
    with apart(_encrypted, content, password.plain) as result:
        return _had(result, path)


def unprotected(content: bytes, password: Password | None, path: Path) -> bytes:
    """Return what is behind a password; StorageError when it is another one, or the file is none of ours or damaged."""
    head = _HEAD.match(content)
    if head is None:
        raise StorageError("protected_for_keys" if _FOR_KEYS.match(content) else "protected_broken", path)
    if int(head["work"]) > MOST_WORK:
        raise StorageError("protected_too_hard", path)
    if password is None:
        raise StorageError("password_missing", path)
    with apart(_decrypted, content, password.plain) as result:
        found = _had(result, path)
    if isinstance(found, str):
        raise StorageError("password_wrong" if found == WRONG else "protected_broken", path, found)
    return found


@contextmanager
def protection_begun(password: Password, path: Path) -> Iterator[Callable[[], Protection]]:
    """Begin to make what protects a contract that is open under a password; yield what waits for it."""
    from pyrage import x25519  # noqa: PLC0415 - loaded with the first password

    identity = x25519.Identity.generate()
    recipient = str(identity.to_public())
    with apart(_encrypted, str(identity).encode(), password.plain) as locked:
        yield lambda: Protection(password, RecoveryKey(recipient, _had(locked, path)))


def locked_for(key: RecoveryKey, content: bytes) -> bytes:
    """Return a content that only the password of a key brings back."""
    from pyrage import encrypt, x25519  # noqa: PLC0415

    found: bytes = encrypt(content, [x25519.Recipient.from_str(key.recipient)])
    return found


def unlocking(locked: bytes, password: Password | None, path: Path) -> tuple[RecoveryKey, Callable[[bytes], bytes]]:
    """Return a key by its locked half, and what brings back contents locked for it, or ValueError; StorageError as above."""
    from pyrage import DecryptError, IdentityError, decrypt, x25519  # noqa: PLC0415

    try:
        identity = x25519.Identity.from_str(unprotected(locked, password, path).decode("ascii"))
    except (IdentityError, UnicodeDecodeError):
        raise StorageError("protected_broken", path) from None

    def unlocked(content: bytes) -> bytes:
        try:
            with panics_told():
                found: bytes = decrypt(content, [identity])
        except (DecryptError, PanicError) as error:
            raise ValueError(str(error)) from None
        return found

    return RecoveryKey(str(identity.to_public()), locked), unlocked


WRONG = "Decryption failed"
"""What the library says where the password does not fit the head of a file."""


def _encrypted(content: bytes, password: str) -> bytes:
    from pyrage import passphrase  # noqa: PLC0415

    found = b""
    for _ in range(TRIALS):  # the library reckons by the clock how hard to make it, and on a busy machine makes it too easy
        found = passphrase.encrypt(content, password)
        head = _HEAD.match(found)
        if head and int(head["work"]) >= LEAST_WORK:
            break
    return found


def _decrypted(content: bytes, password: str) -> bytes | str:
    """Return what is behind a password, or what the library says against it."""
    from pyrage import DecryptError, passphrase  # noqa: PLC0415

    try:
        found: bytes = passphrase.decrypt(content, password)
    except DecryptError as error:
        return str(error)
    return found


def _had(result: Callable[[], T], path: Path) -> T:
    try:
        return result()
    except LostError:
        raise StorageError("protection_failed", path) from None

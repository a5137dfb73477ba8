"""Files in the age format, written and read by another hand after its specification; easy ones, so that they take no time."""

import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode

from Crypto.Cipher import ChaCha20_Poly1305
from Crypto.Hash import SHA256
from Crypto.Protocol.KDF import HKDF

VERSION = b"age-encryption.org/v1\n"
CHUNK = 64 * 1024
EASY = 4


def age_file(content: bytes, password: str, *, work: int = EASY, told: int | None = None) -> bytes:
    """Return a content behind a password; `told` is how hard the head says that it is, where that is a lie."""
    file_key, salt = secrets.token_bytes(16), secrets.token_bytes(16)
    wrapped = _sealed(_wrap_key(password, salt, work), bytes(12), file_key)
    head = VERSION + b"-> scrypt %s %d\n%s\n---" % (_letters(salt), work if told is None else told, _letters(wrapped))
    nonce = secrets.token_bytes(16)
    chunks = [content[at : at + CHUNK] for at in range(0, len(content), CHUNK)] or [b""]
    sealed = [_sealed(_derived(file_key, b"payload", nonce), _nonce(i, len(chunks)), each) for i, each in enumerate(chunks)]
    return head + b" " + _letters(_check(file_key, head)) + b"\n" + nonce + b"".join(sealed)


def behind(content: bytes, password: str) -> bytes:
    """Return what is behind a password; ValueError when it is another."""
    version, stanza, wrapped, rest = content.split(b"\n", 3)
    _, kind, salt, work = stanza.split(b" ")
    check, payload = rest.split(b"\n", 1)
    assert (version + b"\n", kind) == (VERSION, b"scrypt")
    file_key = _opened(_wrap_key(password, _bytes(salt), int(work)), bytes(12), _bytes(wrapped))
    assert hmac.compare_digest(check.split(b" ")[1], _letters(_check(file_key, content[: content.index(b"\n---") + 4])))
    key, sealed = _derived(file_key, b"payload", payload[:16]), payload[16:]
    chunks = [sealed[at : at + CHUNK + 16] for at in range(0, len(sealed), CHUNK + 16)]
    return b"".join(_opened(key, _nonce(i, len(chunks)), each) for i, each in enumerate(chunks))


def _wrap_key(password: str, salt: bytes, work: int) -> bytes:
    salted = b"age-encryption.org/v1/scrypt" + salt
    return hashlib.scrypt(password.encode(), salt=salted, n=2**work, r=8, p=1, maxmem=2**31 - 1, dklen=32)


def _derived(key: bytes, info: bytes, salt: bytes = b"") -> bytes:
    derived = HKDF(key, 32, salt, SHA256, context=info)
    assert isinstance(derived, bytes)
    return derived


def _check(file_key: bytes, head: bytes) -> bytes:
    return hmac.digest(_derived(file_key, b"header"), head, "sha256")


def _nonce(number: int, chunks: int) -> bytes:
    return number.to_bytes(11, "big") + (b"\1" if number == chunks - 1 else b"\0")


def _sealed(key: bytes, nonce: bytes, content: bytes) -> bytes:
    sealed, tag = ChaCha20_Poly1305.new(key=key, nonce=nonce).encrypt_and_digest(content)
    return sealed + tag


def _opened(key: bytes, nonce: bytes, content: bytes) -> bytes:
    return ChaCha20_Poly1305.new(key=key, nonce=nonce).decrypt_and_verify(content[:-16], content[-16:])


def _letters(content: bytes) -> bytes:
    return b64encode(content).rstrip(b"=")


def _bytes(letters: bytes) -> bytes:
    return b64decode(letters + b"=" * (-len(letters) % 4))

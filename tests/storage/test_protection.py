"""Contract files behind a password: standard age files; whatever else is tried with them is a sentence."""

import random
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from pyrage import encrypt, x25519

from desktop_app.document.beside import Beside, Variant
from desktop_app.document.bounds import MOST_BYTES
from desktop_app.document.draft import new_draft, with_value
from desktop_app.document.password import Password
from desktop_app.storage import protection
from desktop_app.storage.apart import LostError, apart
from desktop_app.storage.backups import Backups
from desktop_app.storage.contract_file import load, protect_backups, read_bytes, save, save_seen, source_and_protection, source_of
from desktop_app.storage.failure import StorageError
from desktop_app.storage.journal import Journal, remainders
from desktop_app.storage.protection import LEAST_WORK, Protection, RecoveryKey, is_protected, protected, unprotected
from desktop_app.storage.records import Locked, Opened, Recovered, unlocked
from tests.cases.age_files import age_file, behind
from tests.document.contract_data import EVERY_FIELD, as_bytes
from tests.storage.files import names

PASSWORD = Password("がひみつ9")
CONTRACT = as_bytes(EVERY_FIELD)
FILE = Path("x.contract.json")
AT = datetime(2024, 12, 10, 9, 30, tzinfo=UTC)
MARKER = "内緒の会社"


def cause(content: bytes, password: Password | None = PASSWORD) -> str:
    """Return why nothing is had from a file."""
    with pytest.raises(StorageError) as caught:
        source_of(content, FILE, password)
    return caught.value.cause


def test_what_is_saved_is_a_standard_file_and_opens_again(tmp_path: Path) -> None:
    """Another reader of the format gets the same bytes as a file without a password has."""
    plain, file = tmp_path / "plain.contract.json", tmp_path / "locked.contract.json"
    save(plain, EVERY_FIELD)
    save(file, EVERY_FIELD, PASSWORD)
    content = file.read_bytes()
    assert is_protected(content)
    assert behind(content, PASSWORD.plain) == plain.read_bytes()
    assert int(re.findall(rb"-> scrypt \S+ (\d+)\n", content)[0]) >= LEAST_WORK
    assert load(file, Password(normalize("NFD", PASSWORD.plain))) == load(plain)
    assert names(tmp_path) == ["locked.contract.json", "plain.contract.json"]


def test_what_another_program_wrote_is_read() -> None:
    """In one piece or in many, whatever the file is called."""
    assert source_of(age_file(CONTRACT, PASSWORD.plain), Path("x.age"), PASSWORD) == source_of(CONTRACT, FILE)
    large = b" " * 200_000 + CONTRACT
    assert source_of(age_file(large, PASSWORD.plain), FILE, PASSWORD) == source_of(CONTRACT, FILE)


def test_why_it_is_not_opened_is_told() -> None:
    """No password, another one, no password but a key, damage."""
    content = age_file(CONTRACT, PASSWORD.plain)
    assert cause(content, None) == "password_missing"
    assert cause(content, Password("x")) == "password_wrong"
    assert cause(encrypt(CONTRACT, [x25519.Identity.generate().to_public()])) == "protected_for_keys"
    assert cause(content[:-1]) == cause(content[:-3] + b"abc") == "protected_broken"
    assert cause(age_file(CONTRACT, PASSWORD.plain, told=21)) == "protected_too_hard"


@pytest.mark.parametrize(
    "head", [b"", b"-> scrypt\n", b"-> scrypt a 10 10\n", b"-> scrypt " + b"A" * 22 + b" 010\n", b"\xff" * 9]
)
def test_a_head_that_is_none_is_damage(head: bytes) -> None:
    """No other program is begun for it."""
    assert cause(protection.START + head + b"A" * 99, None) in {"protected_broken", "protected_for_keys"}


def test_cut_or_changed_anywhere_it_is_a_sentence() -> None:
    """And never another contract."""
    content, chance = age_file(CONTRACT, PASSWORD.plain), random.Random(3)  # noqa: S311 - no secret
    for at in (*range(22, 200, 60), len(content) - 1):
        flipped = bytearray(content)
        flipped[at] ^= 1 << chance.randrange(8)
        assert cause(bytes(flipped)) in {"password_wrong", "protected_broken", "protected_for_keys", "protected_too_hard"}
        assert cause(content[:at]) == "protected_broken"


def test_it_may_be_as_large_as_without_a_password_and_no_larger(tmp_path: Path) -> None:
    """What is behind it is bounded as any contract file is."""
    file = tmp_path / "x.contract.json"
    for more, found in ((0, False), (1, True)):
        file.write_bytes(age_file(b" " * (MOST_BYTES - len(CONTRACT) + more) + CONTRACT, PASSWORD.plain))
        problems = load(file, PASSWORD).problems
        assert ("too_large" in {each.code for each in problems}) == found
    with file.open("wb") as endless:
        endless.write(protection.START)
        endless.truncate(2 * MOST_BYTES)
    assert len(read_bytes(file)) == MOST_BYTES + 1 + protection.MORE_BYTES


def test_a_process_that_is_lost_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may have no room for it."""
    with apart(sum, 1) as result, pytest.raises(LostError):  # type: ignore[arg-type] # it fails there
        result()
    monkeypatch.setattr(protection, "_encrypted", len)
    with pytest.raises(StorageError, match="protection_failed"):
        protected(b"x", PASSWORD, FILE)


@pytest.mark.usefixtures("easy_passwords")
def test_what_is_put_behind_a_password_leaves_no_open_version(tmp_path: Path) -> None:
    """Neither beside the file nor among its backups; those open with the password, too."""
    file, backups = tmp_path / "x.contract.json", Backups(tmp_path / "backups", lambda: AT)
    draft = with_value(new_draft(), ("customer", "name"), MARKER)
    mark = save_seen(file, draft, None, backups).mark
    save_seen(file, with_value(draft, ("title",), "2"), mark, backups, PASSWORD)
    [kept] = backups.of(file)
    assert MARKER.encode() in kept.path.read_bytes()
    protect_backups(backups, file, PASSWORD)
    assert all(MARKER.encode() not in each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())
    before = kept.path.read_bytes()
    assert load(kept.path, PASSWORD).draft == {**draft, "digest": load(kept.path, PASSWORD).draft["digest"]}  # type: ignore[index]
    protect_backups(backups, file, PASSWORD)
    assert kept.path.read_bytes() == before


def test_a_file_without_a_password_is_opened_whatever_is_tried() -> None:
    """It has no protection then."""
    assert source_and_protection(CONTRACT, FILE, PASSWORD) == (source_of(CONTRACT, FILE), None)


@pytest.fixture
def key() -> tuple[RecoveryKey, bytes]:
    """Return a key of recovery copies that is quick to unlock."""
    identity = x25519.Identity.generate()
    return RecoveryKey(str(identity.to_public()), age_file(str(identity).encode(), PASSWORD.plain)), str(identity).encode()


def typed(text: str) -> Any:
    """Return a draft in which something was typed."""
    return with_value(new_draft(), ("customer", "name"), text)


def test_a_locked_journal_holds_nothing_to_be_read_and_all_to_be_recovered(tmp_path: Path, key: Any) -> None:
    """The saved draft, every edit, and the variants beside it; only the file and the time stand in the open."""
    opened = Opened(FILE, typed(f"{MARKER}0"), AT, key[0])
    journal = Journal.begun(tmp_path, opened, typed(f"{MARKER}1"))
    beside = Beside(MARKER, 1, (Variant("A", typed(f"{MARKER}3")),))
    journal.add(typed(f"{MARKER}2"), beside)
    content = journal.path.read_bytes()
    assert not any(each in content for each in (MARKER.encode(), MARKER.encode("unicode-escape"), b"customer", key[1]))
    [left] = _left(journal, tmp_path)
    assert isinstance(left, Locked)
    assert (left.opened.file, left.opened.at, left.opened.saved, left.edits) == (FILE, AT, {}, 2)
    with pytest.raises(StorageError, match="password_wrong"):
        unlocked(left, Password("x"))
    found = unlocked(left, PASSWORD)
    assert found == Recovered(opened, typed(f"{MARKER}2"), 2, left.path, beside)
    assert remainders(tmp_path) == [left]


def test_a_locked_journal_is_recovered_as_far_as_it_is_whole(tmp_path: Path, key: Any) -> None:
    """Cut within a line, damaged within a locked record, or of nothing but its head."""
    journal = Journal.begun(tmp_path, Opened(None, typed(""), AT, key[0]), typed("1"))
    journal.add(typed("2"))
    [left] = _left(journal, tmp_path)
    assert isinstance(left, Locked)
    lines = left.path.read_bytes().splitlines(keepends=True)
    foreign = protection.locked_for(key[0]._replace(recipient=str(x25519.Identity.generate().to_public())), b"{}")
    for last in (lines[-1][:-9], _line(foreign), _line(b"no")):
        left.path.write_bytes(b"".join([*lines[:-1], last]))
        assert unlocked(left, PASSWORD).draft == typed("1")
    left.path.write_bytes(b"".join([lines[0], _line(foreign)]))
    with pytest.raises(StorageError, match="protected_broken"):
        unlocked(left, PASSWORD)


def test_a_key_that_is_none_is_damage(tmp_path: Path) -> None:
    """Whatever the password opens."""
    for content in (b"AGE-SECRET-KEY-NONE", b"\xff"):
        with pytest.raises(StorageError, match="protected_broken"):
            protection.unlocking(age_file(content, PASSWORD.plain), PASSWORD, FILE)


@pytest.mark.usefixtures("easy_passwords")
def test_what_protects_an_open_contract_is_made_while_it_is_read() -> None:
    """With the password that opened it, and a key that it unlocks."""
    source, found = source_and_protection(age_file(CONTRACT, PASSWORD.plain), FILE, PASSWORD)
    assert source == source_of(CONTRACT, FILE)
    assert isinstance(found, Protection)
    assert found.password == PASSWORD
    made, unlock = protection.unlocking(found.key.locked, PASSWORD, FILE)
    assert made == found.key
    assert unlock(protection.locked_for(found.key, b"abc")) == b"abc"
    assert unprotected(found.key.locked, PASSWORD, FILE).startswith(b"AGE-SECRET-KEY-1")


def _left(journal: Journal, folder: Path) -> Any:
    journal._lock.release()  # noqa: SLF001 - as its program's death does
    return remainders(folder)


def _line(content: bytes) -> bytes:
    from base64 import b64encode  # noqa: PLC0415
    from zlib import crc32  # noqa: PLC0415

    letters = b64encode(content)
    return b"%08x %s\n" % (crc32(letters), letters)

"""Contract files: saved with their digest, read as they were saved, and every reason why not is told."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.document.assess import assess, assess_content
from desktop_app.document.bounds import MOST_BYTES, MOST_VALUES
from desktop_app.document.digest import digest_of
from desktop_app.document.draft import new_draft
from desktop_app.document.reading import read_draft
from desktop_app.storage.contract_file import load, read_bytes, save
from desktop_app.storage.failure import CAUSES, StorageError, failure
from desktop_app.storage.rulebook import installed_rules
from desktop_app.storage.suffix import SUFFIX
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF
from tests.cases.examples import worked_examples
from tests.document.contract_data import EVERY_FIELD, as_bytes

ATOMS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**30), 10**30), st.text(max_size=9), st.sampled_from(["\ud800", "a\udfffb", "\x00"])
)
DRAFTS = st.dictionaries(
    st.text(max_size=9), st.one_of(ATOMS, st.lists(ATOMS, max_size=3), st.dictionaries(st.text(), ATOMS, max_size=2))
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for files that are written again and again."""
    return tmp_path_factory.mktemp("files")


@pytest.mark.parametrize("draft", [EVERY_FIELD, new_draft(), *(each.contract for each in worked_examples())])
def test_a_draft_is_read_as_it_was_saved(folder: Path, draft: dict[str, Any]) -> None:
    """With its digest, that fits: no warning tells of a change from outside."""
    path = folder / f"x{SUFFIX}"
    saved = save(path, draft)
    source = load(path)
    assert source.draft == saved == {**draft, "digest": digest_of(draft)}
    assert source.problems == ()
    statement = assess(saved, AS_OF, installed_rules()).statement
    assert statement is None or "digest_mismatch" not in [each.code for each in statement.warnings]


@given(DRAFTS)
@settings(max_examples=60)
def test_any_draft_can_be_saved_and_comes_back(folder: Path, members: dict[str, Any]) -> None:
    """However wrong what was typed is; half of a surrogate pair too."""
    path = folder / f"any{SUFFIX}"
    draft = {**members, "format": "contract-calculator", "version": 1}
    saved = save(path, draft)
    assert load(path).draft == saved == {**draft, "digest": digest_of(draft)}


def test_the_same_draft_gives_the_same_bytes(folder: Path) -> None:
    """So a file kept under version control changes only where it was changed."""
    path = folder / f"same{SUFFIX}"
    saved = save(path, EVERY_FIELD)
    first = path.read_bytes()
    save(path, saved)
    assert path.read_bytes() == first
    assert first.endswith(b"}\n")
    assert "株式会社サンプル" in first.decode("utf-8")
    assert json.loads(first) == saved


def test_a_file_changed_outside_the_program_opens_with_a_warning(folder: Path) -> None:
    """The digest tells it."""
    path = folder / f"changed{SUFFIX}"
    save(path, EVERY_FIELD)
    path.write_bytes(path.read_bytes().replace(b'"count": 800', b'"count": 900'))
    statement = assess_content(path.read_bytes(), AS_OF, installed_rules()).statement
    assert statement is not None
    assert statement.warnings[-1].code == "digest_mismatch"


def test_cut_short_anywhere_it_is_refused(folder: Path) -> None:
    """All that can be missing is the end of its last line."""
    path = folder / f"cut{SUFFIX}"
    save(path, EVERY_FIELD)
    whole = path.read_bytes().rstrip(b"\n")
    assert [size for size in range(len(whole)) if read_draft(whole[:size]).draft is not None] == []
    assert read_draft(whole).problems == ()


def test_with_a_bit_turned_over_anywhere_it_is_refused_or_opens_with_a_warning(folder: Path) -> None:
    """Many such files hold a contract, but another one."""
    path = folder / f"damaged{SUFFIX}"
    save(path, EVERY_FIELD)
    whole, warned = path.read_bytes(), 0
    for at in range(0, len(whole) - 1, 3):
        damaged = bytes((*whole[:at], whole[at] ^ 1 << at % 8, *whole[at + 1 :]))
        statement = assess_content(damaged, AS_OF, installed_rules()).statement
        assert statement is None or "digest_mismatch" in [each.code for each in statement.warnings], at
        warned += statement is not None
    assert warned > 50


def test_a_draft_too_large_to_be_opened_again_is_not_saved(folder: Path) -> None:
    """The file that is there stays."""
    path = folder / f"large{SUFFIX}"
    save(path, EVERY_FIELD)
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        save(path, {**EVERY_FIELD, "title": "あ" * (MOST_BYTES // 3)})
    assert caught.value.cause == "too_large"
    with pytest.raises(StorageError) as caught:
        save(path, {**EVERY_FIELD, "accounts": [1] * MOST_VALUES})
    assert caught.value.cause == "too_large"
    assert path.read_bytes() == before


def test_a_failed_save_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says why."""
    path = folder / f"failed{SUFFIX}"
    save(path, EVERY_FIELD)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StorageError):
            save(path, {**EVERY_FIELD, "title": "another"})
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "cause"),
    [("missing.json", "not_found"), ("", "is_a_folder"), ("file/x.json", "not_found"), ("n" * 300, "name_too_long")],
)
@pytest.mark.skipif(os.name == "nt", reason="other systems say it otherwise")
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, cause: str) -> None:
    """With the file and the reason."""
    (tmp_path / "file").touch()
    with pytest.raises(StorageError) as caught:
        load(tmp_path / name)
    assert (caught.value.cause, caught.value.path) == (cause, tmp_path / name)


def test_of_a_file_without_end_no_more_is_read_than_a_contract_may_have() -> None:
    """A device, for example."""
    if not Path("/dev/zero").exists():
        pytest.skip("there is none here")
    assert len(read_bytes(Path("/dev/zero"))) == MOST_BYTES + 1
    assert [each.code for each in load(Path("/dev/zero")).problems] == ["too_large"]


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff\xfe", b"{", b"[" * 100_000])
def test_what_is_no_contract_file_is_told_by_the_reading(tmp_path: Path, content: bytes) -> None:
    """It is there and could be read, so it is no fault of the storage."""
    path = tmp_path / "x.json"
    path.write_bytes(content)
    source = load(path)
    assert source.draft is None
    assert len(source.problems) == 1


def test_a_bom_is_accepted(tmp_path: Path) -> None:
    """Editors on Windows write it."""
    path = tmp_path / "bom.json"
    path.write_bytes(b"\xef\xbb\xbf" + as_bytes(EVERY_FIELD))
    assert load(path).draft == EVERY_FIELD


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_cause_has_a_sentence_with_the_file(language: Any) -> None:
    """Also those that only one of reading and writing knows."""
    causes = {*CAUSES.values(), "cannot_read", "cannot_write", "too_large"}
    for cause in causes:
        assert "契約.json" in wording(language).text(f"storage.{cause}", file="契約.json")


@pytest.mark.parametrize("act", ["read", "write"])
def test_an_error_without_a_number_is_told_all_the_same(act: Any) -> None:
    """Some come from libraries."""
    error = failure(act, Path("x"), OSError("something"))
    assert (error.cause, error.detail) == (f"cannot_{act}", "")
    told = failure(act, Path("x"), OSError(errno.EIO, "Input/output error"))
    assert (told.cause, told.detail) == (f"cannot_{act}", "Input/output error")


def test_the_editions_and_rates_that_are_installed() -> None:
    """Read once; later ones come behind."""
    rules = installed_rules()
    assert list(rules.editions)[:1] == ["oem-mail-2014-07-01"]
    effective = [str(each.effective_on) for each in rules.tax_rates.rates]
    assert effective[:4] == ["1989-04-01", "1997-04-01", "2014-04-01", "2019-10-01"]
    assert installed_rules() is rules

"""A password: the same however its letters were composed, fit or not, and never shown."""

from unicodedata import normalize

import pytest

from desktop_app.document.password import MOST_BYTES, MOST_PAPER_BYTES, Password, is_fit


def test_the_same_text_is_the_same_password_however_it_is_composed() -> None:
    """Systems hand over letters in one piece or in several."""
    composed, taken_apart = (Password(normalize(form, "パスワードがÅé")) for form in ("NFC", "NFD"))
    assert composed == taken_apart
    assert hash(composed) == hash(taken_apart)
    assert composed.plain.encode() == taken_apart.plain.encode()
    assert composed != Password("パスワードがÅ")
    assert composed != "パスワードがÅé"


def test_wide_and_narrow_letters_differ_in_files_and_are_one_in_papers() -> None:
    """As readers of PDF have it."""
    wide, narrow = Password("ｐａｓｓ　１"), Password("pass 1")
    assert wide != narrow
    assert wide.for_paper == narrow.for_paper == "pass 1"


def test_it_is_never_shown() -> None:
    """Not in a trace, nor in a log."""
    assert "secret" not in f"{Password('secret')!r} {Password('secret')} {[Password('secret')]}"


@pytest.mark.parametrize(
    ("typed", "in_file", "in_paper"),
    [
        ("", False, False),
        ("a", True, True),
        ("a" * MOST_PAPER_BYTES, True, True),
        ("a" * (MOST_PAPER_BYTES + 1), True, False),
        ("あ" * 43, True, False),
        ("a" * MOST_BYTES, True, False),
        ("a" * (MOST_BYTES + 1), False, False),
        ("a\ud800", False, False),
    ],
)
def test_which_are_fit(typed: str, in_file: bool, in_paper: bool) -> None:  # noqa: FBT001 - the columns of the table
    """Not empty, not too long, made of whole characters."""
    assert is_fit(Password(typed)) == in_file
    assert is_fit(Password(typed), for_paper=True) == in_paper

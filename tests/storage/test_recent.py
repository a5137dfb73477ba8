"""The list of files used last, as a value."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.storage.recent import (
    MOST_RECENTS,
    Recent,
    pinned_first,
    read_recents,
    with_pin_turned,
    with_used,
    without,
    written_recents,
)

DAY = date(2026, 11, 22)


def recent(number: int, *, pinned: bool = False) -> Recent:
    """Return an entry of the list."""
    return Recent(Path(f"/quotes/{number}.contract.json"), f"customer {number}", DAY, pinned)


def test_the_latest_comes_first_and_each_file_once() -> None:
    """A file that is opened again moves up, with what is known of it now."""
    recents = with_used(with_used((recent(1),), recent(2)), recent(1)._replace(customer="renamed"))
    assert [each.customer for each in recents] == ["renamed", "customer 2"]


def test_it_has_ten_entries_at_most_and_keeps_those_that_are_pinned() -> None:
    """The oldest of the others leaves."""
    recents = (recent(0, pinned=True),)
    for number in range(1, 20):
        recents = with_used(recents, recent(number))
    assert len(recents) == MOST_RECENTS
    assert recents[-1] == recent(0, pinned=True)
    assert recents[0] == recent(19)


def test_a_pinned_file_stays_pinned_when_it_is_used() -> None:
    """And can be let go."""
    recents = with_used((recent(1, pinned=True),), recent(1))
    assert recents == (recent(1, pinned=True),)
    assert with_pin_turned(recents, recent(1).file) == (recent(1),)


def test_eleven_pinned_files_are_ten() -> None:
    """There is no way around the length of the list."""
    recents: tuple[Recent, ...] = ()
    for number in range(11):
        recents = with_pin_turned(with_used(recents, recent(number)), recent(number).file)
    assert [each.file for each in recents] == [recent(number).file for number in range(10, 0, -1)]


def test_pinned_files_are_shown_first() -> None:
    """Otherwise in their order."""
    assert pinned_first((recent(1), recent(2, pinned=True), recent(3))) == (recent(2, pinned=True), recent(1), recent(3))
    assert without((recent(1), recent(2)), recent(1).file) == (recent(2),)


def test_it_is_read_as_it_was_written() -> None:
    """Names in any script."""
    recents = (recent(1)._replace(file=Path("/見積/髙﨑.contract.json")), recent(2, pinned=True))
    assert read_recents(written_recents(recents)) == recents


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{}",
        "[1, null, []]",
        '[{"file": 1}]',
        '[{"file": "a", "customer": "", "used_on": "x"}]',
        "[" * 100_000,
        '[{"file": "a\\u0000b", "customer": "", "used_on": "2024-12-10"}]',
    ],
)
def test_a_list_that_somebody_has_spoilt_is_empty(text: str) -> None:
    """It is of no importance, and stops nobody."""
    assert read_recents(text) == ()


def test_what_can_be_read_of_a_list_is_kept() -> None:
    """Each file once, as always."""
    text = written_recents((recent(1), recent(1), recent(2))).replace("customer 2", "two")
    assert [each.customer for each in read_recents(text.replace("[", "[7, ", 1))] == ["customer 1", "two"]

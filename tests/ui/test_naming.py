"""The names suggested for files: from number and customer, and such as every system can hold."""

from typing import Any

import pytest

from desktop_app.ui.naming import MOST_BYTES, NAMELESS, revision_name, safe_name, suggested_name
from tests.cases.file_names import faults_of, hostile_texts

FORBIDDEN = set('\\/:*?"<>|') | {chr(code) for code in range(32)}


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        ({"quote": {"number": "Q-12"}, "customer": {"name": "株式会社見本"}}, "Q-12_株式会社見本"),
        ({"customer": {"name": "髙﨑商店"}}, "髙﨑商店"),
        ({"quote": {"number": "Q-12"}}, "Q-12"),
        ({"title": "契約更新"}, "契約更新"),
        ({"quote": {"number": 12}, "title": " "}, "新しい契約"),
        ({}, "新しい契約"),
    ],
)
def test_a_name_says_number_and_customer(draft: dict[str, Any], name: str) -> None:
    """What is not there is left out; without both it is the title, without that nothing in particular."""
    assert suggested_name(draft, "新しい契約") == name


@pytest.mark.parametrize(
    "text",
    [
        'a/b\\c:d*e?f"g<h>i|j',
        "CON",
        "com1.x",
        "LPT9",
        "..",
        "./../x",
        "name.",
        "name ",
        "\u3000株式会社\u3000",
        "x" * 400,
        "株式会社" * 100,
        "a\nb\tc\0d",
        "evil\u202egnp.exe",
        "\ud800",
        "",
        "   ",
    ],
)
def test_a_name_can_be_held_by_every_system(text: str) -> None:
    """No sign that one of them forbids, no reserved name, nothing that cannot be seen, and not too long."""
    name = safe_name(text)
    assert name
    assert not set(name) & FORBIDDEN
    assert not any(ord(letter) in range(0x202A, 0x202F) for letter in name)
    assert name.strip(" .") == name
    assert name.partition(".")[0].upper() not in {"CON", "COM1", "LPT9"}
    assert len(name.encode()) <= MOST_BYTES


def test_no_text_makes_a_name_that_some_system_cannot_hold() -> None:
    """Two hundred thousand of those that might: none leads to another folder, none is a device of Windows, none is too long."""
    made = {text: safe_name(text) for text in hostile_texts(200_000, seed=5)}
    assert len(made) == 200_000
    assert [(text, name, faults_of(name)) for text, name in made.items() if faults_of(name)][:5] == []
    assert sum(name == NAMELESS for name in made.values()) < len(made) // 50


@pytest.mark.parametrize(
    "name",
    ["", "..", "a/b", "a\\b", "a:b", "a\0", "a\u202eb", "a.", " a", "con.x", "NUL .x", "COM¹", "か\u3099", "x" * 255, "\ud800"],
)
def test_what_is_wrong_with_a_name_is_found(name: str) -> None:
    """So that the test before can fail."""
    assert faults_of(name)


def test_variants_of_characters_stay_in_a_name() -> None:
    """神 is not 神 to the one who is called so; a voiced mark joins what it belongs to."""
    assert safe_name("\ufa19\u200bか\u3099") == "\ufa19が"


def test_a_name_of_nothing_is_still_one() -> None:
    """So that a file can be saved."""
    assert safe_name(" ./ ") not in {"", "."}
    assert safe_name("...") == NAMELESS


@pytest.mark.parametrize(("name", "revised"), [("Q-1", "Q-1-r2"), ("Q-1-r1", "Q-1-r2"), ("見積", "見積-r2"), ("r2", "r2-r2")])
def test_a_revision_is_named_behind_the_name(name: str, revised: str) -> None:
    """In the place of the one before."""
    assert revision_name(name, 2) == revised

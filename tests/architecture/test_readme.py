"""The README says what is so: the two commands first, and every code of an error or a warning."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_two_commands_come_first() -> None:
    """Before anything else that can be copied."""
    block = README.split("```")[1]
    assert [line.split("#")[0].strip() for line in block.strip().splitlines()[1:]] == [
        "python3 packaging/go.py run",
        "python3 packaging/go.py check",
    ]


def test_every_code_is_listed() -> None:
    """Those that other programs read, neither more nor fewer."""
    with (ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "core.po").open("rb") as file:
        there = {str(message.id).removeprefix("problem.") for message in read_po(file) if str(message.id).startswith("problem.")}
    told = README[README.index("**Errors**") : README.index("## How it is built")]
    assert set(re.findall(r"`([a-z0-9_]+)`", told)) == there


def test_its_pictures_are_there() -> None:
    """And none lies about that it does not show."""
    shown = set(re.findall(r"\((packaging/pictures/[^)]+)\)", README))
    assert shown == {f"packaging/pictures/{each.name}" for each in (ROOT / "packaging" / "pictures").iterdir()}

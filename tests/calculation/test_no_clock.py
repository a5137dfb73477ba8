"""Nothing in the calculation asks what day it is, where it is, or what is in the surroundings."""

import ast
from pathlib import Path

import pytest

from tests.cases.examples import RESOURCES

CALCULATION = RESOURCES.parent / "desktop_app" / "calculation"
ASKING = {
    "today",
    "now",
    "utcnow",
    "fromtimestamp",
    "astimezone",
    "tzinfo",
    "timestamp",
    "strftime",
    "strptime",
    "getenv",
    "environ",
}
MODULES = sorted(CALCULATION.rglob("*.py"))


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(CALCULATION)))
def test_no_module_asks_for_the_day_or_the_place(file: Path) -> None:
    """The as-of date is handed in; moments have no offset."""
    tree = ast.parse(file.read_text("utf-8"))
    assert {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & ASKING == set()


def test_there_are_modules_to_look_at() -> None:
    """All of the calculation."""
    assert len(MODULES) > 30

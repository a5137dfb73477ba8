"""Beside a value that cannot be read, a figure is either what the whole contract says, or unknown."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.unknown import is_known
from desktop_app.document.salvage import salvaged
from tests.cases.contracts import contract_file, ended, evaluated
from tests.cases.examples import rulebook
from tests.cases.statements import plain
from tests.laws.contracts import contracts_on_a_day

Data = dict[str, Any]
Case = tuple[Data, date]
FREE_END = contract_file({"prices": {"initial_fee": 383}}, ended("2024-06-20", "article_28_2"))
"""It ends before billing starts, exempt: its initial fee is the only item of all its bills."""
FOUND_NOT_TO_MATTER = frozenset({"peak.replaced_at_midnight"})
"""What a derivation tells of so that nobody wonders."""


def places(node: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the address of every field and every part below `node`."""
    children: Any = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield (*path, key)
        yield from places(child, (*path, key))


def holes(data: Data) -> list[Path]:
    """Return the addresses at which a hole can be; a file of another format or version is not read at all."""
    return [path for path in places(data) if path[0] not in {"format", "version"}]


def figures(part: Any, at: str = "") -> Iterator[tuple[str, Step[Any]]]:
    """Yield the figures of a statement with their places, those of a row under its month."""
    if isinstance(part, Step):
        yield at, part
    elif hasattr(part, "_fields"):
        for name, child in zip(part._fields, part, strict=True):
            if name != "warnings":
                yield from figures(child, f"{at}.{name}")
    elif isinstance(part, tuple):
        for i, child in enumerate(part):
            month = getattr(child, "month", None)
            yield from figures(child, f"{at}[{plain(month) if month is not None and is_known(month) else i}]")


def beside(case: Case, path: Path) -> Statement:
    """Return the statement of a contract in which the value at `path` cannot be read."""
    data, as_of = case
    return evaluate(salvaged(data, {path}), as_of, rulebook())


def alike(partly: Step[Any], whole: Step[Any]) -> bool:
    """Return whether two derivations are the same, but for what was found not to matter and cannot be read in the first."""
    given = {each.name for each in partly.given}
    below = [each for each in whole.given if each.name in given or each.says not in FOUND_NOT_TO_MATTER]
    return (
        is_known(partly)
        and msgspec.structs.replace(partly, given=()) == msgspec.structs.replace(whole, given=())
        and len(partly.given) == len(below)
        and all(map(alike, partly.given, below))
    )


@given(contracts_on_a_day(), st.integers(0, 10_000))
@example((FREE_END, date(2024, 12, 10)), holes(FREE_END).index(("dates", "accepted_on")))
@example((FREE_END, date(2024, 12, 10)), holes(FREE_END).index(("prices",)))
def test_what_is_known_beside_a_hole_is_what_the_whole_contract_says(case: Case, number: int) -> None:
    """Every figure that is shown would still be so if the value could be read, for the same reasons.

    A row that would not be there says at least that its total is unknown: it is there for an item that may be 0 yen.
    """
    found = holes(case[0])
    whole = dict(figures(evaluated(*case)))
    partly = dict(figures(beside(case, found[number % len(found)])))
    known = {at: step for at, step in partly.items() if is_known(step)}
    assert {at: (step, whole[at]) for at, step in known.items() if at in whole and not alike(step, whole[at])} == {}
    for at in known.keys() - whole.keys():
        row = partly[f"{at.rpartition('.')[0]}.total"]
        assert at.startswith(".months[")
        assert not is_known(row)

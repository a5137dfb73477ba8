"""The program checked against what was published and reckoned by hand: each case with what was expected and what came out."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from desktop_app.calculation.periods import Span, period_end
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import assess_content
from desktop_app.report.statement_json import statement_data
from desktop_app.wording.wording import wording

MONTHS_IN = {"months": 1, "years": 12}


class Deviation(NamedTuple):
    """A figure that came out other than expected; `path` is its address in the statement format, nothing for a period."""

    path: str
    expected: object
    found: object


class Verdict(NamedTuple):
    """How many figures of a case were compared, and those that deviate."""

    figures: int
    deviations: tuple[Deviation, ...]

    @property
    def right(self) -> bool:
        """Whether every figure is as expected."""
        return not self.deviations


def checked_period(first: date, count: int, unit: str, last: date) -> Verdict:
    """Return whether a period of so many days, months or years from its first counted day ends on `last`."""
    if unit == "days":
        days = Span(first, last).days
        return Verdict(1, () if days == count else (Deviation("", count, days),))
    end = period_end(first, count * MONTHS_IN[unit])
    return Verdict(1, () if end == last else (Deviation("", last.isoformat(), end.isoformat()),))


def checked_statement(contract: bytes, expected: dict[str, Any], rules: Rulebook) -> Verdict:
    """Return whether a contract file comes to the expected statement."""
    assessment = assess_content(contract, date.fromisoformat(expected["as_of"]), rules)
    if assessment.statement is None:
        return Verdict(1, (Deviation("", "statement", [each.code for each in assessment.problems]),))
    compared = list(_compared(expected, statement_data(assessment.statement, wording("ja")), ""))
    return Verdict(len(compared), tuple(each for each in compared if each.expected != each.found))


def _compared(expected: Any, found: Any, path: str) -> Iterator[Deviation]:
    """Yield every figure that is expected with what was found in its place; more figures may have been found."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for name, value in expected.items():
            yield from _compared(value, found.get(name), f"{path}.{name}".removeprefix("."))
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for i, (one, other) in enumerate(zip(expected, found, strict=True)):
            yield from _compared(one, other, f"{path}[{i}]")
    else:
        yield Deviation(path, expected, found)

"""Figures that cannot be known yet: what stands in a statement where a value that they need could not be read."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from desktop_app.calculation.articles import Article
from desktop_app.calculation.money import Yen
from desktop_app.calculation.problem import UNREADABLE, Problem, UnreadableValueError
from desktop_app.calculation.statement import (
    MinimumTerm,
    OutageCredit,
    Settlement,
    TerminationDates,
    Totals,
)
from desktop_app.calculation.step import Path, Step

T = TypeVar("T")


def unknown(name: str, article: Article | None = None, path: Path = ()) -> Step[Any]:
    """Return the figure `name` without a value; one that stands for a field has its `path`, as it has when it can be read."""
    return Step(name, UNREADABLE, article, "unknown", (), path)


def is_known(step: Step[Any]) -> bool:
    """Return whether a figure has a value."""
    return step.value is not UNREADABLE


def known_or(otherwise: T, make: Callable[[], T]) -> T:
    """Return what `make` gives, or `otherwise` where a value that it needs could not be read."""
    try:
        return make()
    except UnreadableValueError:
        return otherwise


def said_by(rule: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
    """Return what a rule finds; nothing where a value that it needs could not be read."""
    none: tuple[Problem, ...] = ()
    return known_or(none, lambda: tuple(rule()))


UNKNOWN_TERM = MinimumTerm(unknown("term_start", Article.ART_1), unknown("term_end", Article.ART_1))
UNKNOWN_ENDING = TerminationDates(
    unknown("notice_arrived_on", Article.ART_8, ("termination", "notice_arrived_on")),
    unknown("earliest_on", Article.ART_8),
    unknown("designated_on", Article.ART_8, ("termination", "designated_on")),
    unknown("effective_on", Article.ART_8),
)
UNKNOWN_SETTLEMENT = Settlement(
    unknown("due", Article.ART_10), unknown("exempt", Article.ART_10), None, (), unknown("settlement", Article.ANNEX_2)
)
UNKNOWN_CREDIT = OutageCredit(
    unknown("hours", Article.ART_11),
    unknown("whole_days", Article.ART_11),
    unknown("claimable_on", Article.ART_11),
    unknown("claim_deadline", Article.ART_11),
    unknown("status", Article.ART_11),
    (),
    unknown("outage_credit", Article.ART_11),
)
UNKNOWN_CREDIT_LINE: Step[Yen] = unknown("credit_line", Article.ANNEX_3)
UNKNOWN_LATEST_NOTICE: Step[Any] = unknown("latest_notice_for_term_end", Article.ART_8)
UNKNOWN_FEE: Step[Yen] = unknown("monthly_fee", Article.ANNEX_1_2)
UNKNOWN_BILLED_FEE: Step[Yen] = unknown("billed_fee", Article.ANNEX_1_2)
UNKNOWN_PEAK = (unknown("max_accounts", Article.ANNEX_1_2), unknown("peak_on", Article.ANNEX_1_2))
UNKNOWN_TOTALS = Totals(
    *(
        unknown(name)
        for name in (
            "initial_fees_total",
            "monthly_fees_total",
            "one_time_fees_total",
            "credits_total",
            "settlement_total",
            "subtotal",
            "tax_total",
            "total",
        )
    )
)

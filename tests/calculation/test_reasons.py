"""What a derivation tells of the cases in which someone will ask why, also of what did not apply."""

from datetime import timedelta

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.statement import Statement, figure_at
from desktop_app.calculation.step import Path, Step
from tests.cases.contracts import evaluated
from tests.cases.examples import worked_examples
from tests.cases.statements import given_to, plain, saying, tree_of

STATEMENTS: dict[str, Statement] = {each.name[:2]: evaluated(each.contract, each.as_of) for each in worked_examples()}

ASKED: list[tuple[str, Path, str]] = [
    ("02", ("settlement", "amount"), "settlement.sum"),
    ("02", ("settlement", "lines", 5, "amount"), "month.calendar_days"),
    ("02", ("months", 3, "max_accounts"), "peak.recorded"),
    ("02", ("dates", "termination", "effective_on"), "termination.effective_designated"),
    ("02", ("outages", 0, "status"), "outage.status.granted"),
    ("03", ("settlement", "amount"), "settlement.none_term_over"),
    ("03", ("settlement", "due"), "settlement.not_due_last_day"),
    ("03", ("dates", "minimum_term", "end"), "period.no_such_day"),
    ("04", ("settlement", "remaining", "days"), "settlement.remaining_days"),
    ("05", ("outages", 0, "claim_deadline"), "outage.first_day_not_counted"),
    ("06", ("outages", 0, "status"), "outage.status.claimed_late"),
    ("06", ("months", 7, "credit"), "bill.no_credit"),
    ("07", ("settlement", "amount"), "settlement.none_exempt"),
    ("07", ("settlement", "due"), "settlement.not_due_exempt"),
    ("08", ("dates", "termination", "effective_on"), "termination.effective_designated_too_early"),
    ("08", ("months", 2, "monthly_fee"), "fee.minimum_charge_applies"),
    ("09", ("months", 1, "billed_fee"), "month.full"),
    ("10", ("months", 2, "monthly_fee"), "fee.minimum_accounts_applies"),
    ("10", ("months", 0, "initial_fees"), "accrual.billing_start_stands_in"),
    ("11", ("settlement", "remaining", "start"), "settlement.remaining_whole_term"),
    ("11", ("settlement", "lines", 0, "monthly_fee"), "peak.at_billing_start"),
    ("12", ("outages", 0, "hours"), "outage.start_at_billing_start"),
    ("12", ("outages", 0, "claim_deadline"), "outage.first_day_counts"),
    ("12", ("outages", 1, "status"), "outage.status.too_short"),
    ("12", ("outages", 3, "status"), "outage.status.does_not_count"),
    ("12", ("outages", 4, "status"), "outage.status.claimable"),
    ("12", ("outages", 5, "amount"), "outage.limited_to_billed_fee"),
    ("12", ("outages", 6, "status"), "outage.status.ongoing"),
    ("12", ("outages", 6, "hours"), "outage.end_as_of"),
    ("13", ("outages", 0, "hours"), "outage.end_of_contract"),
    ("13", ("outages", 0, "claimable_on"), "outage.claimable_restored"),
    ("13", ("months", 1, "tax"), "tax.on_bill"),
]


def _figure(example: str, path: Path) -> Step[object]:
    step = figure_at(STATEMENTS[example], path)
    assert step is not None, (example, path)
    return step


@pytest.mark.parametrize(("example", "path", "says"), ASKED, ids=str)
def test_whoever_asks_why_is_told(example: str, path: Path, says: str) -> None:
    """By a sentence somewhere below the figure."""
    saying(_figure(example, path), says)


def test_no_settlement_names_the_two_days_that_decided_it() -> None:
    """A contract that ends with its term: the effective day and the term's end, both 28 February."""
    amount = _figure("03", ("settlement", "amount"))
    assert amount.says == "settlement.none_term_over"
    below = {step.name: plain(step) for step in tree_of(amount)}
    assert (below["effective_on"], below["term_end"]) == ("2025-02-28", "2025-02-28")


def test_one_minute_short_of_a_day_says_so() -> None:
    """The shortfall stands below the number of whole days."""
    short = saying(_figure("12", ("outages", 1, "whole_days")), "outage.shortfall")
    assert short.value == timedelta(minutes=1)
    assert short.article is Article.ART_11


def test_a_credit_that_was_limited_shows_what_it_would_have_been() -> None:
    """31 thirtieths of 9,000 yen, of which 9,000 were billed and none credited before."""
    limited = given_to(saying(_figure("12", ("outages", 5, "amount")), "outage.limited_to_billed_fee"))
    assert (limited["credit_line"], limited["billed_fee"], limited["credited_before"]) == (9300, 9000, 0)


def test_a_settlement_by_thirtieths_shows_fee_days_and_rounding() -> None:
    """201,291 yen for 19 of 30 days, rounded up."""
    last = given_to(_figure("13", ("settlement", "lines", 7, "amount")))
    assert (last["monthly_fee"], last["days"], last["partial_month"], last["rounding"]) == (
        201291,
        19,
        "thirty_days",
        "ceiling",
    )
    assert _figure("13", ("settlement", "lines", 7, "amount")).article is Article.POLICY


def test_a_minimum_that_did_not_apply_is_told() -> None:
    """The fee of November lay above the minimum charge, and says how high that was."""
    above = saying(_figure("08", ("months", 5, "monthly_fee")), "fee.above_minimum_charge")
    assert given_to(above)["minimum_charge"] == 20000


def test_a_missing_acceptance_is_told_with_the_field_to_fill() -> None:
    """The empty field itself is among the reasons."""
    missing = [step for step in tree_of(_figure("10", ("months", 0, "initial_fees"))) if step.name == "accepted_on_missing"]
    assert [step.path for step in missing] == [("dates", "accepted_on")]

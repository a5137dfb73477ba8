"""Art. 10, Annex 2: what is left to pay of the minimum term."""

from typing import Any

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.statement import Settlement
from tests.cases.contracts import counted, ended, notice, policy, priced, statement_of
from tests.cases.statements import given_to, plain, saying, steps_of, tree_of

GROWING = counted(("2024-07-10", 10), ("2025-03-15", 20), ("2025-06-30T23:00", 30), ("2025-07-01", 25))


def _settlement(*changes: dict[str, Any]) -> Settlement:
    found = statement_of(*changes).settlement
    assert found is not None
    return found


def _lines(*changes: dict[str, Any]) -> list[tuple[str, int, int]]:
    """Return month, days and amount of each line."""
    return [(line["month"], line["days"], line["amount"]) for line in plain(_settlement(*changes).lines)]


ENDS = [
    # end, kind, due, exempt, remaining
    ("2025-01-31", "by_provider", True, False, ("2025-02-01", "2025-07-09", 159)),
    ("2025-07-08", "by_provider", True, False, ("2025-07-09", "2025-07-09", 1)),
    ("2025-07-09", "by_provider", False, False, None),
    ("2025-07-10", "by_provider", False, False, None),
    ("2026-01-01", "by_provider", False, False, None),
    ("2024-07-09", "by_provider", True, False, ("2024-07-10", "2025-07-09", 365)),
    ("2024-06-20", "by_provider", True, False, ("2024-07-10", "2025-07-09", 365)),
    ("2025-01-31", "article_28_2", False, True, ("2025-02-01", "2025-07-09", 159)),
    ("2025-01-31", "article_28_3", False, True, ("2025-02-01", "2025-07-09", 159)),
    ("2025-07-09", "article_28_2", False, True, None),
    ("2026-01-01", "article_28_3", False, True, None),
]


@pytest.mark.parametrize(("end", "kind", "due", "exempt", "remaining"), ENDS)
def test_a_settlement_is_due_when_a_contract_ends_before_its_term(
    end: str, kind: str, *, due: bool, exempt: bool, remaining: tuple[str, str, int] | None
) -> None:
    """Unless it ended for a cause that the general terms exempt; the remaining days are shown all the same."""
    found = plain(_settlement(ended(end, kind)))
    assert (found["due"], found["exempt"]) == (due, exempt)
    assert found["remaining"] == (remaining and dict(zip(("start", "end", "days"), remaining, strict=True)))
    assert bool(found["lines"]) is bool(found["amount"]) is due


def test_a_settlement_is_due_even_when_it_comes_to_nothing() -> None:
    """A contract that costs nothing owes nothing."""
    found = plain(_settlement(priced("per_account", unit_price=0), ended("2025-01-31")))
    assert (found["due"], found["amount"], len(found["lines"])) == (True, 0, 6)


BASES = [
    # basis, lines from February to July of a contract that ends on 31 January with 10 accounts
    ({}, [1000, 1000, 1000, 1000, 1000, 290]),
    ({"settlement_basis": "scheduled"}, [1000, 2000, 2000, 2000, 3000, 725]),
    ({"settlement_basis": "fixed", "settlement_accounts": 7}, [700, 700, 700, 700, 700, 203]),
    ({"settlement_basis": "fixed", "settlement_accounts": 0}, [0, 0, 0, 0, 0, 0]),
    ({"rounding": "ceiling"}, [1000, 1000, 1000, 1000, 1000, 291]),
    ({"partial_month": "thirty_days"}, [1000, 1000, 1000, 1000, 1000, 300]),
    ({"partial_month": "full"}, [1000, 1000, 1000, 1000, 1000]),
    ({"partial_month": "full", "settlement_basis": "scheduled"}, [1000, 2000, 2000, 2000, 3000]),
]


@pytest.mark.parametrize(("assumed", "amounts"), BASES)
def test_the_basis_decides_the_fee_of_a_remaining_month(assumed: dict[str, Any], amounts: list[int]) -> None:
    """That of the last month, by the records of those days, or for a fixed number of accounts."""
    assert [amount for _, _, amount in _lines(GROWING, policy(**assumed), ended("2025-01-31"))] == amounts


def test_the_last_month_counts_with_its_peak_before_it_is_divided() -> None:
    """Although only a part of it was billed, and although its count fell again."""
    peak = counted(("2024-07-10", 10), ("2025-01-02T08:00", 12), ("2025-01-02T09:00", 4))
    settled = _settlement(peak, ended("2025-01-05"))
    assert [plain(line.monthly_fee) for line in settled.lines] == [1200] * 7
    assert plain(settled.lines[0].amount) == 1006


def test_the_month_of_the_end_may_have_its_rest_settled() -> None:
    """Its billed days are billed, its remaining days settled."""
    assert _lines(ended("2025-06-10")) == [("2025-06", 20, 666), ("2025-07", 9, 290)]


def test_scheduled_looks_at_the_remaining_days_alone() -> None:
    """A count that ends with the contract's last day does not reach them."""
    records = counted(("2024-07-10", 10), ("2025-06-01", 90), ("2025-06-11", 5))
    assert _lines(records, policy(settlement_basis="scheduled"), ended("2025-06-10")) == [
        ("2025-06", 20, 333),
        ("2025-07", 9, 145),
    ]


WHOLE_MONTHS = [
    # end, months of the settlement under `full`
    ("2024-07-10", 11),
    ("2024-07-31", 11),
    ("2025-05-31", 1),
    ("2025-06-01", 0),
    ("2025-07-08", 0),
    ("2024-07-09", 12),
    ("2024-06-20", 12),
]


@pytest.mark.parametrize(("end", "months"), WHOLE_MONTHS)
def test_whole_months_are_settled_up_to_the_twelfth(end: str, months: int) -> None:
    """Counted from that in which billing starts; the thirteenth is never settled."""
    found = plain(_settlement(policy(partial_month="full"), ended(end)))
    assert len(found["lines"]) == months
    assert found["amount"] == months * 1000
    assert found["due"] is True


def test_whole_months_show_how_many_of_their_days_remain() -> None:
    """Of the first month of a contract that never began, those after billing would have started."""
    lines = _lines(policy(partial_month="full"), ended("2024-06-20"))
    assert (lines[0], lines[-1]) == (("2024-07", 22, 1000), ("2025-06", 30, 1000))


def test_a_contract_that_never_began_is_settled_by_its_first_count() -> None:
    """That which would have held at 00:00 of the first day, not the peak of that month."""
    records = counted(("2024-07-01", 3), ("2024-07-10T12:00", 900))
    found = _settlement(records, ended("2024-06-20"))
    assert {plain(line.monthly_fee) for line in found.lines} == {300}
    saying(found.lines[0].monthly_fee, "peak.at_billing_start")


def test_a_contract_that_never_began_may_be_settled_by_its_records() -> None:
    """Then by the peak of each month."""
    records = counted(("2024-07-01", 3), ("2024-07-10T12:00", 900))
    found = _settlement(records, policy(settlement_basis="scheduled"), ended("2024-06-20"))
    assert {plain(line.monthly_fee) for line in found.lines} == {90000}


def test_the_settlement_accrues_in_the_month_of_the_effective_day() -> None:
    """Also where no day of that month is billed."""
    rows = plain(statement_of(ended("2024-05-31")).months)
    assert [(row["month"], row["settlement"], row["billed_days"]) for row in rows] == [("2024-05", 12000 - 1, 0)]


WHY = [
    (ended("2025-01-31"), "settlement.due", "settlement.sum"),
    (ended("2025-01-31", "article_28_2"), "settlement.not_due_exempt", "settlement.none_exempt"),
    (ended("2025-07-09"), "settlement.not_due_last_day", "settlement.none_term_over"),
    (ended("2025-07-09", "article_28_2"), "settlement.not_due_last_day", "settlement.none_term_over"),
    (ended("2025-07-10"), "settlement.not_due_term_over", "settlement.none_term_over"),
    (notice("2025-06-09"), "settlement.not_due_last_day", "settlement.none_term_over"),
]


@pytest.mark.parametrize(("change", "due", "amount"), WHY)
def test_a_settlement_says_why_it_is_due_or_not(change: dict[str, Any], due: str, amount: str) -> None:
    """With the effective day and the end of the term, whichever came first."""
    found = _settlement(change)
    assert (found.due.says, found.amount.says) == (due, amount)
    below = {step.name: plain(step) for step in tree_of(found.amount)}
    assert below["term_end"] == "2025-07-09"
    assert below["effective_on"] == plain(statement_of(change).dates.termination.effective_on)


def test_a_settlement_of_no_month_says_so() -> None:
    """It is due, but under whole months none is left."""
    saying(_settlement(policy(partial_month="full"), ended("2025-06-15")).amount, "settlement.no_month_left")


@pytest.mark.parametrize(("kind", "says"), [("by_provider", "settlement.not_exempt"), ("article_28_3", "settlement.exempt")])
def test_an_exemption_is_told_whether_it_applied_or_not(kind: str, says: str) -> None:
    """By the kind of the termination."""
    exempt = _settlement(ended("2025-01-31", kind)).exempt
    assert (exempt.says, exempt.article) == (says, Article.ART_10)
    assert given_to(exempt) == {"termination_kind": kind}


def test_a_fixed_count_is_the_users() -> None:
    """The fee of each line leads to the field that it was typed in."""
    found = _settlement(policy(settlement_basis="fixed", settlement_accounts=7), ended("2025-01-31"))
    assert ("policy", "settlement_accounts") in {step.path for step in tree_of(found.lines[0].monthly_fee)}


def test_the_remaining_period_says_where_it_begins() -> None:
    """After the effective day, or with the term itself."""
    after, whole = (_settlement(ended(day)).remaining for day in ("2025-01-31", "2024-06-20"))
    assert {step.says for step in steps_of(after)} >= {"settlement.remaining_start", "settlement.remaining_days"}
    assert {step.says for step in steps_of(whole)} >= {"settlement.remaining_whole_term"}

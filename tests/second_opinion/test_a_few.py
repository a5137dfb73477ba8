"""A few contracts on which both readings agree: some of each kind, and those at the ends of the calendar."""

from datetime import date
from typing import Any

import pytest

from desktop_app.calculation.evaluate import evaluate
from tests.cases.contracts import contract_file, ended, outage, policy, read
from tests.cases.examples import rulebook
from tests.cases.unwatched import unwatched
from tests.second_opinion.comparison import both_readings, disagreements, laid_out
from tests.second_opinion.statement import second_opinion

FIRST, LAST = "2000-01-01", "2199-12-31"


def test_both_readings_agree_on_a_few() -> None:
    """The first of the hundred thousand."""
    with unwatched():
        for seed in range(400):
            _, mine, theirs = both_readings(seed)
            assert disagreements(seed, mine, theirs) == []


@pytest.mark.parametrize("start", [FIRST, "2000-02-29", "2196-02-29", "2199-01-31", LAST])
@pytest.mark.parametrize("as_of", [FIRST, LAST])
@pytest.mark.parametrize("more", [{}, policy(partial_month="full"), ended(LAST)], ids=["ten years", "whole months", "ended"])
def test_both_readings_agree_at_the_ends_of_the_calendar(start: str, as_of: str, more: dict[str, Any]) -> None:
    """From 2000 to 2199 by what is typed, to 2209 by what is listed; with an outage that goes on until the day of looking."""
    days = {"dates": {"accepted_on": None, "billing_start": start}, "accounts": [{"from": start, "count": 7}]}
    data = contract_file(days, policy(quote_months=120), more, {"outages": [outage(start)]})
    day = date.fromisoformat(as_of)
    assert disagreements(0, second_opinion(data, day), laid_out(evaluate(read(data), day, rulebook()))) == []

"""Counts of months to come as plain records, marked by their note."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calculation.periods import Month
from desktop_app.calculation.refusals import refusals
from desktop_app.document.forecast import Forecast, ForecastError, Growth, Plan, forecast, is_forecast, next_month, with_forecast
from tests.cases.contracts import contract_file, counted, evaluated, read
from tests.cases.examples import rulebook

NOTE = "予測：毎月+5件"
RECORDED: tuple[tuple[str, int], ...] = (("2024-07-10", 10), ("2024-09-15T10:00", 48), ("2024-09-16", 40))


def made(
    growth: Growth,
    change: str = "0",
    first: tuple[int, int] = (2024, 10),
    last: tuple[int, int] = (2024, 12),
    recorded: tuple[tuple[str, int], ...] = RECORDED,
) -> Forecast:
    """Return the forecast of a contract with some counts recorded."""
    contract = read(contract_file(counted(*recorded)))
    return forecast(contract.accounts, Plan(growth, Month(*first), Month(*last), Decimal(change)), NOTE)


def counts(*given: Any, **more: Any) -> list[int]:
    """Return the counts of a forecast."""
    return [each["count"] for each in made(*given, **more).records]


def test_it_goes_on_from_the_last_record_month_by_month() -> None:
    """Each a record from the first day of its month, with the note."""
    found = made("constant")
    assert (str(found.base_on), found.base) == ("2024-09-16", 40)
    assert found.records == tuple({"from": f"2024-{m}-01", "count": 40, "note": NOTE} for m in (10, 11, 12))


@pytest.mark.parametrize(
    ("growth", "change", "expected"),
    [
        ("added", "5", [45, 50, 55]),
        ("added", "-15", [25, 10, 0]),
        ("added", "2.5", [43, 45, 48]),
        ("percent", "10", [44, 48, 53]),
        ("percent", "1.25", [41, 41, 42]),
        ("percent", "-50", [20, 10, 5]),
        ("percent", "-150", [0, 0, 0]),
    ],
)
def test_it_grows_by_a_number_or_a_rate(growth: Growth, change: str, expected: list[int]) -> None:
    """Never below none; halves are rounded up, a rate compounded from the base: 40 × 1.1³ is 53.24."""
    assert counts(growth, change) == expected


def test_last_years_months_are_copied_by_their_largest_count() -> None:
    """Also those of the forecast itself, more than a year ahead."""
    recorded = (("2023-07-10", 10), ("2023-09-15T10:00", 48), ("2023-09-16", 40), ("2024-07-10", 70))
    months = {"first": (2024, 8), "last": (2025, 9), "recorded": recorded}
    assert counts("last_year", **months) == [10, 48, *[40] * 9, 70, 10, 48]
    within = (("2023-08-31", 10), ("2024-07-10", 70))
    assert counts("last_year", first=(2024, 8), last=(2024, 8), recorded=within) == [10]


@pytest.mark.parametrize(
    ("cause", "growth", "more"),
    [
        ("no_months", "constant", {"first": (2025, 1), "last": (2024, 12)}),
        ("too_many_months", "constant", {"last": (2034, 10)}),
        ("too_many_months", "constant", {"last": (9000, 10)}),
        ("recorded", "constant", {"first": (2024, 9)}),
        ("no_year_before", "last_year", {}),
        ("no_year_before", "last_year", {"recorded": (("2023-10-31T00:01", 1),)}),
        ("out_of_range", "percent", {"change": "1000000"}),
        ("out_of_range", "added", {"change": "1e9"}),
        ("out_of_range", "percent", {"change": "1e-9"}),
        ("out_of_range", "added", {"change": "NaN"}),
    ],
)
def test_what_cannot_be_foreseen_is_refused(cause: str, growth: Growth, more: dict[str, Any]) -> None:
    """With its cause; a count that is recorded is never overwritten."""
    with pytest.raises(ForecastError) as refused:
        made(growth, **more)
    assert refused.value.cause == cause


def test_without_a_record_there_is_nothing_to_go_on_from() -> None:
    """One that is itself a forecast of those months is none."""
    rows = {"accounts": [{"from": "2024-10-01", "count": 5, "note": "Forecast: +5"}]}
    with pytest.raises(ForecastError, match="no_records"):
        forecast(read(contract_file(rows)).accounts, Plan("constant", Month(2024, 10), Month(2024, 10)), NOTE)


def test_a_note_must_say_that_it_is_a_forecast() -> None:
    """Otherwise it would pass for a count that was taken."""
    assert [is_forecast(note) for note in ("予測：同数", " Forecast", "実績", "", "no forecast")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    with pytest.raises(ValueError, match="says that it is one"):
        forecast(read(contract_file()).accounts, Plan("constant", Month(2025, 1), Month(2025, 1)), "実績")


def test_it_takes_the_place_of_an_older_forecast_of_the_same_months() -> None:
    """An earlier part of that stays and is what it goes on from; what was recorded stays, whatever it is."""
    data = contract_file(counted(*RECORDED))
    first = with_forecast(data, forecast(read(data).accounts, Plan("added", Month(2024, 10), Month(2025, 3), Decimal(5)), NOTE))
    again = forecast(read(dict(first)).accounts, Plan("added", Month(2024, 12), Month(2025, 1), Decimal(100)), NOTE)
    assert (str(again.base_on), again.base) == ("2024-11-01", 50)
    second = with_forecast(first, again)
    assert [each["count"] for each in second["accounts"]] == [10, 48, 40, 45, 50, 150, 250]
    half_typed = with_forecast({"accounts": [*data["accounts"], None, {"count": "x"}]}, again)
    assert len(half_typed["accounts"]) == 7
    assert len(with_forecast({}, again)["accounts"]) == 2


def test_the_next_month_follows_what_was_counted() -> None:
    """A forecast is followed only where there is nothing else."""
    data = contract_file(counted(*RECORDED))
    later = with_forecast(data, made("constant"))
    assert next_month(read(data).accounts) == next_month(read(dict(later)).accounts) == Month(2024, 10)
    alone = {**later, "accounts": [each for each in later["accounts"] if is_forecast(str(each.get("note")))]}
    assert next_month(read(alone).accounts) == Month(2025, 1)


def test_a_forecast_is_part_of_the_contract_as_any_other_record() -> None:
    """It is not refused, and the statement counts it."""
    data = with_forecast(contract_file(counted(*RECORDED)), made("added", "5"))
    contract = read(dict(data))
    assert refusals(contract, rulebook().editions[contract.terms]) == []
    accounts = {str(bill.month.value): bill.max_accounts.value for bill in evaluated(dict(data)).months}
    assert [accounts[f"2024-{month}"] for month in (10, 11, 12)] == [45, 50, 55]


@given(st.integers(0, 1000), st.decimals(-100, 30, places=3), st.integers(1, 24))
def test_a_rate_is_never_off_by_more_than_half_an_account(base: int, rate: Decimal, months: int) -> None:
    """From the exact compound of the base, however many months ahead."""
    recorded = (("2024-07-10", base),)
    last = Month(2024, 9).plus(months)
    found = counts("percent", str(rate), last=tuple(last), recorded=recorded)
    for k, count in enumerate(found, start=1):
        exact = base * (1 + Fraction(rate) / 100) ** k
        assert Fraction(-1, 2) < count - exact <= Fraction(1, 2)

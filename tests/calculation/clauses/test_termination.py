"""Art. 8: when a termination takes effect."""

import pytest

from desktop_app.calculation.articles import Article
from tests.cases.contracts import ended, notice, statement_of
from tests.cases.statements import plain, saying

NOTICES = [
    # arrived, designated, earliest, effective
    ("2024-12-02", None, "2025-01-01", "2025-01-01"),
    ("2024-12-02", "2025-01-31", "2025-01-01", "2025-01-31"),
    ("2024-12-02", "2025-01-01", "2025-01-01", "2025-01-01"),
    ("2024-12-02", "2024-12-31", "2025-01-01", "2025-01-01"),
    ("2024-12-02", "2024-11-01", "2025-01-01", "2025-01-01"),
    ("2025-01-29", None, "2025-02-28", "2025-02-28"),
    ("2025-01-30", None, "2025-03-01", "2025-03-01"),
    ("2028-01-30", None, "2028-02-29", "2028-02-29"),
]


@pytest.mark.parametrize(("arrived", "designated", "earliest", "effective"), NOTICES)
def test_a_notice_takes_effect_after_thirty_days_or_on_a_later_designated_day(
    arrived: str, designated: str | None, earliest: str, effective: str
) -> None:
    """The day of arrival does not count; the effective day is the last day of the contract."""
    dates = plain(statement_of(notice(arrived, designated)).dates.termination)
    assert dates == {
        "notice_arrived_on": arrived,
        "earliest_on": earliest,
        "designated_on": designated,
        "effective_on": effective,
    }


@pytest.mark.parametrize(
    ("designated", "says"),
    [
        (None, "termination.effective_no_designation"),
        ("2025-01-31", "termination.effective_designated"),
        ("2025-01-01", "termination.effective_designated"),
        ("2024-12-31", "termination.effective_designated_too_early"),
    ],
)
def test_the_effective_day_says_which_of_the_two_days_decided(designated: str | None, says: str) -> None:
    """And names both, also the one that did not."""
    dates = statement_of(notice("2024-12-02", designated)).dates.termination
    assert dates is not None
    assert dates.effective_on.says == says
    assert {step.name for step in dates.effective_on.given} == {"earliest_on", "designated_on"}
    assert saying(dates.effective_on, "termination.arrival_not_counted").article is Article.CIVIL_CODE_140


@pytest.mark.parametrize(
    ("kind", "article"),
    [
        ("article_28_2", Article.GENERAL_TERMS_28),
        ("article_28_3", Article.GENERAL_TERMS_28),
        ("by_provider", None),
    ],
)
def test_without_a_notice_the_entered_day_is_the_last(kind: str, article: Article | None) -> None:
    """There is no earliest day then."""
    dates = statement_of(ended("2024-11-15", kind)).dates.termination
    assert dates is not None
    assert plain(dates.effective_on) == "2024-11-15"
    assert dates.effective_on.says == f"termination.effective_entered.{kind}"
    assert dates.effective_on.article is article
    assert dates.earliest_on.value is None
    assert dates.earliest_on.says == "termination.no_earliest_day"


def test_the_days_of_a_notice_given_with_another_kind_are_only_echoed() -> None:
    """They decide nothing."""
    change = ended("2024-11-15")
    change["termination"] |= {"notice_arrived_on": "2024-11-01", "designated_on": "2025-03-31"}
    assert plain(statement_of(change).dates.termination) == {
        "notice_arrived_on": "2024-11-01",
        "earliest_on": None,
        "designated_on": "2025-03-31",
        "effective_on": "2024-11-15",
    }


def test_without_a_termination_there_are_no_days_of_one() -> None:
    """Nor a settlement."""
    statement = statement_of()
    assert statement.dates.termination is None
    assert statement.settlement is None

"""An edition of the contract's terms and the rates of tax as data."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.terms import DEFAULT_TERMS, Rulebook, tax_rates_from, terms_from
from tests.cases.contracts import contract_file, notice, outage, read
from tests.cases.examples import RESOURCES, read_json
from tests.cases.statements import plain

EDITION = read_json(RESOURCES / "terms" / "oem-mail-2014-07-01.json")
VALUES = [
    ("minimum_term_months", 12, Article.ART_1),
    ("ip_version", 4, Article.ART_4),
    ("notice_days", 30, Article.ART_8),
    ("outage_hours", 24, Article.ART_11),
    ("claim_months", 3, Article.ART_11),
    ("credit_divisor", 30, Article.ANNEX_3),
]


def test_the_edition_of_2014_is_the_default(rules: Rulebook) -> None:
    """It is installed, and took effect on 1 July 2014 by the supplement."""
    terms = rules.editions[DEFAULT_TERMS]
    assert terms.edition == DEFAULT_TERMS
    assert (terms.effective_on.value, terms.effective_on.article) == (date(2014, 7, 1), Article.SUPPLEMENT)


@pytest.mark.parametrize(("name", "value", "article"), VALUES)
def test_each_number_of_the_terms_has_its_article_and_its_day(name: str, value: int, article: Article, rules: Rulebook) -> None:
    """Since when it has held stands below it."""
    step = getattr(rules.editions[DEFAULT_TERMS], name)
    assert (step.name, step.value, step.article, step.says) == (name, value, article, f"terms.{name}")
    assert [since.value for since in step.given] == [date(2014, 7, 1)]


BROKEN: list[tuple[str, Any]] = [
    ("edition", None),
    ("effective_on", None),
    ("effective_on", "July"),
    ("values", None),
    ("values", {}),
    *[("values", {**EDITION["values"], name: each}) for name, *_ in VALUES for each in ({}, {"value": 1})],
    ("values", {**EDITION["values"], "notice_days": {"value": 30, "article": "article_99", "effective_on": "2014-07-01"}}),
    ("values", {**EDITION["values"], "notice_days": {"value": "many", "article": "article_8", "effective_on": "2014-07-01"}}),
]


@pytest.mark.parametrize(("name", "content"), BROKEN, ids=lambda each: str(each)[:30])
def test_an_edition_that_lacks_something_is_refused(name: str, content: object) -> None:
    """No number of it is guessed."""
    data = {**EDITION, name: content} if content is not None else {key: EDITION[key] for key in EDITION if key != name}
    with pytest.raises((KeyError, ValueError)):
        terms_from(data)


def test_another_edition_changes_the_days_and_amounts(rules: Rulebook) -> None:
    """No number of the terms stands in the code: each of them is read from the edition that the contract names."""
    data = deepcopy(EDITION)
    data["edition"] = "other"
    changed = {"minimum_term_months": 6, "notice_days": 10, "outage_hours": 12, "claim_months": 1, "credit_divisor": 10}
    for name, value in changed.items():
        data["values"][name]["value"] = value
    contract = read(
        contract_file(
            {"terms": "other", "outages": [outage("2024-08-01T09:00", "2024-08-02T21:00", claimed_on="2024-08-05")]},
            notice("2024-10-01"),
        )
    )
    other = Rulebook({**rules.editions, "other": terms_from(data)}, rules.tax_rates)
    statement = plain(evaluate(contract, date(2024, 12, 10), other))
    assert statement["dates"]["minimum_term"]["end"] == "2025-01-09"
    assert statement["dates"]["termination"]["effective_on"] == "2024-10-11"
    assert statement["dates"]["latest_notice_for_term_end"] == "2024-12-30"
    assert statement["settlement"]["remaining"]["days"] == 90
    credit = statement["outages"][0]
    assert (credit["whole_days"], credit["amount"]) == (3, 300)
    assert (credit["claimable_on"], credit["claim_deadline"]) == ("2024-08-01", "2024-09-01")


def test_a_rate_that_is_no_number_is_refused() -> None:
    """Nor one without its day."""
    for entry in ({"rate": "ten", "effective_on": "2030-01-01"}, {"rate": "0.1"}, {"effective_on": "2030-01-01"}):
        with pytest.raises((KeyError, ValueError)):
            tax_rates_from({"rates": [entry]})

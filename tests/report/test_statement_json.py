"""The public JSON formats: every key of the statement, each value as its kind is written, errors and warnings alike."""

import json
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from desktop_app.calculation.articles import Article
from desktop_app.calculation.problem import Problem
from desktop_app.document.assess import assess
from desktop_app.report.statement_json import hours_text, json_text, problems_data, rate_text, statement_data
from desktop_app.wording.wording import wording
from tests.cases.contracts import ended, outage, statement_of
from tests.cases.examples import WorkedExample, rulebook, worked_examples
from tests.cases.statements import differences, plain

EXAMPLES = worked_examples()
WORDS = wording("ja")
KEYS = {
    "": ["as_of", "dates", "months", "settlement", "outages", "totals", "warnings"],
    "dates": ["accepted_on", "billing_start", "minimum_term", "termination", "latest_notice_for_term_end"],
    "dates.minimum_term": ["start", "end"],
    "dates.termination": ["notice_arrived_on", "earliest_on", "designated_on", "effective_on"],
    "months": [
        "month",
        "from",
        "to",
        "billed_days",
        "days_in_month",
        "max_accounts",
        "peak_on",
        "monthly_fee",
        "billed_fee",
        "initial_fees",
        "one_time_fees",
        "credit",
        "settlement",
        "taxable",
        "non_taxable",
        "tax_rate",
        "tax",
        "total",
    ],
    "settlement": ["due", "exempt", "remaining", "lines", "amount"],
    "settlement.remaining": ["start", "end", "days"],
    "settlement.lines": ["month", "days", "days_in_month", "monthly_fee", "amount"],
    "outages": ["hours", "whole_days", "claimable_on", "claim_deadline", "status", "lines", "amount"],
    "outages.lines": ["month", "days", "monthly_fee", "amount"],
    "totals": ["initial_fees", "monthly_fees", "one_time_fees", "credits", "settlement", "subtotal", "tax", "total"],
    "warnings": ["code", "path", "message"],
}
"""What the file format lists, in its order."""


def data_of(*changes: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return the JSON of a statement, read."""
    data: dict[str, Any] = json.loads(json_text(statement_data(statement_of(*changes, **more), WORDS)))
    return data


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_worked_example_is_written_as_it_was_reckoned_by_hand(example: WorkedExample, language: Any) -> None:
    """And as the statement says it figure by figure; only the messages are in a language."""
    statement = assess(example.contract, example.as_of, rulebook()).statement
    assert statement is not None
    data = json.loads(json_text(statement_data(statement, wording(language))))
    assert list(differences(example.expected, data)) == []
    assert list(differences(plain(statement), data)) == []


def parts(data: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Return every object in a statement with its address without indices."""
    if isinstance(data, dict):
        return [(path, data), *(each for key, value in data.items() for each in parts(value, f"{path}.{key}".removeprefix(".")))]
    return [each for item in data for each in parts(item, path)] if isinstance(data, list) else []


def test_every_object_has_just_the_keys_of_the_format() -> None:
    """In its order, whatever contract it is of."""
    seen = set()
    for example in EXAMPLES:
        statement = assess(example.contract, example.as_of, rulebook()).statement
        assert statement is not None
        for path, found in parts(statement_data(statement, WORDS)):
            seen.add(path)
            assert sorted(found) == sorted(KEYS[path])
            assert path == "warnings" or list(found) == KEYS[path]
    assert seen == set(KEYS)


def test_what_there_is_not_is_null_or_empty() -> None:
    """A termination, a settlement, a remaining period, an acceptance, days of a month that is not billed."""
    plain_contract = data_of()
    assert (plain_contract["dates"]["termination"], plain_contract["settlement"], plain_contract["outages"]) == (None, None, [])
    assert data_of(ended("2025-08-31"))["settlement"]["remaining"] is None
    early = {"dates": {"accepted_on": None}, "prices": {"initial_fee": 1}, "option": {"accepted_on": "2024-05-01"}}
    gap = data_of(early, {"prices": {"option_initial_fee": 1}})
    assert gap["dates"]["accepted_on"] is None
    first = gap["months"][0]
    assert [first[name] for name in ("from", "to", "max_accounts", "peak_on")] == [None] * 4
    assert (first["billed_days"], first["monthly_fee"], first["billed_fee"]) == (0, 0, 0)


def test_an_outage_without_whole_days_has_no_lines_and_no_claim_days() -> None:
    """It has its hours."""
    found = data_of({"outages": [outage("2024-11-01T09:00", "2024-11-01T20:59:59", claimed_on="2024-11-20")]})["outages"][0]
    assert found == {
        "hours": "11.99",
        "whole_days": 0,
        "claimable_on": None,
        "claim_deadline": None,
        "status": "not_applicable",
        "lines": [],
        "amount": 0,
    }


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(0), "0"),
        (timedelta(seconds=35), "0"),
        (timedelta(seconds=36), "0.01"),
        (timedelta(minutes=20), "0.33"),
        (timedelta(hours=1), "1"),
        (timedelta(hours=24), "24"),
        (timedelta(hours=25, minutes=20), "25.33"),
        (timedelta(hours=49, minutes=30), "49.5"),
        (timedelta(hours=23, minutes=59, seconds=59), "23.99"),
        (timedelta(hours=100), "100"),
        (timedelta(days=73_050), "1753200"),
    ],
)
def test_hours_have_two_places_at_most_rounded_down(length: timedelta, text: str) -> None:
    """And no zeros that say nothing; those of a whole number stay."""
    assert hours_text(length) == text


@pytest.mark.parametrize(("rate", "text"), [((3, 100), "0.03"), ((10, 100), "0.10"), ((1, 1), "1.00"), ((0, 1), "0.00")])
def test_a_rate_has_two_places(rate: tuple[int, int], text: str) -> None:
    """Always."""
    assert rate_text(Fraction(*rate)) == text


def test_problems_have_their_address_code_and_sentence() -> None:
    """In the language asked for; what UTF-8 cannot hold is escaped."""
    problems = [Problem(("accounts", 0, "from"), "moment_malformed", Article.ANNEX_1_2), Problem((), "json_constant")]
    for words in (WORDS, wording("en")):
        assert problems_data(problems, words) == [
            {"path": "accounts[0].from", "code": "moment_malformed", "message": words.problem(problems[0])},
            {"path": "", "code": "json_constant", "message": words.problem(problems[1])},
        ]
    found = problems_data([Problem(("a\ud800",), "field_unknown")], WORDS)
    assert json.loads(json_text(found))[0]["path"] == "a\\ud800"


def test_warnings_are_the_statements_last() -> None:
    """Each with its path in the file's own terms."""
    found = data_of({"issuer": {"registration_number": "T1"}})["warnings"]
    assert [(each["code"], each["path"]) for each in found] == [("registration_number_suspect", "issuer.registration_number")]


def test_json_is_on_one_line_or_laid_out() -> None:
    """The same data in both."""
    data = statement_data(statement_of(), WORDS)
    assert "\n" not in json_text(data, indent=None)
    assert json.loads(json_text(data, indent=None)) == json.loads(json_text(data)) == data
    assert json_text({"名": ["あ\u2028\u202e\x85"]}, indent=None) == '{"名":["あ\\u2028\\u202e\\u0085"]}'

"""The result code: one for what is the same, another for what is not, and a typing error is told as such."""

import json
from copy import deepcopy
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY
from desktop_app.calculation.step import Path
from desktop_app.calculation.terms import Rulebook, tax_rates_from
from desktop_app.document.draft import value_at, with_value
from desktop_app.report.result_code import LETTERS, ResultCode, UnreadableCodeError, code_of, read_code, result_code
from tests.cases.contracts import AS_OF, contract_file, read
from tests.cases.examples import rulebook, worked_examples
from tests.document.contract_data import EVERY_FIELD, leaves

CODES = st.builds(ResultCode, st.dates(FIRST_DAY, LAST_DAY), st.integers(0, 2**15 - 1), st.integers(0, 2**38 - 1))
EXAMPLE = "1275-N2PT-Q2GD-9SGZ"
RATES = {"1989-04-01": "0.03", "1997-04-01": "0.05", "2014-04-01": "0.08", "2019-10-01": "0.10"}
UNDER = rulebook()._replace(tax_rates=tax_rates_from({"rates": [{"rate": r, "effective_on": d} for d, r in RATES.items()]}))
"""The rules under which that code was made: a rate of tax that comes later gives another."""


def code(*changes: dict[str, Any], as_of: date = AS_OF, rules: Rulebook | None = None) -> str:
    """Return the code of a small contract with changes."""
    return result_code(read(contract_file(*changes)), as_of, rules or UNDER)


def test_the_code_of_a_contract_stays_as_it_is() -> None:
    """Papers that lie in other people's drawers bear it: this test must never be changed to fit the program."""
    assert code() == EXAMPLE


@pytest.mark.parametrize(
    "change",
    [
        {"quote": {"memo": "for the house"}},
        {"digest": "sha256:0"},
        {"title": "", "changes": [], "outages": None, "policy": {"rounding": "floor"}, "terms": "oem-mail-2014-07-01"},
        {"prices": {"initial_fee": 0, "monthly": {"model": "per_account", "unit_price": 100, "minimum_accounts": 0}}},
        {"prices": {"monthly": {"unit_price": "0100.00", "model": "per_account"}}},
        {"accounts": [{"note": "", "count": 10, "from": "2024-07-10T00:00:00"}]},
    ],
)
def test_what_does_not_change_a_contract_does_not_change_its_code(change: dict[str, Any]) -> None:
    """The memo, the digest, defaults written out, numbers and moments in another form, the order of fields."""
    assert code(change) == EXAMPLE


def test_the_order_of_fields_does_not_matter() -> None:
    """In a file with every field, at every depth."""
    turned = json.loads(json.dumps(EVERY_FIELD), object_pairs_hook=lambda members: dict(reversed(members)))
    assert result_code(read(turned), AS_OF, rulebook()) == result_code(read(EVERY_FIELD), AS_OF, rulebook())


CHOICES = ("ceiling", "full", "volume", "other", "by_provider", "restored", "example.net")
OTHER_VALUES = ("x", "2024-08-01", "2024-08-01T10:00", 7, "7", "8", True, False, None, *CHOICES)
UNSEEN = {("format",), ("version",), ("digest",), ("quote", "memo"), ("terms",)}


@pytest.mark.parametrize("path", [path for path in leaves(EVERY_FIELD) if path not in UNSEEN], ids=str)
def test_another_value_in_any_field_gives_another_code(path: Path) -> None:
    """Whichever it is, as long as the contract can be read and says something else."""
    seen = {}
    for value in (value_at(EVERY_FIELD, path), *OTHER_VALUES):
        try:
            contract = read(with_value(deepcopy(EVERY_FIELD), path, value))
        except ValueError:
            continue
        seen[repr(contract)] = code_of(contract, AS_OF, rulebook()).contract
    assert len(set(seen.values())) == len(seen) > 1


def test_the_option_that_is_taken_is_not_the_option_that_is_not() -> None:
    """An empty object is no default there."""
    assert code({"option": {}}) != code({"option": None}) == EXAMPLE


def test_the_worked_examples_have_codes_of_their_own() -> None:
    """All of them, and each example another on another day."""
    contracts = [read(each.contract) for each in worked_examples()]
    codes = {result_code(each, AS_OF + timedelta(days), rulebook()) for each in contracts for days in range(3)}
    assert len(codes) == 3 * len(contracts)


def test_other_rules_are_told_from_another_contract() -> None:
    """A new rate of tax, a new number in the terms: the rules' part differs, the others do not."""
    contract = read(contract_file())
    more_tax = rulebook()._replace(tax_rates=tax_rates_from({"rates": [{"rate": "0.08", "effective_on": "2014-04-01"}]}))
    edition, terms = next(iter(rulebook().editions.items()))
    other_terms = rulebook()._replace(editions={edition: terms._replace(notice_days=replace(terms.notice_days, value=60))})
    usual = code_of(contract, AS_OF, rulebook())
    for rules in (more_tax, other_terms):
        found = code_of(contract, AS_OF, rules)
        assert found.rules != usual.rules
        assert (found.as_of, found.contract) == (usual.as_of, usual.contract)


def test_an_edition_that_the_contract_does_not_use_does_not_matter() -> None:
    """Installing a later one leaves the papers of the earlier one as they are."""
    edition, terms = next(iter(rulebook().editions.items()))
    assert code(rules=UNDER._replace(editions={edition: terms, "later": terms._replace(edition="later")})) == EXAMPLE


@given(CODES)
def test_a_code_is_read_as_it_was_made(made: ResultCode) -> None:
    """Sixteen characters in four groups."""
    assert read_code(str(made)) == made
    assert [len(group) for group in str(made).split("-")] == [4, 4, 4, 4]


@pytest.mark.parametrize(
    "typed",
    [
        EXAMPLE.lower(),
        EXAMPLE.replace("-", ""),
        EXAMPLE.replace("-", " "),
        f"  {EXAMPLE}\n",
        EXAMPLE.replace("1", "I", 1),
        EXAMPLE.replace("1", "l", 1),
        "１２７５－Ｎ２ＰＴ－Ｑ２ＧＤ－９ＳＧＺ",
        "１２７５ーｎ２ｐｔ　ｑ２ｇｄ−9sgz",
        EXAMPLE.replace("-", "–"),
    ],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    """From paper, on any keyboard."""
    assert str(read_code(typed)) == EXAMPLE


def test_the_letter_o_is_read_as_nought() -> None:
    """Crockford's letters have no O."""
    made = ResultCode(date(2024, 12, 10), 0, 0)
    assert str(made).count("0") > 3
    assert read_code(str(made).replace("0", "o")) == made


def reason(text: str) -> str:
    """Return why a text is no code."""
    with pytest.raises(UnreadableCodeError) as caught:
        read_code(text)
    return caught.value.reason


def test_every_wrong_character_and_every_exchange_is_found() -> None:
    """All of them, not most: 16 places by 31 other letters, and any two places."""
    plain = EXAMPLE.replace("-", "")
    for at in range(len(plain)):
        for letter in set(LETTERS) - {plain[at]}:
            assert reason(plain[:at] + letter + plain[at + 1 :]) == "check"
    for one, two in combinations(range(len(plain)), 2):
        if plain[one] != plain[two]:
            letters = list(plain)
            letters[one], letters[two] = letters[two], letters[one]
            assert reason("".join(letters)) == "check"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "characters"),
        (" - ", "characters"),
        ("paper.pdf", "characters"),
        (EXAMPLE.replace("Q", "U"), "characters"),
        (EXAMPLE.replace("Q", "問"), "characters"),
        (EXAMPLE[:-1], "length"),
        (EXAMPLE + "0", "length"),
        ("1", "length"),
    ],
)
def test_what_is_no_code_is_told(text: str, expected: str) -> None:
    """And why."""
    assert reason(text) == expected


def test_a_code_of_a_later_version_and_a_day_beyond_all_days_are_told() -> None:
    """Their last character is right."""
    assert reason(_checked("2" + "0" * 14)) == "version"
    assert reason(_checked("1" + "Z" * 14)) == "day"


def _checked(letters: str) -> str:
    """Return the letters with the one that makes them a code."""
    return next(found for each in LETTERS if (found := letters + each) and _reason_or_none(found) != "check")


def _reason_or_none(text: str) -> str | None:
    try:
        read_code(text)
    except UnreadableCodeError as error:
        return error.reason
    return None


def test_texts_at_random_are_codes_or_are_refused() -> None:
    """One in thirty-two of the right length has the right last character; none does anything else than be read or refused."""
    random = Random(1)  # noqa: S311 - the same texts in every run
    read = [_reason_or_none("1" + "".join(random.choices(LETTERS, k=15))) for _ in range(3200)]
    assert set(read) == {None, "check", "day"}
    assert 3200 * 0.95 < read.count("check") < 3200 * 0.985

"""Twenty thousand bent contracts: each is reckoned or refused in words, quickly, and nothing is ever thrown."""

import json
from random import Random
from time import process_time

import pytest

from desktop_app.document.assess import Assessment, assess, assess_content
from desktop_app.document.partly import known_of
from desktop_app.document.reading import read_draft
from desktop_app.report.statement_json import json_text, problems_data, statement_data
from desktop_app.report.text import statement_text
from desktop_app.wording.wording import wording
from tests.cases.contracts import AS_OF
from tests.cases.examples import rulebook, worked_examples
from tests.document.contract_data import EVERY_FIELD, of_model
from tests.document.mutator import bent, broken

pytestmark = pytest.mark.long
SEEDS = [*(example.contract for example in worked_examples()), EVERY_FIELD, of_model("package"), of_model("per_account")]
SHARES = 10
BENT, BROKEN = 1300, 700
EVERY_SO_MANY = 25
LONGEST = 60.0
"""Seconds after which a piece of work has got stuck; not a measure of speed."""


def told(assessment: Assessment) -> int:
    """Say everything that is to be said of an assessment in both languages, and return how many problems there were."""
    for words in (wording("ja"), wording("en")):
        if assessment.statement is None:
            assert assessment.problems
            assert all(each["message"] for each in problems_data(assessment.problems, words))
        else:
            assert json_text(statement_data(assessment.statement, words)).isprintable() is False
    return len(assessment.problems)


@pytest.mark.parametrize("share", range(SHARES))
def test_a_bent_contract_is_reckoned_or_refused(share: int) -> None:
    """As a draft that was opened, as the window holds it; some of them also as what is known, or as text."""
    random = Random(share)  # noqa: S311 - the same contracts in every run
    refused = 0
    for number in range(BENT):
        begun = process_time()
        draft, problems = read_draft(json.dumps(bent(SEEDS[number % len(SEEDS)], random)).encode("ascii"))
        if draft is None:
            continue
        assessment = assess(draft, AS_OF, rulebook(), problems)
        refused += bool(told(assessment))
        if number % EVERY_SO_MANY == 0:
            if assessment.statement is None:
                known_of(assessment, AS_OF, rulebook())
            else:
                assert statement_text(assessment, wording("ja"))
        assert process_time() - begun < LONGEST
    assert BENT // 3 < refused < BENT * 9 // 10


@pytest.mark.parametrize("share", range(SHARES))
def test_a_broken_text_is_reckoned_or_refused(share: int) -> None:
    """As the bytes of a file."""
    random = Random(1000 + share)  # noqa: S311 - the same texts in every run
    refused = 0
    for number in range(BROKEN):
        content = broken(SEEDS[number % len(SEEDS)], random)
        begun = process_time()
        refused += bool(told(assess_content(content, AS_OF, rulebook())))
        assert process_time() - begun < LONGEST
    assert BROKEN // 3 < refused < BROKEN

"""Every field with every kind of wrong value: one problem, at its address in the file's own terms, with a sentence that helps."""

import re
from typing import Any

import pytest

from desktop_app.calculation.step import Path
from desktop_app.document.draft import value_at, with_value
from desktop_app.document.fields import FIELDS, MODELS, MONTHLY, Field
from desktop_app.wording.wording import pointer, wording
from tests.document.contract_data import EVERY_FIELD, of_model
from tests.document.wrong_values import CASES, contract_with, found_in, place


@pytest.mark.parametrize("model", MODELS)
def test_the_contract_that_is_made_wrong_is_right(model: str) -> None:
    """So whatever is told of it is the wrong value's."""
    assert found_in(of_model(model)) == ()


@pytest.mark.parametrize(
    ("name", "field", "value", "code"), CASES, ids=[f"{name}-{str(value)[:24]!r}" for name, _, value, _ in CASES]
)
def test_a_wrong_value_is_told_at_its_field_and_nowhere_else(name: str, field: Field, value: Any, code: str) -> None:
    """One problem, with the code for just that fault and the field's article."""
    path = place(field)
    found = found_in(with_value(contract_with(field), path, value))
    assert [(pointer(each.path), each.code) for each in found] == [(name, code)]
    assert found[0].article is field.article or code == "terms_not_installed"


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("code", sorted({code for *_, code in CASES}))
def test_the_sentence_names_the_field_and_says_what_would_be_right(code: str, language: Any) -> None:
    """In both languages, without a place that was not filled in."""
    words = wording(language)
    for field, value in [(field, value) for _, field, value, each in CASES if each == code][:40]:
        for problem in found_in(with_value(contract_with(field), place(field), value)):
            sentence = words.problem(problem)
            assert words.label(problem.path).split("（")[0].split(" (")[0] in sentence
            assert not re.search(r"[{}]|None|_[a-z]+\.", sentence.replace("{ }", "").replace("{}", "")), sentence
            assert problem.article is None or words.article(problem.article) in sentence


ROWS = ("accounts", "changes", "outages")
ROW_PATHS: list[Path] = [*((name, 0) for name in ROWS), (*MONTHLY, "tiers", 0)]


@pytest.mark.parametrize("path", ROW_PATHS, ids=pointer)
@pytest.mark.parametrize("value", [5, "x", [], None])
def test_a_row_that_is_no_object_is_told_at_the_row(path: Path, value: Any) -> None:
    """Also a null."""
    rows = [value, *value_at(EVERY_FIELD, path[:-1])]
    found = found_in(with_value(EVERY_FIELD, path[:-1], rows))
    assert [(each.path, each.code) for each in found] == [(path, "object_expected")]


@pytest.mark.parametrize("path", [("service", "domains", 1), ("service", "ipv4_addresses", 0)], ids=pointer)
def test_an_item_that_is_no_text_is_told_at_the_item(path: Path) -> None:
    """With its index in the list."""
    found = found_in(with_value(EVERY_FIELD, path, 5))
    assert [(each.path, each.code) for each in found] == [(path, "text_expected")]


@pytest.mark.parametrize(
    "domain",
    [
        "example",
        "a..b",
        ".example.jp",
        "example.jp.",
        "-a.jp",
        "a-.jp",
        "a_b.jp",
        "a b.jp",
        "a" * 64 + ".jp",
        "a." * 127 + "jp",
        "",
        "。.jp",
        "\ud800.jp",
    ],
)
def test_a_malformed_domain_is_told_at_the_item(domain: str) -> None:
    """Two or more labels of letters, digits and hyphens after IDNA, without a dot at the end."""
    found = found_in(with_value(EVERY_FIELD, ("service", "domains", 1), domain))
    assert [(each.path, each.code) for each in found] == [(("service", "domains", 1), "domain_malformed")]


@pytest.mark.parametrize("model", MODELS)
def test_no_address_has_a_name_of_a_price_model_in_it(model: str) -> None:
    """The library that checks the types puts one there."""
    for name in of_model(model)["prices"]["monthly"]:
        for each in found_in(with_value(of_model(model), (*MONTHLY, name), {"x": 1})):
            assert set(each.path) & set(MODELS) == set()


def test_no_problem_carries_what_the_user_typed() -> None:
    """A log of problems may be handed on."""
    secret = "秘密の値"  # noqa: S105 - a text to look for
    for field in FIELDS:
        found = found_in(with_value(contract_with(field), place(field), [secret]))
        assert secret not in repr(found)

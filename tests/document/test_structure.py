"""Every field with every kind of wrong value: one problem, at its address in the file's own terms, with a sentence that helps."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from desktop_app.calculation.problem import Problem
from desktop_app.calculation.step import Path
from desktop_app.document.assess import assess, assess_content
from desktop_app.document.draft import value_at, with_value
from desktop_app.document.fields import FIELDS, MODELS, MONTHLY, Field, Kind
from desktop_app.wording.wording import pointer, wording
from tests.cases.contracts import AS_OF
from tests.cases.examples import rulebook
from tests.document.contract_data import EVERY_FIELD, as_bytes, nodes, of_model

DAYS = {
    "2024-7-1": "day_malformed",
    "20240701": "day_malformed",
    "2024-07-01T00:00": "day_malformed",
    " 2024-07-01": "day_malformed",
    "２０２４-07-01": "day_malformed",
    "": "day_malformed",
    5: "day_malformed",
    "2024-02-30": "day_not_in_calendar",
    "0000-01-01": "day_not_in_calendar",
    "1999-12-31": "day_out_of_range",
    "2200-01-01": "day_out_of_range",
}
MOMENTS = {
    "2024-07-10T9:00": "moment_malformed",
    "2024-07-10 09:00": "moment_malformed",
    "2024-07-10T09": "moment_malformed",
    "2024-07-10T24:00": "moment_malformed",
    "2024-07-10T09:60": "moment_malformed",
    "2024-07-10T09:00+09:00": "moment_malformed",
    "2024-07-10T09:00Z": "moment_malformed",
    "2024-07-10T09:00:00.5": "moment_malformed",
    "2024/07/10": "moment_malformed",
    1720569600: "moment_malformed",
    "2024-02-30T09:00": "day_not_in_calendar",
    "1999-12-31T23:59": "day_out_of_range",
    "2200-01-01": "day_out_of_range",
}
AMOUNTS = {
    -1: "amount_out_of_range",
    10**12 + 1: "amount_out_of_range",
    -(10**60): "amount_out_of_range",
    1.5: "amount_not_whole",
    100.0: "amount_not_whole",
    "100": "amount_not_whole",
}
PRICES = {
    "-1": "price_malformed",
    "+1": "price_malformed",
    "1e3": "price_malformed",
    "1 000": "price_malformed",
    " 1": "price_malformed",
    "1\n": "price_malformed",
    "1.": "price_malformed",
    ".5": "price_malformed",
    "1,000": "price_malformed",
    "１": "price_malformed",
    "0.1234567": "price_malformed",
    "NaN": "price_malformed",
    "": "price_malformed",
    -1: "price_malformed",
    1.5: "price_malformed",
    "1000000000000.000001": "price_out_of_range",
    "9" * 5000: "price_out_of_range",
    10**12 + 1: "price_out_of_range",
}
COUNTS = {
    -1: "count_out_of_range",
    10**8 + 1: "count_out_of_range",
    2.0: "count_not_whole",
    "2": "count_not_whole",
}
TEXTS = {5: "text_expected", 1.5: "text_expected", "\ud800": "text_not_unicode", "a\udc00b": "text_not_unicode"}
WRONG: dict[Kind, dict[Any, str]] = {
    Kind.DAY: DAYS,
    Kind.MOMENT: MOMENTS,
    Kind.AMOUNT: AMOUNTS,
    Kind.PRICE: PRICES,
    Kind.COUNT: COUNTS,
    Kind.TEXT: TEXTS,
    Kind.LONG_TEXT: TEXTS,
    Kind.CHOICE: {"other_than_all": "choice_unknown", "": "choice_unknown", 5: "choice_unknown"},
    Kind.FLAG: {1: "flag_expected", 0: "flag_expected", "true": "flag_expected"},
    Kind.IMAGE: {5: "text_expected", "no base64!": "seal_not_png", "aGVsbG8=": "seal_not_png", "A" * 700_000: "seal_too_large"},
    Kind.TEXT_LIST: {"a": "list_expected", 5: "list_expected"},
    Kind.TABLE: {"a": "list_expected", 5: "list_expected"},
    Kind.PART: {"a": "object_expected", 5: "object_expected"},
}
NONE_OF_A_KIND = {
    Kind.DAY: "day_malformed",
    Kind.MOMENT: "moment_malformed",
    Kind.AMOUNT: "amount_not_whole",
    Kind.PRICE: "price_malformed",
    Kind.COUNT: "count_not_whole",
    Kind.TEXT: "text_expected",
    Kind.LONG_TEXT: "text_expected",
    Kind.CHOICE: "choice_unknown",
    Kind.FLAG: "flag_expected",
    Kind.IMAGE: "text_expected",
    Kind.TEXT_LIST: "list_expected",
    Kind.TABLE: "list_expected",
    Kind.PART: "object_expected",
}
READ_BY_ITSELF = {"format", "version"}
"""Reported alone, by the reading."""
TERMS = {"terms": {5: "text_expected", "another-edition": "terms_not_installed"}}
LEAST = {"up_to": 1, "package_size": 1, "quote_months": 1}


def place(field: Field) -> Path:
    """Return the address of a field in a contract file, in the first row of its table."""
    return tuple(0 if part == "*" else part for part in field.path)


def wrong_values(field: Field) -> Iterator[tuple[Any, str]]:
    """Yield values that a field must not have, with the code of the problem."""
    yield from (TERMS.get(field.key) or WRONG[field.kind]).items()
    of_another_kind = "text_expected" if field.key == "terms" else NONE_OF_A_KIND[field.kind]
    if field.kind is not Kind.TABLE and field.kind is not Kind.TEXT_LIST:
        yield ["x"], of_another_kind
    if field.kind is not Kind.PART:
        yield {"x": 1}, of_another_kind
    if field.kind is not Kind.FLAG:
        yield True, of_another_kind
    if field.path[-1] in LEAST:
        yield 0, "count_out_of_range"
    if field.path[-1] == "quote_months":
        yield 121, "count_out_of_range"


CASES = [
    (pointer(place(field)), field, value, code)
    for field in FIELDS
    if field.key not in READ_BY_ITSELF
    for value, code in wrong_values(field)
]


def found_in(draft: Any) -> tuple[Problem, ...]:
    """Return what is wrong with a draft."""
    return assess(draft, AS_OF, rulebook()).problems


def contract_with(field: Field) -> dict[str, Any]:
    """Return a contract file that is right and has the field."""
    if field.path == ("termination", "effective_on"):
        return {**EVERY_FIELD, "termination": {"kind": "by_provider", "effective_on": "2025-01-31"}}
    return of_model(field.models[0]) if field.models else EVERY_FIELD


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


@pytest.mark.parametrize("path", [(), ("quote",), ("prices", "monthly"), ("accounts", 0), ("option",)], ids=pointer)
def test_a_name_with_half_a_surrogate_pair_is_told_as_it_is_escaped(path: Path) -> None:
    """Beside what else is wrong in that part."""
    draft = deepcopy(EVERY_FIELD)
    (value_at(draft, path) if path else draft).update({"a\ud800": 1, "\udfff": {}, "z": 1})
    found = assess_content(json.dumps(draft).encode("ascii"), AS_OF, rulebook()).problems
    assert [(each.path, each.code) for each in found] == [
        ((*path, "a\\ud800"), "field_unknown"),
        ((*path, "\\udfff"), "field_unknown"),
        ((*path, "z"), "field_unknown"),
    ]


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


OBJECTS = [path for path in nodes(EVERY_FIELD) if isinstance(value_at(EVERY_FIELD, path), dict)]


@pytest.mark.parametrize("path", [(), *OBJECTS], ids=pointer)
def test_an_unknown_field_is_told_in_every_part(path: Path) -> None:
    """Whatever its name is, also when it is null."""
    for name, value in (("unknown", 1), ("", 1), ("graduated", None), ("a.b[0]", {})):
        draft = deepcopy(EVERY_FIELD)
        value_at(draft, path)[name] = value
        found = found_in(draft)
        assert [(each.path, each.code) for each in found] == [((*path, name), "field_unknown")]


@pytest.mark.parametrize(
    "path", [path for path in OBJECTS if path not in {("option",), ("termination",)} and isinstance(path[-1], str)], ids=pointer
)
@pytest.mark.parametrize("value", [5, "x", True, []])
def test_a_part_that_is_no_object_is_told_at_the_part(path: Path, value: Any) -> None:
    """And nothing that would have been in it."""
    found = found_in(with_value(EVERY_FIELD, path, value))
    assert [(each.path, each.code) for each in found] == [(path, "object_expected")]


REQUIRED = [field for field in FIELDS if field.required]


@pytest.mark.parametrize("field", REQUIRED, ids=lambda field: field.key)
@pytest.mark.parametrize("null", [False, True])
def test_a_required_field_is_missed(field: Field, *, null: bool) -> None:
    """Absent or null alike."""
    path = place(field)
    draft = deepcopy(contract_with(field))
    around = value_at(draft, path[:-1])
    if null:
        around[path[-1]] = None
    else:
        del around[path[-1]]
    assert [(each.path, each.code) for each in found_in(draft)] == [(path, "field_missing")]


@pytest.mark.parametrize("part", ["dates", "prices"])
def test_a_part_with_required_fields_is_missed_itself(part: str) -> None:
    """It is the part that must be written."""
    assert [(each.path, each.code) for each in found_in(with_value(EVERY_FIELD, (part,), None))] == [((part,), "field_missing")]


def test_fields_that_may_be_absent_may_be_null() -> None:
    """Both mean the same, whatever the field."""
    for path in nodes(EVERY_FIELD):
        absent = with_value(EVERY_FIELD, path, None)
        if isinstance(path[-1], str) and not found_in(absent):
            null = deepcopy(EVERY_FIELD)
            value_at(null, path[:-1])[path[-1]] = None
            assessed = [assess(each, AS_OF, rulebook()) for each in (absent, null)]
            assert assessed[0].contract == assessed[1].contract
            assert assessed[0].statement == assessed[1].statement


@pytest.mark.parametrize("model", MODELS)
def test_a_field_of_another_price_model_is_told_unless_it_is_null(model: str) -> None:
    """A price that was typed for one model must not be forgotten silently by another."""
    others = {name: value for each in MODELS for name, value in of_model(each)["prices"]["monthly"].items()}
    own = of_model(model)["prices"]["monthly"]
    for name in set(others) - set(own):
        path = (*MONTHLY, name)
        assert [(each.path, each.code) for each in found_in(with_value(of_model(model), path, others[name]))] == [
            (path, "field_of_other_model")
        ]
        draft = of_model(model)
        draft["prices"]["monthly"][name] = None
        assert found_in(draft) == ()


@pytest.mark.parametrize("named", [{"model": "flat"}, {"model": 5}, {"model": None}, {}, {"model": ["graduated"]}])
def test_without_a_known_price_model_the_other_prices_are_looked_at_all_the_same(named: dict[str, Any]) -> None:
    """All errors at once: those in fields that every model has, and unknown ones; not those of one model alone."""
    monthly = {**named, "base_fee": -1, "minimum_accounts": 1.5, "tiers": 5, "unit_price": "x", "unknown": 1}
    found = found_in(with_value(EVERY_FIELD, MONTHLY, monthly))
    code = "choice_unknown" if named.get("model") is not None else "field_missing"
    assert [(pointer(each.path), each.code) for each in found] == [
        ("prices.monthly.model", code),
        ("prices.monthly.base_fee", "amount_out_of_range"),
        ("prices.monthly.minimum_accounts", "count_not_whole"),
        ("prices.monthly.unknown", "field_unknown"),
    ]


def test_many_errors_are_told_at_once_in_the_order_of_the_file_format() -> None:
    """However the file itself is ordered, faults of types and rules between fields together."""
    wrong = {
        "outages": [{"known_at": 1}, {"known_at": "2024-11-01", "restored_at": "2024-10-01"}],
        "accounts": [{"from": "2024-08-01", "count": -1, "y": 1}, {"from": "2024-08-01", "count": 1}],
        "z": 1,
        "policy": {"settlement_basis": "fixed"},
        "dates": {"accepted_on": "2024-07-20", "billing_start": "2024-07-10", "applied_on": 1},
        "quote": {"memo": 1, "revision": -1, "x": 1},
        "prices": {"monthly": {"model": "volume", "tiers": [{"unit_price": "x"}, {"up_to": 5, "unit_price": 1}]}},
        "title": 1,
        "version": 1,
        "format": "contract-calculator",
    }
    assert [(pointer(each.path), each.code) for each in found_in(wrong)] == [
        ("title", "text_expected"),
        ("quote.revision", "count_out_of_range"),
        ("quote.memo", "text_expected"),
        ("quote.x", "field_unknown"),
        ("dates.applied_on", "day_malformed"),
        ("dates.billing_start", "billing_before_acceptance"),
        ("prices.monthly.tiers", "tiers_open_before_last"),
        ("prices.monthly.tiers[0].unit_price", "price_malformed"),
        ("accounts", "no_account_at_billing_start"),
        ("accounts[0].count", "count_out_of_range"),
        ("accounts[0].y", "field_unknown"),
        ("accounts[1].from", "account_moment_repeated"),
        ("outages[0].known_at", "moment_malformed"),
        ("outages[1].restored_at", "restored_before_known"),
        ("policy.settlement_accounts", "settlement_accounts_missing"),
        ("z", "field_unknown"),
    ]


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


def test_a_digest_that_does_not_match_is_a_warning_of_a_file_that_opens() -> None:
    """Last of the warnings, as it is last in the file; absent, empty or right there is none."""
    quiet = assess(EVERY_FIELD, AS_OF, rulebook()).statement
    warned = assess({**EVERY_FIELD, "digest": "sha256:0"}, AS_OF, rulebook()).statement
    assert quiet is not None
    assert warned is not None
    assert [(each.path, each.code) for each in warned.warnings] == [
        *((each.path, each.code) for each in quiet.warnings),
        (("digest",), "digest_mismatch"),
    ]
    assert assess({**EVERY_FIELD, "digest": ""}, AS_OF, rulebook()).statement == quiet
    assert assess({**EVERY_FIELD, "digest": None}, AS_OF, rulebook()).statement == quiet


def test_a_text_and_what_is_wrong_with_it_are_assessed_together() -> None:
    """A key given twice, beside what is wrong with the values; a text that is no draft alone."""
    content = as_bytes({**EVERY_FIELD, "title": 5}).replace(b'"title"', b'"terms": "x", "title"')
    assessment = assess_content(content, AS_OF, rulebook())
    assert [(each.path, each.code) for each in assessment.problems] == [
        (("terms",), "field_repeated"),
        (("terms",), "terms_not_installed"),
        (("title",), "text_expected"),
    ]
    assert assess_content(b"[]", AS_OF, rulebook()).draft is None
    whole = assess_content(as_bytes(EVERY_FIELD), AS_OF, rulebook())
    assert whole == assess(EVERY_FIELD, AS_OF, rulebook())


def test_an_edition_that_is_not_installed_names_those_that_are() -> None:
    """And rules that an edition decides are checked by the usual one."""
    found = found_in({**EVERY_FIELD, "terms": "x", "service": {"ipv4_addresses": ["::1"]}})
    assert [(pointer(each.path), each.code) for each in found] == [
        ("terms", "terms_not_installed"),
        ("service.ipv4_addresses[0]", "ip_address_malformed"),
    ]
    assert dict(found[0].details)["installed"] == ("oem-mail-2014-07-01",)

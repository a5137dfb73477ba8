"""For every field of the contract file the values that it must not have, and the code of the problem."""

from collections.abc import Iterator
from typing import Any

from desktop_app.calculation.problem import Problem
from desktop_app.calculation.step import Path
from desktop_app.document.assess import assess
from desktop_app.document.fields import FIELDS, Field, Kind
from desktop_app.wording.wording import pointer
from tests.cases.contracts import AS_OF
from tests.cases.examples import rulebook
from tests.document.contract_data import EVERY_FIELD, of_model

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
TEXTS = {
    5: "text_expected",
    1.5: "text_expected",
    "\ud800": "text_not_unicode",
    "a\udc00b": "text_not_unicode",
    "a\0b": "text_acts_unseen",
    "\u202e1": "text_acts_unseen",
}
WRONG: dict[Kind, dict[Any, str]] = {
    Kind.DAY: DAYS,
    Kind.MOMENT: MOMENTS,
    Kind.AMOUNT: AMOUNTS,
    Kind.PRICE: PRICES,
    Kind.COUNT: COUNTS,
    Kind.TEXT: TEXTS,
    Kind.LONG_TEXT: TEXTS,
    Kind.CHOICE: {"other_than_all": "choice_unknown", "": "choice_unknown", 5: "choice_unknown", "full\ud800": "choice_unknown"},
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

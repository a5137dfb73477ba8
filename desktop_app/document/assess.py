"""The one question asked of a draft: what it comes to as of a day, and what is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails, ValidationError

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import OTHER_MODELS_FIELDS, Contract, MonthlyPrice
from desktop_app.calculation.evaluate import evaluate
from desktop_app.calculation.problem import UNREADABLE, Problem
from desktop_app.calculation.refusals import refusals
from desktop_app.calculation.statement import Statement
from desktop_app.calculation.step import Path
from desktop_app.calculation.terms import DEFAULT_TERMS, Rulebook
from desktop_app.document.digest import digest_of
from desktop_app.document.draft import Draft, value_at, with_value
from desktop_app.document.extent import MOST_PROBLEMS, lists_too_long
from desktop_app.document.fields import MODELS, MONTHLY, field_at, place_of
from desktop_app.document.panics import PanicError, panics_told
from desktop_app.document.reading import read_draft

CODES = {
    "missing": "field_missing",
    "extra_forbidden": "field_unknown",
    "dict_type": "object_expected",
    "tuple_type": "list_expected",
    "literal_error": "choice_unknown",
    "string_unicode": "choice_unknown",
}
NO_MODEL = frozenset({"union_tag_invalid", "union_tag_not_found"})
"""What pydantic says of prices that name no price model; it looks no further into them then."""


class Reading(NamedTuple):
    """What a draft is read as: a contract with holes at the addresses that cannot be read, and all that is wrong with it."""

    contract: Contract
    holes: frozenset[Path]
    problems: tuple[Problem, ...]


class Assessment(NamedTuple):
    """A draft with its contract and statement (None when something is wrong) and its problems in the order of the file format.

    `reading` is how far the draft was read where something is wrong.
    """

    draft: Draft | None
    contract: Contract | None
    statement: Statement | None
    problems: tuple[Problem, ...]
    reading: Reading | None = None


def assess(draft: Draft, as_of: date, rules: Rulebook, problems: Iterable[Problem] = ()) -> Assessment:
    """Return what `draft` comes to; `problems` are those already found in the text it was read from."""
    reading = _reading(draft, rules, problems)
    contract = reading.contract
    if reading.problems:
        return Assessment(draft, None, None, reading.problems, reading)
    statement = evaluate(contract, as_of, rules)
    if contract.digest and contract.digest != digest_of(draft):
        statement = statement._replace(warnings=(*statement.warnings, Problem(("digest",), "digest_mismatch")))
    return Assessment(draft, contract, statement, ())


def assess_content(content: bytes, as_of: date, rules: Rulebook) -> Assessment:
    """Return what the bytes of a contract file come to."""
    source = read_draft(content)
    if source.draft is None:
        return Assessment(None, None, None, source.problems)
    return assess(source.draft, as_of, rules, source.problems)


def read_contract(draft: Draft, rules: Rulebook, problems: Iterable[Problem] = ()) -> tuple[Contract | None, tuple[Problem, ...]]:
    """Return the contract that `draft` is read as, or None and everything that is wrong with it."""
    reading = _reading(draft, rules, problems)
    return (None if reading.problems else reading.contract), reading.problems


def _reading(draft: Draft, rules: Rulebook, problems: Iterable[Problem]) -> Reading:
    contract, structural = _read(draft)
    found = [*problems, *structural]
    edition = DEFAULT_TERMS if contract.terms is UNREADABLE else contract.terms
    terms = rules.editions.get(edition)
    if terms is None:
        found.append(Problem(("terms",), "terms_not_installed", None, (("installed", tuple(rules.editions)),)))
        terms = rules.editions[DEFAULT_TERMS]
    found += refusals(contract, terms)
    in_order = tuple(sorted(found, key=lambda each: place_of(each.path))[:MOST_PROBLEMS])
    return Reading(contract, frozenset(each.path for each in structural), in_order)


def _read(draft: Draft) -> tuple[Contract, list[Problem]]:
    """Return the contract, with holes where its fields cannot be read, and why they cannot."""
    found = list(lists_too_long(draft))
    readable = draft
    for each in found:
        readable = with_value(readable, each.path, [])
    contract, wrong = _validated(readable)
    found += wrong
    if contract is not None and not found:
        return contract, []
    from desktop_app.document.salvage import salvaged  # noqa: PLC0415 - only where something is wrong

    return salvaged(readable, {each.path for each in found}), found


def _validated(draft: Draft) -> tuple[Contract | None, list[Problem]]:
    """Return the contract, or None and why there is none; what a panic leaves is read field by field."""
    try:
        with panics_told():
            return _valid_or_wrong(draft)
    except PanicError as panic:
        return None, [Problem((), "reading_gave_up", None, (("kind", panic.kind),))]


def _valid_or_wrong(draft: Draft) -> tuple[Contract | None, list[Problem]]:
    try:
        return Contract.model_validate(draft), []
    except ValidationError as error:
        return None, list(_problems(error, draft))


def _problems(error: ValidationError, draft: Draft, within: Path = ()) -> Iterator[Problem]:
    """Yield the findings of pydantic's in our own terms."""
    for each in error.errors(include_url=False, include_input=False):
        if each["type"] in NO_MODEL:
            yield from _problems_of_no_model(value_at(draft, MONTHLY))
        else:
            yield _problem((*within, *each["loc"]), each)


def _problems_of_no_model(monthly: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with prices that name no price model: that, and what is in the fields that every model has."""
    path, choices = (*MONTHLY, "model"), (("choices", MODELS),)
    if monthly.get("model") is None:
        yield Problem(path, "field_missing", _article(path))
    else:
        yield Problem(path, "choice_unknown", _article(path), choices)
    try:
        MonthlyPrice.model_validate({name: each for name, each in monthly.items() if name not in {"model", *OTHER_MODELS_FIELDS}})
    except ValidationError as error:
        yield from _problems(error, monthly, MONTHLY)


def _problem(location: Path, error: ErrorDetails) -> Problem:
    path, kind, details = _untagged(location), error["type"], dict(error.get("ctx") or {})
    code = CODES.get(kind, kind)
    if code == "field_unknown" and path[:-1] == MONTHLY and path[-1] in OTHER_MODELS_FIELDS:
        code = "field_of_other_model"
    return Problem(path, code, _article(path), _details(code, path, details))


def _untagged(location: tuple[str | int, ...]) -> Path:
    """Return an error's address in the file's own terms: pydantic puts a union's tag behind the union's field."""
    tag = len(MONTHLY)
    if location[:tag] == MONTHLY and len(location) > tag and location[tag] in MODELS:
        return (*location[:tag], *location[tag + 1 :])
    return location


def _article(path: Path) -> Article | None:
    field = field_at(path)
    return None if field is None else field.article


def _details(code: str, path: Path, details: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    if code == "choice_unknown":
        field = field_at(path)
        return (("choices", field.choices if field is not None and field.choices else (details.get("expected", ""),)),)
    return tuple((name, value) for name, value in details.items() if name in {"least", "most", "character"})

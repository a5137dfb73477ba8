"""The table of fields and the models say the same: every field of one is in the other, in the order of the file format."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Literal, get_args, get_origin

import pytest
from msgspec.structs import FieldInfo

from desktop_app.calculation import field_types
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.part import Part, members_of
from desktop_app.calculation.step import Path
from desktop_app.document.extent import NAMES
from desktop_app.document.fields import EACH, FIELDS, MODELS, MONTHLY, Kind, Section, field_at, key_of, place_of
from tests.document.contract_data import EVERY_FIELD, nodes, of_model

KIND_OF_TYPE = {
    "Day": {Kind.DAY},
    "Moment": {Kind.MOMENT},
    "Amount": {Kind.AMOUNT},
    "Price": {Kind.PRICE},
    "Count": {Kind.COUNT},
    "PositiveCount": {Kind.COUNT},
    "Months": {Kind.COUNT},
    "Text": {Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE},
    "Domain": {Kind.TEXT_LIST},
    "Flag": {Kind.FLAG},
    "Seal": {Kind.IMAGE},
}
ALWAYS_THERE = {"quote", "issuer", "customer", "service", "dates", "prices", "prices.change_fees", "prices.monthly", "policy"}
"""Parts that only hold fields together."""
OF_THE_FILE = {"format", "version", "digest"}


def modelled(model: type[Part] = Contract, at: Path = ()) -> Iterator[tuple[Path, FieldInfo, type[Part]]]:
    """Yield the address and the model's entry of every field, those of lists with `EACH`."""
    for field in members_of(model).values():
        path = (*at, field.encode_name)
        yield path, field, model
        below = (*path, EACH) if get_origin(field.type) is tuple else path
        for inner in models_in(field.type):
            yield from modelled(inner, below)


def models_in(annotation: Any) -> Iterator[type[Part]]:
    """Yield the models that a field can hold."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def validators(field: FieldInfo) -> set[str]:
    """Return the names of our types in a field's annotation."""
    ours = {id(get_args(getattr(field_types, name))[1]): name for name in KIND_OF_TYPE}
    return {ours[id(each)] for each in _metadata(field.type) if id(each) in ours}


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _metadata(inner)


def literals(annotation: Any) -> tuple[str, ...]:
    """Return the values that a choice can have."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(value for inner in get_args(annotation) for value in literals(inner))


MODELLED = list(modelled())


def test_every_field_of_the_models_is_in_the_table_and_none_else() -> None:
    """A field that only one of them knew could not be typed, or could not be read."""
    assert {path for path, _, _ in MODELLED if key_of(path) not in ALWAYS_THERE} == {field.path for field in FIELDS}
    assert {key_of(path) for path, _, _ in MODELLED} & ALWAYS_THERE == ALWAYS_THERE


@pytest.mark.parametrize(("path", "field", "model"), MODELLED, ids=[key_of(path) for path, _, _ in MODELLED])
def test_a_field_is_of_the_kind_of_its_type(path: Path, field: FieldInfo, model: type[Part]) -> None:
    """The editor that the window makes for it types what can be read."""
    entry = field_at(path)
    types = validators(field)
    if entry is None or key_of(path) in OF_THE_FILE:
        return
    if models_in_list(field):
        assert entry.kind is Kind.TABLE
    elif list(models_in(field.type)):
        assert entry.kind is Kind.PART
    elif get_origin(field.type) is tuple:
        assert entry.kind is Kind.TEXT_LIST
    elif types:
        assert {entry.kind} <= KIND_OF_TYPE[types.pop()]
    else:
        assert entry.kind is Kind.CHOICE
        assert set(literals(field.type)) <= set(entry.choices)
    if field.required:
        assert entry.required, key_of(path)
    elif key_of(path) != "accounts":
        assert not entry.required, key_of(path)


def models_in_list(field: FieldInfo) -> bool:
    """Return whether a field is a table."""
    return get_origin(field.type) is tuple and bool(list(models_in(field.type)))


def test_the_choices_of_the_price_model_are_the_price_models() -> None:
    """Each names one of the models, and a field of some models alone is in just those."""
    own: dict[Path, set[str]] = {}
    for path, field, model in MODELLED:
        if path[:2] == MONTHLY and len(path) == 3:
            own.setdefault(path, set()).update(literals(members_of(model)["model"].type))
        if path == (*MONTHLY, "model"):
            assert set(literals(field.type)) <= set(MODELS)
    assert set().union(*own.values()) == set(MODELS)
    for path, models in own.items():
        entry = field_at(path)
        assert entry is not None
        assert set(entry.models or MODELS) == models


def test_each_choice_is_listed_in_the_order_of_its_type() -> None:
    """The first of a policy is its default."""
    for path, field, _ in MODELLED:
        entry = field_at(path)
        if entry is not None and entry.kind is Kind.CHOICE and path != (*MONTHLY, "model") and literals(field.type):
            assert entry.choices == literals(field.type)
            if not field.required:
                assert entry.choices[0] == field.default


@pytest.mark.parametrize("model", MODELS)
def test_a_file_is_laid_out_in_the_order_of_the_table(model: str) -> None:
    """So errors come in the order in which one reads the file."""
    paths = list(nodes(of_model(model)))
    assert sorted(paths, key=place_of) == paths


def test_every_address_of_the_table_is_found_with_and_without_indices() -> None:
    """Rows share their columns' entries."""
    for field in FIELDS:
        assert field_at(field.path) is field
        assert field_at(tuple(3 if part == EACH else part for part in field.path)) is field
    assert field_at(("quote",)) is None
    assert field_at(("accounts", 0, "nothing")) is None


def test_no_address_stands_twice_in_the_table() -> None:
    """Two fields with one address would be typed over one another."""
    assert len({field.key for field in FIELDS}) == len(FIELDS)


def test_each_part_knows_the_names_of_its_fields() -> None:
    """What is unknown is unknown in just that part."""
    assert NAMES[""] == set(EVERY_FIELD) | {"digest"}
    assert NAMES["accounts"] == {"from", "count", "note"}
    assert NAMES["prices.monthly.tiers"] == {"up_to", "unit_price"}
    assert "unit_price" in NAMES["prices.monthly"]


@pytest.mark.parametrize(
    ("before", "behind"),
    list(
        pairwise(
            [
                (),
                ("format",),
                ("quote",),
                ("quote", "number"),
                ("quote", "memo"),
                ("quote", "unknown"),
                ("accounts",),
                ("accounts", 0, "from"),
                ("accounts", 0, "unknown"),
                ("accounts", 1),
                ("accounts", 1, "count"),
                ("accounts", 10),
                ("policy", "quote_months"),
                ("digest",),
                ("unknown",),
            ]
        )
    ),
)
def test_a_part_stands_before_what_is_in_it_and_unknown_fields_behind_the_known(before: Path, behind: Path) -> None:
    """Rows stand by their numbers."""
    assert place_of(before) < place_of(behind)


def test_every_section_of_the_window_has_fields() -> None:
    """None is empty."""
    assert {field.section for field in FIELDS} == set(Section)

"""Parts of a contract file that are missing, unknown or no objects; and prices of another model or of none."""

import json
from copy import deepcopy
from typing import Any

import pytest

from desktop_app.calculation.step import Path
from desktop_app.document.assess import assess, assess_content
from desktop_app.document.draft import value_at, with_value
from desktop_app.document.fields import FIELDS, MODELS, MONTHLY, Field
from desktop_app.wording.wording import pointer
from tests.cases.contracts import AS_OF
from tests.cases.examples import rulebook
from tests.document.contract_data import EVERY_FIELD, nodes, of_model
from tests.document.wrong_values import contract_with, found_in, place

OBJECTS = [path for path in nodes(EVERY_FIELD) if isinstance(value_at(EVERY_FIELD, path), dict)]


@pytest.mark.parametrize("path", [(), *OBJECTS], ids=pointer)
def test_an_unknown_field_is_told_in_every_part(path: Path) -> None:
    """Whatever its name is, also when it is null."""
    for name, value in (("unknown", 1), ("", 1), ("graduated", None), ("a.b[0]", {})):
        draft = deepcopy(EVERY_FIELD)
        value_at(draft, path)[name] = value
        found = found_in(draft)
        assert [(each.path, each.code) for each in found] == [((*path, name), "field_unknown")]


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

"""A contract with holes: what can be read of a draft that has errors, so that the rules between the other fields still speak."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.problem import UNREADABLE
from desktop_app.calculation.step import Path


def salvaged(draft: Mapping[str, Any], wrong: Collection[Path]) -> Contract:
    """Return what `draft` can be read as, with `UNREADABLE` wherever one of the addresses in `wrong` lies."""
    contract: Contract = _part(Contract, draft, (), frozenset(wrong))
    return contract


def _part(model: type[BaseModel], data: Mapping[str, Any], at: Path, wrong: frozenset[Path]) -> Any:
    values = {name: _value(field, data, (*at, field.alias or name), wrong) for name, field in model.model_fields.items()}
    return model.model_construct(**values)


def _value(field: FieldInfo, data: Mapping[str, Any], path: Path, wrong: frozenset[Path]) -> Any:
    raw = data.get(str(path[-1]))
    if path in wrong:
        return UNREADABLE
    if raw is None:
        return UNREADABLE if field.is_required() else field.get_default(call_default_factory=True)
    if not any(each[: len(path)] == path for each in wrong):
        return _adapter(field).validate_python(raw)
    return _below(field, raw, path, wrong)


def _below(field: FieldInfo, raw: Any, path: Path, wrong: frozenset[Path]) -> Any:
    """Return the value of a field in which something further down is wrong."""
    if isinstance(raw, list):
        return tuple(_item(field, item, (*path, i), wrong) for i, item in enumerate(raw))
    return _item(field, raw, path, wrong, itself=True)


def _item(field: FieldInfo, raw: Any, path: Path, wrong: frozenset[Path], *, itself: bool = False) -> Any:
    if not itself and path in wrong:
        return UNREADABLE
    model = _model_of(field, raw)
    return UNREADABLE if model is None else _part(model, raw, path, wrong)


def _model_of(field: FieldInfo, raw: Any) -> type[BaseModel] | None:
    """Return the model that a field's object is read as; of a union the one that the data names."""
    if not isinstance(raw, Mapping):
        return None
    models = list(_models_in(field.annotation))
    if len(models) == 1:
        return models[0]
    return next((each for each in models if raw.get("model") in get_args(each.model_fields["model"].annotation)), None)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _adapter(field: FieldInfo) -> TypeAdapter[Any]:
    return _adapter_of(_Typed(field))


class _Typed:
    """A model's field as a key: one is one for as long as its model."""

    def __init__(self, field: FieldInfo) -> None:
        self.field = field

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Typed) and other.field is self.field

    def __hash__(self) -> int:
        return id(self.field)


@lru_cache(maxsize=256)
def _adapter_of(typed: _Typed) -> TypeAdapter[Any]:
    return TypeAdapter(typed.field.rebuild_annotation())

"""A contract with holes: what can be read of a draft that has errors, so that the rules between the other fields still speak."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.problem import UNREADABLE
from desktop_app.calculation.step import Path
from desktop_app.document.panics import PanicError, panics_told


class _Wrong:
    """The addresses that cannot be read, and those that have one of them at or below them."""

    def __init__(self, paths: Collection[Path]) -> None:
        self.paths = frozenset(paths)
        self.around = frozenset(path[:length] for path in paths for length in range(len(path) + 1))


def salvaged(draft: Mapping[str, Any], wrong: Collection[Path]) -> Contract:
    """Return what `draft` can be read as, with `UNREADABLE` wherever one of the addresses in `wrong` lies."""
    contract: Contract = _part(Contract, draft, (), _Wrong(wrong))
    return contract


def _part(model: type[BaseModel], data: Mapping[str, Any], at: Path, wrong: _Wrong) -> Any:
    values = {name: _value(field, data, (*at, field.alias or name), wrong) for name, field in model.model_fields.items()}
    return model.model_construct(**values)


def _value(field: FieldInfo, data: Mapping[str, Any], path: Path, wrong: _Wrong) -> Any:
    raw = data.get(str(path[-1]))
    if path in wrong.paths:
        return UNREADABLE
    if raw is None:
        return UNREADABLE if field.is_required() else field.get_default(call_default_factory=True)
    if path not in wrong.around:
        return _readable(_adapter(field), raw)
    if isinstance(raw, list):
        return tuple(_item(field, item, (*path, i), wrong) for i, item in enumerate(raw))
    return _object(field, raw, path, wrong)


def _item(field: FieldInfo, raw: Any, path: Path, wrong: _Wrong) -> Any:
    if path in wrong.paths:
        return UNREADABLE
    return _object(field, raw, path, wrong) if path in wrong.around else _readable(_adapter(field, item=True), raw)


def _readable(adapter: TypeAdapter[Any], raw: Any) -> Any:
    try:
        with panics_told():
            return adapter.validate_python(raw)
    except (ValidationError, PanicError):  # not all that is wrong was told of
        return UNREADABLE


def _object(field: FieldInfo, raw: Mapping[str, Any], path: Path, wrong: _Wrong) -> Any:
    """Return the part that an object is read as in which something is wrong; of a union the one that the data names."""
    models = list(_models_in(field.annotation))
    named = models if len(models) == 1 else [each for each in models if raw.get("model") in _names(each)]
    return _part(named[0], raw, path, wrong) if named else UNREADABLE


def _names(model: type[BaseModel]) -> tuple[str, ...]:
    return get_args(model.model_fields["model"].annotation)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _adapter(field: FieldInfo, *, item: bool = False) -> TypeAdapter[Any]:
    return _adapter_of(_Typed(field, item=item))


class _Typed:
    """A model's field, or the items of its list, as a key: one is one for as long as its model."""

    def __init__(self, field: FieldInfo, *, item: bool) -> None:
        self.field = field
        self.item = item

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Typed) and other.field is self.field and other.item is self.item

    def __hash__(self) -> int:
        return id(self.field)

    def annotation(self) -> Any:
        """Return the type that values have."""
        return get_args(self.field.annotation)[0] if self.item else self.field.rebuild_annotation()


@lru_cache(maxsize=256)
def _adapter_of(typed: _Typed) -> TypeAdapter[Any]:
    return TypeAdapter(typed.annotation())

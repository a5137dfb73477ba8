"""A contract with holes: what can be read of a draft that has errors, so that the rules between the other fields still speak."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, get_args

from msgspec.structs import FieldInfo
from pydantic_core import ValidationError

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.part import Part, members_of, tag_of, validator_of
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


def _part(part: type[Part], data: Mapping[str, Any], at: Path, wrong: _Wrong) -> Any:
    return part(**{name: _value(field, data, (*at, field.encode_name), wrong) for name, field in members_of(part).items()})


def _value(field: FieldInfo, data: Mapping[str, Any], path: Path, wrong: _Wrong) -> Any:
    raw = data.get(str(path[-1]))
    if path in wrong.paths:
        return UNREADABLE
    if raw is None:
        return UNREADABLE if field.required else field.default
    if path not in wrong.around:
        return _readable(field.type, raw)
    if isinstance(raw, list):
        return tuple(_item(field, item, (*path, i), wrong) for i, item in enumerate(raw))
    return _object(field, raw, path, wrong)


def _item(field: FieldInfo, raw: Any, path: Path, wrong: _Wrong) -> Any:
    if path in wrong.paths:
        return UNREADABLE
    return _object(field, raw, path, wrong) if path in wrong.around else _readable(_item_type(field), raw)


def _readable(kind: Any, raw: Any) -> Any:
    try:
        with panics_told():
            return validator_of(kind).validate_python(raw)
    except (ValidationError, PanicError):  # not all that is wrong was told of
        return UNREADABLE


def _object(field: FieldInfo, raw: Mapping[str, Any], path: Path, wrong: _Wrong) -> Any:
    """Return the part that an object is read as in which something is wrong; of a union the one that the data names."""
    parts = list(_parts_in(field.type))
    named = parts if len(parts) == 1 else [each for each in parts if raw.get("model") == tag_of(each)]
    return _part(named[0], raw, path, wrong) if named else UNREADABLE


def _parts_in(kind: Any) -> Iterator[type[Part]]:
    if isinstance(kind, type) and issubclass(kind, Part):
        yield kind
    for inner in get_args(kind):
        yield from _parts_in(inner)


def _item_type(field: FieldInfo) -> Any:
    return get_args(field.type)[0]

"""What a part of a contract is: a frozen value, read from plain data with everything that is wrong with them told at once.

The validators are pydantic's core without its models, which alone would take longer to load than all the rest of a command.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import NoneType
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self, get_args, get_origin

from msgspec import Struct, structs
from msgspec.structs import FieldInfo
from pydantic_core import SchemaValidator, core_schema
from pydantic_core.core_schema import CoreConfig, CoreSchema

from desktop_app.calculation.kept import kept_reading

STRICT = CoreConfig(strict=True, hide_input_in_errors=True)
SINGLE = frozenset({"function-plain", "literal"})
"""Schemas of single values."""
TAG = "model"
"""The field by which the data name one part of a union."""


class ReadBy(NamedTuple):
    """Stands in the annotation of a type: the function that returns its value, or raises what is wrong with the data."""

    read: Callable[[Any], object]


class Part(Struct, frozen=True, kw_only=True):
    """A part of a contract: strict, frozen, no other fields; null in an optional field is as good as absent."""

    nullable: ClassVar[frozenset[str]] = frozenset()
    """Fields of its kin in which null may stand, too."""

    @classmethod
    def model_validate(cls, data: object) -> Self:
        """Return the part that `data` describe; ValidationError, which has all that is wrong, when they do not."""
        part: Self = validator_of(cls).validate_python(data)
        return part

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Return the part with other values in some fields; they are not looked at."""
        return structs.replace(self, **update)


@cache
def members_of(part: type[Part]) -> dict[str, FieldInfo]:
    """Return the fields of a part by their names; `encode_name` is the one in the file."""
    return {each.name: each for each in structs.fields(part)}


@cache
def validator_of(kind: Any) -> SchemaValidator:
    """Return what reads data as a part, or as another type that a field can have."""
    return SchemaValidator(_schema(kind), STRICT)


def _schema(kind: Any) -> CoreSchema:
    if isinstance(kind, type) and issubclass(kind, Part):
        return _part_schema(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return core_schema.no_info_plain_validator_function(inner[1].read)
    if origin is Literal:
        return core_schema.literal_schema(list(inner))
    if origin is tuple:
        return core_schema.tuple_schema([_schema(inner[0])], variadic_item_index=0, strict=False)
    return _union_schema([each for each in inner if each is not NoneType])


def _member(field: FieldInfo) -> core_schema.TypedDictField:
    """Return the schema of a field; a part or a list in it stays the very same one while its data do."""
    schema = _schema(field.type)
    if schema["type"] not in SINGLE:
        schema = core_schema.no_info_wrap_validator_function(kept_reading(), schema)
    return core_schema.typed_dict_field(schema, required=field.required, validation_alias=field.encode_name)


def _union_schema(kinds: Sequence[Any]) -> CoreSchema:
    """Return the schema of one of several parts; None among them stands for what is absent, and needs none."""
    if len(kinds) == 1:
        return _schema(kinds[0])
    return core_schema.tagged_union_schema({tag_of(each): _part_schema(each) for each in kinds}, TAG, from_attributes=False)


def tag_of(part: type[Part]) -> str:
    """Return the value by which data name a part of a union."""
    (tag,) = get_args(members_of(part)[TAG].type)
    return str(tag)


def _part_schema(part: type[Part]) -> CoreSchema:
    fields = members_of(part).values()
    members = {each.name: _member(each) for each in fields}
    nullable = part.nullable | {each.encode_name for each in fields}

    def without_nulls(data: Any) -> Any:
        if not isinstance(data, dict) or None not in data.values():
            return data
        return {name: value for name, value in data.items() if value is not None or name not in nullable}

    known = core_schema.typed_dict_schema(members, extra_behavior="forbid")
    made = core_schema.no_info_after_validator_function(lambda values: part(**values), known)
    return core_schema.no_info_before_validator_function(without_nulls, made)

"""A statement as plain data, in the public statement format, and how two of them differ."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import singledispatch
from typing import Any

from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.problem import Problem
from desktop_app.calculation.step import Step


@singledispatch
def plain(part: object) -> Any:
    """Return a statement or a part of it as what its JSON would be read as; of a step its value alone."""
    return part


@plain.register(Step)
def _(part: Step[Any]) -> Any:
    return plain(part.value)


@plain.register
def _(part: tuple) -> Any:
    if not hasattr(part, "_fields"):
        return [plain(each) for each in part]
    return {name.rstrip("_"): plain(value) for name, value in zip(part._fields, part, strict=True)}


@plain.register(date)
@plain.register(Month)
def _(part: object) -> str:
    return str(part)


@plain.register
def _(part: Yen) -> int:
    return part.amount


@plain.register
def _(part: Fraction) -> str:
    whole, hundredths = divmod(part * 100, 100)
    return f"{whole}.{int(hundredths):02d}"


@plain.register
def _(part: Problem) -> dict[str, str]:
    return {"code": part.code, "path": dotted(part.path)}


@plain.register
def _(length: timedelta) -> str:
    """Return a length of time in hours with at most two places, rounded down: `24`, `49.5`, `25.33`."""
    whole, hundredths = divmod(length // timedelta(seconds=36), 100)
    return f"{whole}.{hundredths:02d}".rstrip("0").rstrip(".") if hundredths else str(whole)


def dotted(path: tuple[str | int, ...]) -> str:
    """Return a path as it is written: `accounts[0].count`."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")


def differences(want: object, got: object, path: str = "") -> Iterator[str]:
    """Yield where `got` lacks or contradicts what `want` says; more keys in `got` are fine."""
    if isinstance(want, dict) and isinstance(got, dict):
        for key, value in want.items():
            yield from differences(value, got.get(key, "(absent)"), f"{path}.{key}".removeprefix("."))
    elif isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        for i, (one, other) in enumerate(zip(want, got, strict=True)):
            yield from differences(one, other, f"{path}[{i}]")
    elif want != got or type(want) is not type(got):
        yield f"{path}: expected {want!r}, got {got!r}"


def steps_of(part: object) -> Iterator[Step[Any]]:
    """Yield the steps of a statement or a part of it, without the steps that they came from."""
    if isinstance(part, Step):
        yield part
    elif isinstance(part, tuple) and not isinstance(part, Month | Problem):
        for each in part:
            yield from steps_of(each)


def tree_of(step: Step[Any]) -> Iterator[Step[Any]]:
    """Yield a step and every step that it came from."""
    yield step
    for each in step.given:
        yield from tree_of(each)


def saying(step: Step[Any], says: str) -> Step[Any]:
    """Return the first step below `step`, or itself, that says `says`; AssertionError where none does."""
    found = [each for each in tree_of(step) if each.says == says]
    assert found, f"{step.name} does not say {says}, but {sorted({each.says for each in tree_of(step)})}"
    return found[0]


def given_to(step: Step[Any]) -> dict[str, Any]:
    """Return what a step came from, as plain data by name."""
    return {each.name: plain(each) for each in step.given}


def with_value(step: Step[Any], value: object) -> Step[Any]:
    """Return a step that is the same but for its value."""
    return Step(step.name, value, step.article, step.says, step.given, step.path)

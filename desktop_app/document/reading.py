"""From the bytes of a contract file to a draft, whatever they are: never an exception, always a sentence's worth of problems."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from desktop_app.calculation.problem import Problem
from desktop_app.calculation.step import Path
from desktop_app.document.draft import FORMAT, VERSION, Draft

MOST_BYTES = 64 * 1024 * 1024
LONGEST_NUMBER = 40


class Source(NamedTuple):
    """What a file held: a draft, or none, and what is wrong with the text itself."""

    draft: Draft | None
    problems: tuple[Problem, ...] = ()


class _RepeatedKeys(dict[str, Any]):
    """An object in which keys were given more than once; the last value counts, `repeated` names them."""

    repeated: tuple[str, ...] = ()


def read_draft(content: bytes) -> Source:
    """Return the draft in the UTF-8 JSON text `content`, a BOM before it or not."""
    if len(content) > MOST_BYTES:
        return _refused("too_large", most=MOST_BYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _refused("not_utf8", position=error.start + 1)
    return _parsed(text)


def _refused(code: str, path: Path = (), **details: object) -> Source:
    return Source(None, (Problem(path, code, None, tuple(details.items())),))


def _parsed(text: str) -> Source:
    seen_repeated: list[_RepeatedKeys] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(items)
        if len(members) == len(items):
            return members
        marked = _RepeatedKeys(members)
        marked.repeated = _repeated(items)
        seen_repeated.append(marked)
        return marked

    try:
        data = json.loads(
            text, object_pairs_hook=pairs, parse_int=_integer, parse_float=_with_fraction, parse_constant=_no_constant
        )
    except RecursionError:
        return _refused("json_too_deep")
    except json.JSONDecodeError as error:
        return _refused("json_malformed", line=error.lineno, column=error.colno)
    except _ConstantError:
        return _refused("json_constant")
    if not isinstance(data, dict):
        return _refused("not_an_object")
    unknown = _unknown_format(data)
    if unknown:
        return unknown
    return Source(data, tuple(_repetitions(data)) if seen_repeated else ())


class _ConstantError(ValueError):
    """NaN or Infinity, which JSON has not."""


def _no_constant(_: str) -> Any:
    raise _ConstantError


def _integer(digits: str) -> int | str:
    """Return the number, or its text where it is longer than any that means something here."""
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _with_fraction(text: str) -> float | str:
    """Return the number, or its text where it is beyond every finite one; no field of a contract takes either."""
    number = float(text)
    return number if number - number == 0 else text


def _repeated(items: list[tuple[str, Any]]) -> tuple[str, ...]:
    seen: set[str] = set()
    again: dict[str, None] = {}
    for name, _ in items:
        if name in seen:
            again[name] = None
        seen.add(name)
    return tuple(again)


def _repetitions(data: object) -> list[Problem]:
    found: list[Problem] = []
    waiting: list[tuple[Path, object]] = [((), data)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, _RepeatedKeys):
            found += [Problem((*path, name), "field_repeated") for name in node.repeated]
        if isinstance(node, Mapping):
            waiting += [((*path, name), child) for name, child in node.items()]
        elif isinstance(node, list):
            waiting += [((*path, i), child) for i, child in enumerate(node)]
    return found


def _unknown_format(data: dict[str, Any]) -> Source | None:
    """Return the refusal of a file of another format or version, which is reported alone."""
    if data.get("format") != FORMAT or not isinstance(data["format"], str):
        return _refused("format_missing" if "format" not in data else "format_unknown", ("format",), format=FORMAT)
    version = data.get("version")
    if type(version) is int and version == VERSION:
        return None
    if type(version) is int and version > VERSION:
        return _refused("version_newer", ("version",), version=VERSION)
    return _refused("version_missing" if "version" not in data else "version_unknown", ("version",), version=VERSION)

"""From the bytes of a contract file to a draft, whatever they are: never an exception, always a sentence's worth of problems."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from math import copysign, isfinite
from typing import Any, NamedTuple

from desktop_app.calculation.problem import Problem
from desktop_app.calculation.step import Path
from desktop_app.document.bounds import excess
from desktop_app.document.draft import FORMAT, VERSION, Draft
from desktop_app.document.extent import LONGEST_TEXT, MOST_PROBLEMS, texts_too_long, too_deep, unknown_fields

LONGEST_NUMBER = 40
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
MEMBERS_OF_A_LONG_FILE = 20_000


class Source(NamedTuple):
    """What a file held: a draft, or none, and what is wrong with the text itself."""

    draft: Draft | None
    problems: tuple[Problem, ...] = ()


class _RepeatedKeys(dict[str, Any]):
    """An object in which keys were given more than once; the last value counts, `repeated` names them."""

    repeated: tuple[str, ...] = ()


class _Objects:
    """Makes the objects of a text, and remembers how many members they have and whether a key was given twice.

    Half a surrogate pair in a key, which may stand in the text as an escape, is held as that escape: no program beyond
    Python can say such a name.
    """

    def __init__(self, text: str) -> None:
        self.members = 0
        self.any_repeated = False
        self._surrogates = bool(_SURROGATE.search(text))

    def __call__(self, items: list[tuple[str, Any]]) -> dict[str, Any]:
        self.members += len(items)
        if self._surrogates:
            items = [(name.encode("utf-8", "backslashreplace").decode("utf-8"), value) for name, value in items]
        members = dict(items)
        if len(members) == len(items):
            return members
        marked = _RepeatedKeys(members)
        marked.repeated = _repeated(items)
        self.any_repeated = True
        return marked


def read_draft(content: bytes) -> Source:
    """Return the draft in the UTF-8 JSON text `content`, a BOM before it or not."""
    too_much = excess(content)
    if too_much is not None:
        return Source(None, (too_much,))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _refused("not_utf8", position=error.start + 1)
    return _parsed(text)


def _refused(code: str, path: Path = (), **details: object) -> Source:
    return Source(None, (Problem(path, code, None, tuple(details.items())),))


def _parsed(text: str) -> Source:
    objects = _Objects(text)
    try:
        data = json.loads(
            text, object_pairs_hook=objects, parse_int=_integer, parse_float=_with_fraction, parse_constant=_no_constant
        )
    except RecursionError:
        return _refused("json_too_deep")
    except json.JSONDecodeError as error:
        return _refused("json_malformed", line=error.lineno, column=error.colno)
    except _ConstantError:
        return _refused("json_constant")
    return _held(data, objects, text)


def _held(data: object, objects: _Objects, text: str) -> Source:
    """Return the draft that `data` is, unless it is none or so unlike one that there is no end to what is wrong."""
    if not isinstance(data, dict):
        return _refused("not_an_object")
    if too_deep(data, text.count("[") + text.count("{")):
        return _refused("json_too_deep")
    unknown = _unknown_format(data)
    if unknown:
        return unknown
    if objects.members > MEMBERS_OF_A_LONG_FILE:
        strange = tuple(islice(unknown_fields(data), MOST_PROBLEMS))
        if len(strange) == MOST_PROBLEMS:
            return Source(None, strange)
    if len(text) > LONGEST_TEXT:
        long = tuple(islice(texts_too_long(data), MOST_PROBLEMS))
        if long:
            return Source(None, long)
    return Source(data, tuple(islice(_repetitions(data), MOST_PROBLEMS)) if objects.any_repeated else ())


class _ConstantError(ValueError):
    """NaN or Infinity, which JSON has not."""


def _no_constant(_: str) -> Any:
    raise _ConstantError


def _integer(digits: str) -> int:
    """Return the number; of one far beyond every limit only so many digits that it still is."""
    return int(digits[:LONGEST_NUMBER])


def _with_fraction(text: str) -> float:
    """Return the number, one beyond every finite one as the largest; no field of a contract takes either."""
    number = float(text if len(text) <= LONGEST_NUMBER else _shortened(text))
    return number if isfinite(number) else copysign(sys.float_info.max, number)


def _shortened(text: str) -> str:
    """Return a long number in fewer letters: hardly another one, for all that is held of it."""
    digits, _, exponent = text.lower().partition("e")
    whole, _, fraction = digits.partition(".")
    places = int(exponent[:LONGEST_NUMBER] or 0) + len(whole[LONGEST_NUMBER:])
    return f"{whole[:LONGEST_NUMBER]}.{fraction[:LONGEST_NUMBER]}e{places}"


def _repeated(items: list[tuple[str, Any]]) -> tuple[str, ...]:
    seen: set[str] = set()
    again: dict[str, None] = {}
    for name, _ in items:
        if name in seen:
            again[name] = None
        seen.add(name)
    return tuple(again)


def _repetitions(data: object) -> Iterator[Problem]:
    waiting: list[tuple[Path, object]] = [((), data)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, _RepeatedKeys):
            yield from (Problem((*path, name), "field_repeated") for name in node.repeated)
        if isinstance(node, Mapping):
            waiting += [((*path, name), child) for name, child in node.items()]
        elif isinstance(node, list):
            waiting += [((*path, i), child) for i, child in enumerate(node)]


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

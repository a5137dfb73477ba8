"""What a library was built from: parts that its own bill of materials names, and those that it carries without saying so."""

import json
import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from textwrap import fill
from typing import Any, NamedTuple

from license_expression import LicenseExpression, Licensing, get_spdx_licensing

FOLDER = Path(__file__).resolve().parent / "licences"
TEXTS = FOLDER / "parts"
CHOSEN_FIRST = ("Apache-2.0", "MIT", "Unicode-3.0", "Zlib", "0BSD")
"""Of several licences that one may choose from, the first of these is chosen; the first asks for no notice of each author."""
BEGINNINGS = {"UNICODE LICENSE V3": "Unicode-3.0"}
"""Licences that a bill gives in full without a name, by how they begin."""
WIDTH = 100
COMPILED = {".so", ".pyd", ".dll", ".dylib"}


class Part(NamedTuple):
    """A part with its authors and its licence (by its common name), and where it comes from, as far as its library says so."""

    name: str
    version: str
    authors: str
    licence: str
    url: str = ""
    sha256: str = ""
    is_shipped: bool = True


@cache
def parts_of(library: str) -> tuple[Part, ...]:
    """Return the parts of a library; none where nothing is known of any."""
    return (*_listed(library), *_unlisted(library))


def _listed(library: str) -> Iterator[Part]:
    for file in distribution(library).files or ():
        if file.match("*.dist-info/sboms/*.json"):
            for each in json.loads(Path(str(file.locate())).read_text("utf-8")).get("components", ()):
                hashes = {given["alg"]: given["content"] for given in each.get("hashes", ())}
                yield Part(
                    each["name"], each.get("version", ""), each.get("author", ""), _licence(each), each.get("purl", ""),
                    hashes.get("SHA-256", ""), each.get("scope") != "excluded",
                )  # fmt: skip


def _licence(component: dict[str, Any]) -> str:
    given: dict[str, Any] = next(iter(component.get("licenses", ())), {})
    return " ".join((given.get("expression") or _named(given.get("license", {}))).split())


def _named(licence: dict[str, Any]) -> str:
    text = b64decode(licence.get("text", {}).get("content", "")).decode("utf-8", "replace")
    by_text = next((name for beginning, name in BEGINNINGS.items() if text.startswith(beginning)), "")
    return licence.get("id") or by_text or licence.get("name", "")


def _unlisted(library: str) -> Iterator[Part]:
    """Yield what no bill names: where a sign of it is given, if its library has that in it, which may tell the version, too."""
    known = json.loads((FOLDER / "unlisted.json").read_text("utf-8")).get(library, ())
    content = b"".join(_compiled(library)) if any("sign" in each for each in known) else b""
    for each in known:
        found = re.search(each.get("sign", "()").encode(), content)
        if found:
            yield Part(each["name"], found[1].decode(), each["authors"], each["licence"])


def _compiled(library: str) -> Iterator[bytes]:
    for file in distribution(library).files or ():
        if file.suffix in COMPILED:
            yield Path(str(file.locate())).read_bytes()


@cache
def names_of_texts(licence: str) -> set[str]:
    """Return by which texts a part may be used: of those that one may choose from, one; of those that hold together, all.

    >>> sorted(names_of_texts("(MIT OR Apache-2.0) AND Unicode-3.0")), sorted(names_of_texts("Apache-2.0 WITH LLVM-exception"))
    (['Apache-2.0', 'Unicode-3.0'], ['Apache-2.0', 'LLVM-exception'])
    """
    return _texts(_licensing().parse(licence, validate=True).simplify())


@cache
def _licensing() -> Licensing:
    return get_spdx_licensing()


def _texts(parsed: LicenseExpression) -> set[str]:
    operator = getattr(parsed, "operator", "").strip()
    if operator == "OR":
        there = [each for each in parsed.args if all((TEXTS / f"{name}.txt").exists() for name in _texts(each))]
        return _texts(min(there or parsed.args, key=_rank))
    if operator == "AND":
        return set().union(*(_texts(each) for each in parsed.args))
    return set(str(parsed).split(" WITH "))


def _rank(parsed: LicenseExpression) -> int:
    return CHOSEN_FIRST.index(str(parsed)) if str(parsed) in CHOSEN_FIRST else len(CHOSEN_FIRST)


def told(library: str, parts: Iterable[Part]) -> str:
    """Return the parts of a library as they stand below its licence."""
    lines = sorted({_line(each) for each in parts if each.is_shipped})
    head = (
        f"{library} was built from the parts below, as far as it says or shows; those for other systems are not in this one. "
        "Each is under the licence named with it, whose text stands at the end of this file; where there is a choice, the first "
        "of these is chosen: " + ", ".join(CHOSEN_FIRST) + ". Copyright is with the authors named; the notices themselves "
        "stand in the published sources of each part."
    )
    return "\n".join((fill(head, WIDTH), "", *lines)) if lines else ""


def _line(part: Part) -> str:
    named = f"{part.name} {part.version}".strip()
    return f"  {named}, {part.authors or 'its authors'}: {part.licence}"


def texts_for(parts: Iterable[Part]) -> list[str]:
    """Return the text of each licence by which any of these is used, under its name; nothing is shipped without."""
    names = set().union(*(names_of_texts(each.licence) for each in parts if each.is_shipped))
    return [f"{name}\n\n{(TEXTS / f'{name}.txt').read_text('utf-8').strip()}" for name in sorted(names)]

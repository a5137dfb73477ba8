"""What a library was built from: parts that its own bill of materials names, and those that it carries without saying so."""

import json
import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from textwrap import fill
from typing import Any, NamedTuple

from license_expression import LicenseExpression, LicenseSymbol, Licensing, get_spdx_licensing

from shipping.contents import bare

FOLDER = Path(__file__).resolve().parent / "licences"
TEXTS = FOLDER / "parts"
CHOSEN_FIRST = ("Apache-2.0", "0BSD", "CC0-1.0", "Unlicense", "MIT", "Unicode-3.0", "Zlib")
"""Of several licences that one may choose from, the first of these is chosen: first those that ask for no notice of an author."""
OF_ITS_OWN = "LicenseRef-ICC"
"""A licence that has no name in common."""
BEGINNINGS = {"UNICODE LICENSE V3": "Unicode-3.0"}
"""Licences that a bill gives in full without a name, by how they begin."""
WIDTH = 100
BILLED = (
    "Its own bill of materials names those with a version; those for other systems are left out here. It brings no copies of "
    "their notices of copyright: the authors that it names stand in place of them, and where it names none, the address at "
    "which the part is published with its notice."
)
CHOICE = (
    "Each is under the licence named with it, whose text stands at the end of this file; where there is a choice, the first of "
    f"these is chosen: {', '.join(CHOSEN_FIRST)}. Where a text names nobody or another holder of copyright, the one named here "
    "is meant."
)
COMPILED = {".so", ".pyd", ".dll", ".dylib"}


class Part(NamedTuple):
    """A part with who holds its copyright and its licence (by its common name), and where it comes from."""

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
    for file in _files(library):
        if file.match("*.dist-info/sboms/*.json"):
            for each in json.loads(file.read_text("utf-8")).get("components", ()):
                hashes = {given["alg"]: given["content"] for given in each.get("hashes", ())}
                yield Part(
                    each["name"], each.get("version", ""), each.get("author") or _published(each), _licence(each),
                    each.get("purl", ""), hashes.get("SHA-256", ""), each.get("scope") != "excluded",
                )  # fmt: skip


def _files(library: str) -> list[Path]:
    """Return what is installed of a library of Python's; nothing of what is none."""
    try:
        return [Path(str(file.locate())) for file in distribution(library).files or ()]
    except PackageNotFoundError:
        return []


def _published(component: dict[str, Any]) -> str:
    """Return in whose name a part stands that names no author: whoever publishes it there."""
    places = {each["type"]: each["url"] for each in component.get("externalReferences", ())}
    return f"the authors at {places['vcs']}" if "vcs" in places else "its authors"


def _licence(component: dict[str, Any]) -> str:
    given: dict[str, Any] = next(iter(component.get("licenses", ())), {})
    return " ".join((given.get("expression") or _named(given.get("license", {}))).split())


def _named(licence: dict[str, Any]) -> str:
    text = b64decode(licence.get("text", {}).get("content", "")).decode("utf-8", "replace")
    by_text = next((name for beginning, name in BEGINNINGS.items() if text.startswith(beginning)), "")
    return licence.get("id") or by_text or licence.get("name", "")


def _unlisted(library: str) -> Iterator[Part]:
    """Yield what no bill names: where a sign of it is given, if its library has that in it, which may tell the version, too."""
    for each in additions().get(library, {}).get("parts", ()):
        found = next(_signs(library, each), None)
        if found:
            yield Part(each["name"], found[1].decode(), each["authors"], each["licence"])


@cache
def additions() -> dict[str, Any]:
    """Return what no bill names, by library, with where it is known from."""
    known: dict[str, Any] = json.loads((FOLDER / "unlisted.json").read_text("utf-8"))
    return known


def _signs(library: str, part: dict[str, str]) -> Iterator[re.Match[bytes]]:
    """Yield where a part shows itself, in the library of the given name or in any; one that gives no sign is there."""
    sign = re.compile(part.get("sign", "()").encode())
    within = part.get("within")
    compiled = (each for each in _files(library) if COMPILED & set(each.suffixes) and within in {None, bare(each.name)})
    contents = (each.read_bytes() for each in compiled) if "sign" in part else (b"",)
    yield from (found for content in contents if (found := sign.search(content)))


@cache
def names_of_texts(licence: str) -> set[str]:
    """Return by which texts a part may be used: of those that one may choose from, one; of those that hold together, all.

    >>> sorted(names_of_texts("(MIT OR Apache-2.0) AND Unicode-3.0")), sorted(names_of_texts("Apache-2.0 WITH LLVM-exception"))
    (['Apache-2.0', 'Unicode-3.0'], ['Apache-2.0', 'LLVM-exception'])
    """
    return _texts(licensing().parse(licence, validate=True).simplify())


@cache
def licensing() -> Licensing:
    """Return what knows the names of licences and reads expressions of them."""
    return Licensing([*get_spdx_licensing().known_symbols.values(), LicenseSymbol(OF_ITS_OWN)])


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
    lines = sorted({_line(each) for each in parts if each.is_shipped}, key=str.casefold)
    head = fill(f"{library} was built from the parts below. {_sources(library)} {CHOICE}", WIDTH)
    return "\n".join((head, "", *lines)) if lines else ""


def _line(part: Part) -> str:
    named = f"{part.name} {part.version}".strip()
    return f"  {named}, {part.authors}: {part.licence}"


def _sources(library: str) -> str:
    """Return where it is known from, and what stands in place of what is not."""
    return " ".join(filter(None, (BILLED if any(_listed(library)) else "", additions().get(library, {}).get("source"))))


def texts_for(parts: Iterable[Part]) -> list[str]:
    """Return the text of each licence by which any of these is used, under its name; nothing is shipped without."""
    names = set().union(*(names_of_texts(each.licence) for each in parts if each.is_shipped))
    return [f"{name}\n\n{(TEXTS / f'{name}.txt').read_text('utf-8').strip()}" for name in sorted(names)]

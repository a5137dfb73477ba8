"""Compile every message catalog in resources/locale; with --check, say which compiled ones are stale instead."""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "resources" / "locale"


class BareCatalog(Catalog):
    """A catalog whose header says nothing of days and tools, so that the same texts give the same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header: the language, the encoding, and how plurals are formed."""
        return [
            ("Language", str(self.locale_identifier)),
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("Plural-Forms", self.plural_forms),
        ]


def sources(locale: Path = LOCALE) -> list[Path]:
    """Return the catalogs that people edit."""
    return sorted(locale.glob("*/LC_MESSAGES/*.po"))


def compiled(source: Path) -> bytes:
    """Return the compiled form of a catalog; PoFileError where it is malformed."""
    language = source.parent.parent.name
    with source.open("rb") as file:
        read = read_po(file, locale=language, charset="utf-8", abort_invalid=True)
    bare = BareCatalog(locale=language)
    for message in read:
        if message.id:
            bare.add(message.id, message.string)
    content = BytesIO()
    write_mo(content, bare)
    return content.getvalue()


def stale(source: Path) -> bool:
    """Return whether the compiled catalog beside `source` is missing or another."""
    beside = source.with_suffix(".mo")
    return not beside.exists() or beside.read_bytes() != compiled(source)


def main(words: list[str]) -> int:
    """Compile the catalogs, or check them."""
    if words not in ([], ["--check"]):
        print("catalogs.py [--check]", file=sys.stderr)
        return 2
    changed = [source for source in sources() if stale(source)]
    for source in changed:
        name = source.with_suffix(".mo").relative_to(LOCALE)
        if words:
            print(f"{name}: 古いままです / stale", file=sys.stderr)
        else:
            source.with_suffix(".mo").write_bytes(compiled(source))
            print(name)
    return int(bool(words and changed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

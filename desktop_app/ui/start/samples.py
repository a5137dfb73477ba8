"""The sample contracts, each with its story in a sentence."""

from pathlib import Path

from desktop_app.installation import resource
from desktop_app.storage.suffix import SUFFIX
from desktop_app.ui.start.entries import Entry
from desktop_app.wording.texts import Texts

ORDER = (
    "new-quote",
    "mid-term-termination",
    "outage",
    "price-tiers",
    "package-with-minimum",
    "leap-day",
    "exempt",
)
"""From the first task of a day to the rare ones; samples that are not named come behind, by their file's name."""


def sample_entries(words: Texts) -> list[Entry]:
    """Return what the list of samples shows."""
    there = {file.name.removesuffix(SUFFIX): file for file in sorted(resource("samples").glob(f"*{SUFFIX}"))}
    names = [name for name in ORDER if name in there] + [name for name in there if name not in ORDER]
    return [_entry(there[name], name, words) for name in names]


def _entry(file: Path, name: str, words: Texts) -> Entry:
    story = _text(f"{name}.story", words)
    return Entry(file, _text(name, words), story, tip=story)


def _text(name: str, words: Texts) -> str:
    key = f"window.sample.{name}"
    return words.text(key) if words.has(key) else name.removesuffix(".story")

"""Why there is no paper: characters that the fonts lack, a seal that is no picture, a contract with errors."""

from typing import NamedTuple

from desktop_app.calculation.step import Path
from desktop_app.wording.wording import Wording


class Fault(NamedTuple):
    """What stands in the way of a paper: `code` is the key of the sentence `paper.error.<code>`, `path` the field."""

    code: str
    path: Path = ()
    characters: tuple[str, ...] = ()


class PaperError(Exception):
    """A paper could not be made; `faults` say why, all of them, `detail` is for support."""

    def __init__(self, *faults: Fault, detail: str = "") -> None:
        super().__init__(faults[0].code)
        self.faults = faults
        self.detail = detail

    @property
    def code(self) -> str:
        """The key of the first fault."""
        return self.faults[0].code

    @property
    def path(self) -> Path:
        """The field of the first fault; empty when it is not about one."""
        return self.faults[0].path

    def sentence(self, words: Wording) -> str:
        """Return what is wrong and what to do, a line for each fault."""
        return "\n".join(fault_sentence(each, words) for each in self.faults)


def fault_sentence(fault: Fault, words: Wording) -> str:
    """Return the sentence for one fault, for the field that it is about."""
    field = words.label(fault.path) if fault.path else ""
    shown = words.listed(character_name(each) for each in fault.characters)
    return words.text(f"paper.error.{fault.code}", field=field, characters=shown)


def character_name(character: str) -> str:
    r"""Return a character with its number, or the number alone where nothing would be seen.

    >>> character_name("😀"), character_name("\u202e")
    ('😀 (U+1F600)', 'U+202E')
    """
    number = f"U+{ord(character):04X}"
    return f"{character} ({number})" if character.isprintable() else number

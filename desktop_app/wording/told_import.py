"""What became of the rows of an imported table, and why a file is none, in words."""

from collections.abc import Iterable

from desktop_app.wording.wording import Wording


def row_told(state: str, reasons: Iterable[str], words: Wording) -> str:
    """Return what became of a row, with the reasons for it."""
    why = words.listed(words.text(f"question.import.reason.{reason}") for reason in reasons)
    told = words.text(f"question.import.state.{state}")
    return words.text("question.import.row", state=told, why=why) if why else told


def refusal_told(cause: str, words: Wording) -> str:
    """Return why a file is no table that can be read, and what to do about it."""
    return words.text(f"question.import.error.{cause}")

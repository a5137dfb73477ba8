"""A figure that is not known yet, and the fields that it waits for, as lines of the tree of reasons."""

from collections.abc import Sequence
from typing import Any

from desktop_app.calculation.step import Path, Step
from desktop_app.ui.result.figures import Wait
from desktop_app.wording.reasons import Reason, label
from desktop_app.wording.wording import Wording


def heading_of(place: Path, step: Step[Any] | None, words: Wording) -> Reason:
    """Return the line of the figure at a place of the statement; `step` is None where there is not even the figure yet."""
    name = words.text(f"figure.{place[-1]}") if step is None else label(step, words)
    return Reason(name, words.text("value.unknown"), words.text("window.reasons.waits"), "", assumption=False, path=(), below=())


def lines_of(waits: Sequence[Wait], words: Wording) -> tuple[Reason, ...]:
    """Return a line for each field, which leads to it."""
    return tuple(Reason("", words.label(each.path), each.sentence, "", False, each.path, ()) for each in waits)  # noqa: FBT003

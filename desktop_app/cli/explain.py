"""`explain`: why a figure of the statement is what it is, in words."""

import re
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from desktop_app.calculation.statement import Statement, figure_at, public_name
from desktop_app.calculation.step import Path, Step
from desktop_app.cli.findings import invalid
from desktop_app.cli.output import DONE, FAILED, Outcome
from desktop_app.cli.source import assessed
from desktop_app.wording.reasons import lines, value_text
from desktop_app.wording.wording import Wording, pointer, wording

SOME_FIGURES = ("totals.total", "settlement.amount", "months[0].billed_fee")
_STEP_OF_PATH = re.compile(r"(?:(?<=.)\.|^)([a-z]\w*)(?<!_)|\[([0-9]{1,6})\]", re.ASCII)


def run(options: Namespace) -> Outcome:
    """Print the derivation of a figure in words, or the list of all figures."""
    words = wording(options.lang)
    assessment = assessed(options)
    statement = assessment.statement
    if statement is None:
        return invalid(assessment.problems, words)
    if options.figure is None:
        return Outcome(DONE, "\n".join(f"{pointer(path)} = {value_text(step, words)}" for path, step in figures(statement)))
    step = figure_at(statement, parsed_pointer(options.figure))
    if step is None:
        return Outcome(FAILED, errors=_no_such_figure(options.figure, statement, words))
    return Outcome(DONE, "\n".join(f"{'  ' * depth}{text}" for depth, text in lines(step, words)))


def _no_such_figure(wanted: str, statement: Statement, words: Wording) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only for a figure that is not there

    near = get_close_matches(wanted, [pointer(path) for path, _ in figures(statement)], n=5, cutoff=0.5)
    return words.text("cli.error.figure", near=words.listed(near or SOME_FIGURES))


def figures(part: Any, path: Path = ()) -> Iterator[tuple[Path, Step[Any]]]:
    """Yield every figure of a statement with its address, in the statement's order."""
    if isinstance(part, Step):
        yield path, part
    elif type(part) is tuple:
        for i, each in enumerate(part):
            yield from figures(each, (*path, i))
    elif hasattr(part, "_fields") and not hasattr(part, "code"):
        for name, each in zip(part._fields, part, strict=True):
            yield from figures(each, (*path, public_name(name)))


def parsed_pointer(text: str) -> Path:
    """Return the address that `text` writes; an empty one, which names nothing, where it is none.

    >>> parsed_pointer("months[1].billed_fee")
    ('months', 1, 'billed_fee')
    """
    found: list[str | int] = []
    at = 0
    while at < len(text):
        step = _STEP_OF_PATH.match(text, at)
        if step is None:
            return ()
        found.append(step[1] or int(step[2]))
        at = step.end()
    return tuple(found)

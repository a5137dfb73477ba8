"""The annex of readings: what every open point of the contract comes to under each way to read it, the chosen one marked."""

from collections.abc import Iterator

from desktop_app.calculation.readings import Reading, silent_points
from desktop_app.calculation.terms import Rulebook
from desktop_app.report.blocks.source import Block, Source, begun
from desktop_app.wording.told import column_titles
from desktop_app.wording.told_months import readings_told

NAMES = ("reading", "settlement", "grand_total", "difference", "remark")
LEFT = frozenset({"reading", "remark"})


def readings_block(source: Source, rules: Rulebook) -> Block:
    """Return the readings as a table; those that lack a number are left out."""
    titles = zip(NAMES, column_titles(source.words, *NAMES), strict=True)
    return {
        "kind": "table",
        "heading": source.said("readings"),
        "lead": [source.said("readings.lead")],
        "columns": [
            {"title": source.said("readings.point"), "side": "left"},
            *({"title": begun(title), "side": "left" if name in LEFT else "right"} for name, title in titles),
        ],
        "rows": list(_rows(source, rules)),
        "together": True,
    }


def _rows(source: Source, rules: Rulebook) -> Iterator[Block]:
    points = silent_points(source.contract, source.statement, rules)
    for point, told in zip(points, readings_told(points, source.words), strict=True):
        heading = told.heading
        for reading, row in zip(point.readings, told.rows, strict=True):
            if reading.statement is not None:
                yield _row(heading, reading, row)
                heading = ""


def _row(heading: str, reading: Reading, texts: tuple[str, ...]) -> Block:
    """Return a reading; what is said at length of one stands below it."""
    *cells, remark = (begun(text) for text in texts)
    brief = reading.chosen or reading.same
    return {"cells": [heading, *cells, remark if brief else ""], "below": "" if brief else remark}

"""Figures one below the other: what each is, its formula, whether it agrees, its article, how it is reckoned."""

from typing import NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.statement import figure_at
from desktop_app.calculation.step import Path
from desktop_app.report.tables.book import Sheet

VALUE, VERDICT, CITED, HOW = 1, 2, 3, 4
NO_PATH: Path = ()


class Fact(NamedTuple):
    """One figure: the name by which formulas call it, its formula, its kind; where it stands in the statement, if it does."""

    name: str
    formula: str
    kind: str = "day"
    path: Path = NO_PATH
    article: Article | None = None


def facts_head(sheet: Sheet, row: int) -> int:
    """Write the titles of the columns and return the row below."""
    sheet.widths(34, 22, 10, 24, 76)
    sheet.row(row, [sheet.said(f"facts.{name}") for name in ("name", "value", "verdict", "cited", "how")], "head")
    return row + 1


def facts_rows(sheet: Sheet, row: int, facts: tuple[Fact, ...]) -> int:
    """Write figures and return the row below the last."""
    for each in facts:
        since = len(sheet.book.checked)
        step = figure_at(sheet.book.source.statement, each.path) if each.path else None
        sheet.put(row, 0, sheet.said(f"fact.{each.name}"))
        sheet.figure(row, VALUE, each.path, each.formula, each.kind)
        if step is None:
            sheet.put(row, VERDICT, "", "verdict")
        else:
            sheet.verdict(row, VERDICT, since)
        sheet.put(row, CITED, sheet.cited(each.article) or sheet.cited(step), "cited")
        sheet.put(row, HOW, sheet.said(f"how.{each.name}"), "label")
        sheet.name(each.name, row, VALUE)
        row += 1
    return row

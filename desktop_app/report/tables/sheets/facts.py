"""Figures one below the other: what each is, its formula, whether it agrees, its article, how it is reckoned."""

from typing import NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.statement import figure_at
from desktop_app.calculation.step import Path
from desktop_app.report.characters import display_width
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


WIDTHS = (34, 22, 10, 26, 84)
LINE_HEIGHT = 13


def facts_head(sheet: Sheet, row: int, until: int = HOW) -> int:
    """Write the titles of the columns, the last over those as far as `until`, and return the row below."""
    sheet.widths(*WIDTHS)
    sheet.row(row, [sheet.said(f"facts.{name}") for name in ("name", "value", "verdict", "cited", "how")], "head")
    if until > HOW:
        sheet.page.merge_range(row, HOW, row, until, sheet.said("facts.how"), sheet.book.looks.look("head", "text"))
    return row + 1


def facts_rows(sheet: Sheet, row: int, facts: tuple[Fact, ...], until: int = HOW) -> int:
    """Write figures, how each is reckoned over the columns as far as `until`, and return the row below the last."""
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
        _how(sheet, row, sheet.said(f"how.{each.name}"), until)
        sheet.name(each.name, row, VALUE)
        row += 1
    sheet.mark(row - len(facts), VERDICT, row - 1)
    return row


def _how(sheet: Sheet, row: int, text: str, until: int) -> None:
    if until > HOW:
        sheet.page.merge_range(row, HOW, row, until, text, sheet.book.looks.look("label", "text"))
    else:
        sheet.put(row, HOW, text)
    lines = -(-display_width(text) // (WIDTHS[HOW] - 4))
    if lines > 1:
        sheet.page.set_row(row, LINE_HEIGHT * lines + 6)

"""The workbook being written: sheets, cells with what they are, named inputs, and the list of figures to be checked."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Contract, Monthly, Package, PerAccount
from desktop_app.calculation.statement import Statement, figure_at
from desktop_app.calculation.step import Path, Step
from desktop_app.calculation.terms import Rulebook, Terms
from desktop_app.document.fields import field_at
from desktop_app.report.tables.cells import Value, at, cell_text, fixed, plain
from desktop_app.report.tables.formulas import quoted
from desktop_app.report.tables.looks import BAD, BAD_FILL, GOOD, Looks
from desktop_app.wording.wording import Wording

FIRST_CHECK = 4
"""The row of the first figure on the sheet of checks."""
ROW_HEIGHT, TITLE_HEIGHT, NOTE_HEIGHT = 18, 32, 30
VERDICTS = 4
"""The column of its verdicts."""


class Source(NamedTuple):
    """What a workbook is made from."""

    contract: Contract
    statement: Statement
    rules: Rulebook
    words: Wording

    @property
    def terms(self) -> Terms:
        """The edition of the terms that the contract names."""
        return self.rules.editions[self.contract.terms]

    def said(self, key: str, **values: object) -> str:
        """Return the text `paper.sheet.<key>`."""
        return self.words.text(f"paper.sheet.{key}", **values)


class Checked(NamedTuple):
    """A figure of the statement and the cell in which the workbook reckons it."""

    path: Path
    step: Step[Any]
    cell: str
    kind: str


def _whole_prices(monthly: Monthly) -> bool:
    """Return whether no price has decimals, so that none stand in the columns of base and usage either."""
    match monthly:
        case PerAccount(unit_price=price) | Package(package_price=price):
            prices = [price]
        case _:
            prices = [tier.unit_price for tier in monthly.tiers]
    return all(price == price.to_integral_value() for price in prices)


class Book:
    """The file, the words and looks of its cells, and the figures that stand in it so far."""

    def __init__(self, file: Any, source: Source) -> None:
        self.file = file
        self.source = source
        self.looks = Looks(file, source.words.language, whole_prices=_whole_prices(source.contract.prices.monthly))
        self.checked: list[Checked] = []
        self.counted: list[tuple[str, str, int]] = []
        """What must be as many as in the statement: what it is, the cell that counts, the number."""

    def sheet(self, key: str) -> "Sheet":
        """Return a new sheet."""
        return Sheet(self, self.source.said(f"name.{key}"))

    def plain(self, value: object, name: str) -> Value:
        """Return the value of a figure as a cell has it."""
        return plain(value, name, self.source.words)


class Sheet:
    """One sheet: every cell is written through here, so that no text of anybody's can become a formula."""

    def __init__(self, book: Book, title: str) -> None:
        self.book = book
        self.title = title
        self.page = book.file.add_worksheet(title)
        self.page.hide_gridlines(2)
        self.page.set_landscape()
        self.page.set_paper(9)
        self.page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.page.fit_to_pages(1, 0)
        self.page.set_footer("&R&9&A　&P / &N")
        self.page.set_default_row(ROW_HEIGHT)

    def said(self, key: str, **values: object) -> str:
        """Return the text `paper.sheet.<key>`."""
        return self.book.source.said(key, **values)

    def cell(self, row: int, column: int, row_until: int | None = None) -> str:
        """Return the full address of a cell, or of a column of cells."""
        first = at(row, column)
        until = "" if row_until is None else f":{at(row_until, column)}"
        return f"'{self.title}'!{first}{until}"

    def top(self, key: str, columns: int, note: str = "") -> None:
        """Write the title of the sheet, and below it a note over so many columns."""
        self.put(0, 0, self.said(key), "title")
        self.page.set_row(0, TITLE_HEIGHT)
        if note:
            self.page.merge_range(1, 0, 1, columns - 1, self.said(note), self.book.looks.look("note"))
            self.page.set_row(1, NOTE_HEIGHT)

    def name(self, name: str, row: int, column: int, row_until: int | None = None) -> None:
        """Give a cell, or a column of cells, the name by which formulas call it."""
        first = fixed(row, column)
        until = "" if row_until is None else f":{fixed(row_until, column)}"
        self.book.file.define_name(name, f"='{self.title}'!{first}{until}")

    def put(self, row: int, column: int, value: object, role: str = "label", kind: str = "text") -> None:
        """Write a value that is not reckoned: text as text whatever it begins with, nothing as an empty cell."""
        look = self.book.looks.look(role, kind)
        plain = value if isinstance(value, str) else self.book.plain(value, "")
        if isinstance(plain, str):
            if plain:
                self.page.write_string(row, column, cell_text(plain), look)
            else:
                self.page.write_blank(row, column, None, look)
        else:
            self.page.write_number(row, column, plain, look)

    def row(self, row: int, texts: Sequence[str], role: str) -> None:
        """Write texts side by side."""
        self.row_at(row, 0, texts, role)

    def row_at(self, row: int, first: int, texts: Sequence[str], role: str) -> None:
        """Write texts side by side from a column on."""
        for column, text in enumerate(texts, start=first):
            self.put(row, column, text, role)

    def formula(self, row: int, column: int, formula: str, kind: str, role: str = "result", known: Value = "") -> None:
        """Write a formula; `known` is what programs show that do not reckon."""
        self.page.write_formula(row, column, f"={formula}", self.book.looks.look(role, kind), known)

    def figure(self, row: int, column: int, path: Path, formula: str, kind: str, role: str = "result") -> None:
        """Write the formula of a figure of the statement, which will be checked against it if it is there."""
        step = figure_at(self.book.source.statement, path)
        known: Value = ""
        if step is not None:
            known = self.book.plain(step.value, step.name)
            self.book.checked.append(Checked(path, step, self.cell(row, column), kind))
        self.formula(row, column, formula, kind, role, known)

    def articles(self, row: int, articles: Sequence[Article | None]) -> None:
        """Write the articles of columns below their titles, what neighbours share once over them all."""
        column = 0
        for article, same in groupby(articles):
            width, text = len(list(same)), self.cited(article)
            if width > 1 and text:
                self.page.merge_range(row, column, row, column + width - 1, text, self.book.looks.look("cited", "text"))
            else:
                self.row_at(row, column, [text] * width, "cited")
            column += width

    def verdict(self, row: int, column: int, since: int, extra: str = "") -> None:
        """Write whether the figures since the number `since` agree; of a row that the statement lacks, whether it is empty."""
        agree, differ = quoted(self.said("agree")), quoted(self.said("differ"))
        last = FIRST_CHECK + len(self.book.checked) - 1
        if last < FIRST_CHECK + since:
            formula = f'IF({extra}="","",{quoted(self.said("not_in_statement"))})'
        else:
            checks = f"'{self.said('name.check')}'!{at(FIRST_CHECK + since, VERDICTS)}:{at(last, VERDICTS)}"
            formula = f"IF(COUNTIF({checks},{differ})=0,{agree},{differ})"
        self.formula(row, column, formula, "plain", "mark" if extra else "verdict")

    def mark_if(self, row: int, column: int, good: str) -> None:
        """Colour a cell by whether a condition holds."""
        for formula, colour in ((f"={good}", {"font_color": GOOD}), (f"=NOT({good})", {"font_color": BAD, "bg_color": BAD_FILL})):
            rule = {"type": "formula", "criteria": formula, "format": self.book.looks.conditional(**colour)}
            self.page.conditional_format(row, column, row, column, rule)

    def mark(self, row: int, column: int, until: int) -> None:
        """Colour the verdicts of a column by what they say."""
        for text, colour in ((self.said("agree"), GOOD), (self.said("differ"), BAD), (self.said("not_in_statement"), BAD)):
            look = self.book.looks.conditional(
                font_color=colour, **({"bg_color": BAD_FILL, "bold": True} if colour is BAD else {})
            )
            rule = {"type": "cell", "criteria": "==", "value": quoted(text), "format": look}
            self.page.conditional_format(row, column, until, column, rule)

    def widths(self, *widths: float) -> None:
        """Set the widths of the columns from the first."""
        for column, width in enumerate(widths):
            self.page.set_column(column, column, width)

    def cited(self, step_or_article: Step[Any] | Article | None) -> str:
        """Return the article that decides a figure; for what was typed, that of its field."""
        article = step_or_article.article if isinstance(step_or_article, Step) else step_or_article
        if article is None and isinstance(step_or_article, Step) and step_or_article.path:
            field = field_at(step_or_article.path)
            article = None if field is None else field.article
        return "" if article is None else self.book.source.words.article(article)

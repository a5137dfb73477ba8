"""What may be typed into a cell of inputs; another value is refused by the program that shows the workbook."""

from datetime import date
from typing import Any

from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY, MOST_ACCOUNTS, MOST_YEN
from desktop_app.report.tables.book import Sheet

MOST = {"yen": MOST_YEN, "count": MOST_ACCOUNTS, "price": MOST_YEN}


def valid(sheet: Sheet, row: int, column: int, kind: str, row_until: int | None = None) -> None:
    """Let a cell take only what its kind of field may have."""
    rule: dict[str, Any]
    if kind in {"day", "moment"}:
        rule = {"validate": "date", "minimum": FIRST_DAY, "maximum": date(LAST_DAY.year + 1, 1, 1)}
    elif kind in MOST:
        rule = {"validate": "decimal" if kind == "price" else "integer", "minimum": 0, "maximum": MOST[kind]}
    else:
        return
    _set(sheet, row, column, row_until, {**rule, "criteria": "between"})


def listed(sheet: Sheet, row: int, column: int, choices: tuple[str, ...], row_until: int | None = None) -> None:
    """Let a cell take only one of some texts."""
    _set(sheet, row, column, row_until, {"validate": "list", "source": list(choices)})


def _set(sheet: Sheet, row: int, column: int, row_until: int | None, rule: dict[str, Any]) -> None:
    told = {"error_title": sheet.said("input_refused"), "error_message": sheet.said("input_refused.why")}
    sheet.page.data_validation(row, column, row if row_until is None else row_until, column, {**rule, **told})

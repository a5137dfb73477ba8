"""Account counts from a table: which columns they stand in, what was understood row by row, and what was not.

Nothing is guessed that could be wrong: a day without its year, a month without its days' order, a count with a fraction are
told, not read. What was understood becomes plain records of the contract file.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from desktop_app.document.counts_cells import count_in, day_in, text_of
from desktop_app.document.draft import Draft, value_at, with_value
from desktop_app.document.sheet import Cell, Sheet
from desktop_app.document.typed_days import time_of
from desktop_app.document.typed_text import without_acting

State = Literal["new", "known", "other", "refused", "left_out"]
"""Read and new; recorded already with this count; recorded with another; not understood; nothing in it, or above the table."""

DAY_WORDS = ("日付", "年月", "月", "日", "いつから", "date", "from", "month", "day")
COUNT_WORDS = ("アカウント", "件数", "人数", "id数", "ユーザ", "count", "accounts", "users", "数")
NOTE_WORDS = ("備考", "メモ", "摘要", "note", "remark")
MOST_NOTE = 200


class Columns(NamedTuple):
    """In which columns days, counts and notes stand, from 0, and in which row the table begins."""

    day: int
    accounts: int
    note: int | None = None
    first_row: int = 0


class ReadRow(NamedTuple):
    """One row of the table: its number as the spreadsheet shows it, its cells as texts, and what was understood of it.

    `reasons` say why it was refused, or what is worth knowing of it: `month_only`, `from_formula`.
    """

    number: int
    cells: tuple[str, ...]
    moment: str | None
    accounts: int | None
    note: str
    state: State
    reasons: tuple[str, ...] = ()


class Preview(NamedTuple):
    """What an import would bring: the columns that were chosen, and every row."""

    columns: Columns
    rows: tuple[ReadRow, ...]

    def of(self, *states: State) -> tuple[ReadRow, ...]:
        """Return the rows in some states."""
        return tuple(row for row in self.rows if row.state in states)


class UndecidedError(ValueError):
    """An import that someone has to decide on first: rows were refused, or are recorded with other counts."""


def suggested_columns(sheet: Sheet) -> Columns | None:
    """Return the columns in which days and counts seem to stand, by what can be read in them and by their titles."""
    width = max((len(row) for row in sheet.rows), default=0)
    days = {i: sum(_readable_day(cell) for cell in _column(sheet, i)) for i in range(width)}
    day = max(days, key=lambda i: (days[i], _titled(sheet, i, DAY_WORDS), -i), default=None)
    if day is None or not days[day]:
        return None
    rows = [row for row in sheet.rows if day < len(row) and _readable_day(row[day])]
    counts = {i: sum(i < len(row) and count_in(row[i]).value is not None for row in rows) for i in range(width) if i != day}
    count = max(counts, key=lambda i: (_titled(sheet, i, COUNT_WORDS) and counts[i] > 0, counts[i], -i), default=None)
    if count is None or not counts[count]:
        return None
    note = next((i for i in range(width) if i not in {day, count} and _titled(sheet, i, NOTE_WORDS)), None)
    return chosen_columns(sheet, day, count, note)


def chosen_columns(sheet: Sheet, day: int, accounts: int, note: int | None) -> Columns:
    """Return these columns, the table beginning behind its titles, with the first row that has a day, or any text and a count."""
    return Columns(day, accounts, note, next((i for i, row in enumerate(sheet.rows) if _begins(row, day, accounts)), 0))


def _begins(row: Sequence[Cell], day: int, accounts: int) -> bool:
    if day >= len(row) or row[day].value is None:
        return False
    return _readable_day(row[day]) or (accounts < len(row) and count_in(row[accounts]).value is not None)


def turned(sheet: Sheet) -> Sheet:
    """Return the sheet with its rows as columns, for months that stand beside one another."""
    width = max((len(row) for row in sheet.rows), default=0)
    rows = (tuple(row[i] if i < len(row) else Cell(None) for row in sheet.rows) for i in range(width))
    return sheet._replace(rows=tuple(rows))


def reads_better_turned(sheet: Sheet) -> bool:
    """Return whether more counts with their days are found when rows are taken as columns."""
    return _readable_rows(turned(sheet)) > _readable_rows(sheet)


def _readable_rows(sheet: Sheet) -> int:
    columns = suggested_columns(sheet)
    if columns is None:
        return 0
    both = max(columns.day, columns.accounts)
    rows = (row for row in sheet.rows if both < len(row))
    return sum(_readable_day(row[columns.day]) and count_in(row[columns.accounts]).value is not None for row in rows)


def is_plain(grid: Sequence[Sequence[str]], width: int) -> bool:
    """Return whether texts are days and counts in the first columns from the first row on, or nothing understood at all."""
    if max((len(row) for row in grid), default=0) > width:
        return False
    sheet = Sheet("", tuple(tuple(Cell(text if text.strip() else None) for text in row) for row in grid))
    columns = suggested_columns(sheet)
    return not reads_better_turned(sheet) and (columns is None or columns == Columns(0, 1, columns.note))


def _column(sheet: Sheet, i: int) -> Iterable[Cell]:
    return (row[i] for row in sheet.rows if i < len(row))


def _readable_day(cell: Cell) -> bool:
    return day_in(cell).value is not None


def _titled(sheet: Sheet, i: int, words: Sequence[str]) -> bool:
    """Return whether a title of the column, which stands above all that can be read in it, has one of the words."""
    titles = []
    for cell in _column(sheet, i):
        if _readable_day(cell) or count_in(cell).value is not None:
            break
        titles.append(text_of(cell).casefold())
    return any(word in title for title in titles for word in words)


def preview(sheet: Sheet, columns: Columns, draft: Draft) -> Preview:
    """Return what every row of a sheet was understood as, against the counts that a draft has recorded."""
    known = recorded_counts(draft)
    rows = [_read(number, row, columns, known) for number, row in enumerate(sheet.rows, start=1)]
    return Preview(columns, tuple(_without_repetitions(rows)))


def recorded_counts(draft: Draft) -> dict[object, object]:
    """Return the counts that a draft has recorded, by their moments."""
    rows = value_at(draft, ("accounts",))
    listed = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    found: dict[object, object] = {time_of(str(row.get("from"))): row.get("count") for row in listed}
    found.pop(None, None)
    return found


def _read(number: int, row: Sequence[Cell], columns: Columns, known: Mapping[object, object]) -> ReadRow:
    cells = tuple(text_of(cell) for cell in row)
    day_cell, count_cell = (row[i] if i < len(row) else Cell(None) for i in (columns.day, columns.accounts))
    blank = all(each.value is None and not each.formula for each in (day_cell, count_cell))
    if number <= columns.first_row or blank:
        return ReadRow(number, cells, None, None, "", "left_out")
    day, count = day_in(day_cell), count_in(count_cell)
    note = without_acting(cells[columns.note])[:MOST_NOTE] if columns.note is not None and columns.note < len(cells) else ""
    wrong = tuple(each.problem for each in (day, count) if each.problem)
    if wrong:
        return ReadRow(number, cells, day.value, count.value, note, "refused", wrong)
    remarks = (*day.remarks, *count.remarks)
    moment = time_of(str(day.value))
    state: State = "new" if moment not in known else "known" if known[moment] == count.value else "other"
    return ReadRow(number, cells, day.value, count.value, note, state, tuple(dict.fromkeys(remarks)))


def _without_repetitions(rows: Sequence[ReadRow]) -> Iterable[ReadRow]:
    """Yield the rows; of those for one moment all are refused that do not agree, and all but the first left out that do."""
    counts: dict[object, set[int | None]] = defaultdict(set)
    seen: set[object] = set()
    for row in rows:
        counts[_when(row)].add(row.accounts)
    for row in rows:
        if row.state in {"refused", "left_out"}:
            yield row
        elif len(counts[_when(row)]) > 1:
            yield row._replace(state="refused", reasons=("repeated",))
        else:
            yield row._replace(state="left_out", reasons=("repeated",)) if _when(row) in seen else row
            seen.add(_when(row))


def _when(row: ReadRow) -> object:
    return row.number if row.moment is None or row.state in {"refused", "left_out"} else time_of(row.moment)


def with_imported(draft: Draft, found: Preview, *, replacing: bool, without_refused: bool) -> Draft:
    """Return the draft with the rows of a preview as records behind its own.

    `replacing` says that counts which are recorded otherwise are replaced, else those rows are left out; `without_refused` that
    someone has seen what was not understood. UndecidedError where that is not so.
    """
    if found.of("refused") and not without_refused:
        raise UndecidedError
    rows = value_at(draft, ("accounts",))
    before = list(rows) if isinstance(rows, list) else []
    own = before
    if replacing:
        others: dict[object, int | None] = {time_of(str(row.moment)): row.accounts for row in found.of("other")}
        own = [_replaced(row, others) for row in own]
    new = [{"from": row.moment, "count": row.accounts, "note": row.note} for row in found.of("new")]
    changed: Draft = draft if [*own, *new] == before else with_value(draft, ("accounts",), [*own, *new])
    return changed


def _replaced(row: Any, others: Mapping[object, int | None]) -> Any:
    if not isinstance(row, Mapping) or not isinstance(row.get("from"), str):
        return row
    moment = time_of(row["from"])
    return {**row, "count": others[moment]} if moment is not None and moment in others else row

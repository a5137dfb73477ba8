"""The difference of two months, and the readings of silent points, in words."""

from collections.abc import Callable, Iterator, Sequence

from desktop_app.calculation.month_bridge import MonthBridge, MonthPart
from desktop_app.calculation.readings import Reading, SilentPoint
from desktop_app.calculation.statement import figure_at
from desktop_app.wording.amounts import yen_text
from desktop_app.wording.reasons import label
from desktop_app.wording.told import Told, column_titles, heading, moved, signed_yen
from desktop_app.wording.wording import Wording


def months_told(bridge: MonthBridge, words: Wording) -> Told:
    """Return why one month costs more than another, line by line from the total of one to that of the other."""
    before, after = bridge.before.month.value, bridge.after.month.value
    difference = moved(bridge.difference, words)
    told = words.text("question.months", before=before, after=after, difference=difference)
    first = (words.text("question.total_of", month=before), "", yen_text(bridge.before.total.value))
    last = (words.text("question.total_of", month=after), "", yen_text(bridge.after.total.value))
    rows = (first, *(_part(each, words) for each in bridge.parts), last)
    columns = column_titles(words, "reason", "figures", "amount")
    return Told(
        heading("months", words, before=before, after=after), (told,), columns, "llr", rows, frozenset({0, len(rows) - 1})
    )


def _part(part: MonthPart, words: Wording) -> tuple[str, ...]:
    return (
        words.text(f"question.part.{part.part}"),
        PARTS.get(part.part, _from_to)(part, words),
        signed_yen(part.worth, words.language),
    )


def _from_to(part: MonthPart, words: Wording) -> str:
    one, other = part.before[0], part.after[0]
    values = (words.figure(each.name, each.value) for each in (one, other))
    return words.text("question.from_to", **dict(zip(("before", "after"), values, strict=True)))


def _accounts(part: MonthPart, words: Wording) -> str:
    (_, one, _), (_, other, day) = part.before, part.after
    counts = {name: words.figure("max_accounts", each.value) for name, each in (("before", one), ("after", other))}
    text = words.text("question.from_to", **counts)
    return text if day.value is None else words.text("question.peak_on", counts=text, day=words.spoken("peak_on", day.value))


def _days(part: MonthPart, words: Wording) -> str:
    (_, days, length), (_, more, other_length) = part.before, part.after
    return words.text("question.from_to", before=_of(days.value, length.value), after=_of(more.value, other_length.value))


def _of(days: int, length: int) -> str:
    return f"{days}/{length}"


PARTS: dict[str, Callable[[MonthPart, Wording], str]] = {"accounts": _accounts, "proration": _days}
"""Parts whose figures are told in another way than from one amount to another."""


def readings_told(points: Sequence[SilentPoint], words: Wording) -> tuple[Told, ...]:
    """Return each silent point with its readings, the chosen one marked, and what makes no difference said so."""
    return tuple(_point(each, words) for each in points)


def _point(point: SilentPoint, words: Wording) -> Told:
    chosen = frozenset(i for i, each in enumerate(point.readings) if each.chosen)
    sentences = () if point.matters else (words.text("question.readings.all_same"),)
    rows = tuple(_reading(each, words) for each in point.readings)
    columns = column_titles(words, "reading", "settlement", "grand_total", "difference", "remark")
    return Told(words.label(("policy", point.question)), sentences, columns, "lrrrl", rows, chosen)


def _reading(reading: Reading, words: Wording) -> tuple[str, ...]:
    name = words.figure(reading.assumption.name, reading.assumption.value)
    if reading.statement is None or reading.difference is None:
        return name, "", "", "", words.text("question.readings.needs_accounts")
    totals = reading.statement.totals
    amounts = (yen_text(totals.settlement.value), yen_text(totals.total.value), signed_yen(reading.difference, words.language))
    return name, *amounts, words.listed(_remarks(reading, words))


def _remarks(reading: Reading, words: Wording) -> Iterator[str]:
    if reading.chosen:
        yield words.text("question.readings.chosen")
    elif reading.same:
        yield words.text("question.readings.same")
    elif not reading.difference:
        yield words.text("question.readings.only", what=words.listed(dict.fromkeys(_changed(reading, words))))


def _changed(reading: Reading, words: Wording) -> Iterator[str]:
    """Yield what is other under a reading that leaves the total as it is."""
    figures = (figure_at(reading.statement, path) for path in reading.changed if reading.statement is not None)
    for figure in figures:
        yield words.text("question.readings.months") if figure is None else label(figure, words)

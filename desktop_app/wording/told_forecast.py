"""A forecast of account counts in words, and the note that marks its records."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from desktop_app.calculation.money import Yen
from desktop_app.wording.days import short_day
from desktop_app.wording.told import Told, column_titles, heading, moved
from desktop_app.wording.wording import Wording


class Foreseen(NamedTuple):
    """A forecast: the count on a day that it goes on from, and its records as a contract file has them."""

    base_on: date
    base: int
    records: Sequence[Mapping[str, Any]]


def forecast_note(growth: str, change: Decimal, words: Wording) -> str:
    """Return the note of the records of a forecast, from which anyone sees that they are none that were counted."""
    return words.text(f"question.forecast.note.{growth}", change=f"{change:+f}")


def forecast_told(made: Foreseen, growth: str, before: Yen, after: Yen, words: Wording) -> Told:
    """Return the records of a forecast, what they are based on, and what the total is without and with them."""
    base = {"day": words.spoken("peak_on", made.base_on), "count": words.figure("count", made.base)}
    sentences = [words.text("question.forecast.base", **base)] if growth != "last_year" else []
    if growth == "percent":
        sentences.append(words.text("question.forecast.rounding"))
    totals = {"before": before, "total": after, "difference": moved(after - before, words)}
    sentences.append(words.text("question.forecast.total", **totals))
    rows = tuple(_row(each, words) for each in made.records)
    return Told(heading("forecast", words), tuple(sentences), column_titles(words, "from", "count", "note"), "lrl", rows)


def _row(record: Mapping[str, Any], words: Wording) -> tuple[str, ...]:
    return short_day(date.fromisoformat(record["from"])), words.figure("count", record["count"]), str(record["note"])

"""The figures that people ask for: which of a statement's stand on the cards, in what words."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any, NamedTuple

from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.problem import UnreadableValueError
from desktop_app.calculation.statement import MonthlyBill, Statement
from desktop_app.calculation.step import Path
from desktop_app.calculation.unknown import is_known, known_or
from desktop_app.document.waiting import waits_for
from desktop_app.wording.amounts import credit_text, yen_text
from desktop_app.wording.days import LANGUAGES, plain_day, short_day
from desktop_app.wording.wording import Wording

CARDS: dict[str, Path] = {
    "initial_fees": ("totals", "initial_fees"),
    "monthly_fee": ("months", 0, "monthly_fee"),
    "settlement": ("settlement", "amount"),
    "total": ("totals", "total"),
    "minimum_term_end": ("dates", "minimum_term", "end"),
    "effective_on": ("dates", "termination", "effective_on"),
    "latest_notice": ("dates", "latest_notice_for_term_end"),
    "credits": ("totals", "credits"),
}
"""The cards in their order, and the places of their figures in the statement; of the monthly fee one of many."""


class Card(NamedTuple):
    """One figure as it stands on its card; `path` is its place in the statement, empty when there is no figure to explain."""

    name: str
    title: str
    value: str
    note: str
    path: Path = ()


class Wait(NamedTuple):
    """A field that figures wait for: where it is, whether it is wrong or still missing, and the sentence that says so."""

    path: Path
    level: str
    sentence: str


class WhyNot(NamedTuple):
    """Why there are no figures: at length for a page, and all fields that are waited for."""

    full: str
    waits: tuple[Wait, ...]

    def of(self, figure: Path) -> tuple[Wait, ...]:
        """Return the fields that the figure at a place of the statement waits for."""
        return tuple(each for each in self.waits if waits_for(figure, each.path))

    def brief(self, figure: Path, words: Wording) -> str:
        """Return the first field that a figure waits for, wrong ones before missing ones, and whether there are more."""
        found = sorted(self.of(figure), key=lambda each: each.level != "error")
        if not found:
            return ""
        field = words.label(tuple(part for part in found[0].path if isinstance(part, str)))
        reason = words.text(f"window.why_not.{found[0].level}", field=field)
        return words.text("window.why_not.more", reason=reason) if len(found) > 1 else reason


ALL_KNOWN = WhyNot("", ())


def cards_of(statement: Statement, why_not: WhyNot, words: Wording) -> tuple[Card, ...]:
    """Return the cards of a statement in the order of `CARDS`; what is not known of it says why."""
    return tuple(_card(name, statement, why_not, words) for name in CARDS)


def _card(name: str, statement: Statement, why_not: WhyNot, words: Wording) -> Card:
    place = CARDS[name]
    unknown = Card(name, _title(name, words), "", why_not.brief(place, words), place)
    return known_or(unknown, lambda: MADE[name](statement, words))


def _title(name: str, words: Wording) -> str:
    return words.text(f"window.card.{name}")


def _initial_fees(statement: Statement, words: Wording) -> Card:
    value = yen_text(statement.totals.initial_fees.value)
    note = words.text("window.card.initial_fees.note")
    return Card("initial_fees", _title("initial_fees", words), value, note, CARDS["initial_fees"])


def _total(statement: Statement, words: Wording) -> Card:
    totals = statement.totals
    note = words.text("window.card.total.note", subtotal=totals.subtotal.value)
    return Card("total", _title("total", words), yen_text(totals.total.value), note, CARDS["total"])


def _monthly(statement: Statement, words: Wording) -> Card:
    found = _present_month(statement)
    if found is None and not is_known(statement.totals.total):
        raise UnreadableValueError
    if found is None:
        return Card("monthly_fee", _title("monthly_fee", words), "", words.text("window.card.monthly_fee.none"))
    i, bill = found
    note = words.text(
        "window.card.monthly_fee.note",
        month=bill.month.value,
        short=short_month(bill.month.value),
        accounts=bill.max_accounts.value,
    )
    return Card("monthly_fee", _title("monthly_fee", words), yen_text(bill.monthly_fee.value), note, ("months", i, "monthly_fee"))


def short_month(month: Month) -> str:
    """Return a month as tables have it: `2024/07`."""
    return f"{month.year:04}/{month.number:02}"


def _present_month(statement: Statement) -> tuple[int, MonthlyBill] | None:
    """Return the billed month of the as-of day; before the first one the first, after the last one the last."""
    billed = [i for i, bill in enumerate(statement.months) if bill.billed_days.value]
    present = Month.of(statement.as_of.value)
    reached = bisect_right(billed, present, key=lambda i: statement.months[i].month.value)
    if not billed:
        return None
    place = billed[max(reached - 1, 0)]
    return place, statement.months[place]


def _settlement(statement: Statement, words: Wording) -> Card:
    settled, title = statement.settlement, _title("settlement", words)
    if settled is None:
        return Card("settlement", title, "", words.text("window.card.no_termination"))
    if settled.remaining is None:
        note = words.text("window.card.settlement.term_over")
    else:
        kind = "exempt" if settled.exempt.value else "days"
        note = words.text(f"window.card.settlement.{kind}", days=settled.remaining.days.value)
    return Card("settlement", title, yen_text(settled.amount.value), note, CARDS["settlement"])


def _credits(statement: Statement, words: Wording) -> Card:
    open_claims = sum(1 for each in statement.outages if each.status.value == "claimable")
    key = "claimable" if open_claims else "note" if statement.outages else "none"
    note = words.text(f"window.card.credits.{key}", n=open_claims or len(statement.outages))
    amount: Yen = statement.totals.credits.value
    return Card("credits", _title("credits", words), credit_text(amount, words.language), note, CARDS["credits"])


def _minimum_term_end(statement: Statement, words: Wording) -> Card:
    term = statement.dates.minimum_term
    note = words.text("window.card.minimum_term_end.note", start=short_day(term.start.value))
    return _day("minimum_term_end", term.end.value, note, CARDS["minimum_term_end"], words)


def _effective_on(statement: Statement, words: Wording) -> Card:
    ends = statement.dates.termination
    if ends is None:
        return Card("effective_on", _title("effective_on", words), "", words.text("window.card.no_termination"))
    earliest, effective = ends.earliest_on.value, ends.effective_on.value
    key = "entered" if earliest is None else "earliest" if earliest == effective else "designated"
    note = words.text(f"window.card.effective_on.{key}")
    return _day("effective_on", effective, note, CARDS["effective_on"], words)


def _latest_notice(statement: Statement, words: Wording) -> Card:
    note = words.text("window.card.latest_notice.note")
    latest = statement.dates.latest_notice_for_term_end.value
    return _day("latest_notice", latest, note, CARDS["latest_notice"], words)


def _day(name: str, day: Any, note: str, path: Path, words: Wording) -> Card:
    weekday = LANGUAGES[words.language].weekdays[day.weekday()]
    with_weekday = words.text("window.card.weekday", weekday=weekday, note=note)
    return Card(name, _title(name, words), plain_day(day, words.language), with_weekday, path)


MADE: dict[str, Callable[[Statement, Wording], Card]] = {
    "initial_fees": _initial_fees,
    "monthly_fee": _monthly,
    "settlement": _settlement,
    "total": _total,
    "minimum_term_end": _minimum_term_end,
    "effective_on": _effective_on,
    "latest_notice": _latest_notice,
    "credits": _credits,
}

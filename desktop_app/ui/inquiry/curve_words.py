"""What the termination curve says: the days that stand out, the figures of a day, and all of it in sentences."""

from collections.abc import Iterator
from datetime import date

from desktop_app.calculation.periods import period_end
from desktop_app.calculation.termination_curve import EndingDay, TerminationCurve
from desktop_app.calculation.what_if import terms_of
from desktop_app.ui.inquiry.curve_layout import Flag
from desktop_app.ui.inquiry.subject import Subject
from desktop_app.ui.result.timeline_words import brief_day
from desktop_app.wording.amounts import yen_text
from desktop_app.wording.days import long_day
from desktop_app.wording.told import moved
from desktop_app.wording.told_endings import curve_told
from desktop_app.wording.wording import Wording


def own_end(subject: Subject) -> date | None:
    """Return the day on which the contract ends as it stands, None where it goes on."""
    ends = subject.statement.dates.termination
    return None if ends is None else ends.effective_on.value


def flags_of(curve: TerminationCurve, subject: Subject, words: Wording) -> tuple[Flag, ...]:
    """Return the days that stand out; one that does so for two reasons bears both names."""
    term = terms_of(subject.contract, subject.rules).minimum_term_months.value
    term_end = period_end(subject.contract.dates.billing_start, term)
    named: dict[int, list[str]] = {curve.cheapest: ["cheapest"]}
    named.setdefault(curve.earliest_free, []).append("free")
    for kind, day in (("present", own_end(subject)), ("term_end", term_end)):
        i = None if day is None else curve.at(day)
        if i is not None:
            named.setdefault(i, []).append(kind)
    return tuple(Flag(i, kinds[0], _flag_text(curve.days[i], kinds, words)) for i, kinds in named.items())


def _flag_text(day: EndingDay, kinds: list[str], words: Wording) -> str:
    names = (words.text(f"window.inquiry.flag.{kind}") for kind in kinds)
    separator = "・" if words.language == "ja" else " / "
    return f"{separator.join(names)} {brief_day(day.effective_on, words)} {yen_text(day.total)}"


def figures_of(day: EndingDay, words: Wording) -> Iterator[tuple[str, str]]:
    """Yield the figures of a day by name: by when the notice must arrive, the settlement, what is paid in all."""
    notice_by = words.text("question.no_notice") if day.notice_by is None else long_day(day.notice_by, words.language)
    yield words.text("question.column.notice_by"), notice_by
    yield words.text("question.column.settlement"), yen_text(day.settlement)
    yield words.text("question.column.total"), yen_text(day.total)


def day_lines(curve: TerminationCurve, i: int, words: Wording) -> tuple[str, ...]:
    """Return everything about a day, line by line."""
    day = curve.days[i]
    figures = (words.text("window.chart.value", name=name, value=value) for name, value in figures_of(day, words))
    lines = (long_day(day.effective_on, words.language), *figures)
    return lines if day.in_time else (*lines, words.text("question.curve.too_late"))


def beside_told(curve: TerminationCurve, i: int, words: Wording) -> str:
    """Return what a day earlier and a day later would come to."""
    beside = curve.beside(i)
    return words.text("question.curve.beside", earlier=moved(beside.earlier, words), later=moved(beside.later, words))


def summary(curve: TerminationCurve, subject: Subject, words: Wording) -> str:
    """Return the days that stand out, in sentences."""
    return "\n".join(curve_told(curve, subject.as_of, words).sentences)

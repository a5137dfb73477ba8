"""Endings in words: what each day costs, which day is best, and by when the notice must arrive."""

from collections.abc import Iterator
from datetime import date

from desktop_app.calculation.articles import Article
from desktop_app.calculation.deadlines import NoticeFor
from desktop_app.calculation.periods import Month
from desktop_app.calculation.termination_curve import EndingDay, TerminationCurve
from desktop_app.wording.amounts import yen_text
from desktop_app.wording.days import short_day
from desktop_app.wording.told import Told, column_titles, heading, moved, unique
from desktop_app.wording.wording import Wording


def curve_told(curve: TerminationCurve, as_of: date, words: Wording) -> Told:
    """Return the two days that stand out as sentences, and a table of them and of the ends of months."""
    marked = [curve.cheapest, curve.earliest_free]
    shown = _shown(curve, marked)
    rows = tuple(_row(curve.days[i], i, curve, words) for i in shown)
    places = frozenset(shown.index(i) for i in marked)
    columns = column_titles(words, "ends_on", "notice_by", "settlement", "total", "remark")
    return Told(heading("curve", words, day=as_of), tuple(_sentences(curve, words)), columns, "llrrl", rows, places)


def _shown(curve: TerminationCurve, marked: list[int]) -> list[int]:
    last = len(curve.days) - 1
    ends = [i for i, each in enumerate(curve.days) if each.effective_on == Month.of(each.effective_on).last]
    beside = [near for i in marked for near in (i - 1, i, i + 1) if 0 <= near <= last]
    return unique([0, last, *ends, *beside])


def _row(day: EndingDay, i: int, curve: TerminationCurve, words: Wording) -> tuple[str, ...]:
    notice_by = words.text("question.no_notice") if day.notice_by is None else short_day(day.notice_by)
    amounts = (yen_text(day.settlement), yen_text(day.total))
    return (short_day(day.effective_on), notice_by, *amounts, words.listed(_remarks(day, i, curve, words)))


def _remarks(day: EndingDay, i: int, curve: TerminationCurve, words: Wording) -> Iterator[str]:
    if i == curve.cheapest:
        yield words.text("question.curve.cheapest.brief")
    if i == curve.earliest_free:
        yield words.text("question.curve.free.brief")
    if not day.in_time:
        yield words.text("question.curve.too_late")


def _sentences(curve: TerminationCurve, words: Wording) -> Iterator[str]:
    yield _day_told(curve, curve.cheapest, words.text("question.curve.cheapest"), words)
    yield _day_told(curve, curve.earliest_free, words.text("question.curve.free"), words)
    yield words.text("question.curve.law")


def _day_told(curve: TerminationCurve, i: int, name: str, words: Wording) -> str:
    day, beside = curve.days[i], curve.beside(i)
    told = words.text("question.curve.day", name=name, day=day.effective_on, total=day.total, settlement=day.settlement)
    if day.notice_by is not None:
        told += words.text("question.curve.notice", day=day.notice_by)
    return told + words.text("question.curve.beside", earlier=moved(beside.earlier, words), later=moved(beside.later, words))


def notice_told(notice: NoticeFor, words: Wording) -> Told:
    """Return by when the notice must arrive for the wished end, and what stands against it."""
    sentences = [words.cited(words.text("question.notice", end=notice.end.value, day=notice.arrive_by.value), Article.ART_8)]
    sentences.append(words.text("question.notice.in_time" if notice.in_time else "question.notice.too_late"))
    if not notice.accepted:
        sentences.append(words.text("question.notice.not_accepted"))
    return Told(heading("by", words, day=notice.end.value), tuple(sentences))

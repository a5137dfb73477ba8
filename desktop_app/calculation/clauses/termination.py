"""Art. 8: a notice takes effect when its days have run, or on the later day that it designates, the last one billed."""

from datetime import date, timedelta

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Termination
from desktop_app.calculation.statement import TerminationDates
from desktop_app.calculation.step import Step, field
from desktop_app.calculation.terms import Terms

ENTERED_DAY_ARTICLES = {
    "article_28_2": Article.GENERAL_TERMS_28,
    "article_28_3": Article.GENERAL_TERMS_28,
    "by_provider": None,
}


def termination_dates(termination: Termination, terms: Terms) -> TerminationDates:
    """Return the days of the termination; a contract that `refusals` has passed has all that its kind needs."""
    notice = field("notice_arrived_on", termination.notice_arrived_on, "termination", "notice_arrived_on")
    designated = field("designated_on", termination.designated_on, "termination", "designated_on")
    kind = field("termination_kind", termination.kind, "termination", "kind")
    if termination.kind == "notice":
        earliest = _earliest(notice, terms)
        return TerminationDates(notice, earliest, designated, _effective(earliest, designated))
    entered = field("entered_effective_on", termination.effective_on, "termination", "effective_on")
    says = f"termination.effective_entered.{termination.kind}"
    effective = Step("effective_on", termination.effective_on, ENTERED_DAY_ARTICLES[termination.kind], says, (kind, entered))
    no_notice: Step[date | None] = Step("earliest_on", None, Article.ART_8, "termination.no_earliest_day", (kind,))
    return TerminationDates(notice, no_notice, designated, effective)  # type: ignore[arg-type] # refusals: there is a day


def _earliest(notice: Step[date | None], terms: Terms) -> Step[date]:
    assert notice.value is not None  # noqa: S101 - refusals: a notice has its day
    day = notice.value + timedelta(days=terms.notice_days.value)
    not_counted = Step(
        "first_day_not_counted", notice.value, Article.CIVIL_CODE_140, "termination.arrival_not_counted", (notice,)
    )
    return Step("earliest_on", day, Article.ART_8, "termination.earliest", (notice, terms.notice_days, not_counted))


def _effective(earliest: Step[date], designated: Step[date | None]) -> Step[date]:
    if designated.value is None:
        return Step(
            "effective_on",
            earliest.value,
            Article.ART_8,
            "termination.effective_no_designation",
            (earliest, designated),
        )
    if designated.value < earliest.value:
        return Step(
            "effective_on",
            earliest.value,
            Article.ART_8,
            "termination.effective_designated_too_early",
            (earliest, designated),
        )
    return Step("effective_on", designated.value, Article.ART_8, "termination.effective_designated", (earliest, designated))

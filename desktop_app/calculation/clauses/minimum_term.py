"""Art. 1: the minimum term (最低利用期間) is a year that begins with the billing start date, which is itself counted."""

from datetime import date, timedelta

from desktop_app.calculation.articles import Article
from desktop_app.calculation.periods import corresponding_day_missing, period_end
from desktop_app.calculation.statement import MinimumTerm
from desktop_app.calculation.step import Step
from desktop_app.calculation.terms import Terms


def minimum_term(billing_start: Step[date], terms: Terms) -> MinimumTerm:
    """Return the first and the last day of the minimum term (起算日, 満了日)."""
    first, months = billing_start.value, terms.minimum_term_months
    start = Step("term_start", first, Article.ART_1, "minimum_term.start", (billing_start,))
    last = period_end(first, months.value)
    missing = corresponding_day_missing(first, last)
    law = Step("no_such_day", missing, Article.CIVIL_CODE_143, "period.no_such_day" if missing else "period.day_before")
    return MinimumTerm(
        start,
        Step("term_end", last, Article.ART_1, "minimum_term.end", (start, months, law)),
    )


def latest_notice_for_term_end(term: MinimumTerm, terms: Terms) -> Step[date]:
    """Return the last day on which a notice can arrive for the contract to end with its term, and nothing to settle (Art. 8)."""
    day = term.end.value - timedelta(days=terms.notice_days.value)
    return Step("latest_notice_for_term_end", day, Article.ART_8, "termination.latest_notice", (term.end, terms.notice_days))

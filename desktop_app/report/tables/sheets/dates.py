"""The sheet of dates: minimum term, notice and effective day, the days that are listed, by the Civil Code's calendar."""

from desktop_app.calculation.articles import Article
from desktop_app.report.tables.book import Book
from desktop_app.report.tables.formulas import month_of, period_end
from desktop_app.report.tables.sheets.facts import Fact, facts_head, facts_rows

FACTS = (
    Fact("stated_as_of", "as_of", path=("as_of",)),
    Fact("stated_accepted_on", 'IF(accepted_on="","",accepted_on)', path=("dates", "accepted_on"), article=Article.ART_9),
    Fact("stated_billing_start", "billing_start", path=("dates", "billing_start"), article=Article.ART_1),
    Fact("term_start", "billing_start", path=("dates", "minimum_term", "start")),
    Fact("term_end", period_end("billing_start", "minimum_term_months"), path=("dates", "minimum_term", "end")),
    Fact("latest_notice", "term_end-notice_days", path=("dates", "latest_notice_for_term_end")),
    Fact(
        "stated_notice_arrived_on",
        'IF(OR(termination_kind_no=1,notice_arrived_on=""),"",notice_arrived_on)',
        path=("dates", "termination", "notice_arrived_on"),
        article=Article.ART_8,
    ),
    Fact(
        "earliest_on",
        'IF(termination_kind_no=2,notice_arrived_on+notice_days,"")',
        path=("dates", "termination", "earliest_on"),
        article=Article.ART_8,
    ),
    Fact(
        "stated_designated_on",
        'IF(OR(termination_kind_no=1,designated_on=""),"",designated_on)',
        path=("dates", "termination", "designated_on"),
        article=Article.ART_8,
    ),
    Fact(
        "effective_on",
        'IF(termination_kind_no=1,"",IF(termination_kind_no=2,MAX(earliest_on,designated_on),entered_effective_on))',
        path=("dates", "termination", "effective_on"),
    ),
    Fact("contract_over", 'IF(effective_on="",0,IF(as_of>effective_on,1,0))', "count", article=Article.ART_8),
    Fact("accrual_day", 'IF(accepted_on="",MIN(billing_start,effective_on),accepted_on)', article=Article.ART_9),
    Fact(
        "listed_until",
        'IF(effective_on<>"",effective_on,IF(partial_month_no=3,EOMONTH(billing_start,quote_months-1),'
        + period_end("billing_start", "quote_months")
        + "))",
        article=Article.POLICY,
    ),
    Fact("billed_from", 'IF(listed_until<billing_start,"",billing_start)', article=Article.ART_9),
    Fact("billed_until", 'IF(listed_until<billing_start,"",listed_until)', article=Article.ART_9),
    Fact("settled_on", 'IF(settlement>0,effective_on,"")', article=Article.ART_10),
    Fact(
        "first_month",
        f'IF(COUNT(billed_from,settled_on,fee_counted_on)=0,"",{month_of("MIN(billed_from,settled_on,fee_counted_on)")})',
        "month",
        article=Article.ART_9,
    ),
    Fact(
        "last_month",
        f'IF(COUNT(billed_until,settled_on,fee_counted_on)=0,"",{month_of("MAX(billed_until,settled_on,fee_counted_on)")})',
        "month",
        article=Article.ART_9,
    ),
)
"""Each may call those of other sheets by name; none of them comes back to itself."""


def dates_sheet(book: Book) -> None:
    """Write the dates."""
    sheet = book.sheet("dates")
    sheet.top("name.dates", 5)
    row = facts_head(sheet, 2)
    facts_rows(sheet, row, FACTS)
    sheet.page.freeze_panes(row, 1)
    sheet.page.repeat_rows(row - 1)

"""What the chart of the months says: legend, axes, the figures of a month, and all of it in a sentence."""

from collections.abc import Iterator

from desktop_app.calculation.money import Yen
from desktop_app.calculation.statement import MonthlyBill, Statement
from desktop_app.calculation.unknown import is_known
from desktop_app.wording.amounts import credit_text, signed_number
from desktop_app.wording.days import Language
from desktop_app.wording.reasons import value_text
from desktop_app.wording.wording import Wording

TEN_THOUSAND = 10_000
FIGURES = (
    "max_accounts",
    "peak_on",
    "billed_days",
    "monthly_fee",
    "billed_fee",
    "initial_fees",
    "one_time_fees",
    "credit",
    "settlement",
    "taxable",
    "non_taxable",
    "tax_rate",
    "tax",
    "total",
)
"""The figures of a month in the order in which they are told; those of nothing are not, but for its total."""


def amount_text(amount: int, language: Language) -> str:
    """Return an amount as it stands at an axis.

    >>> amount_text(2_400_000, "ja"), amount_text(-20_000, "ja"), amount_text(-20_000, "en")
    ('240万', '▲2万', '-20,000')
    """
    if language == "ja" and amount and amount % TEN_THOUSAND == 0:
        return f"{signed_number(amount // TEN_THOUSAND, language)}万"
    return signed_number(amount, language)


def told(bill: MonthlyBill, words: Wording) -> Iterator[str]:
    """Yield the figures of a month, line by line."""
    yield words.value(bill.month.value)
    for name in FIGURES:
        step = getattr(bill, name)
        if is_known(step) and name != "total" and (step.value is None or not step.value):
            continue
        value = credit_text(step.value, words.language) if name == "credit" and is_known(step) else value_text(step, words)
        yield words.text("window.chart.value", name=words.text(f"figure.{step.name}"), value=value)


def summary(statement: Statement, words: Wording) -> str:
    """Return the chart in a sentence: from when to when, how much in all, and the highest month as far as they are known."""
    months = statement.months
    known = [bill for bill in months if is_known(bill.total)]
    if not known:
        return words.text("window.chart.empty")
    highest = max(known, key=_total)
    return words.text(
        "window.chart.summary",
        first=months[0].month.value,
        last=months[-1].month.value,
        months=words.figure("quote_months", len(months)),
        total=value_text(statement.totals.total, words),
        highest=highest.month.value,
        amount=highest.total.value,
    )


def _total(bill: MonthlyBill) -> Yen:
    return bill.total.value

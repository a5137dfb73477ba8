"""Policy `partial_month`: what a month costs of which only some days are charged; the contract is silent."""

from fractions import Fraction
from typing import NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.assumptions import Assumptions
from desktop_app.calculation.choices import THIRTY
from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.step import Step, rounded


class Charge(NamedTuple):
    """What is charged of a month: its monthly fee (yen) for `days` of its `days_in_month`."""

    month: Step[Month]
    fee: Step[Yen]
    days: Step[int]
    days_in_month: Step[int]


def charged(name: str, charge: Charge, assumed: Assumptions) -> Step[Yen]:
    """Return what the charged days of a month cost, in yen, as the step `name`."""
    fee, days, length, policy = charge.fee.value, charge.days.value, charge.days_in_month.value, assumed.partial_month
    if days == length:
        return Step(name, fee, Article.ANNEX_1_2, "month.whole", charge)
    given = (*charge, policy)
    if policy.value == "full":
        return Step(name, fee, Article.POLICY, "month.full", given)
    if policy.value == "calendar_days":
        return rounded(name, fee * Fraction(days, length), assumed.rounding, Article.POLICY, "month.calendar_days", given)
    if days >= THIRTY:
        return Step(name, fee, Article.POLICY, "month.thirty_reached", given)
    return rounded(name, fee * Fraction(days, THIRTY), assumed.rounding, Article.POLICY, "month.thirty_days", given)

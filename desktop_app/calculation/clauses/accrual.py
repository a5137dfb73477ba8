"""Art. 9, Annex 1, 1 and 3: initial and one-time fees accrue on the day on which what they are for is accepted."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Change, ChangeFees, Contract
from desktop_app.calculation.money import Yen
from desktop_app.calculation.periods import Month
from desktop_app.calculation.step import Path, Step, field


class Accrued(NamedTuple):
    """A fee and the month in which the duty to pay it arose (支払義務の発生)."""

    month: Month
    amount: Step[Yen]


def accepted_on(contract: Contract, billing_start: Step[date], effective_on: Step[date] | None) -> Step[date]:
    """Return the day of acceptance; where the file names none, the earlier of billing start and effective day stands in."""
    if contract.dates.accepted_on is not None:
        return field("accepted_on", contract.dates.accepted_on, "dates", "accepted_on")
    missing = field("accepted_on_missing", None, "dates", "accepted_on")
    if effective_on is not None and effective_on.value < billing_start.value:
        given = (missing, billing_start, effective_on)
        return Step("accepted_on", effective_on.value, Article.POLICY, "accrual.effective_day_stands_in", given)
    return Step("accepted_on", billing_start.value, Article.POLICY, "accrual.billing_start_stands_in", (missing, billing_start))


def initial_fees(contract: Contract, accepted: Step[date]) -> Iterator[Accrued]:
    """Yield the initial fees: of the service, and of the option where it was taken."""
    yield _accrued("initial_fee", contract.prices.initial_fee, ("prices", "initial_fee"), accepted, Article.ANNEX_1_1)
    option = contract.option
    if option is not None:
        own = option.accepted_on
        taken = accepted if own is None else field("option_accepted_on", own, "option", "accepted_on")
        path: Path = ("prices", "option_initial_fee")
        yield _accrued("option_initial_fee", contract.prices.option_initial_fee, path, taken, Article.ANNEX_1_1)


def one_time_fees(contract: Contract) -> Iterator[Accrued]:
    """Yield the one-time fees: of the option's removal and of each change, in the order of the file format."""
    option = contract.option
    if option is not None and option.removal_accepted_on is not None:
        removed = field("removal_accepted_on", option.removal_accepted_on, "option", "removal_accepted_on")
        path: Path = ("prices", "option_removal_fee")
        yield _accrued("option_removal_fee", contract.prices.option_removal_fee, path, removed, Article.ANNEX_1_3)
    yield from _change_fees(contract)


def _change_fees(contract: Contract) -> Iterator[Accrued]:
    table = contract.prices.change_fees
    for i, change in enumerate(contract.changes):
        day = field("change_accepted_on", change.accepted_on, "changes", i, "accepted_on")
        path: Path = ("prices", "change_fees", change.item) if change.fee is None else ("changes", i, "fee")
        says = "change_fee_listed" if change.fee is None else "change_fee_own"
        yield _accrued(says, effective_change_fee(change, table), path, day, Article.ANNEX_1_3)


def _accrued(name: str, price: Yen, path: Path, day: Step[date], article: Article) -> Accrued:
    amount = Step(name, price, article, f"accrual.{name}", (field("fee", price, *path), day))
    return Accrued(Month.of(day.value), amount)


def effective_change_fee(change: Change, table: ChangeFees) -> Yen:
    """Return the fee of `change` in yen: its own where given, else the price table's (Annex 1, 3(1))."""
    listed: Yen = getattr(table, str(change.item))
    return listed if change.fee is None else change.fee

"""What is refused although each field can be read (rules, section 10): parts of a contract that do not agree."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache, partial
from ipaddress import IPv4Interface, IPv6Interface, ip_interface
from itertools import pairwise

from desktop_app.calculation.articles import Article
from desktop_app.calculation.clauses.termination import termination_dates
from desktop_app.calculation.contract import AccountRecord, Contract, Graduated, Volume
from desktop_app.calculation.kept import kept
from desktop_app.calculation.periods import midnight
from desktop_app.calculation.problem import UNREADABLE, Problem, UnreadableValueError
from desktop_app.calculation.refused_outages import refused_outages
from desktop_app.calculation.step import Path
from desktop_app.calculation.terms import Terms
from desktop_app.calculation.unknown import known_or

Rule = Callable[[], Iterable[Problem]]

_NO_PREFIX_LENGTH = re.compile(r"/(?![0-9]{1,3}\Z)")


def refusals(contract: Contract, terms: Terms) -> list[Problem]:
    """Return what in the contract does not agree. Values may be `UNREADABLE`: rules that need them have nothing to say."""
    found: list[Problem] = []
    effective_on = _effective_on(contract, terms)
    for rule in _rules(contract, terms, effective_on):
        try:
            found.extend(rule())
        except UnreadableValueError:
            continue
    return found


def _effective_on(contract: Contract, terms: Terms) -> date | None:
    """Return the effective day, None without a termination, `UNREADABLE` where it cannot be known."""
    termination = contract.termination
    if termination is None:
        return None
    try:
        entered = termination.notice_arrived_on if termination.kind == "notice" else termination.effective_on
        return UNREADABLE if entered is None else termination_dates(termination, terms).effective_on.value
    except UnreadableValueError:
        return UNREADABLE  # type: ignore[no-any-return] # it stands for any value


def _rules(contract: Contract, terms: Terms, effective_on: date | None) -> Iterator[Rule]:
    yield partial(_quote, contract)
    yield from _ip_addresses(contract, terms)
    yield partial(_applied_on, contract)
    yield partial(_accepted_on, contract, effective_on)
    yield partial(_billing_start, contract)
    yield partial(_tiers, contract)
    yield partial(_account_moments, contract)
    yield partial(_account_at_start, contract)
    yield from _within_contract(_option_days(contract), contract, effective_on)
    yield partial(_removal_before_option, contract)
    yield from _within_contract(_change_days(contract), contract, effective_on)
    yield partial(_termination, contract)
    yield partial(_notice, contract)
    yield lambda: refused_outages(contract.outages)
    yield partial(_fixed_accounts, contract)


def _quote(contract: Contract) -> Iterator[Problem]:
    issued_on, valid_until = contract.quote.issued_on, contract.quote.valid_until
    if issued_on is not None and valid_until is not None and valid_until < issued_on:
        yield Problem(("quote", "valid_until"), "valid_until_before_issue", None, (("issued_on", issued_on),))


def _ip_addresses(contract: Contract, terms: Terms) -> list[Rule]:
    none: list[Rule] = []
    return known_or(none, lambda: [partial(_ip_address, contract, terms, i) for i in range(len(contract.service.ipv4_addresses))])


def _ip_address(contract: Contract, terms: Terms, i: int) -> Iterator[Problem]:
    path: Path = ("service", "ipv4_addresses", i)
    details = (("version", terms.ip_version.value),)
    text = contract.service.ipv4_addresses[i]
    read = _interface_of(text)
    if read is None or read.version != terms.ip_version.value or _NO_PREFIX_LENGTH.search(text):
        yield Problem(path, "ip_address_malformed", Article.ART_4, details)
    elif read.ip != read.network.network_address:
        yield Problem(path, "ip_address_host_bits", Article.ART_4, details)


def _interface(text: str) -> IPv4Interface | IPv6Interface | None:
    try:
        return ip_interface(text)
    except ValueError:
        return None


_interface_of = lru_cache(maxsize=1024)(_interface)


def _applied_on(contract: Contract) -> Iterator[Problem]:
    applied_on, accepted_on = contract.dates.applied_on, contract.dates.accepted_on
    if applied_on is not None and accepted_on is not None and applied_on > accepted_on:
        yield Problem(("dates", "applied_on"), "applied_after_accepted", Article.ART_9, (("accepted_on", accepted_on),))


def _accepted_on(contract: Contract, effective_on: date | None) -> Iterator[Problem]:
    accepted_on = contract.dates.accepted_on
    if accepted_on is not None and effective_on is not None and accepted_on > effective_on:
        details = (("effective_on", effective_on),)
        yield Problem(("dates", "accepted_on"), "accepted_after_termination", Article.ART_8, details)


def _billing_start(contract: Contract) -> Iterator[Problem]:
    accepted_on = contract.dates.accepted_on
    if accepted_on is not None and contract.dates.billing_start < accepted_on:
        details = (("accepted_on", accepted_on),)
        yield Problem(("dates", "billing_start"), "billing_before_acceptance", Article.ART_9, details)


def _tiers(contract: Contract) -> Iterator[Problem]:
    monthly = contract.prices.monthly
    if not isinstance(monthly, Graduated | Volume):
        return
    limits = [tier if tier is UNREADABLE else tier.up_to for tier in monthly.tiers]
    code = _wrong_with_tiers(limits)
    if code:
        yield Problem(("prices", "monthly", "tiers"), code, Article.ANNEX_1_2)


def _wrong_with_tiers(limits: Sequence[int | None]) -> str:
    """Return what is wrong with the limits of the bands, nothing where all that can be read is right."""
    if not limits:
        return "tiers_empty"
    if any(limit is None for limit in limits[:-1]):
        return "tiers_open_before_last"
    readable = [limit for limit in limits if limit is not None and limit is not UNREADABLE]
    if any(low >= high for low, high in pairwise(readable)):
        return "tiers_not_rising"
    return "" if limits[-1] is None or limits[-1] is UNREADABLE else "tiers_last_not_open"


def _account_moments(contract: Contract) -> Iterable[Problem]:
    return _repeated_in(contract.accounts)


def _repeated(records: Sequence[AccountRecord]) -> tuple[Problem, ...]:
    first_at: dict[datetime, int] = {}
    found: list[Problem] = []
    for i, record in enumerate(records):
        if record is UNREADABLE or record.starts is UNREADABLE:
            continue
        if record.starts in first_at:
            details = (("first", first_at[record.starts] + 1), ("moment", record.starts))
            found.append(Problem(("accounts", i, "from"), "account_moment_repeated", Article.ANNEX_1_2, details))
        first_at.setdefault(record.starts, i)
    return tuple(found)


_repeated_in = kept(_repeated)


def _account_at_start(contract: Contract) -> Iterator[Problem]:
    opening = midnight(contract.dates.billing_start)
    if not any(record.starts <= opening for record in contract.accounts):
        details = (("billing_start", contract.dates.billing_start),)
        yield Problem(("accounts",), "no_account_at_billing_start", Article.ANNEX_1_2, details)


def _within_contract(
    days: Iterable[tuple[Path, date | None, Article]], contract: Contract, effective_on: date | None
) -> Iterator[Rule]:
    """Yield the rules that a day of acceptance lies neither before the contract nor after its end."""
    for path, day, article in days:
        yield partial(_not_before_contract, path, day, article, contract)
        yield partial(_not_after_end, path, day, effective_on)


def _not_before_contract(path: Path, day: date | None, article: Article, contract: Contract) -> Iterator[Problem]:
    accepted_on = contract.dates.accepted_on
    if day is not None and accepted_on is not None and day < accepted_on:
        yield Problem(path, "accepted_before_contract", article, (("accepted_on", accepted_on),))


def _not_after_end(path: Path, day: date | None, effective_on: date | None) -> Iterator[Problem]:
    if day is not None and effective_on is not None and day > effective_on:
        yield Problem(path, "accepted_after_end", Article.ART_8, (("effective_on", effective_on),))


def _option_days(contract: Contract) -> Iterator[tuple[Path, date | None, Article]]:
    option = contract.option
    if option is not None and option is not UNREADABLE:
        yield ("option", "accepted_on"), option.accepted_on, Article.ART_3
        yield ("option", "removal_accepted_on"), option.removal_accepted_on, Article.ART_3


def _change_days(contract: Contract) -> Iterator[tuple[Path, date | None, Article]]:
    for i, change in enumerate(() if contract.changes is UNREADABLE else contract.changes):
        if change is not UNREADABLE:
            yield ("changes", i, "accepted_on"), change.accepted_on, Article.ART_7


def _removal_before_option(contract: Contract) -> Iterator[Problem]:
    option = contract.option
    if option is None or option.accepted_on is None or option.removal_accepted_on is None:
        return
    if option.removal_accepted_on < option.accepted_on:
        details = (("accepted_on", option.accepted_on),)
        yield Problem(("option", "removal_accepted_on"), "removal_before_option", Article.ART_3, details)


def _termination(contract: Contract) -> Iterator[Problem]:
    termination = contract.termination
    if termination is None:
        return
    if termination.kind != "notice":
        if termination.effective_on is None:
            yield Problem(("termination", "effective_on"), "effective_on_missing", Article.GENERAL_TERMS_28)
        return
    if termination.notice_arrived_on is None:
        yield Problem(("termination", "notice_arrived_on"), "notice_missing", Article.ART_8)
    if termination.effective_on is not None:
        yield Problem(("termination", "effective_on"), "effective_on_with_notice", Article.ART_8)


def _notice(contract: Contract) -> Iterator[Problem]:
    termination, accepted_on = contract.termination, contract.dates.accepted_on
    if termination is None or termination.kind != "notice" or termination.notice_arrived_on is None or accepted_on is None:
        return
    if termination.notice_arrived_on < accepted_on:
        details = (("accepted_on", accepted_on),)
        yield Problem(("termination", "notice_arrived_on"), "notice_before_acceptance", Article.ART_8, details)


def _fixed_accounts(contract: Contract) -> Iterator[Problem]:
    policy = contract.policy
    if policy.settlement_basis == "fixed" and policy.settlement_accounts is None:
        yield Problem(("policy", "settlement_accounts"), "settlement_accounts_missing", Article.ANNEX_2)

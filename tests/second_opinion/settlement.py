"""Art. 10, Annex 2: the days of the minimum term that the contract did not live to see, put into their months."""

from datetime import date

from tests.calculation.civil_calendar import length
from tests.second_opinion.case import Case, Data, MonthKey, common, month_of, months_from, numbers_of
from tests.second_opinion.months import Days, fee, part_of


def remaining_days(case: Case) -> range:
    """Return the days of the minimum term after the effective day."""
    first = case.start if case.never_began else case.end
    return range(first.toordinal() + (not case.never_began), case.term_end.toordinal() + 1)


def settlement(case: Case, billed: dict[MonthKey, Data], days: Days) -> Data | None:
    """Return the settlement, None without a termination."""
    if case.ending is None:
        return None
    exempt = case.ending["kind"] in ("article_28_2", "article_28_3")
    remaining = remaining_days(case)
    result: Data = {"due": bool(remaining) and not exempt, "exempt": exempt, "remaining": None, "lines": [], "amount": 0}
    if remaining:
        start, end = date.fromordinal(remaining.start), date.fromordinal(remaining.stop - 1)
        result["remaining"] = {"start": start, "end": end, "days": len(remaining)}
    if result["due"]:
        result["lines"] = lines(case, billed, days, case.policy["settlement_basis"])
        result["amount"] = sum([line["amount"] for line in result["lines"]])
    return result


def lines(case: Case, billed: dict[MonthKey, Data], days: Days, basis: str) -> list[Data]:
    """Return what remains, month by month, by a basis."""
    remaining = remaining_days(case)
    found = []
    for month in _months(case):
        within = common(remaining, numbers_of(month))
        whole_fee = _fee(case, billed, days, within, basis)
        found.append(
            {
                "month": month,
                "days": len(within),
                "days_in_month": length(*month),
                "monthly_fee": whole_fee,
                "amount": part_of(case, whole_fee, month, len(within)),
            }
        )
    return found


def _months(case: Case) -> list[MonthKey]:
    year, month = month_of(case.start)
    whole_months = [(year + (month + each > 12), (month + each - 1) % 12 + 1) for each in range(12)]
    if case.policy["partial_month"] == "full":
        return [each for each in whole_months if case.never_began or each > month_of(case.end)]
    remaining = remaining_days(case)
    return months_from(month_of(date.fromordinal(remaining.start)), month_of(case.term_end))


def _fee(case: Case, billed: dict[MonthKey, Data], days: Days, within: range, basis: str) -> int:
    if basis == "scheduled":
        return fee(case, days.peak(within)[0])
    if basis == "fixed":
        return fee(case, case.policy["settlement_accounts"])
    if case.never_began:
        return fee(case, days.at_start)
    return billed[month_of(case.end)]["monthly_fee"]

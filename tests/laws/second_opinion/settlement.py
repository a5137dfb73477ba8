"""Art. 10, Annex 2: the days of the minimum term that the contract did not live to see, put into their months."""

from datetime import date

from tests.calculation.civil_calendar import length
from tests.laws.second_opinion.case import Case, Data, MonthKey, each_day, midnight, month_of, next_month, written
from tests.laws.second_opinion.months import count_at, fee, part_of, peak


def remaining_days(case: Case) -> list[date]:
    """Return the days of the minimum term after the effective day."""
    return [day for day in each_day(case.start, case.term_end) if day > case.end]


def settlement(case: Case, billed: dict[MonthKey, Data]) -> Data | None:
    """Return the settlement, None without a termination."""
    if case.ending is None:
        return None
    exempt = case.ending["kind"] in ("article_28_2", "article_28_3")
    early = case.end < case.term_end
    result: Data = {"due": early and not exempt, "exempt": exempt, "remaining": None, "lines": [], "amount": 0}
    if early:
        days = remaining_days(case)
        result["remaining"] = {"start": str(days[0]), "end": str(days[-1]), "days": len(days)}
    if result["due"]:
        result["lines"] = lines(case, billed, case.policy["settlement_basis"])
        result["amount"] = sum(line["amount"] for line in result["lines"])
    return result


def lines(case: Case, billed: dict[MonthKey, Data], basis: str) -> list[Data]:
    """Return what remains, month by month, by a basis."""
    days = remaining_days(case)
    found = []
    for month in _months(case, days):
        within = [day for day in days if month_of(day) == month]
        whole_fee = _fee(case, billed, within, basis)
        found.append(
            {
                "month": written(month),
                "days": len(within),
                "days_in_month": length(*month),
                "monthly_fee": whole_fee,
                "amount": part_of(case, whole_fee, month, len(within)),
            }
        )
    return found


def _months(case: Case, days: list[date]) -> list[MonthKey]:
    if case.policy["partial_month"] != "full":
        return sorted({month_of(day) for day in days})
    months = [month_of(case.start)]
    while len(months) < 12:
        months.append(next_month(months[-1]))
    return [month for month in months if case.never_began or month > month_of(case.end)]


def _fee(case: Case, billed: dict[MonthKey, Data], days: list[date], basis: str) -> int:
    if basis == "scheduled":
        return fee(case, peak(case, days)[0])
    if basis == "fixed":
        return fee(case, case.policy["settlement_accounts"])
    if case.never_began:
        return fee(case, count_at(case, midnight(case.start)))
    return billed[month_of(case.end)]["monthly_fee"]
